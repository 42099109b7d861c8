"""A customer cancels in the web chat, with an event stream open beside it."""

import uuid

from tests.journeys.calling import done
from tests.journeys.people import Visitor, mail_about
from tests.journeys.running import Running
from tests.journeys.waiting import until


def test_cancel_no_confirm_then_the_receipt_and_later_that_it_is_done(demo: Running) -> None:
    ada = Visitor.of(demo, "BL-1001")
    with ada.stream() as stream:
        greeting = stream.next("message")
        ada.say("I want to cancel")
        assert "pause" in ada.said
        ada.press()
        assert "Confirm the cancellation?" in ada.said
        ada.press()
        numbers = [int(greeting.id)]
        while len(numbers) < ada.answer["messages"][-1]["number"]:
            numbers.append(int(stream.next("message").id))
        executed = stream.next("message")

    number = ada.answer["record"]["number"]
    assert f"Number: {number}" in ada.said
    assert ada.answer["case"]["status"] in ("accepted", "executed", "reconciled")
    assert numbers == list(range(1, len(numbers) + 1))
    assert "Done: " in executed.data["text"]
    assert mail_about(demo, "ada.sommer@example.com", number)
    assert until(lambda: ada.state()["case"]["status"] == "reconciled", "read back from the back office")


def test_the_stream_is_resumed_after_the_last_message_seen(demo: Running) -> None:
    ada = Visitor.of(demo, "BL-1001")
    ada.say("I want to cancel")
    with ada.stream() as stream:
        assert (stream.status, stream.type) == (200, "text/event-stream")
        first = stream.next("message")
        second = stream.next("message")
    ada.press()

    with ada.stream(last_id=second.id) as stream:
        again = stream.next("message")

    assert [first.id, second.id, again.id] == ["1", "2", "3"]
    assert again.data == ada.state()["messages"][2]


def test_a_message_sent_again_is_answered_again_and_counts_once(demo: Running) -> None:
    ada = Visitor.of(demo, "BL-1001")
    message = {"id": str(uuid.uuid4()), "text": "I want to cancel"}

    first = done(ada.post(message))
    again = done(ada.post(message))

    assert again == first
    assert len(ada.state()["messages"]) == 3


def test_two_tabs_see_the_same(demo: Running) -> None:
    ada = Visitor.of(demo, "BL-1001")
    with ada.stream() as one, ada.stream() as other:
        ada.say("I want to cancel")
        seen = [[tab.next("message").id for _ in range(3)] for tab in (one, other)]

    assert seen == [["1", "2", "3"], ["1", "2", "3"]]
