"""The event stream: what was said, in order, without gaps or repetition, from wherever the client stands."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from werkzeug.test import TestResponse

from bot.handoff import write
from tests.bot.web.chat.contract import validator
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, error_in


class Event(NamedTuple):
    id: str
    name: str
    data: dict[str, Any]


def test_the_stream_tells_all_that_was_said_and_where_things_stand(visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")

    events = list(said_so_far(visitor))

    assert [event.id for event in events] == ["1", "2", "3", ""]
    assert [event.name for event in events] == ["message", "message", "message", "state"]
    whole = visitor.look()
    assert [event.data for event in events[:3]] == whole.pop("messages")
    assert events[3].data == whole


@pytest.mark.check(35)
def test_wherever_it_is_cut_the_rest_comes_after_it(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    house.run_due()
    whole = [event for event in said_so_far(visitor) if event.name == "message"]

    for position, event in enumerate(whole, 1):
        rest = [each for each in said_so_far(visitor, event.id) if each.name == "message"]
        assert rest == whole[position:]
        by_query = [each for each in said_so_far(visitor, since=event.id) if each.name == "message"]
        assert by_query == rest


def test_the_header_goes_before_the_query(visitor: Visitor) -> None:
    """A browser reconnects to the address it had, with the header telling how far it came since."""
    visitor.begin("BL-1001").say("I want to cancel")

    events = said_so_far(visitor, "2", since="0")

    assert [event.id for event in events if event.id] == ["3"]


def test_news_come_while_it_is_open(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001")
    stream = events_of(listen(visitor))
    assert [next(stream).name, next(stream).name] == ["message", "state"]

    visitor.say("I want to cancel")

    assert [event.id for event in (next(stream), next(stream))] == ["2", "3"]
    state = next(stream)
    assert (state.name, state.data["step"]) == ("state", "offer")
    assert state.data["case"]["status"] == "requested"


def test_what_was_executed_is_told_on_the_stream(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    stream = events_of(listen(visitor, visitor.answer["messages"][-1]["id"]))
    assert next(stream).data["case"]["status"] == "accepted"

    house.run_due()

    assert "Done:" in next(stream).data["text"]
    assert next(stream).data["case"]["status"] == "reconciled"


def test_an_agents_words_come_with_their_name(house: House, visitor: Visitor) -> None:
    visitor.begin().say("human")
    conversation = house.claim(visitor.token)
    stream = events_of(listen(visitor, visitor.answer["messages"][-1]["id"]))
    assert "joined" in next(stream).data["text"]
    assert next(stream).data["status"] == "agent"

    write(house.app, house.agent, conversation, "Hello, how can I help?", key="1")

    told = next(stream).data
    assert (told["author"], told["name"]) == ("agent", house.agent.name)
    assert told["text"] == "Hello, how can I help?"


def test_nothing_of_another_chat_is_on_the_stream(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001")
    other = Visitor(house.client()).begin("BL-1003")
    stream = events_of(listen(visitor, "1"))
    assert next(stream).name == "state"

    other.say("I want to cancel")
    visitor.say("help")

    assert next(stream).data["text"] == "help"


def test_it_ends_when_the_process_stops(house: House, visitor: Visitor) -> None:
    visitor.begin()
    stream = events_of(listen(visitor))
    assert [next(stream).name, next(stream).name] == ["message", "state"]

    house.streams.close()

    assert list(stream) == []


def test_its_headers_let_it_through_proxies(visitor: Visitor) -> None:
    visitor.begin()

    response = listen(visitor)

    assert response.mimetype == "text/event-stream"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Accel-Buffering"] == "no"
    assert next(iter(response.iter_encoded())).startswith(b"retry: ")


def test_a_cursor_that_is_no_number_is_a_bad_request(visitor: Visitor) -> None:
    visitor.begin()

    for cursor in ("-1", "1.5", "abc", "9" * 30, "1;2", "\u0663"):
        assert error_in(listen(visitor, since=cursor)) == (400, "bad_cursor")
        assert error_in(listen(visitor, cursor.encode().decode("latin-1"))) == (400, "bad_cursor")


def listen(visitor: Visitor, last: str | None = None, since: str | None = None) -> TestResponse:
    headers = visitor.headers | ({} if last is None else {"Last-Event-ID": last})
    query = {} if since is None else {"since": since}
    return visitor.client.get("/chat/demo/events", headers=headers, query_string=query)


def said_so_far(visitor: Visitor, last: str | None = None, since: str | None = None) -> Iterator[Event]:
    """The events up to the first state: all there is, and no waiting for more."""
    for event in events_of(listen(visitor, last, since)):
        yield event
        if event.name == "state":
            return


def events_of(response: TestResponse) -> Iterator[Event]:
    """The stream's events as a browser reads them."""
    assert response.status_code == 200
    for block in response.iter_encoded():
        lines = block.decode().strip().split("\n")
        fields = dict(line.split(": ", 1) for line in lines)
        if "data" in fields:
            event = Event(fields.get("id", ""), fields["event"], json.loads(fields["data"]))
            validator(f"#/components/schemas/{event.name.title()}").validate(event.data)
            yield event
