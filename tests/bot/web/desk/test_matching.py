"""A declaration of somebody unknown, matched to a customer by an agent."""

import pytest

from tests.bot.web.desk.world import Customer, Desk, World, error_of, told


@pytest.fixture
def declared(world: World, kim: Desk) -> Customer:
    """A declaration that matches nobody, in Kim's hands."""
    customer = world.declared()
    kim.act(customer, "claim")
    return customer


def test_an_agent_sees_who_has_an_account_number(kim: Desk, declared: Customer) -> None:
    found = kim.read("customer?account=L-000002")

    assert (found["ref"], found["name"]) == ("L-000002", "Customer L-000002")
    assert [each["status"] for each in found["services"]] == ["active"]


def test_a_number_that_nobody_has_is_said_to_be_so(kim: Desk, declared: Customer) -> None:
    assert error_of(kim.get("customer?account=L-999999")) == (404, "not_found")
    assert error_of(kim.get("customer?account=")) == (422, "bad_text")
    assert error_of(kim.act(declared, "match", account="L-999999")) == (404, "not_found")


def test_a_back_office_that_is_down_is_said_to_be_so(world: World, kim: Desk, declared: Customer) -> None:
    world.silence_office()

    assert error_of(kim.get("customer?account=L-000002")) == (503, "office_silent")
    assert error_of(kim.act(declared, "match", account="L-000002")) == (503, "office_silent")


def test_a_match_identifies_and_the_customer_confirms_when_the_bot_is_back(
    world: World, kim: Desk, declared: Customer
) -> None:
    before = kim.read(f"conversations/{declared.id}")["panel"]["cases"][0]
    heard = declared.hears

    assert kim.act(declared, "match", account="L-000002").status_code == 200

    shown = kim.read(f"conversations/{declared.id}")
    case = shown["panel"]["cases"][0]
    assert shown["panel"]["customer"]["how"] == "matched by an agent"
    assert shown["head"]["who"] == "Customer L-000002"
    assert (case["id"], case["declared_at"], case["status"]) == (
        before["id"],
        before["declared_at"],
        "requested",
    )
    assert declared.hears == heard
    assert world.deliver() >= 0
    assert case_status(kim, declared) == "requested"

    kim.act(declared, "return")
    declared.says("", choice="cancel")
    declared.says("", choice="confirm")
    world.deliver()

    assert case_status(kim, declared) == "reconciled"


def test_the_badge_goes_with_the_match(kim: Desk, declared: Customer) -> None:
    assert kim.read(f"conversations/{declared.id}")["head"]["reason"] == "Declaration to match"

    kim.act(declared, "match", account="L-000002")

    assert kim.read(f"conversations/{declared.id}")["head"]["reason"] is None


def test_nobody_is_matched_who_has_nothing_to_cancel(world: World, kim: Desk, declared: Customer) -> None:
    leaver = world.vouched("L-000001")
    leaver.says("I want to cancel")
    leaver.says("", choice="cancel")
    leaver.says("", choice="confirm")
    world.deliver()

    asked = kim.get(f"customer?account=L-000001&conversation={declared.id}")
    matched = kim.act(declared, "match", account="L-000001")

    assert error_of(asked) == error_of(matched) == (422, "nothing_to_cancel")
    assert "has nothing to cancel: " in told(asked)["error"]["message"]
    assert declared.row.handoff_reason == "unmatched"
    assert kim.read(f"conversations/{declared.id}")["panel"]["customer"]["identified"] is False
    assert case_status(kim, declared) == "requested"


def test_who_has_nothing_to_cancel_can_be_matched_to_whoever_only_asks(world: World, kim: Desk) -> None:
    leaver = world.vouched("L-000001")
    leaver.says("I want to cancel")
    leaver.says("", choice="cancel")
    leaver.says("", choice="confirm")
    world.deliver()
    asking = world.waiting()
    kim.act(asking, "claim")

    assert kim.act(asking, "match", account="L-000001").status_code == 200


def test_what_somebody_gave_as_identification_is_shown(world: World, kim: Desk) -> None:
    customer = world.customer()
    customer.says("I want to cancel")
    customer.says("L-777777")

    assert kim.read(f"conversations/{customer.id}")["panel"]["customer"]["given"] == "L-777777"


def test_only_who_holds_the_chat_may_match(robin: Desk, declared: Customer) -> None:
    assert error_of(robin.act(declared, "match", account="L-000002")) == (409, "held")


def test_somebody_of_another_brand_is_not_found(world: World, declared: Customer) -> None:
    other = world.client("Kim", world.other)

    assert error_of(other.act(declared, "match", account="L-000002")) == (404, "not_found")


def case_status(desk: Desk, customer: Customer) -> str:
    status: str = desk.read(f"conversations/{customer.id}")["panel"]["cases"][0]["status"]
    return status
