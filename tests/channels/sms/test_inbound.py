"""What Twilio posts to us: genuine or refused, a message or a report."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.base import Account, Incoming, Received, StatusReport, WebhookRefused, WebhookRequest
from channels.sms import STOP_WORDS
from channels.sms.inbound import SmsInbound, recipient
from channels.twilio.signed import MAX_BODY_BYTES
from tests.channels.sms.webhooks import ACCOUNT, FORM, MESSAGE, NOW, REPORT, URL, form_request, json_request

ADVANCED = replace(ACCOUNT, settings={**ACCOUNT.settings, "opt_out": "advanced"})


def parsed(request: WebhookRequest, account: Account = ACCOUNT) -> tuple[Received, ...]:
    return SmsInbound(account).verify_and_parse(request, NOW)


def message(account: Account = ACCOUNT, **changed: str) -> Incoming:
    (received,) = parsed(form_request(MESSAGE | changed), account)
    assert isinstance(received, Incoming)
    return received


def report(**changed: str) -> StatusReport:
    (received,) = parsed(form_request(REPORT | changed))
    assert isinstance(received, StatusReport)
    return received


def refused(request: WebhookRequest, account: Account = ACCOUNT) -> int:
    with pytest.raises(WebhookRefused) as caught:
        parsed(request, account)
    return caught.value.status


def with_header(request: WebhookRequest, name: str, value: str) -> WebhookRequest:
    return replace(request, headers={**request.headers, name: value})


class TestSignature:
    def test_the_public_url_counts_behind_a_proxy_that_speaks_tls(self) -> None:
        inside = "http://10.0.0.7:8000/webhooks/sms"

        assert parsed(form_request(MESSAGE, url=URL))
        assert refused(form_request(MESSAGE, url=inside, signed_url=URL)) == 403

    def test_a_port_in_the_url_may_be_left_out_of_the_signature(self) -> None:
        assert parsed(form_request(MESSAGE, url=URL.replace("example/", "example:443/"), signed_url=URL))

    def test_a_trailing_slash_is_another_url(self) -> None:
        assert refused(form_request(MESSAGE, url=URL + "/", signed_url=URL)) == 403

    @pytest.mark.parametrize("signature", [None, "", "AAAA", "ä", "A" * 10_000])
    def test_no_signature_or_another(self, signature: str | None) -> None:
        genuine = form_request(MESSAGE)
        headers = {"Content-Type": FORM} | ({} if signature is None else {"X-Twilio-Signature": signature})

        assert refused(replace(genuine, headers=headers)) == 403

    def test_another_token(self) -> None:
        assert refused(form_request(MESSAGE, token="f" * 32)) == 403

    def test_without_a_token_nothing_is_genuine(self) -> None:
        bare = replace(ACCOUNT, settings={})

        assert refused(form_request(MESSAGE, token=""), bare) == 403

    def test_a_changed_form(self) -> None:
        genuine = form_request(MESSAGE)

        assert refused(replace(genuine, body=genuine.body.replace(b"leave", b"stay0"))) == 403
        assert refused(replace(genuine, body=genuine.body + b"&OptOutType=STOP")) == 403

    def test_unknown_parameters_are_part_of_what_is_signed(self) -> None:
        assert message(Tomorrow="a new one", Empty="").text == "I want to leave"

    def test_a_parameter_that_comes_twice(self) -> None:
        once = form_request(MESSAGE | {"Tag": "a"})
        signed_for_both = form_request(MESSAGE | {"Tag": "aTagb"}).headers

        assert parsed(replace(once, body=once.body + b"&Tag=b", headers=signed_for_both))

    def test_json_with_the_hash_of_its_body(self) -> None:
        (received,) = parsed(json_request(MESSAGE | {"Nested": {"any": ["thing"]}, "Count": 1}))

        assert isinstance(received, Incoming)
        assert received.text == "I want to leave"

    def test_changed_json(self) -> None:
        genuine = json_request(MESSAGE)

        assert refused(replace(genuine, body=genuine.body.replace(b"leave", b"stay0"))) == 403

    def test_json_without_a_hash_is_not_signed(self) -> None:
        genuine = json_request(MESSAGE)
        signed_without = form_request({}, url=URL).header("X-Twilio-Signature") or ""

        assert refused(with_header(replace(genuine, url=URL), "x-twilio-signature", signed_without)) == 403

    def test_a_json_signature_does_not_carry_a_form(self) -> None:
        genuine = json_request(MESSAGE)
        form = replace(form_request(MESSAGE), url=genuine.url)

        signature = genuine.header("X-Twilio-Signature") or ""
        assert refused(with_header(form, "X-Twilio-Signature", signature)) == 403


class TestAccount:
    SECOND = replace(ACCOUNT, address="+15550001001")
    SERVICE = replace(SECOND, settings={**ACCOUNT.settings, "messaging_service_sid": "MG1"})

    def test_of_two_numbers_with_one_token_only_the_right_one_takes_it(self) -> None:
        assert refused(form_request(MESSAGE), self.SECOND) == 403
        assert refused(form_request(REPORT), self.SECOND) == 403
        assert parsed(form_request(MESSAGE | {"To": "+15550001001"}), self.SECOND)
        assert parsed(form_request(REPORT | {"From": "+15550001001"}), self.SECOND)

    def test_every_number_of_the_messaging_service_is_the_accounts(self) -> None:
        by_service = {"MessagingServiceSid": "MG1"}
        early = {name: value for name, value in REPORT.items() if name != "From"}

        assert parsed(form_request(MESSAGE | by_service), self.SERVICE)
        assert parsed(form_request(early | by_service), self.SERVICE)
        assert refused(form_request(MESSAGE | {"MessagingServiceSid": "MG2"}), self.SERVICE) == 403

    def test_a_request_for_nobody_is_nobodys(self) -> None:
        nobody = {name: value for name, value in MESSAGE.items() if name != "To"}

        assert refused(form_request(nobody), replace(ACCOUNT, address="")) == 403


class TestMessage:
    def test_text(self) -> None:
        assert message() == Incoming(
            provider_key="message:SM" + "1" * 32, sender="+15550002000", at=NOW, text="I want to leave"
        )

    def test_the_sender_is_written_in_one_way(self) -> None:
        assert message(From=" +1 (555) 000-2000 ").sender == "+15550002000"

    def test_a_short_code_is_kept_as_it_is(self) -> None:
        assert message(From="72975").sender == "72975"

    def test_media(self) -> None:
        received = message(NumMedia="1", MediaUrl0="https://example/1", Body="cancel")

        assert (received.form, received.text) == ("media", "cancel")

    def test_media_without_a_text(self) -> None:
        assert message(NumMedia="2", Body="").form == "media"

    def test_no_text_holds_a_nul(self) -> None:
        assert message(Body="a\x00b").text == "ab"

    @pytest.mark.parametrize("word", sorted(STOP_WORDS))
    def test_a_default_word_has_been_acted_upon(self, word: str) -> None:
        received = message(Body=f" {word.lower()}\n")

        assert (received.opt_out, received.text.strip().upper()) == ("STOP", word)

    @pytest.mark.parametrize("text", ["please cancel", "cancel.", "YES", "HELP", "info", "1", ""])
    def test_other_texts_have_not(self, text: str) -> None:
        assert message(Body=text).opt_out is None

    @pytest.mark.parametrize("word", ["start", "UNSTOP"])
    def test_a_word_that_lifts_the_block(self, word: str) -> None:
        assert message(Body=word).opt_out == "START"

    @pytest.mark.parametrize("mark", ["STOP", "START", "HELP"])
    def test_the_mark_counts_whatever_the_words(self, mark: str) -> None:
        assert message(Body="arrêt", OptOutType=mark).opt_out == mark

    def test_with_advanced_opt_out_only_the_mark_counts(self) -> None:
        assert message(ADVANCED, Body="CANCEL").opt_out is None
        assert message(ADVANCED, Body="CANCEL", OptOutType="STOP").opt_out == "STOP"

    def test_without_a_sender(self) -> None:
        assert refused(form_request(MESSAGE | {"From": ""})) == 400

    def test_something_else_that_is_genuine(self) -> None:
        assert parsed(form_request({"CallSid": "CA1", "CallStatus": "ringing"})) == ()


class TestReport:
    @pytest.mark.parametrize(
        ("status", "state"),
        [
            ("accepted", "queued"),
            ("queued", "queued"),
            ("sending", "queued"),
            ("sent", "sent"),
            ("delivered", "delivered"),
            ("read", "delivered"),
            ("undelivered", "undelivered"),
            ("partially_delivered", "undelivered"),
            ("failed", "failed"),
            ("canceled", "failed"),
        ],
    )
    def test_each_state_has_a_key_of_its_own(self, status: str, state: str) -> None:
        sid = REPORT["MessageSid"]

        found = report(MessageStatus=status)

        assert (found.provider_key, found.message_id, found.state) == (f"status:{sid}:{status}", sid, state)

    def test_a_state_that_is_new(self) -> None:
        assert parsed(form_request(REPORT | {"MessageStatus": "teleported"})) == ()

    @pytest.mark.parametrize("code", ["21610", "30005", "30006"])
    def test_an_address_that_takes_nothing_more(self, code: str) -> None:
        found = report(MessageStatus="failed", ErrorCode=code)

        assert (found.code, found.unreachable) == (code, True)

    @pytest.mark.parametrize("code", ["30003", "30007", "30008"])
    def test_a_failure_that_may_pass(self, code: str) -> None:
        found = report(MessageStatus="undelivered", ErrorCode=code)

        assert (found.code, found.unreachable) == (code, False)


def test_the_web_process_does_not_load_the_sender() -> None:
    code = "import sys, channels.registry, channels.sms.inbound; print('twilio.rest' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


class TestUnreadable:
    @pytest.mark.parametrize("media_type", ["", "text/plain", "multipart/form-data; boundary=x"])
    def test_another_type_of_content(self, media_type: str) -> None:
        assert refused(with_header(form_request(MESSAGE), "Content-Type", media_type)) == 415

    def test_a_huge_body(self) -> None:
        assert refused(form_request(MESSAGE | {"Body": "a" * MAX_BODY_BYTES})) == 413

    @pytest.mark.parametrize("body", [b"\xff=1", b"Body=%ff", b"a&" * 30_000])
    def test_a_form_that_is_none(self, body: bytes) -> None:
        assert refused(replace(form_request(MESSAGE), body=body)) == 400

    @pytest.mark.parametrize("posted", [["a"], "a", 1, None, {"Body": "\ud800"}])
    def test_genuine_json_that_is_no_message(self, posted: object) -> None:
        assert refused(json_request(posted)) == 400

    def test_an_id_that_is_none(self) -> None:
        assert refused(form_request(MESSAGE | {"MessageSid": "SM1:x y"})) == 400

    @settings(deadline=None)
    @given(
        body=st.binary(max_size=200),
        media_type=st.sampled_from([FORM, "application/json", "text/plain", ""]),
        signature=st.text(max_size=40),
    )
    def test_nothing_but_a_refusal_is_ever_raised(self, body: bytes, media_type: str, signature: str) -> None:
        headers = {"Content-Type": media_type, "X-Twilio-Signature": signature}

        assert refused(WebhookRequest("POST", URL, headers, body)) in (400, 403, 415)


class TestRecipient:
    def test_a_message_was_sent_to_us(self) -> None:
        assert recipient(form_request(MESSAGE)) == "+15550001000"
        assert recipient(json_request(MESSAGE)) == "+15550001000"

    def test_a_report_is_on_what_came_from_us(self) -> None:
        assert recipient(form_request(REPORT)) == "+15550001000"

    def test_a_report_from_before_a_number_was_picked(self) -> None:
        early = {"MessageSid": "SM1", "MessageStatus": "failed", "MessagingServiceSid": "MG1", "To": "+1555"}

        assert recipient(form_request(early)) == "MG1"

    def test_what_cannot_be_read_is_for_nobody(self) -> None:
        assert recipient(WebhookRequest("POST", URL, {}, b"To=%ff")) is None
        assert recipient(form_request({"Body": "hello"})) is None
        assert recipient(form_request(MESSAGE | {"Body": "a" * MAX_BODY_BYTES})) is None
