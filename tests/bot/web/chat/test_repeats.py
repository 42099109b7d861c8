"""The same message twice, two tabs, a double click: one effect, and nobody is lost."""

import threading
import uuid

import pytest

from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Json, Visitor


def test_the_same_message_again_gets_the_same_replies(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001")
    again = str(uuid.uuid4())

    first = visitor.send(again, text="I want to cancel")
    before = house.rows()
    second = visitor.send(again, text="I want to cancel")

    assert second == first
    assert house.rows() == before


def test_a_confirmation_sent_twice_cancels_once(house: House, visitor: Visitor) -> None:
    at_confirmation(visitor)
    again, choice = str(uuid.uuid4()), visitor.choice("Confirm cancellation")

    first = visitor.send(again, choice=choice)
    second = visitor.send(again, choice=choice)
    house.run_due()

    assert second == first
    assert house.count("record") == 1
    assert house.offices.calls.count("cancel") == 1
    assert len(house.sent("ada.sommer@example.com")) == 1


def test_a_repeat_after_it_was_done_tells_the_news_too(house: House, visitor: Visitor) -> None:
    at_confirmation(visitor)
    again, choice = str(uuid.uuid4()), visitor.choice("Confirm cancellation")
    first = visitor.send(again, choice=choice)
    house.run_due()

    second = visitor.send(again, choice=choice)

    assert second["messages"][: len(first["messages"])] == first["messages"]
    assert "Done:" in second["messages"][-1]["text"]
    assert second["case"]["status"] == "reconciled"


@pytest.mark.check(31)
def test_two_confirmations_at_once_make_one_record(house: House, visitor: Visitor) -> None:
    at_confirmation(visitor)
    choice = visitor.choice("Confirm cancellation")

    answers = at_once(house, visitor, {"choice": choice}, {"choice": choice})
    house.run_due()

    assert len(answers) == 2
    numbers = {answer["record"]["number"] for answer in answers}
    assert len(numbers) == 1
    assert house.count("record") == 1
    assert house.offices.calls.count("cancel") == 1


def test_a_confirmation_and_a_change_of_mind_at_once_end_in_one_of_them(
    house: House, visitor: Visitor
) -> None:
    at_confirmation(visitor)

    answers = at_once(
        house,
        visitor,
        {"choice": visitor.choice("Confirm cancellation")},
        {"choice": visitor.choice("Keep it")},
    )
    house.run_due()

    assert len(answers) == 2
    now = visitor.look()
    cancelled = now["record"] is not None
    assert now["case"]["status"] == ("reconciled" if cancelled else "kept")
    assert house.offices.calls.count("cancel") == house.count("record") == int(cancelled)


def test_a_second_tab_goes_on_where_the_first_stands(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    other = second_tab(house, visitor)
    old = visitor.choice("No, cancel")

    other.press("No, cancel")
    late = visitor.send(choice=old)

    assert "earlier question" in late["messages"][0]["text"]
    assert late["step"] == "confirm"
    visitor.replies += late["messages"]
    visitor.press("Confirm cancellation")
    assert house.count("record") == 1
    assert visitor.look() == other.look()


def test_an_old_choice_after_the_decision_only_tells_where_things_stand(
    house: House, visitor: Visitor
) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    pause = visitor.choice("Pause instead")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")

    late = visitor.send(choice=pause)

    assert "is accepted" in late["messages"][0]["text"]
    assert house.count("record") == 1
    assert late["record"]["kind"] == "termination"


def test_an_unknown_choice_changes_nothing(visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    before = visitor.answer

    answer = visitor.send(choice="no-such-choice")

    assert "earlier question" in answer["messages"][0]["text"]
    assert [answer["step"], answer["case"]] == [before["step"], before["case"]]


def test_a_choice_of_another_chat_is_not_understood(house: House, visitor: Visitor) -> None:
    at_confirmation(visitor)
    other = Visitor(house.client())
    at_confirmation(other, "BL-1003")

    answer = other.send(choice=visitor.choice("Confirm cancellation"))

    assert answer["record"] is None
    assert answer["step"] == "confirm"


def test_the_ids_of_choices_say_nothing_and_never_come_again(visitor: Visitor) -> None:
    at_confirmation(visitor)

    ids = [choice["id"] for message in visitor.replies for choice in message["choices"]]

    assert len(set(ids)) == len(ids) == 7
    assert all(len(each) == 24 and int(each, 16) for each in ids)


def at_confirmation(visitor: Visitor, customer: str = "BL-1001") -> None:
    visitor.begin(customer).say("I want to cancel")
    if "No, cancel" in visitor.labels:
        visitor.press("No, cancel")


def second_tab(house: House, visitor: Visitor) -> Visitor:
    other = Visitor(house.client())
    other.token, other.replies = visitor.token, list(visitor.replies)
    return other


def at_once(house: House, visitor: Visitor, *bodies: Json) -> list[Json]:
    """Both posts from threads of their own, let go at the same moment."""
    gate = threading.Barrier(len(bodies))
    answers: list[Json] = []

    def post(body: Json) -> None:
        tab = second_tab(house, visitor)
        gate.wait()
        answers.append(tab.send(**body))

    threads = [threading.Thread(target=post, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
