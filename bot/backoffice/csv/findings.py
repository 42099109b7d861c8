"""What is wrong, or worth a look, in a file: where, what was found, and what was expected."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from rapidfuzz import fuzz, process

NEAR_ENOUGH = 60
"""How alike (of 100) a known name must be to what was found in order to be named."""
LONGEST_SHOWN = 60
"""Characters of a cell that are shown."""

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about one place. Lines are counted as an editor does, from 1; None: the whole file."""

    file: str
    line: int | None
    column: str | None
    found: str | None
    expected: str
    severity: Severity = "error"

    def as_text(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        warned = "warning: " if self.severity == "warning" else ""
        column = "" if self.column is None else f"{self.column}: "
        found = "" if self.found is None else f"found {shown(self.found)}; "
        return f"{place}: {warned}{column}{found}{self.expected}"

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


Tell = Callable[[Finding], None]


def shown(text: str) -> str:
    """What was found, as it can be printed: in quotes, without control characters, not too long."""
    cut = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}\u2026"
    return repr(cut)


def one_of(names: Iterable[str], found: str) -> str:
    """What was expected instead of a name, with the nearest one."""
    listed = list(names)
    return f"expected {either(listed)}{meant(found, listed)}"


def either(names: Sequence[str]) -> str:
    """Two names or more as a sentence has them."""
    return f"{', '.join(names[:-1])} or {names[-1]}"


def meant(found: str, names: Iterable[str]) -> str:
    """The nearest name as a question, to be put behind a sentence; empty if none is near."""
    near = nearest(found, names)
    return "" if near is None else f"; did you mean {near!r}?"


def nearest(found: str, names: Iterable[str]) -> str | None:
    """The known name that is most like what was found, if one is like it at all."""
    best = process.extractOne(found, names, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
    return None if best is None else str(best[0])
