"""Calls as Twilio is asked to place them."""

import pytest

from channels.base import OutcomeUnknown, Outgoing, Refused
from channels.voice.outbound import VoiceOutbound
from tests.channels.sms.fake_twilio import FakeTwilio

URL = "https://bot.example/webhooks/voice/demo/1"
CALL = Outgoing("+15550002000", "", key="effect-1", status_url=URL)


def test_a_call_is_placed_with_a_machine_told_apart() -> None:
    with FakeTwilio() as twilio:
        sent = VoiceOutbound(twilio.account("voice")).send(CALL)

        assert twilio.calls == {
            sent.message_id: {
                "To": "+15550002000",
                "From": twilio.number,
                "Url": URL,
                "Method": "POST",
                "StatusCallback": URL,
                "StatusCallbackEvent": "completed",
                "StatusCallbackMethod": "POST",
                "MachineDetection": "Enable",
                "Timeout": "30",
                "TimeLimit": "600",
            }
        }


def test_a_call_that_nobody_could_say_anything_in_is_not_placed() -> None:
    with FakeTwilio() as twilio:
        with pytest.raises(Refused):
            VoiceOutbound(twilio.account("voice")).send(Outgoing("+15550002000", "Hello"))

        assert twilio.requests == 0


def test_an_answer_without_a_call_is_unknown() -> None:
    with FakeTwilio() as twilio:
        twilio.answer({"to": "+15550002000"})

        with pytest.raises(OutcomeUnknown):
            VoiceOutbound(twilio.account("voice")).send(CALL)


@pytest.mark.parametrize(
    ("code", "setting"), [(21210, "address"), (21215, "countries"), (20003, "auth_token")]
)
def test_what_must_be_corrected_is_named(code: int, setting: str) -> None:
    with FakeTwilio() as twilio:
        twilio.fail(400, code)

        with pytest.raises(Refused, match=setting):
            VoiceOutbound(twilio.account("voice")).send(CALL)
