"""The cases that an audit has the back office asked about: some at random, the same ones all day. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from heapq import heappush, heappushpop
from typing import Any

from pydantic import ValidationError

from dialogs.case import Case
from dialogs.turn import CASE
from storage.repositories.cases import CaseRow

SETTING = "audit_sample"
"""The setting of a brand that says how many."""
USUAL, MOST = 25, 500
"""Cases that are compared in an audit; each costs two or three calls of the back office."""


@dataclass(frozen=True, slots=True)
class Sampled:
    """A case as it stood when it was drawn."""

    row: CaseRow
    case: Case


@dataclass(slots=True)
class Sample:
    """Draws `size` among the cases that it is shown, in whatever order they come.

    Which they are follows from the seed alone: whoever looks again with the same one gets the same ones.
    """

    seed: str
    size: int = USUAL
    shown: int = 0
    """How many there were to choose from."""
    _drawn: list[tuple[int, str, Sampled]] = field(default_factory=list)
    """Those with the smallest lots, as a heap whose first one has the largest of them."""

    def show(self, row: CaseRow) -> None:
        """Take it into account, where it can be compared at all."""
        case = comparable(row)
        if case is None:
            return
        self.shown += 1
        lot = (-_lot(self.seed, row.id), row.id, Sampled(row, case))
        if len(self._drawn) < self.size:
            heappush(self._drawn, lot)
        elif self.size:
            heappushpop(self._drawn, lot)

    def __iter__(self) -> Iterator[Sampled]:
        """Those that were drawn, by lot."""
        return (each for _, _, each in sorted(self._drawn, key=lambda drawn: -drawn[0]))

    def __len__(self) -> int:
        return len(self._drawn)


def size_of(settings: Mapping[str, Any]) -> int:
    """How many a brand wants compared."""
    return min(int(str(settings.get(SETTING, USUAL))), MOST)


def problem_of_size(value: str) -> str | None:
    """What is wrong with a number that somebody wants to set."""
    if value.isascii() and value.isdigit() and len(value) < 6 and int(value) <= MOST:
        return None
    return f"{SETTING}: {value!r}; expected how many cases an audit compares, 0 to {MOST}"


def comparable(row: CaseRow) -> Case | None:
    """The case, where it was carried out in the back office and still stands; None of all others."""
    if row.status not in ("executed", "reconciled") or not row.data:
        return None
    try:
        case = CASE.validate_json(row.data)
    except ValidationError:
        return None
    is_over = case.ending is not None and case.ending.overtaken
    if not _was_done(case) or is_over or case.reversing_since is not None or case.customer is None:
        return None
    return case if case.service is not None or case.order is not None else None


def _was_done(case: Case) -> bool:
    """Whether it says what was done. As which service a person took one up again, only they know."""
    match case.decision:
        case "cancel":
            return True
        case "alternative":
            return case.offer is not None
        case "restart":
            return case.restart is not None and case.by_hand is None
        case _:
            return case.ending is not None


def _lot(seed: str, case: str) -> int:
    return int.from_bytes(sha256(f"{seed}\x1f{case}".encode()).digest()[:8])
