"""Sending through Twilio's REST API: what is asked of it, and what each answer means."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from channels.base import (
    Account,
    Attachment,
    OutcomeUnknown,
    Outgoing,
    Refused,
    SendError,
    TryLater,
    Unreachable,
)
from channels.sms.outbound import SmsOutbound
from tests.channels.email.mail_server import Certificate, MailServer
from tests.channels.sms.fake_twilio import FakeTwilio

TO = "+15550002000"
PATIENT_S, IMPATIENT_S = 10.0, 0.3


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as running:
        yield running


@contextmanager
def sender(account: Account, time_limit_s: float = PATIENT_S) -> Iterator[SmsOutbound]:
    outbound = SmsOutbound(account, time_limit_s=time_limit_s)
    try:
        yield outbound
    finally:
        outbound.close()


def failure(account: Account, outgoing: Outgoing | None = None, time_limit_s: float = PATIENT_S) -> SendError:
    with sender(account, time_limit_s) as outbound, pytest.raises(SendError) as caught:
        outbound.send(outgoing or Outgoing(TO, "Hello"))
    return caught.value


def test_a_message_is_made_and_reports_are_asked_for(twilio: FakeTwilio) -> None:
    with sender(twilio.account()) as outbound:
        sent = outbound.send(Outgoing(TO, "Grüße, 1 €", status_url="https://bot.example/webhooks/sms"))

    message = twilio.messages[sent.message_id]
    assert (message["to"], message["from"], message["body"]) == (TO, twilio.number, "Grüße, 1 €")
    assert twilio.callbacks[sent.message_id] == "https://bot.example/webhooks/sms"


def test_what_cannot_be_encoded_is_replaced(twilio: FakeTwilio) -> None:
    with sender(twilio.account()) as outbound:
        sent = outbound.send(Outgoing(TO, "Dear \ud83d"))

    assert twilio.messages[sent.message_id]["body"] == "Dear ?"


def test_the_provider_counts_the_segments(twilio: FakeTwilio) -> None:
    with sender(twilio.account()) as outbound:
        assert outbound.send(Outgoing(TO, "a" * 400)).segments == 3


def test_a_messaging_service_picks_the_number_and_we_count_the_segments(twilio: FakeTwilio) -> None:
    with sender(twilio.account(messaging_service_sid=twilio.service_sid)) as outbound:
        sent = outbound.send(Outgoing(TO, "a" * 400))

    message = twilio.messages[sent.message_id]
    assert (message["messaging_service_sid"], message["from"]) == (twilio.service_sid, None)
    assert sent.segments == 3


def test_several_threads_share_one_sender(twilio: FakeTwilio) -> None:
    with sender(twilio.account()) as outbound, ThreadPoolExecutor(8) as pool:
        sent = list(pool.map(lambda n: outbound.send(Outgoing(TO, f"number {n}")), range(40)))

    assert len({each.message_id for each in sent}) == 40


def test_whoever_opted_out_is_not_reached(twilio: FakeTwilio) -> None:
    twilio.opted_out.add(TO)

    error = failure(twilio.account())

    assert isinstance(error, Unreachable)
    assert (error.opted_out, error.code) == (True, "21610")


@pytest.mark.parametrize("code", [21211, 21614, 21635, 30006])
def test_a_number_that_takes_no_texts(twilio: FakeTwilio, code: int) -> None:
    twilio.fail(400, code)

    error = failure(twilio.account())

    assert isinstance(error, Unreachable)
    assert (error.opted_out, error.code) == (False, str(code))


def test_what_is_no_number(twilio: FakeTwilio) -> None:
    assert isinstance(failure(twilio.account(), Outgoing("somebody", "Hello")), Unreachable)


@pytest.mark.parametrize(
    ("outgoing", "code"), [(Outgoing(TO, "a" * 1601), "21617"), (Outgoing(TO, ""), "21602")]
)
def test_a_message_that_is_never_taken(twilio: FakeTwilio, outgoing: Outgoing, code: str) -> None:
    error = failure(twilio.account(), outgoing)

    assert type(error) is Refused
    assert error.code == code


def test_files_are_refused_rather_than_left_out(twilio: FakeTwilio) -> None:
    error = failure(
        twilio.account(), Outgoing(TO, "Hello", attachments=(Attachment("a", "text/plain", b""),))
    )

    assert type(error) is Refused
    assert twilio.requests == 0


@pytest.mark.parametrize(
    ("status", "code", "setting"),
    [
        (401, 20003, "account_sid or auth_token"),
        (404, 20404, "account_sid"),
        (400, 21606, "address"),
        (400, 21703, "messaging_service_sid"),
        (400, 21609, "base URL"),
    ],
)
def test_a_wrong_setting_is_named(twilio: FakeTwilio, status: int, code: int, setting: str) -> None:
    twilio.fail(status, code)

    error = failure(twilio.account())

    assert type(error) is Refused
    assert setting in error.reason


def test_a_wrong_token(twilio: FakeTwilio) -> None:
    error = failure(twilio.account(auth_token="0" * 32))

    assert type(error) is Refused
    assert "auth_token" in error.reason
    assert "0" * 32 not in error.reason


@pytest.mark.parametrize(("status", "code"), [(429, 20429), (503, 20503)])
def test_a_busy_provider_says_when(twilio: FakeTwilio, status: int, code: int) -> None:
    twilio.fail(status, code, Retry_After="17")

    error = failure(twilio.account())

    assert isinstance(error, TryLater)
    assert error.retry_after == 17.0


@pytest.mark.parametrize("headers", [{}, {"Retry_After": "Sun, 22 Nov 2026 09:30:00 GMT"}])
def test_a_busy_provider_that_does_not_say_when(twilio: FakeTwilio, headers: dict[str, str]) -> None:
    twilio.fail(429, 20429, **headers)

    error = failure(twilio.account())

    assert isinstance(error, TryLater)
    assert error.retry_after is None


@pytest.mark.parametrize("code", [14107, 21611, 63038])
def test_a_limit_that_passes(twilio: FakeTwilio, code: int) -> None:
    twilio.fail(400, code)

    assert isinstance(failure(twilio.account()), TryLater)


@pytest.mark.parametrize("status", [500, 502, 504])
def test_a_server_that_failed_may_have_queued_it(twilio: FakeTwilio, status: int) -> None:
    twilio.fail(status, 20500)

    assert isinstance(failure(twilio.account()), OutcomeUnknown)


def test_a_connection_that_breaks_leaves_it_open(twilio: FakeTwilio) -> None:
    twilio.drop()

    assert isinstance(failure(twilio.account()), OutcomeUnknown)
    assert len(twilio.messages) == 1


def test_an_answer_that_does_not_come_leaves_it_open(twilio: FakeTwilio) -> None:
    twilio.hang()

    assert isinstance(failure(twilio.account(), time_limit_s=IMPATIENT_S), OutcomeUnknown)
    assert len(twilio.messages) == 1


def test_nobody_listens() -> None:
    with FakeTwilio() as twilio:
        account = twilio.account()

    assert isinstance(failure(account), TryLater)


def test_a_certificate_that_nobody_vouches_for(twilio: FakeTwilio, tmp_path: Path) -> None:
    with MailServer(Certificate(tmp_path), security="tls") as impostor:
        base = f"https://127.0.0.1:{impostor.account().settings['port']}"

        assert isinstance(failure(twilio.account(api_base=base)), TryLater)


def test_an_earlier_failure_does_not_make_a_later_one_harmless(twilio: FakeTwilio) -> None:
    with FakeTwilio() as gone:
        pass
    twilio.drop()

    with sender(gone.account()) as outbound:
        try:
            outbound.send(Outgoing(TO, "one"))
        except TryLater:
            assert isinstance(failure(twilio.account()), OutcomeUnknown)

    assert len(twilio.messages) == 1


@pytest.mark.parametrize("content", [{}, [], "text", None])
def test_an_answer_that_is_no_message_leaves_it_open(twilio: FakeTwilio, content: object) -> None:
    twilio.answer(content)

    assert isinstance(failure(twilio.account()), OutcomeUnknown)


def test_the_next_message_goes_out_after_a_failure(twilio: FakeTwilio) -> None:
    twilio.drop()
    with sender(twilio.account()) as outbound:
        with pytest.raises(OutcomeUnknown):
            outbound.send(Outgoing(TO, "one"))
        outbound.send(Outgoing(TO, "two"))

    assert [message["body"] for message in twilio.messages.values()] == ["one", "two"]


@pytest.mark.parametrize("missing", ["account_sid", "auth_token"])
def test_credentials_are_never_taken_from_elsewhere(
    missing: str, twilio: FakeTwilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWILIO_ACCOUNT_SID", "AC" + "9" * 32)
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "9" * 32)

    with pytest.raises(ValueError, match=missing):
        SmsOutbound(twilio.account(**{missing: ""}))


@pytest.mark.parametrize("base", ["api.example", "ftp://api.example", "https://"])
def test_a_base_that_is_no_address(base: str, twilio: FakeTwilio) -> None:
    with pytest.raises(ValueError, match="api_base"):
        SmsOutbound(twilio.account(api_base=base))


def test_a_base_may_have_a_path(twilio: FakeTwilio) -> None:
    error = failure(twilio.account(api_base=f"{twilio.url}/prefix/"))

    assert "/prefix/2010-04-01/" in error.reason
