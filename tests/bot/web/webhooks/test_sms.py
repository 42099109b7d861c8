"""Texts: genuine or not, twice, out of the ordinary, and the whole way out by digits."""

import hashlib
import json
import threading
from dataclasses import replace
from typing import Any

import pytest

from bot.handoff import claim
from channels.sms.gsm7 import segments
from tests.bot.web.chat.house import BASE_URL, House, web_of
from tests.bot.web.chat.visitor import error_in
from tests.bot.web.webhooks.phone import (
    PATH,
    STRANGER,
    TOKEN,
    Phone,
    at_confirmation,
    only_case,
    signed,
    transcript,
)


@pytest.fixture
def phone(house: House) -> Phone:
    """The phone of a known customer."""
    return Phone(house)


def test_the_whole_way_by_digits(house: House, phone: Phone) -> None:
    (asked,) = phone.text("I want to cancel")
    assert "automated assistant" in asked
    assert "1 Use this phone number" in asked
    phone.text("1")
    (offer,) = phone.text(phone.code)
    assert "1 No, cancel" in offer
    (quote,) = phone.text("1")
    assert "1 Confirm cancellation" in quote

    receipt, *rest = phone.text("1")

    assert "cancelled. No. BL-" in receipt
    assert "Received Mar 10" in receipt
    assert any("Done:" in text for text in rest)
    assert only_case(house).status == "reconciled"
    assert len(house.sent("ada.sommer@example.com")) == 1
    assert max(segments(text).count for text in phone.received) <= 3


@pytest.mark.check(40)
def test_the_senders_number_alone_reveals_and_does_nothing(house: House, phone: Phone) -> None:
    (known,) = phone.text("I want to cancel")
    (unknown,) = Phone(house, STRANGER).text("I want to cancel")

    assert known == unknown
    assert house.offices.calls == []


def test_in_german(phone: Phone) -> None:
    (asked,) = phone.text("Ich möchte kündigen")

    assert "Kundennummer" in asked or "Kontonummer" in asked


FORGED: dict[str, Any] = {
    "none": "",
    "of another token": signed({"Body": "x"}, "another-token"),
    "cut": "abc=",
    "not ASCII": "ü",
    "long": "a" * 100_000,
}


@pytest.mark.check(21)
def test_what_twilio_did_not_sign_leaves_no_trace(house: House, phone: Phone) -> None:
    before = house.rows()
    form = phone.form("I want to cancel")

    answers = {name: error_in(phone.post(form, value)) for name, value in FORGED.items()}

    assert answers == dict.fromkeys(FORGED, (403, "refused"))
    assert error_in(house.client().post(PATH, data=form)) == (403, "refused")
    assert house.rows() == before


@pytest.mark.check(21)
def test_a_genuine_signature_for_something_else_is_refused(house: House, phone: Phone) -> None:
    before = house.rows()
    form = phone.form("I want to cancel")
    other_url = signed(form, url="https://another.example/webhooks/sms/demo")
    others_number = phone.form("I want to cancel", To="+15550001111")

    answers = [
        phone.post({**form, "Body": "cancel it all"}, signed(form)),
        phone.post({**form, "Added": "1"}, signed(form)),
        phone.post({name: value for name, value in form.items() if name != "NumMedia"}, signed(form)),
        phone.post(form, other_url),
        phone.post(form, signed(form, url=f"http://localhost{PATH}/")),
        phone.post(form, signed(form, TOKEN[:-1])),
        phone.post(others_number),
    ]

    assert [error_in(answer) for answer in answers] == [(403, "refused")] * 7
    assert house.rows() == before


def test_what_cannot_be_read_is_refused(house: House, phone: Phone) -> None:
    before = house.rows()
    headers = {"X-Twilio-Signature": "abc="}
    client = house.client()
    no_sender = {name: value for name, value in phone.form("hi").items() if name != "From"}

    answers = [
        client.post(PATH, data="hi", content_type="text/plain", headers=headers),
        client.post(PATH, data=b"Body=" + b"a" * 70_000, content_type="application/x-www-form-urlencoded"),
        client.post(PATH, data=b"Body=" + b"a" * 1_100_000, headers=headers),
        client.post(PATH, data=b"{", content_type="application/json", headers=headers),
        client.post("/webhooks/email/demo", data={}),
        client.post("/webhooks/sms/nobody", data={}),
        client.post("/webhooks/nothing/demo", data={}),
        phone.post(no_sender),
    ]

    codes = [error_in(answer)[0] for answer in answers]
    assert codes == [415, 413, 413, 403, 404, 404, 404, 400]
    assert house.rows() == before


def test_json_is_checked_by_its_hash(house: House, phone: Phone) -> None:
    body = json.dumps(phone.form("I want to cancel"))
    before = house.rows()

    unsigned_body = house.client().post(
        PATH, data=body, content_type="application/json", headers={"X-Twilio-Signature": signed({})}
    )

    assert error_in(unsigned_body) == (403, "refused")
    assert house.rows() == before


