"""Who holds a conversation, and what the customer hears of it; on both databases."""

import threading
from collections.abc import Callable

import pytest

from bot import handoff
from bot.handoff import BadWords, HandoffRefused, HeldByOther, NotHeld
from storage.repositories.staff import AgentRow
from tests.bot.web.desk.world import Customer, World


@pytest.fixture
def world(any_world: World) -> World:
    return any_world


def events(customer: Customer) -> list[str]:
    return [each.body.text for each in customer.transcript if each.direction == "event"]


def at_once(*works: Callable[[], None]) -> list[HandoffRefused]:
    """Do it all in threads that start together; what was refused."""
    start, refused = threading.Barrier(len(works)), []

    def run(work: Callable[[], None]) -> None:
        start.wait()
        try:
            work()
        except HandoffRefused as error:
            refused.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


def test_of_many_who_claim_at_once_one_wins_and_the_others_are_told_who(world: World) -> None:
    staff = world.house.staff

    for _ in range(10):
        customer = world.waiting()

        def claim(agent: AgentRow, customer: Customer = customer) -> Callable[[], None]:
            return lambda: handoff.claim(world.app, agent, customer.id)

        refused = at_once(*(claim(agent) for agent in staff.values()))

        winner = next(agent for agent in staff.values() if agent.id == customer.row.assignee_id)
        assert [str(error) for error in refused] == [f"{winner.name} has this chat."] * 2
        assert events(customer) == [f"{winner.name} took over this chat"]
        assert [words for words in customer.hears if "has joined" in words] == [
            f"{winner.name} has joined this chat."
        ]


def test_claim_transfer_and_resolve_at_once_leave_one_holder_or_none(world: World) -> None:
    kim, robin, sam = (world.house.staff[name] for name in ("Kim", "Robin", "Sam"))

    for _ in range(10):
        customer = world.waiting()
        it = customer.id
        handoff.claim(world.app, kim, it)

        refused = at_once(
            lambda it=it: handoff.transfer(world.app, kim, it, robin.id),  # type: ignore[misc]
            lambda it=it: handoff.resolve(world.app, sam, it, "settled"),  # type: ignore[misc]
            lambda it=it: handoff.give_back(world.app, kim, it),  # type: ignore[misc]
        )

        row = customer.row
        assert (row.status, row.assignee_id) in [("bot", None), ("agent", robin.id)]
        assert all(isinstance(error, HeldByOther | NotHeld) for error in refused)
        assert len(events(customer)) == 1 + 3 - len(refused)


def test_a_message_that_comes_in_during_a_claim_is_not_lost(world: World) -> None:
    kim = world.house.staff["Kim"]

    for _ in range(10):
        customer = world.waiting()
        it = customer.id

        at_once(
            lambda it=it: handoff.claim(world.app, kim, it),  # type: ignore[misc]
            lambda customer=customer: customer.says("are you there?"),  # type: ignore[misc]
        )

        numbers = [each.number for each in customer.transcript]
        assert numbers == list(range(1, len(numbers) + 1))
        assert "are you there?" in [each.body.text for each in customer.transcript]
        assert customer.row.assignee_id == kim.id


def test_the_dialog_is_silent_while_an_agent_holds_the_chat(world: World) -> None:
    customer, kim = world.waiting(), world.house.staff["Kim"]
    handoff.claim(world.app, kim, customer.id)
    heard = customer.hears

    customer.says("I want to cancel")
    customer.says("status")

    assert customer.hears == heard
    assert customer.row.unread == 2
    handoff.mark_read(world.app, kim, customer.id)
    assert customer.row.unread == 0


def test_a_dialog_reply_that_was_not_sent_before_the_claim_is_not_sent_any_more(world: World) -> None:
    customer = world.waiting("sms")
    assert [each.delivery for each in customer.transcript if each.direction == "out"] == ["queued"]

    handoff.claim(world.app, world.house.staff["Kim"], customer.id)
    world.deliver()

    assert [message.text for message in world.sender.sent] == ["Kim has joined this chat."]
    states = [each.delivery for each in customer.transcript if each.direction == "out"]
    assert states == ["dropped", "sent"]


def test_given_back_the_bot_asks_again(world: World) -> None:
    customer, kim = world.waiting(), world.house.staff["Kim"]
    customer.says("I want to cancel")
    question = customer.hears[-1]
    handoff.claim(world.app, kim, customer.id)

    handoff.give_back(world.app, kim, customer.id)

    assert customer.hears[-2:] == ["You are with the automated assistant again.", question]
    assert (customer.row.status, customer.row.assignee_id, customer.row.handoff_reason) == ("bot", None, None)
    customer.says("help")
    assert customer.hears[-1] != question or len(customer.hears) > 5


def test_resolving_tells_the_customer_and_keeps_how_for_the_staff(world: World) -> None:
    customer, kim = world.waiting(), world.house.staff["Kim"]
    handoff.claim(world.app, kim, customer.id)

    handoff.resolve(world.app, kim, customer.id, "  refunded 29.90  ")

    assert events(customer)[-1] == "Kim resolved this: refunded 29.90"
    assert any("is finished" in words for words in customer.hears)
    assert not any("refunded" in words for words in customer.hears)
    assert customer.row.status == "bot"


def test_a_resolution_without_words_is_refused(world: World) -> None:
    customer, kim = world.waiting(), world.house.staff["Kim"]
    handoff.claim(world.app, kim, customer.id)

    with pytest.raises(BadWords, match="how it was settled"):
        handoff.resolve(world.app, kim, customer.id, " \n")

    assert customer.row.status == "agent"


def test_an_escalation_leaves_the_case_as_it_is(world: World) -> None:
    customer, kim = world.customer(), world.house.staff["Kim"]
    customer.says("I want to cancel")
    customer.says("I want to talk to a human")
    case_id = customer.row.case_id
    assert case_id is not None
    with world.database.read() as uow:
        before = uow.cases.get(world.house.id, case_id)

    handoff.claim(world.app, kim, customer.id)
    handoff.write(world.app, kim, customer.id, "Hello", "1")
    handoff.resolve(world.app, kim, customer.id, "explained")

    with world.database.read() as uow:
        assert uow.cases.get(world.house.id, case_id) == before


def test_a_transfer_tells_the_customer_who_comes(world: World) -> None:
    customer, kim, robin = world.waiting(), world.house.staff["Kim"], world.house.staff["Robin"]
    handoff.claim(world.app, kim, customer.id)

    handoff.transfer(world.app, kim, customer.id, robin.id)

    assert customer.row.assignee_id == robin.id
    assert customer.hears[-1] == "Robin has joined this chat."
    with pytest.raises(HeldByOther, match="Robin has this chat"):
        handoff.write(world.app, kim, customer.id, "one more thing", "1")
