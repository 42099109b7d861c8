"""The pace of sending, on a clock that only the tests move."""

import pytest

from channels.base import TryLater
from channels.telegram.limiter import Limiter


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limiter(clock: Clock) -> Limiter:
    return Limiter(clock)


def test_a_chat_gets_a_burst_of_three_and_then_one_a_second(limiter: Limiter) -> None:
    assert [limiter.turn(1) for _ in range(4)] == pytest.approx([0, 0, 0, 1])


def test_a_longer_wait_is_for_the_caller_who_learns_how_long(limiter: Limiter) -> None:
    for _ in range(4):
        limiter.turn(1)

    with pytest.raises(TryLater) as refusal:
        limiter.turn(1)

    assert refusal.value.retry_after == pytest.approx(2)


def test_a_turn_that_was_not_given_is_not_counted(limiter: Limiter, clock: Clock) -> None:
    for _ in range(4):
        limiter.turn(1)
    for _ in range(10):
        with pytest.raises(TryLater):
            limiter.turn(1)
    clock.now += 2

    assert limiter.turn(1) == pytest.approx(0)


def test_chats_do_not_wait_for_each_other(limiter: Limiter) -> None:
    for _ in range(3):
        limiter.turn(1)

    assert limiter.turn(2) == 0


def test_no_second_sees_more_than_thirty_messages(limiter: Limiter, clock: Clock) -> None:
    sent_at = sorted(clock.now + limiter.turn(chat) for chat in range(30))

    assert sent_at[-1] == pytest.approx(clock.now + 1)
    with pytest.raises(TryLater):
        limiter.turn(31)


def test_a_chat_on_hold_waits_as_long_as_telegram_said(limiter: Limiter, clock: Clock) -> None:
    limiter.hold(1, 30)
    clock.now += 10

    with pytest.raises(TryLater) as refusal:
        limiter.turn(1)

    assert refusal.value.retry_after == pytest.approx(20)
    assert limiter.turn(2) == 0


def test_a_chat_that_rested_has_its_burst_again(limiter: Limiter, clock: Clock) -> None:
    for _ in range(4):
        limiter.turn(1)
    clock.now += 60

    assert [limiter.turn(1) for _ in range(3)] == [0, 0, 0]
