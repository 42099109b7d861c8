"""What we did to a subscription, noted in its own metadata in the very request that does it.

Stripe forgets idempotency keys after a day or so; a write that comes again later is found here. Where a write
takes several requests the note comes first and says all that is still to be done, so whoever repeats
the write after a kill goes on from there.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from bot.backoffice.base import NotPossible
from bot.backoffice.stripe_billing import names

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Note:
    """One write. `end`, `how` and `fee` are those of an end; `undoes` is the key of the end taken back.

    `how`: ``at`` a day that Stripe was told, or ``now``.
    """

    key: str
    did: Literal["cancel", "terminate", "apply", "revoke", "reinstate"]
    day: date
    end: date | None = None
    how: Literal["at", "now"] | None = None
    fee: int = 0
    undoes: str | None = None

    @property
    def metadata(self) -> dict[str, str]:
        """As it stands in the subscription."""
        told = {
            "key": self.key,
            "did": self.did,
            "day": self.day.isoformat(),
            "end": None if self.end is None else self.end.isoformat(),
            "how": self.how,
            "fee": self.fee or None,
            "undoes": self.undoes,
        }
        return {_name(self.key): written({name: value for name, value in told.items() if value is not None})}


@dataclass(frozen=True, slots=True)
class Due:
    """What is paid back once the subscription has ended; `refused` says why Stripe would not."""

    key: str
    minor: int
    currency: str
    day: date
    """On which it was promised."""
    refused: str | None = None

    @property
    def metadata(self) -> dict[str, str]:
        told = {"key": self.key, "minor": self.minor, "currency": self.currency, "day": self.day.isoformat()}
        if self.refused is not None:
            told["refused"] = self.refused[:100]
        return {names.DUE: written(told)}


def noted(subscription: Json, key: str) -> Note | None:
    """The write of that key, if it was done to this subscription."""
    stored = subscription["metadata"].get(_name(key))
    if stored is None:
        return None
    told = json.loads(stored)
    return Note(
        told["key"],
        told["did"],
        date.fromisoformat(told["day"]),
        date.fromisoformat(told["end"]) if "end" in told else None,
        told.get("how"),
        told.get("fee", 0),
        told.get("undoes"),
    )


def done(subscriptions: list[dict[str, Any]], key: str, did: str, service: str) -> Note | None:
    """The write of that key, if it was done. Raises `NotPossible` where the key stands for something else."""
    for each in subscriptions:
        note = noted(each, key)
        if note is not None and (note.did, each["id"]) != (did, service):
            raise NotPossible(f"the key {key} stands for {note.did} of {each['id']}")
        if note is not None:
            return note
    return None


def ending(subscription: Json) -> Note | None:
    """The write that ends it, if one of ours does."""
    key = subscription["metadata"].get(names.ENDING)
    return None if key is None else noted(subscription, key)


def due(subscription: Json) -> Due | None:
    """What is to be paid back, if anything is."""
    stored = subscription["metadata"].get(names.DUE)
    if stored is None:
        return None
    told = json.loads(stored)
    day = date.fromisoformat(told["day"])
    return Due(told["key"], told["minor"], told["currency"], day, told.get("refused"))


def written(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _name(key: str) -> str:
    return names.WRITE + hashlib.sha256(key.encode()).hexdigest()[:16]
