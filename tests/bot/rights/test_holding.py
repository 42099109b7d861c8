"""What is held is kept, by whoever and why it would be erased."""

import pytest

from bot.rights.erasing import NotErased
from bot.rights.expiring import expire
from bot.rights.holding import NotHeld
from bot.rights.subject import UnknownSubject
from storage.errors import Conflict
from tests.bot.rights.keeper import Keeper
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor

ADA = "BL-1001"


@pytest.mark.check(16)
def test_a_customer_under_hold_is_kept_with_the_transcript(
    house: House, keeper: Keeper, ada: Visitor
) -> None:
    keeper.hold(customer=ADA)
    before = keeper.export(ADA)
    house.clock.go_on(days=10 * 365)

    with pytest.raises(NotErased, match="under hold"):
        keeper.erase(ADA)
    steps = list(expire(house.app, "demo"))

    assert {step.outcome for step in steps} == {"kept"}
    after = keeper.export(ADA)
    assert (after.conversations, after.records) == (before.conversations, before.records)


@pytest.mark.check(16)
def test_released_the_ordinary_times_count(house: House, keeper: Keeper, ada: Visitor) -> None:
    number = ada.look()["record"]["number"]
    keeper.hold(customer=ADA)
    keeper.release(customer=ADA)
    house.clock.go_on(days=10 * 365)

    keeper.erase(ADA)

    assert keeper.receipt(number) is None
    assert keeper.proofs()[0].records[0] == number


@pytest.mark.check(16)
def test_a_record_under_hold_outlives_its_person_and_its_time(
    house: House, keeper: Keeper, ada: Visitor
) -> None:
    number = ada.look()["record"]["number"]
    receipt = keeper.receipt(number)
    keeper.hold(record=number)
    house.clock.go_on(days=10 * 365)

    keeper.erase(ADA)
    assert list(expire(house.app, "demo"))[-1].outcome == "kept"

    assert keeper.receipt(number) == receipt
    assert keeper.proofs()[0].kept == [{"number": number, "reason": "hold", "until": None}]
    keeper.release(record=number)
    assert list(expire(house.app, "demo"))[-1].outcome == "erased"
    assert keeper.receipt(number) is None


def test_a_hold_on_a_customer_covers_what_an_earlier_erasure_kept(
    house: House, keeper: Keeper, ada: Visitor
) -> None:
    number = ada.look()["record"]["number"]
    keeper.erase(ADA)
    keeper.hold(customer=ADA)
    house.clock.go_on(days=10 * 365)

    assert [step.outcome for step in expire(house.app, "demo")] == ["kept"]

    assert keeper.receipt(number) is not None


def test_a_hold_is_set_once_and_released_once(keeper: Keeper, ada: Visitor) -> None:
    keeper.hold(customer=ADA)
    with pytest.raises(Conflict):
        keeper.hold(customer=ADA)
    keeper.release(customer=ADA)
    with pytest.raises(NotHeld, match="no hold is on the customer 'BL-1001'"):
        keeper.release(customer=ADA)
    keeper.hold(customer=ADA)


def test_nobody_and_nothing_cannot_be_held(house: House, keeper: Keeper, ada: Visitor) -> None:
    number = ada.look()["record"]["number"]
    with pytest.raises(UnknownSubject):
        keeper.hold(customer="BL-9999999")
    house.clock.go_on(days=10 * 365)
    keeper.erase(ADA)
    with pytest.raises(UnknownSubject, match="was erased already"):
        keeper.hold(record=number)


def test_of_a_released_hold_the_words_go_with_the_customer(
    house: House, keeper: Keeper, ada: Visitor
) -> None:
    keeper.hold(customer=ADA)
    keeper.release(customer=ADA)

    keeper.erase(ADA)

    with house.app.database.read() as uow:
        (row,) = uow.holds.all(house.brand.id)
    assert (row.customer, row.reason, row.who) == (None, None, "Kim")
