"""Every kind of channel, one line each. The contract tests run over this table."""

from collections.abc import Mapping

from channels.base import ChannelKind
from channels.email import EMAIL
from channels.letter import LETTER
from channels.sms import SMS
from channels.telegram import TELEGRAM
from channels.voice import VOICE
from channels.webchat import WEBCHAT

CHANNELS: Mapping[str, ChannelKind] = {
    kind.kind: kind for kind in (WEBCHAT, TELEGRAM, SMS, EMAIL, VOICE, LETTER)
}