@pytest.mark.check(23)
def test_json_is_taken_as_it_was_signed_and_refused_once_changed(house: House, phone: Phone) -> None:
    body = json.dumps(phone.form("I want to cancel")).encode()
    url = f"{PATH}?bodySHA256={hashlib.sha256(body).hexdigest()}"
    changed = body.replace(b"want to cancel", b"wish to remain")
    rehashed = f"{PATH}?bodySHA256={hashlib.sha256(changed).hexdigest()}"
    headers = {"X-Twilio-Signature": signed({}, url=BASE_URL + url)}
    before = house.rows()

    tampered = [
        house.client().post(path, data=sent, content_type="application/json", headers=headers)
        for path, sent in ((url, changed), (rehashed, changed), (PATH, body), (url, body + b" "))
    ]
    assert [error_in(answer) for answer in tampered] == [(403, "refused")] * 4
    assert house.rows() == before
    genuine = house.client().post(url, data=body, content_type="application/json", headers=headers)

    assert genuine.status_code == 204
    assert house.count("cancellation_case") == 1


@pytest.mark.check(22)
def test_behind_a_tls_proxy_the_public_address_counts(house: House, phone: Phone) -> None:
    settings = replace(house.app.settings, base_url="https://bot.example")
    client = web_of(replace(house.app, settings=settings), house.streams).test_client()
    form = phone.form("I want to cancel")

    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "bot.example", "Host": "10.0.0.7:8700"}

    inner = client.post(PATH, data=form, headers={"X-Twilio-Signature": signed(form)})
    assert [inner.status_code, house.count("inbox")] == [403, 0]
    form = phone.form("I want to cancel", Fraud="no", ToZip="", MessagingServiceSid="MG" + "1" * 32)
    public = client.post(
        PATH,
        data=form,
        headers={"X-Twilio-Signature": signed(form, url=f"https://bot.example{PATH}"), **forwarded},
    )

    assert [public.status_code, house.count("cancellation_case")] == [204, 1]


@pytest.mark.check(22)
def test_parameters_that_we_do_not_know_are_passed_over(phone: Phone) -> None:
    assert phone.text("I want to cancel", Fraud="no", MessagingServiceSid="MG" + "1" * 32, ToZip="")


def test_a_message_delivered_again_is_one_message(house: House, phone: Phone) -> None:
    form = phone.form("I want to cancel")

    answers = [phone.post(form).status_code for _ in range(3)]
    house.run_due()

    assert answers == [204] * 3
    assert len(phone.received) == 1
    assert [row.author for row in transcript(house, phone)] == ["customer", "bot"]


@pytest.mark.check(24)
def test_a_message_delivered_thrice_at_once_is_one_message(house: House, phone: Phone) -> None:
    form, gate = phone.form("I want to cancel"), threading.Barrier(3)
    answers: list[int] = []

    def deliver() -> None:
        gate.wait()
        answers.append(phone.post(form).status_code)

    threads = [threading.Thread(target=deliver) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    house.run_due()

    assert answers == [204] * 3
    assert len(phone.received) == 1
    assert house.count("cancellation_case") == 1


@pytest.mark.check(24)
def test_a_confirmation_delivered_again_cancels_once(house: House, phone: Phone) -> None:
    at_confirmation(phone)
    form, before = phone.form("1"), len(phone.received)
    phone.post(form)
    house.run_due()
    answered = phone.received[before:]

    for _ in range(2):
        assert phone.post(form).status_code == 204
        house.run_due()

    assert house.count("record") == 1
    assert house.offices.calls.count("cancel") == 1
    assert len(house.sent("ada.sommer@example.com")) == 1
    assert phone.received[before:] == answered


@pytest.mark.check(24)
def test_a_capture_replayed_a_year_later_does_nothing(house: House, phone: Phone) -> None:
    form = phone.form("I want to cancel")
    phone.post(form)
    before = house.rows()
    house.clock.go_on(days=365)

    assert phone.post(form).status_code == 204
    assert house.rows() == before


def test_pictures_decide_nothing(house: House, phone: Phone) -> None:
    at_confirmation(phone)

    answer = phone.text(
        "1", NumMedia="1", MediaUrl0="https://api.twilio.com/x", MediaContentType0="image/png"
    )

    assert "cannot read pictures" in " ".join(answer)
    assert only_case(house).decision is None
    assert phone.text("", NumMedia="1", MediaUrl0="https://api.twilio.com/y")


def test_an_empty_text_is_answered_with_what_can_be_done(phone: Phone) -> None:
    assert "What can I do for you" in " ".join(phone.text(""))


def test_while_an_agent_holds_the_chat_the_bot_texts_nothing(house: House, phone: Phone) -> None:
    at_confirmation(phone)
    phone.post(phone.form("human"))
    with house.app.database.read() as uow:
        conversation = uow.conversations.open_of(house.brand.id, phone.address.id)
    assert conversation is not None
    assert conversation.status == "waiting"
    before = len(phone.received)

    claim(house.app, house.agent, conversation.id)
    house.run_due()

    assert [text for text in phone.received[before:] if "joined" not in text] == []
