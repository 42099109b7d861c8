"""What Stripe tells: verified, once each, and nothing but sooner looks comes of it."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import stripe
from werkzeug.test import TestResponse

from bot.watches import FollowRefund, Thread, follow_refund
from dialogs.ids import CustomerRef, ServiceRef
from storage.repositories.effects import EffectRow
from tests.bot.backoffice.examples import euro
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, error_in

SECRET = "whsec_of_a_test"
CUSTOMER = "BL-1001"


@pytest.fixture
def watched(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """The demo with Stripe, whose fibre is cancelled and ends on 9 April."""
    visitor = Visitor(house.client()).begin(CUSTOMER)
    for words in ("I want to cancel", "No, cancel", "Confirm cancellation"):
        visitor.say(words)
    house.run_due()
    monkeypatch.setenv("STRIPE_KEY", "sk_test_00000001")
    monkeypatch.setenv("STRIPE_HOOK", SECRET)
    choose(house, {"kind": "stripe", "key": "env:STRIPE_KEY", "webhook_secret": "env:STRIPE_HOOK"})
    return house


def choose(house: House, office: Mapping[str, str]) -> None:
    with house.app.database.write() as uow:
        brand = uow.brands.by_slug("demo")
        assert brand is not None
        uow.brands.save(replace(brand, settings={**brand.settings, "back_office": dict(office)}))
    house.app.directory.forget()


def event(kind: str, ref: str = "evt_1", **subject: Any) -> bytes:
    told = {"id": ref, "object": "event", "type": kind, "data": {"object": {"customer": CUSTOMER, **subject}}}
    return json.dumps(told).encode()


def post(
    house: House, body: bytes, secret: str = SECRET, age: int = 0, header: str | None = None
) -> TestResponse:
    at = int(house.clock().timestamp()) - age
    signed = header or stripe.WebhookSignature.generate_signature_header(body.decode(), secret, at)
    return house.client().post("/webhooks/stripe/demo", data=body, headers={"Stripe-Signature": signed})


def looks(house: House, kind: str) -> list[EffectRow]:
    """The looks that wait, those due soonest first."""
    with house.app.database.engine.connect() as connection:
        cases = [row[0] for row in connection.exec_driver_sql("SELECT id FROM cancellation_case")]
    with house.app.database.read() as uow:
        rows = [row for case in cases for row in uow.outbox.of_case(house.brand.id, case)]
    found = [row for row in rows if row.kind == kind and row.state == "due"]
    return sorted(found, key=lambda row: row.due_at)


def test_what_comes_after_the_end_is_looked_at_now_and_all_later_looks_stay(watched: House) -> None:
    (waiting,) = looks(watched, "watch_end")
    watched.clock.go_on(days=(waiting.due_at - watched.clock()).days - 1)
    assert post(watched, event("customer.subscription.deleted")).status_code == 204
    assert looks(watched, "watch_end") == [waiting], "before the last day is over there is nothing to see"

    watched.clock.now = waiting.due_at - timedelta(hours=2)
    assert post(watched, event("invoice.paid", "evt_2")).status_code == 204

    sooner, unmoved = looks(watched, "watch_end")
    assert (sooner.due_at, unmoved) == (watched.clock(), waiting)


def test_an_event_that_comes_again_changes_nothing(watched: House) -> None:
    (waiting,) = looks(watched, "watch_end")
    watched.clock.now = waiting.due_at - timedelta(hours=2)
    post(watched, event("invoice.paid"))
    before = watched.rows()

    assert post(watched, event("invoice.paid")).status_code == 204

    assert watched.rows() == before


def test_money_is_looked_for_when_it_moves(watched: House) -> None:
    put_follow(watched)
    (waiting,) = looks(watched, "follow_refund")
    assert waiting.due_at > watched.clock()

    assert post(watched, event("charge.refunded")).status_code == 204

    (sooner,) = looks(watched, "follow_refund")
    assert (sooner.due_at, sooner.payload) == (watched.clock(), waiting.payload)


def test_a_refund_that_names_no_customer_is_known_by_our_key(watched: House) -> None:
    cause = put_follow(watched)

    post(watched, event("refund.updated", customer=None, metadata={"cancelbot_key": cause}))

    (sooner,) = looks(watched, "follow_refund")
    assert sooner.due_at == watched.clock()


def test_events_of_others_and_of_other_kinds_change_nothing(watched: House) -> None:
    put_follow(watched)
    before = watched.rows()

    for body in (
        event("charge.refunded", customer="BL-1002"),
        event("charge.refunded", customer=None),
        event("refund.updated", customer=None, metadata={"cancelbot_key": "cancel_service:unknown"}),
        event("customer.created"),
    ):
        assert post(watched, body).status_code == 204

    assert watched.rows() == before


@pytest.mark.parametrize(
    "sent",
    [
        {"secret": "whsec_of_another"},
        {"age": 301},
        {"age": -301},
        {"header": "none"},
        {"header": "t=abc,v1=00"},
        {"header": "t=1,t=2,v1=00"},
    ],
    ids=str,
)
def test_what_is_not_stripes_is_refused_and_nothing_written(watched: House, sent: dict[str, Any]) -> None:
    put_follow(watched)
    before = watched.rows()

    assert error_in(post(watched, event("charge.refunded"), **sent)) == (403, "refused")

    assert watched.rows() == before
    assert looks(watched, "follow_refund")[0].due_at > watched.clock()


def test_a_tampered_event_is_refused(watched: House) -> None:
    at = int(watched.clock().timestamp())
    genuine = stripe.WebhookSignature.generate_signature_header(event("invoice.paid").decode(), SECRET, at)

    assert error_in(post(watched, event("charge.refunded"), header=genuine)) == (403, "refused")


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{}", b'{"id": "evt_1", "type": "x", "data": {"object": 1}}', b"\xff"]
)
def test_what_is_no_event_is_refused(watched: House, body: bytes) -> None:
    at = int(watched.clock().timestamp())
    mac = hmac.new(SECRET.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()

    assert error_in(post(watched, body, header=f"t={at},v1={mac}")) == (403, "refused")


def test_a_second_signature_counts_while_the_secret_is_being_changed(watched: House) -> None:
    body, at = event("invoice.paid"), int(watched.clock().timestamp())
    genuine = stripe.WebhookSignature.generate_signature_header(body.decode(), SECRET, at)

    assert post(watched, body, header=genuine.replace(",v1=", ",v1=00,v1=")).status_code == 204


def test_whose_office_is_another_is_not_called(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    assert error_in(post(house, event("invoice.paid"))) == (404, "unknown_webhook")
    monkeypatch.setenv("STRIPE_KEY", "sk_test_00000001")
    choose(house, {"kind": "stripe", "key": "env:STRIPE_KEY"})
    assert error_in(post(house, event("invoice.paid"))) == (404, "unknown_webhook")


def test_without_its_secret_stripe_is_told_to_come_again(
    watched: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STRIPE_HOOK")

    assert error_in(post(watched, event("invoice.paid"))) == (503, "unavailable")


def put_follow(house: House) -> str:
    """Have money looked for tomorrow; the key of the write that it follows from."""
    (watch,) = looks(house, "watch_end")
    assert watch.case_id is not None
    cause = f"cancel_service:{watch.case_id}"
    customer, service = CustomerRef(CUSTOMER), ServiceRef("BL-1001-1")
    follow = FollowRefund(watch.case_id, customer, service, cause, euro("9.90"), look=1)
    with house.app.database.write() as uow:
        follow_refund(uow, Thread.of(watch), follow, house.clock())
    return cause
