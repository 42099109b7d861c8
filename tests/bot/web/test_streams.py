"""Open streams: as many as leave threads for requests, and no more than a few for one conversation."""

from contextlib import ExitStack

import pytest

from bot.processes.serving import most_streams
from bot.web.streams import MOST_PER_CONVERSATION, Streams, TooManyStreams


@pytest.mark.parametrize(("threads", "most"), [(8, 4), (40, 20), (256, 224), (512, 480)])
def test_streams_leave_threads_for_requests(threads: int, most: int) -> None:
    assert most_streams(threads) == most


def test_one_stream_too_many_is_refused_until_another_ends() -> None:
    streams = Streams(most=2)
    with streams.waiting("conversation:1"):
        with streams.waiting("conversation:2"), pytest.raises(TooManyStreams), streams.waiting("outbox"):
            pass
        with streams.waiting("outbox"):
            assert streams.are_waited_for

    assert not streams.are_waited_for


def test_a_conversations_oldest_stream_ends_for_a_new_one() -> None:
    streams = Streams()
    with ExitStack() as stack:
        first, second, *_ = [
            stack.enter_context(streams.waiting("conversation:1")) for _ in range(MOST_PER_CONVERSATION)
        ]
        other = stack.enter_context(streams.waiting("conversation:2"))
        assert not first.wait(0)

        newest = stack.enter_context(streams.waiting("conversation:1"))

        with pytest.raises(TooManyStreams):
            first.wait(0)
        assert [each.wait(0) for each in (second, other, newest)] == [False, False, False]
        streams.wake(frozenset({"conversation:1"}))
        assert [each.wait(0) for each in (second, other, newest)] == [True, False, True]
    assert not streams.are_waited_for


def test_the_desks_streams_are_not_counted_by_topic() -> None:
    streams = Streams()
    with ExitStack() as stack:
        desks = [stack.enter_context(streams.waiting("conversation:*", "outbox")) for _ in range(20)]

        assert not any(each.wait(0) for each in desks)
