"""Erased on request: nothing readable is left but the evidence, and whoever comes again is new."""

from contextlib import suppress
from threading import Thread

import pytest

from bot.records.sealing import verify
from bot.rights.erasing import NotErased, erase
from bot.rights.subject import Subject
from storage.unit_of_work import UnitOfWork
from tests.bot.rights.keeper import Keeper
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, vouching

SECRETS = (b"Ada", b"Sommer", b"ada.sommer@example.com", b"1713920001", b"Zwiebelturm")
ADA = "BL-1001"


def number_of(visitor: Visitor) -> str:
    number: str = visitor.look()["record"]["number"]
    return number


@pytest.mark.check(16)
def test_nothing_readable_is_left_but_the_record(house: House, keeper: Keeper, ada: Visitor) -> None:
    number = number_of(ada)
    receipt = keeper.receipt(number)
    assert b"ada.sommer@example.com" in keeper.content()
    house.clock.go_on(days=60)  # the service has ended

    keeper.erase(ADA)

    content = keeper.content()
    assert [secret for secret in SECRETS if secret in content] == []
    assert receipt is not None
    assert keeper.receipt(number) == receipt
    assert verify(receipt, house.brand.signing_public).valid


@pytest.mark.check(16)
def test_what_was_erased_is_noted_without_naming_anybody(house: House, keeper: Keeper, ada: Visitor) -> None:
    number = number_of(ada)
    messages = ada.look()["messages"][-1]["number"]

    (first, reason) = [each.number for each in keeper.export(ADA).records]
    erased = keeper.erase(ADA)

    (proof,) = keeper.proofs()
    assert proof == erased.proof
    assert (proof.cause, proof.conversations, proof.messages, proof.cases) == ("requested", 1, messages, 1)
    # Why she left proves nothing, and may be in her own words.
    assert (first, proof.records) == (number, [reason])
    assert proof.kept == [{"number": number, "reason": "retention", "until": "2029-03-10"}]
    assert proof.at == house.clock()


def test_while_a_contract_runs_the_back_office_keeps_its_customer(keeper: Keeper, ada: Visitor) -> None:
    assert keeper.plan(ADA).runs_in_office

    keeper.erase(ADA)

    office = keeper.export(ADA).back_office
    assert office is not None
    assert office.customer["name"] == "Ada Sommer"


def test_whoever_was_erased_is_somebody_new(house: House, keeper: Keeper, ada: Visitor) -> None:
    keeper.erase(ADA)

    assert ada.client.get(ada.path("messages"), headers=ada.headers).status_code == 401
    again = Visitor(house.client()).begin(identity=vouching(ADA, house.clock.now))
    again.say("status")
    assert again.answer["case"] is None
    assert len(keeper.export(ADA).contacts) == 1


def test_an_open_page_goes_on_with_a_new_chat(house: House, keeper: Keeper, ada: Visitor) -> None:
    keeper.erase(ADA)

    ada.begin()

    assert "automated assistant" in ada.text


@pytest.mark.check(16)
def test_what_is_accepted_is_carried_out_first(house: House, keeper: Keeper) -> None:
    visitor = Visitor(house.client()).begin(ADA)
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    before = visitor.look()

    with pytest.raises(NotErased, match="accepted and not carried out yet"):
        keeper.erase(ADA)

    assert visitor.look() == before
    assert keeper.proofs() == []
    house.run_due()
    keeper.erase(ADA)
    assert keeper.proofs() != []


def test_a_wish_that_was_never_confirmed_goes_as_well(house: House, keeper: Keeper) -> None:
    visitor = Visitor(house.client()).begin(ADA)
    visitor.say("I want to cancel")

    keeper.erase(ADA)

    with house.app.database.read() as uow:
        assert uow.cases.count_undecided(house.brand.id) == 0
    again = Visitor(house.client()).begin(identity=vouching(ADA, house.clock.now))
    again.say("I want to cancel")
    again.press("No, cancel")
    again.press("Confirm cancellation")
    assert again.answer["record"]["number"]


def test_whoever_confirms_at_that_very_moment_is_not_lost(house: House, keeper: Keeper) -> None:
    visitor = Visitor(house.client()).begin(ADA)
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    confirm = visitor.choice("Confirm cancellation")
    confirming = Thread(target=lambda: visitor.post(choice=confirm))
    looks = []

    def find(uow: UnitOfWork) -> Subject:
        looks.append(uow)
        if len(looks) == 2:
            confirming.start()
            confirming.join(0.3)
        return keeper.find(uow, ADA)

    with suppress(NotErased):
        erase(house.app, house.brand, find, "requested")
    confirming.join(20)

    assert not confirming.is_alive()
    assert accepted_of_nobody(house) == 0


def test_all_chats_of_a_customer_go_and_nobody_elses(house: House, keeper: Keeper, ada: Visitor) -> None:
    second = Visitor(house.client()).begin(ADA)
    second.say("status")
    other = Visitor(house.client()).begin("BL-1002")
    shown = other.look()

    keeper.erase(ADA)

    assert second.client.get(second.path("messages"), headers=second.headers).status_code == 401
    assert other.look() == shown


def test_erased_twice_there_is_nothing_left_to_erase(house: House, keeper: Keeper, ada: Visitor) -> None:
    house.clock.go_on(days=60)
    keeper.erase(ADA)

    assert keeper.plan(ADA).is_empty


def accepted_of_nobody(house: House) -> int:
    """Cancellations that were accepted, wait to be carried out, and cannot be read any more."""
    query = """SELECT count(*) FROM cancellation_case JOIN person ON person.id = person_id
               WHERE status = 'accepted' AND erased_at IS NOT NULL"""
    with house.app.database.engine.connect() as connection:
        return int(connection.exec_driver_sql(query).scalar_one())
