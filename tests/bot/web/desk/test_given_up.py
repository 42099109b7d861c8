"""What was given up outside, and settling it by hand."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.backoffice.base import Unavailable
from bot.effects import SEND_MESSAGE
from dialogs.ids import EffectId
from storage.repositories.effects import EffectRow
from tests.bot.web.desk.world import Customer, Desk, World, error_of

MENU = "1 Cancel something\n2 Where does my cancellation stand?\n3 Talk to a person"


@pytest.fixture
def accepted(world: World) -> Customer:
    """A customer whose cancellation the back office then refused."""
    customer = world.vouched("L-000001")
    customer.says("I want to cancel")
    customer.says("", choice="cancel")
    customer.says("", choice="confirm")
    world.refuse_in_office("contract is locked by finance")
    world.deliver()
    world.allow_in_office()
    return customer


def cancel(customer: Customer) -> None:
    """All the way out."""
    customer.says("I want to cancel")
    customer.says("", choice="cancel")
    customer.says("", choice="confirm")


def stuck_in(desk: Desk) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = desk.read("stuck")["items"]
    return found


def effect_of(world: World, item: dict[str, Any]) -> EffectRow:
    with world.database.read() as uow:
        row = uow.outbox.get(world.house.id, EffectId(item["id"]))
    assert row is not None
    return row


def case_of(customer: Customer, desk: Desk) -> dict[str, Any]:
    found: dict[str, Any] = desk.read(f"conversations/{customer.id}")["panel"]["cases"][0]
    return found


def test_a_refused_cancellation_is_shown_with_what_to_do(kim: Desk, accepted: Customer) -> None:
    (item,) = stuck_in(kim)

    assert (item["kind"], item["error"]) == ("cancel_service", "contract is locked by finance")
    assert (item["may_retry"], item["in_office"], item["conversation"]) == (True, True, accepted.id)
    assert item["end_date"] is not None
    assert accepted.row.status == "waiting"
    assert accepted.row.handoff_reason == "failed"
    assert kim.read("queue")["counts"]["stuck"] == 1
    assert kim.read(f"conversations/{accepted.id}")["panel"]["stuck"] == [item]


def test_what_waits_for_an_office_that_does_not_answer_is_shown(world: World, kim: Desk) -> None:
    customer = world.vouched("L-000001")
    assert kim.read("queue")["office"] is None
    customer.says("I want to cancel")
    customer.says("", choice="cancel")
    customer.says("", choice="confirm")
    world.office.refusing = Unavailable("no answer")
    world.deliver()

    office = kim.read("queue")["office"]
    assert office["waiting"] == 1
    assert office["since"] is not None
    world.office.refusing = None
    world.clock.ahead += timedelta(minutes=5)
    world.deliver()
    assert kim.read("queue")["office"] is None


def test_what_takes_too_long_is_given_up_and_the_desk_says_when_and_why(world: World, kim: Desk) -> None:
    customer = world.vouched("L-000001")
    cancel(customer)
    world.clock.ahead += timedelta(days=2)  # with no worker: its time is counted from the first attempt
    world.office.refusing = Unavailable("no answer")
    kim.log_in("Kim")
    world.deliver()
    first = world.clock()
    while stuck_in(kim) == [] and world.clock() - first < timedelta(days=6):
        office = kim.read("queue")["office"]
        assert timedelta(days=3.9) < datetime.fromisoformat(office["until"]) - first < timedelta(days=4.1)
        world.clock.ahead += timedelta(hours=8)
        world.deliver()
        kim.log_in("Kim")

    (item,) = stuck_in(kim)
    assert timedelta(days=4) <= world.clock() - first < timedelta(days=4.5)
    assert item["patience"].startswith("Tried for 4 days at most: ")
    assert "A person" in customer.hears[-1]
    # Tried again, it has its time anew.
    kim.post(f"effects/{item['id']}/retry")
    world.deliver()
    assert stuck_in(kim) == []
    world.office.refusing = None
    world.clock.ahead += timedelta(hours=1)
    world.deliver()
    assert case_of(customer, kim)["status"] == "reconciled"


def test_tried_again_it_is_carried_out(world: World, kim: Desk, accepted: Customer) -> None:
    (item,) = stuck_in(kim)

    assert kim.post(f"effects/{item['id']}/retry").status_code == 200
    world.deliver()

    assert stuck_in(kim) == []
    assert case_of(accepted, kim)["status"] == "reconciled"


def test_done_by_hand_it_is_true_for_the_case_and_the_customer(
    world: World, kim: Desk, accepted: Customer
) -> None:
    (item,) = stuck_in(kim)
    told_before = len(accepted.hears)

    body = {"note": "ended in the old system", "end_date": "2031-05-31"}
    assert kim.post(f"effects/{item['id']}/done", body).status_code == 200

    case = case_of(accepted, kim)
    assert (case["status"], case["end_date"]) == ("executed", "2031-05-31")
    assert len(accepted.hears) == told_before + 1
    assert stuck_in(kim) == []
    assert "ended in the old system" in accepted.events[-1]


def test_put_aside_it_is_not_done_and_the_customer_is_told(
    world: World, kim: Desk, accepted: Customer
) -> None:
    (item,) = stuck_in(kim)
    hears = accepted.hears

    assert (
        kim.post(f"effects/{item['id']}/drop", {"note": "customer called, wants to stay"}).status_code == 200
    )

    assert effect_of(world, item).state == "dropped"
    assert case_of(accepted, kim)["status"] == "withdrawn"
    (told,) = accepted.hears[len(hears) :]
    assert "without carrying it out" in told


def test_after_it_was_put_aside_it_can_be_cancelled_again(
    world: World, kim: Desk, accepted: Customer
) -> None:
    (item,) = stuck_in(kim)
    kim.post(f"effects/{item['id']}/drop", {"note": "customer called, wants to stay"})

    cancel(accepted)
    world.deliver()

    cases = kim.read(f"conversations/{accepted.id}")["panel"]["cases"]
    assert [case["status"] for case in cases] == ["reconciled", "withdrawn"]
    assert cases[0]["record"] != cases[1]["record"]
    assert "has carried out" in accepted.hears[-1]


def test_cancelled_again_nobody_has_to_see_to_what_failed(
    world: World, kim: Desk, accepted: Customer
) -> None:
    assert len(stuck_in(kim)) == 1

    cancel(accepted)
    world.deliver()

    assert stuck_in(kim) == []
    assert case_of(accepted, kim)["status"] == "reconciled"


def test_asked_again_and_not_confirmed_what_failed_can_still_be_carried_out(
    world: World, kim: Desk, accepted: Customer
) -> None:
    (item,) = stuck_in(kim)
    accepted.says("I want to cancel")

    kim.post(f"effects/{item['id']}/retry")
    world.deliver()

    assert case_of(accepted, kim)["status"] == "reconciled"
    assert any("has carried out" in text for text in accepted.hears)
    accepted.says("", choice="cancel")
    assert "is carried out" in " ".join(accepted.hears[-2:])


def test_an_undo_put_aside_leaves_the_cancellation_as_it_is(world: World, kim: Desk) -> None:
    customer = world.vouched("L-000002")
    cancel(customer)
    world.deliver()
    customer.says("undo")
    customer.says("", choice="undo")
    world.refuse_in_office("too late in the old system")
    world.deliver()
    world.allow_in_office()
    (item,) = stuck_in(kim)
    assert item["kind"] == "reinstate_service"

    kim.post(f"effects/{item['id']}/drop", {"note": "the line is cut"})

    assert case_of(customer, kim)["status"] == "reconciled"
    assert "was not taken back: it stands" in customer.hears[-1]
    customer.says("I want to cancel")
    assert "already cancelled" in " ".join(customer.hears[-3:])


def test_an_undo_of_a_change_put_aside_leaves_the_change(world: World, kim: Desk) -> None:
    customer = world.vouched("L-000002")
    take_pause(customer)
    world.deliver()
    customer.says("undo")
    customer.says("", choice="undo")
    world.refuse_in_office("it was invoiced already")
    world.deliver()
    world.allow_in_office()
    (item,) = stuck_in(kim)
    assert (item["kind"], item["may_retry"], item["in_office"]) == ("revoke_alternative", True, True)
    assert "undo it in the back office" in item["advice"]

    kim.post(f"effects/{item['id']}/drop", {"note": "it was invoiced"})

    assert "was not undone: it stays" in customer.hears[-1]
    assert stuck_in(kim) == []


def test_an_undo_of_a_change_done_by_hand_is_told(world: World, kim: Desk) -> None:
    customer = world.vouched("L-000002")
    take_pause(customer)
    world.deliver()
    customer.says("undo")
    customer.says("", choice="undo")
    world.refuse_in_office("the old system has to do it")
    world.deliver()
    world.allow_in_office()
    (item,) = stuck_in(kim)

    assert kim.post(f"effects/{item['id']}/done", {"note": "undone"}).status_code == 200

    assert case_of(customer, kim)["status"] == "reversed"
    assert "the change of" in customer.hears[-1]


def take_pause(customer: Customer) -> None:
    customer.says("I want to cancel")
    customer.says("", choice="accept")


def test_a_cancellation_without_terms_is_settled_with_its_last_day(world: World, kim: Desk) -> None:
    world.silence_office()
    customer = world.vouched("L-000001")
    customer.says("I want to cancel")
    customer.says("", choice="confirm")
    world.office.silent = False
    world.office.ended = True
    world.deliver()
    (item,) = stuck_in(kim)
    assert (item["kind"], item["may_retry"], item["in_office"]) == ("find_terms", True, True)

    assert error_of(kim.post(f"effects/{item['id']}/done", {"note": "ended"})) == (422, "bad_text")
    body = {"note": "ended", "end_date": "2031-05-31"}
    assert kim.post(f"effects/{item['id']}/done", body).status_code == 200

    case = case_of(customer, kim)
    assert (case["status"], case["end_date"]) == ("executed", "2031-05-31")


def test_what_is_settled_is_not_settled_again(kim: Desk, robin: Desk, accepted: Customer) -> None:
    (item,) = stuck_in(kim)
    kim.post(f"effects/{item['id']}/drop", {"note": "x"})

    for action in ("retry", "done", "drop"):
        assert error_of(robin.post(f"effects/{item['id']}/{action}", {"note": "x"})) == (409, "settled")


def test_what_is_stuck_elsewhere_is_unknown(world: World, accepted: Customer, kim: Desk) -> None:
    (item,) = stuck_in(kim)
    stranger = world.client("Kim", world.other)

    assert stuck_in(stranger) == []
    assert error_of(stranger.post(f"effects/{item['id']}/retry")) == (404, "not_found")


def test_a_settlement_needs_words_and_a_real_day(kim: Desk, accepted: Customer) -> None:
    (item,) = stuck_in(kim)

    assert error_of(kim.post(f"effects/{item['id']}/done", {"note": " "})) == (422, "bad_text")
    wrong_day = {"note": "x", "end_date": "31.5.2031"}
    assert error_of(kim.post(f"effects/{item['id']}/done", wrong_day)) == (400, "bad_date")


def test_a_message_that_was_not_sent_can_be_sent_again(world: World, kim: Desk) -> None:
    customer = world.customer("sms")
    world.sender.refusing = "30003: unreachable"
    customer.says("hello")
    world.deliver()
    world.sender.refusing = None
    (item,) = stuck_in(kim)
    assert delivery_of(kim, customer) == "failed"
    assert SEND_MESSAGE.validate_json(effect_of(world, item).payload).number == 2

    kim.post(f"effects/{item['id']}/retry")
    world.deliver()

    assert delivery_of(kim, customer) == "sent"
    assert [message.text for message in world.sender.sent] == [f"{customer.hears[0]}\n{MENU}"]
    assert stuck_in(kim) == []


def test_a_message_that_fails_again_is_told_so(world: World, kim: Desk) -> None:
    customer = world.customer("sms")
    world.sender.refusing = "30007: filtered"
    customer.says("hello")
    world.deliver()
    (item,) = stuck_in(kim)

    kim.post(f"effects/{item['id']}/retry")
    assert delivery_of(kim, customer) == "queued"
    world.deliver()

    assert delivery_of(kim, customer) == "failed"


def delivery_of(desk: Desk, customer: Customer) -> str:
    """How far the bot's first answer got."""
    delivery: str = desk.read(f"conversations/{customer.id}")["messages"][1]["delivery"]
    return delivery
