"""A person is asked for, or something is disputed: they are told what to expect, and nothing is suspended."""

import pytest

from bot.backoffice.base import Unavailable
from bot.handoff import give_back, resolve, write
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("I want to talk to a person", "asked"),
        ("human", "asked"),
        ("I was charged twice", "dispute"),
        ("this charge is wrong, I dispute it", "dispute"),
        ("my father died in May", "death"),
        ("you will hear from my lawyer", "legal"),
        ("this is outrageous", "upset"),
        ("I want to end my life", "danger"),
    ],
)
def test_a_person_is_asked_for(house: House, visitor: Visitor, words: str, reason: str) -> None:
    visitor.begin("BL-1001").say(words)

    assert visitor.answer["status"] == "waiting"
    assert "person from Brightline" in visitor.text
    assert "within a few minutes" in visitor.text
    assert house.conversation(visitor.token).handoff_reason == reason


@pytest.mark.check(14)
def test_who_waits_can_still_cancel(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("human")

    cancel(visitor)
    house.run_due()

    now = visitor.look()
    assert now["case"]["status"] == "reconciled"
    assert now["status"] == "waiting"


def test_who_waits_is_told_that_a_person_reads_what_the_bot_does_not_understand(visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("human")

    visitor.say("my router has been blinking since Tuesday")

    assert "a person from Brightline will read it" in visitor.text
    assert "I am not sure I understood" not in visitor.text


@pytest.mark.check(14)
def test_asking_for_a_person_under_way_repeats_the_question(visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")

    visitor.say("human")

    assert visitor.answer["status"] == "waiting"
    assert visitor.labels == ["No, cancel", "Pause instead"]
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    assert visitor.answer["record"]["kind"] == "termination"


def test_while_an_agent_holds_the_chat_the_bot_is_silent(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    house.claim(visitor.token)

    visitor.say("no")
    visitor.say("I want to cancel")

    assert visitor.answer["messages"] == []
    assert visitor.answer["step"] == "offer"
    assert visitor.answer["status"] == "agent"
    assert house.conversation(visitor.token).unread == 2


@pytest.mark.check(14)
def test_notices_go_on_while_an_agent_holds_the_chat(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001")
    cancel(visitor)
    house.claim(visitor.token)

    house.run_due()

    now = visitor.look()
    assert now["case"]["status"] == "reconciled"
    assert "Done:" in now["messages"][-1]["text"]
    assert now["status"] == "agent"
    assert len(house.sent("ada.sommer@example.com")) == 1


@pytest.mark.check(14)
def test_a_dispute_right_after_the_receipt_suspends_nothing(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001")
    cancel(visitor)
    visitor.say("I was charged twice")
    house.claim(visitor.token)

    house.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"
    assert house.offices.calls.count("cancel") == 1
    assert len(house.sent("ada.sommer@example.com")) == 1


@pytest.mark.check(14)
def test_what_waits_for_the_back_office_goes_on_while_an_agent_has_the_chat(
    house: House, visitor: Visitor
) -> None:
    visitor.begin("BL-1001")
    cancel(visitor)
    house.offices.write_fault = Unavailable("no answer")
    house.run_due()
    visitor.say("human")
    conversation = house.claim(visitor.token)
    house.offices.write_fault = None
    house.clock.go_on(hours=1)

    house.run_due()
    resolve(house.app, house.agent, conversation, "nothing to do")

    assert visitor.look()["case"]["status"] == "reconciled"
    assert house.offices.calls.count("cancel") == 1


@pytest.mark.check(14)
def test_a_wish_told_to_an_agent_is_declared_at_that_moment(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("human")
    conversation = house.claim(visitor.token)
    house.clock.go_on(minutes=5)
    visitor.say("I want to cancel")
    declared = house.clock.now
    house.clock.go_on(hours=1)

    give_back(house.app, house.agent, conversation)

    assert visitor.look()["case"]["declared_at"] == declared.isoformat(timespec="milliseconds")
    visitor.replies += visitor.look()["messages"]
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    assert visitor.answer["record"]["declared_at"] == declared.isoformat(timespec="milliseconds")


@pytest.mark.check(14)
def test_the_last_button_counts_while_an_agent_has_the_chat(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    visitor.press("No, cancel")
    house.claim(visitor.token)

    visitor.press("Confirm cancellation")
    house.run_due()

    assert visitor.look()["record"]["kind"] == "termination"
    assert house.offices.calls.count("cancel") == 1


def test_words_of_an_agent_arrive(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("human")
    conversation = house.claim(visitor.token)

    write(house.app, house.agent, conversation, "Good morning", key="1")

    told = visitor.look()["messages"][-1]
    assert [told["author"], told["name"], told["text"]] == ["agent", house.agent.name, "Good morning"]


@pytest.mark.parametrize("resolved", [True, False])
def test_after_the_agent_the_bot_goes_on_where_it_was(house: House, visitor: Visitor, resolved: bool) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    conversation = house.claim(visitor.token)
    visitor.say("what does it cost?")

    if resolved:
        resolve(house.app, house.agent, conversation, "explained the price")
    else:
        give_back(house.app, house.agent, conversation)

    now = visitor.look(since=visitor.answer["messages"][-1]["number"] if visitor.answer["messages"] else 0)
    assert now["status"] == "bot"
    assert "automated assistant again" in str(now["messages"])
    visitor.replies += now["messages"]
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    assert visitor.answer["record"]["kind"] == "termination"


def test_what_agents_note_for_each_other_is_not_shown(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("human")
    conversation = house.claim(visitor.token)

    resolve(house.app, house.agent, conversation, "a difficult customer")

    assert "difficult" not in str(visitor.look())


def cancel(visitor: Visitor) -> None:
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")


def test_what_is_graver_replaces_the_topic_and_nothing_lesser_does(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("human")
    topics = []
    for words in ("I am furious", "I will sue you", "this is a scam", "my son died", "I am furious"):
        visitor.say(words)
        topics.append(house.conversation(visitor.token).handoff_reason)

    assert topics == ["upset", "legal", "legal", "death", "death"]


def test_whom_to_call_is_said_once_also_while_a_person_holds_the_chat(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("human")
    house.claim(visitor.token)

    visitor.say("my husband beats me, cancel everything")
    assert "911" in visitor.text
    assert "Cancelling" not in visitor.text
    assert visitor.answer["case"]["status"] == "requested"
    row = house.conversation(visitor.token)
    assert (row.status, row.handoff_reason) == ("agent", "danger")

    visitor.say("he beats me every day")
    assert "911" not in visitor.text
