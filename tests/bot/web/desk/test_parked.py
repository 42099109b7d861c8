"""A customer's message at which the program failed: shown with what to do, read again or settled."""

from typing import Any

from bot.receive.inbox import MOST_ATTEMPTS
from tests.bot.web.desk.world import Customer, Desk, World, error_of


def stuck_in(desk: Desk) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = desk.read("stuck")["items"]
    return found


def said_by_customer(customer: Customer) -> list[str]:
    return [each.body.text for each in customer.transcript if each.direction == "in"]


def test_it_is_shown_in_the_list_and_beside_its_chat(world: World, kim: Desk) -> None:
    customer = world.unprocessed()

    (item,) = stuck_in(kim)

    assert (item["place"], item["kind"], item["attempts"]) == ("inbox", "incoming", MOST_ATTEMPTS)
    assert "cannot be read" in item["error"]
    assert (item["conversation"], item["may_retry"]) == (customer.id, True)
    assert (customer.row.status, customer.row.handoff_reason) == ("waiting", "unprocessed")
    assert kim.read("queue")["counts"]["stuck"] == 1
    assert kim.read(f"conversations/{customer.id}")["panel"]["stuck"] == [item]
    assert kim.read(f"conversations/{world.waiting().id}")["panel"]["stuck"] == []


def test_read_again_it_is_answered_and_stands_in_the_transcript_once(world: World, kim: Desk) -> None:
    customer = world.unprocessed()
    (item,) = stuck_in(kim)
    told = len(customer.hears)

    assert kim.post(f"inbox/{item['id']}/retry").status_code == 200
    world.read_again()

    assert stuck_in(kim) == []
    assert said_by_customer(customer) == ["I want to cancel"]
    assert len(customer.hears) > told
    assert kim.read(f"conversations/{customer.id}")["panel"]["cases"][0]["status"] == "requested"
    assert customer.events == ["Kim had a message read again"]


def test_settled_it_is_gone_and_colleagues_read_how(world: World, kim: Desk) -> None:
    customer = world.unprocessed()
    (item,) = stuck_in(kim)

    assert error_of(kim.post(f"inbox/{item['id']}/drop", {"note": " "})) == (422, "bad_text")
    assert kim.post(f"inbox/{item['id']}/drop", {"note": "answered by phone"}).status_code == 200

    assert stuck_in(kim) == []
    assert customer.events == ["Kim settled a message that could not be read: answered by phone"]
    assert error_of(kim.post(f"inbox/{item['id']}/retry")) == (409, "settled")
    world.read_again()
    assert said_by_customer(customer) == ["I want to cancel"]


def test_another_brand_sees_nothing_of_it(world: World, kim: Desk) -> None:
    world.unprocessed()
    (item,) = stuck_in(kim)
    stranger = world.client("Kim", world.other)

    assert stuck_in(stranger) == []
    assert error_of(stranger.post(f"inbox/{item['id']}/retry")) == (404, "not_found")
    assert error_of(stranger.post(f"inbox/{item['id']}/drop", {"note": "x"})) == (404, "not_found")
