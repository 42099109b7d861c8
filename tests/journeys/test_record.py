"""What the customer holds at the end proves itself, without the program that made it."""

import json

import pytest

from bot.records.sealing import verify
from tests.journeys.people import Visitor, mail_about
from tests.journeys.running import Running
from tests.journeys.tables import public_key_of


@pytest.mark.check(10)
def test_the_receipt_in_the_mail_verifies_with_the_brands_public_key(demo: Running) -> None:
    ada = Visitor.of(demo, "BL-1001")
    ada.say("I want to cancel")
    ada.press()
    ada.press()
    mail = mail_about(demo, "ada.sommer@example.com", ada.answer["record"]["number"])
    receipt = demo.caller().get(mail["attachments"][0]["url"]).body
    key = public_key_of(demo, "demo")

    verdict = verify(receipt, key)
    record = json.loads(receipt)["record"]

    assert (verdict.valid, verdict.problem) == (True, None)
    assert verdict.number == ada.answer["record"]["number"]
    assert record["service"]["name"] == "Brightline Fibre 100"
    assert "ada.sommer" not in receipt.decode()
    assert not verify(receipt.replace(b"Fibre 100", b"Fibre 999"), key).valid
    assert not verify(receipt, b"\x01" * 32).valid
