"""Confirmations by phone, through Twilio: a call that reads one out and hears which key is pressed.

Here belong placing a call (`outbound`), what Twilio says of it (`inbound`) and how
it is told what to say (`speech`). Here does not belong what is said, whether anybody
is called, or what a key decides (bot): a call decides nothing about a case.
"""

from channels.base import Capabilities, ChannelKind

VOICE = ChannelKind(
    kind="voice",
    capabilities=Capabilities(choices="none", max_characters=4000, receives=False, spoken=True),
    inbound="channels.voice.inbound:VoiceInbound",
    outbound="channels.voice.outbound:VoiceOutbound",
    settings={
        "account_sid": "The Twilio account: AC and 32 hexadecimal digits.",
        "auth_token": "Its primary auth token. Signs the webhooks and places the calls.",
        "api_base": "Optional: where the REST API is, instead of https://api.twilio.com (a simulator).",
    },
    secrets=frozenset({"auth_token"}),
)
