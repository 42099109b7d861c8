"""When to try again: a pure function, held by properties."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deliver.patience import DEADLINES, patience_with
from bot.deliver.retry import LONGEST_ASKED, MESSAGE, OFFICE, UNSURE, Policy, as_asked, next_delay

policies = st.sampled_from([MESSAGE, UNSURE, OFFICE])
jitters = st.floats(0, 1)


@given(policies, st.integers(1, 1000), jitters)
def test_delays_stay_within_their_bounds(policy: Policy, attempts: int, jitter: float) -> None:
    """However often it was tried: what was killed says nothing about the other side."""
    delay = next_delay(policy, attempts, jitter)
    assert delay is not None
    assert policy.first / 2 <= delay <= policy.longest


@given(policies, st.integers(1, 10), jitters)
def test_delays_grow(policy: Policy, attempts: int, jitter: float) -> None:
    delay, longer = next_delay(policy, attempts, jitter), next_delay(policy, attempts + 1, jitter)
    assert delay is not None
    assert longer is not None
    assert delay <= longer


@given(policies, st.integers(1, 10), jitters, st.floats(0, 3600))
def test_what_the_other_side_asked_for_is_never_shortened(
    policy: Policy, attempts: int, jitter: float, asked: float
) -> None:
    delay = next_delay(policy, attempts, jitter, asked)
    assert delay is not None
    assert delay >= timedelta(seconds=asked)


deadlines = st.timedeltas(timedelta(minutes=1), timedelta(days=5))
times = st.timedeltas(timedelta(), timedelta(days=6))


@given(deadlines, times, st.integers(1, 5000), jitters)
def test_the_last_attempt_is_made_when_the_time_is_over(
    deadline: timedelta, elapsed: timedelta, attempts: int, jitter: float
) -> None:
    policy = Policy(timedelta(seconds=2), timedelta(minutes=15), deadline)
    delay = next_delay(policy, attempts, jitter, elapsed=elapsed)
    assert (delay is None) == (elapsed >= deadline)
    assert delay is None or timedelta() < delay <= deadline - elapsed


@pytest.mark.parametrize("kind", DEADLINES)
def test_every_kind_outlasts_a_day_and_comes_to_its_end(kind: str) -> None:
    """However the other side puts it off."""
    policy, tried = patience_with(kind), timedelta()
    for attempts in range(1, 100_000):
        delay = next_delay(policy, attempts, 0, as_asked(0 if attempts % 2 else 10**9), tried)
        if delay is None:
            break
        tried += delay
    assert timedelta(hours=25) < DEADLINES[kind].within <= tried <= DEADLINES[kind].within + LONGEST_ASKED


@given(st.floats(allow_nan=False))
def test_a_back_office_is_left_in_peace_for_an_hour_at_most(asked: float) -> None:
    seconds = as_asked(asked)
    assert seconds is not None
    assert 0 <= seconds <= LONGEST_ASKED.total_seconds()
    assert as_asked(None) is None


def attempts_of(policy: Policy) -> list[timedelta]:
    """When each attempt is made, from the first, as long as none succeeds."""
    made = [timedelta()]
    while (delay := next_delay(policy, len(made), 0.5, elapsed=made[-1])) is not None:
        made.append(made[-1] + delay)
    return made


def test_a_mail_server_may_be_down_for_three_days() -> None:
    assert attempts_of(OFFICE)[-1] > timedelta(days=3)


def test_a_provider_may_be_down_for_a_day() -> None:
    assert attempts_of(MESSAGE)[-1] >= timedelta(days=1)


def test_what_may_have_arrived_is_not_sent_again_and_again() -> None:
    assert len(attempts_of(UNSURE)) <= 20
