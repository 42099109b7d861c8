"""How long each kind of work in a back office is tried before a person has it: a closed table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.deliver.retry import Policy

FIRST, LONGEST = timedelta(seconds=2), timedelta(minutes=15)
"""Pauses double from the one to the other."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """How long something is tried, counted from its first attempt; and why so long and no longer."""

    within: timedelta
    why: str


DEADLINES: Mapping[str, Deadline] = {
    "cancel_service": Deadline(
        timedelta(days=4), "a long weekend's outage bothers nobody, and what was accepted stands meanwhile"
    ),
    "find_terms": Deadline(
        timedelta(days=3),
        "there may be a fee that the customer has to be asked about before the last day",
    ),
    "apply_alternative": Deadline(
        timedelta(days=3), "until then the customer pays the old price for something they decided to keep"
    ),
    "revoke_alternative": Deadline(
        timedelta(days=2), "what was agreed may begin before it is undone; a person can hold that up"
    ),
    "reinstate_service": Deadline(
        timedelta(days=2), "the service may end before it is restored; a person can hold that up"
    ),
    "restart_service": Deadline(
        timedelta(days=3), "the customer wants it back, pays nothing meanwhile, and may go elsewhere"
    ),
    "cancel_order": Deadline(
        timedelta(hours=36), "a day's outage is sat out; then a person may still stop the parcel"
    ),
    "terminate_service": Deadline(timedelta(days=4), "nobody waits for it: the brand ends it"),
    "refund_charge": Deadline(
        timedelta(days=3), "it is the customer's money; a person can pay it back in another way"
    ),
    "read_back": Deadline(timedelta(days=4), "it only reads, and nothing waits for it"),
    "read_order_back": Deadline(timedelta(days=4), "it only reads, and nothing waits for it"),
    "watch_end": Deadline(timedelta(days=4), "it only reads; the next look is a week or more away"),
    "follow_refund": Deadline(timedelta(days=4), "it only reads; banks take longer than that"),
    "follow_returns": Deadline(timedelta(days=4), "it only reads; parcels take longer than that"),
}
"""Kinds of effects in a back office -> how long they are tried. All outlast a day's outage. What a back
office refuses comes to a person at once."""


def patience_with(kind: str) -> Policy:
    """How patient this kind of effect is. Raises KeyError where it is none of a back office."""
    return Policy(FIRST, LONGEST, DEADLINES[kind].within)


def told(within: timedelta) -> str:
    """A deadline in words, such as `36 hours` or `4 days`."""
    hours = int(within / timedelta(hours=1))
    return f"{hours // 24} days" if hours % 24 == 0 else f"{hours} hours"
