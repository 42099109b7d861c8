"""What Twilio says of our calls: genuine or refused, answered by whom, which key, and how it ended."""

import subprocess
import sys
from dataclasses import replace

import pytest

from channels.base import Account, CallReport, WebhookRefused, WebhookRequest
from channels.voice.inbound import VoiceInbound
from tests.channels.sms.webhooks import CALL, NOW, TOKEN, form_request

ACCOUNT = Account("voice-1", "voice", "+15550001000", {"auth_token": TOKEN})


def reports(request: WebhookRequest) -> list[object]:
    return list(VoiceInbound(ACCOUNT).verify_and_parse(request, NOW))


def report(**changed: str) -> CallReport:
    (received,) = reports(form_request(CALL | changed))
    assert isinstance(received, CallReport)
    return received


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("human", "person"),
        ("machine_start", "machine"),
        ("machine_end_beep", "machine"),
        ("fax", "machine"),
        ("unknown", "unknown"),
        ("", "unknown"),
        ("something of tomorrow", "unknown"),
    ],
)
@pytest.mark.check(27)
def test_only_who_is_known_to_be_a_person_is_one(said: str, who: str) -> None:
    answered = report(AnsweredBy=said)

    assert (answered.happened, answered.answered_by) == ("answered", who)


@pytest.mark.parametrize(("digits", "digit"), [("1", "1"), ("0", "0"), ("12", "1"), ("", ""), ("x", "")])
def test_a_key(digits: str, digit: str) -> None:
    pressed = report(Digits=digits)

    assert (pressed.happened, pressed.digit, pressed.call_id) == ("pressed", digit, CALL["CallSid"])


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("completed", "completed"),
        ("busy", "busy"),
        ("no-answer", "no_answer"),
        ("failed", "failed"),
        ("canceled", "canceled"),
    ],
)
def test_the_end(status: str, outcome: str) -> None:
    ended = report(CallStatus=status, CallbackSource="call-progress-events")

    assert (ended.happened, ended.outcome) == ("ended", outcome)
    assert ended.provider_key == f"call:{CALL['CallSid']}:{status}"


@pytest.mark.parametrize("status", ["queued", "ringing", "in-progress", "of tomorrow"])
def test_progress_that_nobody_waits_for(status: str) -> None:
    assert (
        reports(form_request(CALL | {"CallStatus": status, "CallbackSource": "call-progress-events"})) == []
    )


def test_what_names_no_call_says_nothing() -> None:
    assert reports(form_request(CALL | {"CallSid": ""})) == []


def test_a_call_from_another_number_of_the_same_account_is_not_ours() -> None:
    with pytest.raises(WebhookRefused, match="another number") as caught:
        reports(form_request(CALL | {"From": "+15550009999"}))
    assert caught.value.status == 403


def test_a_changed_form() -> None:
    genuine = form_request(CALL)

    with pytest.raises(WebhookRefused) as caught:
        reports(replace(genuine, body=genuine.body + b"&Digits=1"))
    assert caught.value.status == 403


def test_whoever_receives_loads_no_sender() -> None:
    code = "import sys, channels.voice.inbound, channels.voice.speech; print('twilio.rest' in sys.modules)"

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "False"
