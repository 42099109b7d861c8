"""What the brand ends and the customer disputes, settled in the chat before its last day."""

from datetime import timedelta
from typing import Any

import pytest

from dialogs.ids import CustomerRef
from storage.repositories.effects import EffectRow
from storage.repositories.local_office import OfficeServiceRow
from tests.bot.web.desk.world import Customer, Desk, World, error_of

WHY = "The invoice of March is not paid"


@pytest.fixture
def disputing(world: World) -> Customer:
    return world.disputing()


def ending_in(desk: Desk, customer: Customer) -> dict[str, Any]:
    """The case of what the brand ends, as the panel shows it."""
    cases = desk.read(f"conversations/{customer.id}")["panel"]["cases"]
    (found,) = (case for case in cases if case["ending"])
    return dict(found)


def service_of(world: World) -> OfficeServiceRow:
    with world.database.read() as uow:
        (row, *_) = uow.local_office.services_of(world.house.id, CustomerRef("L-000001"))
    return row


def stuck(world: World) -> list[EffectRow]:
    with world.database.read() as uow:
        return uow.outbox.given_up(world.house.id)


def uphold(desk: Desk, customer: Customer, reason: str = WHY) -> Any:
    return desk.act(customer, "uphold", case=ending_in(desk, customer)["id"], reason=reason)


def take_back(desk: Desk, customer: Customer, note: str = "It was paid") -> Any:
    return desk.act(customer, "take-back", case=ending_in(desk, customer)["id"], note=note)


def test_it_stands_the_customer_reads_why_and_it_ends_on_its_day(
    world: World, kim: Desk, disputing: Customer
) -> None:
    kim.act(disputing, "claim")
    shown = ending_in(kim, disputing)
    assert (shown["ending"]["standing"], shown["ending"]["may_be_upheld"]) == ("disputed", True)

    assert uphold(kim, disputing).status_code == 200

    assert f"all the same. The reason: {WHY}." in disputing.hears[-1]
    assert disputing.events[-1] == f"Kim upheld the end of {shown['service']}: {WHY}."
    assert disputing.transcript[-2].body.name == "Kim"
    assert ending_in(kim, disputing)["ending"]["standing"] == "upheld"
    world.deliver()
    assert service_of(world).status == "active"
    world.clock.ahead += timedelta(days=21)
    world.deliver()
    assert service_of(world).status in ("ending", "ended")
    assert stuck(world) == []


def test_it_is_taken_back_and_goes_on(world: World, kim: Desk, disputing: Customer) -> None:
    kim.act(disputing, "claim")
    before = ending_in(kim, disputing)

    assert take_back(kim, disputing).status_code == 200

    assert "does not end" in disputing.hears[-1]
    assert disputing.events[-1] == f"Kim took back the end of {before['service']}: It was paid"
    after = ending_in(kim, disputing)
    assert (after["ending"]["standing"], after["record_kind"]) == ("withdrawn", "reversal")
    assert after["record"] != before["record"]
    world.clock.ahead += timedelta(days=40)
    world.deliver()
    assert service_of(world).status == "active"
    assert stuck(world) == []


def test_what_waited_for_the_answer_is_carried_out_with_it(
    world: World, kim: Desk, disputing: Customer
) -> None:
    world.clock.ahead += timedelta(days=21)
    world.deliver()
    assert [row.kind for row in stuck(world)] == ["terminate_service"]
    kim.log_in("Kim")
    kim.act(disputing, "claim")

    uphold(kim, disputing)
    world.deliver()

    assert service_of(world).status in ("ending", "ended")
    assert stuck(world) == []


def test_it_is_answered_once(world: World, kim: Desk, disputing: Customer) -> None:
    kim.act(disputing, "claim")
    uphold(kim, disputing)
    hears = disputing.hears

    assert error_of(uphold(kim, disputing)) == (409, "nothing_to_settle")
    assert disputing.hears == hears
    # Until it is carried out it can still be taken back; then there is nothing left to answer.
    assert take_back(kim, disputing).status_code == 200
    assert error_of(take_back(kim, disputing)) == (409, "nothing_to_settle")
    assert error_of(uphold(kim, disputing)) == (409, "nothing_to_settle")


def test_only_who_has_the_chat_answers(kim: Desk, robin: Desk, disputing: Customer) -> None:
    for answer in (uphold, take_back):
        assert error_of(answer(kim, disputing)) == (409, "not_held")
    robin.act(disputing, "claim")
    for answer in (uphold, take_back):
        assert error_of(answer(kim, disputing)) == (409, "held")
    assert ending_in(kim, disputing)["ending"]["standing"] == "disputed"


def test_the_customer_is_never_left_without_a_reason(kim: Desk, disputing: Customer) -> None:
    kim.act(disputing, "claim")

    assert error_of(uphold(kim, disputing, " ")) == (422, "bad_text")
    assert error_of(uphold(kim, disputing, "x" * 201)) == (422, "bad_text")
    assert error_of(take_back(kim, disputing, "")) == (422, "bad_text")
    assert ending_in(kim, disputing)["ending"]["standing"] == "disputed"


def test_what_is_ended_of_somebody_else_is_unknown_here(world: World, kim: Desk, disputing: Customer) -> None:
    other = world.waiting()
    kim.act(other, "claim")
    case = ending_in(kim, disputing)["id"]

    assert error_of(kim.act(other, "uphold", case=case, reason=WHY)) == (404, "not_found")
    assert error_of(kim.act(other, "take-back", case=case, note=WHY)) == (404, "not_found")
