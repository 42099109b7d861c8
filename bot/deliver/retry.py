"""When to try again, or never: a pure function of attempts and error."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Policy:
    """How patient an attempt is with another. Delays double from `first` up to `longest`.

    Time ends it and not a count: an attempt that was killed says nothing about the other side.
    """

    first: timedelta
    longest: timedelta
    deadline: timedelta
    """So long after the first attempt the last one is made, as far as the other side lets it."""


MESSAGE = Policy(timedelta(seconds=2), timedelta(minutes=10), timedelta(days=1))
"""For what was surely not sent: a provider may be down for hours, and the answer is waited for."""
UNSURE = Policy(timedelta(seconds=2), timedelta(minutes=10), timedelta(hours=1))
"""For what may have been sent, and is sent again: ever more seldom, and not for long."""
OFFICE = Policy(timedelta(seconds=2), timedelta(minutes=15), timedelta(days=4))
"""For what needs a back office, or a mail server, beside its own work: either may be down for days."""


def next_delay(
    policy: Policy,
    attempts: int,
    jitter: float,
    retry_after: float | None = None,
    elapsed: timedelta = timedelta(),
) -> timedelta | None:
    """How long to wait before the next attempt; None when it is given up.

    Args:
        attempts: made so far, this one included.
        jitter: 0 to 1; spreads attempts over the second half of the delay.
        retry_after: seconds that the other side asked for; never shortened.
        elapsed: since the first attempt began.
    """
    left = policy.deadline - elapsed
    if left <= timedelta():
        return None
    doubled: timedelta = policy.first * 2 ** min(attempts - 1, 20)
    delay = min(doubled, policy.longest)
    spread = min(delay * (0.5 + 0.5 * jitter), left)
    return max(spread, timedelta(seconds=retry_after or 0))


LONGEST_ASKED = timedelta(hours=1)
"""A back office that asks for longer is asked all the same: it may have answered by mistake, and a
cancellation that was accepted waits for it."""


def as_asked(retry_after: float | None) -> float | None:
    """The seconds that a back office asked to be left in peace for, as far as that is honoured."""
    return None if retry_after is None else min(max(retry_after, 0.0), LONGEST_ASKED.total_seconds())
