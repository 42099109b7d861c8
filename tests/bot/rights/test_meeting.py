"""Where somebody meets an erased person: texts stay unwanted, a late report harms nobody."""

import re

import pytest

from bot.rights.erasing import NotErased, erase
from bot.rights.subject import Subject, subject_of_person
from storage.unit_of_work import UnitOfWork
from tests.bot.rights.keeper import Keeper
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.webhooks.phone import ADA as ADAS_PHONE
from tests.bot.web.webhooks.phone import Phone, at_confirmation

ADA = "BL-1001"


@pytest.fixture
def phone(house: House) -> Phone:
    """Ada has cancelled by text message."""
    phone = Phone(house)
    at_confirmation(phone)
    phone.text("1")
    return phone


@pytest.mark.check(16)
def test_texts_stay_unwanted(house: House, keeper: Keeper, phone: Phone) -> None:
    phone.text("STOP", OptOutType="STOP")
    assert keeper.plan(ADA).opt_outs == 1
    before = phone.address

    keeper.erase(ADA)

    assert ADAS_PHONE.encode() not in keeper.content()
    assert phone.text("hello?") == []
    assert (phone.address.id != before.id, phone.address.opted_out_at) == (True, before.opted_out_at)


def test_what_is_still_to_be_sent_is_dropped(house: House, keeper: Keeper, phone: Phone) -> None:
    phone.post(phone.form("status"))
    assert waiting_to_go(house) > 0

    keeper.erase(ADA)

    assert waiting_to_go(house) == 0
    house.run_due()
    assert phone.received == []


def test_a_report_on_a_message_of_an_erased_person_harms_nobody(
    house: House, keeper: Keeper, phone: Phone
) -> None:
    sid = sids(house)[-1]

    keeper.erase(ADA)

    assert phone.report(sid, "delivered").status_code == 204
    assert sids(house) == []


def test_a_message_that_is_not_processed_yet_comes_first(house: House, keeper: Keeper, phone: Phone) -> None:
    with house.app.database.write() as uow:
        account = house.account("sms")
        lane = f"{account.id}:{uow.contacts.sender_hash(house.brand.id, ADAS_PHONE).hex()[:32]}"
        uow.inbox.store(
            house.brand.id,
            account.id,
            provider_key="SM-late",
            lane=lane,
            payload=b"{}",
            now=house.clock(),
        )

    with pytest.raises(NotErased, match="not processed yet"):
        keeper.erase(ADA)

    assert [each.state for each in keeper.export(ADA).unprocessed] == ["pending"]


def test_what_could_not_be_processed_goes_as_well(house: House, keeper: Keeper, phone: Phone) -> None:
    with house.app.database.write() as uow:
        account = house.account("sms")
        lane = f"{account.id}:{uow.contacts.sender_hash(house.brand.id, ADAS_PHONE).hex()[:32]}"
        row = uow.inbox.store(
            house.brand.id,
            account.id,
            provider_key="SM-bad",
            lane=lane,
            payload=b"{}",
            now=house.clock(),
        )
        assert not hasattr(row, "original")
        uow.inbox.park(row.id, "ValueError: Ada Sommer", house.clock())

    keeper.erase(ADA)

    with house.app.database.read() as uow:
        assert uow.inbox.parked(house.brand.id) == []
    assert b"ValueError" not in keeper.content()


def test_a_code_of_an_erased_chat_leads_nowhere(house: House, keeper: Keeper, ada: Visitor) -> None:
    ada.say("continue elsewhere")
    shown = re.search(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b", ada.text)
    assert shown is not None
    keeper.erase(ADA)

    answers = Phone(house, "+491713920088").text(shown[0])

    assert any("code" in answer for answer in answers)


def test_whoever_is_being_served_this_minute_is_erased_the_next(
    house: House, keeper: Keeper, phone: Phone
) -> None:
    phone.post(phone.form("status"))
    claimed = house.deliverer.claim()

    with pytest.raises(NotErased, match="this minute"):
        keeper.erase(ADA)

    for each in claimed:
        house.deliverer.carry_out(each)
    keeper.erase(ADA)
    assert len(keeper.proofs()) == 1


def test_two_who_erase_at_once_note_it_once(house: House, keeper: Keeper, phone: Phone) -> None:
    person = keeper.plan(ADA).subject.persons[0]

    def find(uow: UnitOfWork) -> Subject:
        return subject_of_person(uow, house.brand, person)

    keeper.erase(ADA)
    erase(house.app, house.brand, find, "retention")

    assert len(keeper.proofs()) == 1


def waiting_to_go(house: House) -> int:
    with house.app.database.engine.connect() as connection:
        query = "SELECT count(*) FROM effect WHERE kind = 'send_message' AND state IN ('due', 'queued')"
        return int(connection.exec_driver_sql(query).scalar_one())


def sids(house: House) -> list[str]:
    with house.app.database.engine.connect() as connection:
        query = "SELECT provider_ref FROM effect WHERE provider_ref IS NOT NULL ORDER BY seq"
        return [row[0] for row in connection.exec_driver_sql(query)]
