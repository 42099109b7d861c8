"""An export is complete: everything that was said, sent, sealed and known."""

import re
from pathlib import Path

import pytest

from bot.records.sealing import verify
from bot.rights import document
from bot.rights.document import Export
from bot.rights.subject import UnknownSubject
from tests.bot.rights.keeper import Keeper
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.webhooks.phone import ADA as ADAS_PHONE
from tests.bot.web.webhooks.phone import Phone

ADA = "BL-1001"
DOCS = (Path(__file__).parents[3] / "docs" / "export.md").read_text(encoding="utf-8")


@pytest.mark.check(16)
def test_everything_is_in_it(house: House, keeper: Keeper, ada: Visitor) -> None:
    shown = ada.look()
    number = shown["record"]["number"]

    found = keeper.export(ADA)

    (conversation,) = found.conversations
    assert [(each.number, each.text) for each in conversation.messages] == [
        (each["number"], each["text"]) for each in shown["messages"]
    ]
    assert conversation.identified_as is not None
    assert conversation.identified_as["customer"] == ADA
    (case,) = found.cases
    assert (case.status, case.decision) == ("reconciled", "cancel")
    assert None not in (case.declared_at, case.accepted_at, case.executed_at, case.reconciled_at)
    assert case.details is not None
    assert case.details["service_name"] == "Brightline Fibre 100"
    (mail,) = [each for each in found.deliveries if each.kind == "confirmation"]
    assert (mail.state, mail.content["number"]) == ("done", number)
    assert mail.done_at is not None
    assert (found.customer, found.brand.slug) == (ADA, "demo")


@pytest.mark.check(16)
def test_its_receipts_are_the_bytes_that_verify(house: House, keeper: Keeper, ada: Visitor) -> None:
    records = keeper.export(ADA).records

    assert len(records) == 2
    for record in records:
        assert record.verifies
        assert record.receipt.encode() == keeper.receipt(record.number)
        assert verify(record.receipt.encode(), house.brand.signing_public).valid
        assert record.personal["fields"]["reference"] == ADA


def test_the_back_office_tells_what_it_knows(keeper: Keeper) -> None:
    office = keeper.export("BL-1001").back_office

    assert office is not None
    assert office.customer["email"] == "ada.sommer@example.com"
    (service,) = office.services
    assert service["name"] == "Brightline Fibre 100"
    assert service["charges"]


def test_all_channels_are_in_it(house: House, keeper: Keeper, ada: Visitor) -> None:
    phone = Phone(house)
    phone.text("I want to cancel")
    phone.text("1")
    code = phone.code
    phone.text(code)
    phone.text("stop texting me")

    found = keeper.export(ADA)

    assert [each.channel for each in found.conversations] == ["webchat", "sms"]
    (sms,) = [each for contact in found.contacts for each in contact.addresses if each.channel == "sms"]
    assert (sms.address, sms.opted_out_at) == (ADAS_PHONE, house.clock())
    assert [each.sent_to for each in found.identifications] == [ADAS_PHONE]
    assert code not in found.model_dump_json()


def test_whoever_was_never_identified_is_found_by_the_record(house: House, keeper: Keeper) -> None:
    visitor, number = declared(house)

    found = keeper.export(number)

    assert (found.customer, found.back_office) == (None, None)
    assert [each.number for each in found.records] == [number]
    assert len(found.conversations[0].messages) == visitor.look()["messages"][-1]["number"]


def test_a_record_of_a_customer_leads_to_all_of_them(keeper: Keeper, ada: Visitor) -> None:
    number = ada.look()["record"]["number"]

    assert keeper.export(number) == keeper.export(ADA)


@pytest.mark.parametrize(
    ("who", "told"), [("BL-1OO1", "did you mean 'BL-1001'"), ("nobody", "has no customer 'nobody'")]
)
def test_nobody_is_said_to_be_nobody(keeper: Keeper, who: str, told: str) -> None:
    with pytest.raises(UnknownSubject, match=told):
        keeper.export(who)


def test_after_the_erasure_only_the_evidence_is_handed_out(keeper: Keeper, ada: Visitor) -> None:
    keeper.erase(ADA)

    found = keeper.export(ADA)

    assert (found.contacts, found.conversations, found.deliveries) == ((), (), ())
    assert [each.details for each in found.cases] == [None]
    assert [each.verifies for each in found.records] == [True]


def test_its_form_is_told() -> None:
    """Every field of every part, and its schema is one that programs can read."""
    parts = [
        each
        for each in vars(document).values()
        if isinstance(each, type) and issubclass(each, document.Part) and each is not document.Part
    ]

    told = set(re.findall(r"`([a-z_]+)`", DOCS))

    assert {name for part in parts for name in part.model_fields} - told == set()
    assert Export.model_json_schema()["properties"]["version"]["const"] == 1


def declared(house: House) -> tuple[Visitor, str]:
    """Somebody who could not be identified has left a declaration; and its number."""
    visitor = Visitor(house.client()).begin()
    visitor.say("I want to cancel")
    visitor.press("Go on without")
    visitor.say("Jutta Berg, contract 4711, jutta.berg@example.com")
    house.run_due()
    number: str = visitor.look()["record"]["number"]
    return visitor, number


def test_the_mood_that_was_noted_beside_a_message_is_in_it(keeper: Keeper, ada: Visitor) -> None:
    ada.say("thank you, that was very helpful")

    (conversation,) = keeper.export(ADA).conversations
    said = [each for each in conversation.messages if each.direction == "in"]
    assert [each.sentiment for each in said if each.text.startswith("thank you")] == ["positive"]
