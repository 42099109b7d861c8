"""A dialog as data: steps of closed kinds, the outcomes that lead on, guards, and policies.

`load` reads the YAML form; every error names the file, the place and what was
expected. `json_schema` is the same form for editors.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal

from pydantic import Field, model_validator

from dialogs.case import FOR_GOOD, ScriptKind
from dialogs.documents import Document, DocumentError, Misplaced, Path, one_of
from dialogs.guards import GUARDS
from dialogs.meaning import Reason
from dialogs.step_kinds import Branch, Data, Step, outcomes_of
from dialogs.values import AlternativeKind


class ScriptError(DocumentError):
    """A script cannot be used. The message says where, and what was expected."""


OF_ORDERS = frozenset({"more", "refused", "unavailable"})
"""Outcomes of a confirmation that only an order has."""

OPTIONAL_OUTCOMES: Mapping[str, frozenset[str]] = {
    "declare": frozenset({"back"}),
    "choose": frozenset({"ended"}),
    "end": frozenset(),
    "confirm": OF_ORDERS,
}

_OF_SERVICES = ("choose", "offer", "undo", "restart")
NOT_IN: Mapping[ScriptKind, tuple[str, ...]] = {
    "termination": ("order", "lines"),
    "withdrawal": ("order", "lines", "restart"),
    "order": _OF_SERVICES,
}
"""Kind of script -> kinds of steps that have no meaning in it."""


class Bounds(Data):
    """From and to, both included; what is not named is open."""

    at_least: float | None = None
    at_most: float | None = None

    def hold(self, value: float) -> bool:
        above = self.at_least is None or value >= self.at_least
        return above and (self.at_most is None or value <= self.at_most)


class OfferPolicy(Data):
    """An alternative that may be offered; the first that fits and that the back office has is shown."""

    alternative: AlternativeKind
    plans: tuple[str, ...] = ()
    """Only for these plans; none named: for all."""
    tenure_months: Bounds = Bounds()
    """Only for customers who have had the service for so many months."""
    price: Bounds = Bounds()
    """Only for services at such a price, in the currency of the service."""
    reasons: tuple[Reason, ...] = ()
    """Only for customers who gave one of these reasons by themselves; none named: for all."""


class Verification(Data):
    """How sure we must be of who is writing, by the risk that the back office sees."""

    normal: Literal["vouched", "code"] = "vouched"
    """``vouched``: being vouched for is enough. ``code``: a one-time code is asked for in any case."""
    high: Literal["code"] = "code"


class Limits(Data):
    """What a message of this script may be at most on a channel."""

    characters: int | None = Field(default=None, ge=70)
    choices: int | None = Field(default=None, ge=2)


class Policies(Data):
    offers: tuple[OfferPolicy, ...] = ()
    verification: Verification = Verification()
    packs: tuple[str, ...] = ()
    """The jurisdiction packs that this script is written for; none named: for all that end contracts."""
    limits: Mapping[str, Limits] = {}
    """Channel -> what its messages may be at most, where less than the channel carries is wanted."""


class Wishes(Data):
    """Where the wishes that work everywhere lead."""

    cancel: str
    kept: str
    undo: str | None = None
    """Where taking a confirmed cancellation back leads; a withdrawal cannot be taken back."""
    rest: str
    """Where a conversation rests after a question was answered."""
    fee: str | None = None
    """Where a fee leads that is learnt late; without it a person settles that."""


MOST_GUARDS = 6
"""The worlds in which a script must be proved double with each guard that it asks."""


NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
"""How a script and a step may be called."""


def _such_as(name: str) -> str:
    near = "-".join(re.findall(r"[a-z0-9]+", name.lower()))
    return f", such as {near}" if re.fullmatch(NAME, near) else ""


class Script(Data):
    """One dialog. Immutable; a revision pins it together with its texts."""

    script: str
    title: str
    kind: ScriptKind = "termination"
    """What its cases are."""
    locales: tuple[str, ...]
    start: str
    wishes: Wishes
    policies: Policies = Policies()
    steps: Mapping[str, Step]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons that make a difference: those that choose alternatives, and any where a guard asks."""
        chosen_by = (reason for offer in self.policies.offers for reason in offer.reasons)
        asked: tuple[Reason, ...] = ("too-expensive",) if "reason-given" in self.guards else ()
        return tuple(dict.fromkeys((*chosen_by, *asked)))

    @property
    def guards(self) -> frozenset[str]:
        """The guards that are asked anywhere in the script."""
        return frozenset(guard for _, guard in self._guards())

    @model_validator(mode="after")
    def _leads_somewhere(self) -> "Script":
        faults = [
            *self._misspelt(),
            *self._wrong_names(),
            *self._missing_wishes(),
            *self._missing_outcomes(),
            *self._out_of_place(),
            *self._open_branches(),
        ]
        if len(self.guards) > MOST_GUARDS:
            faults.append(((), f"asks {len(self.guards)} different guards; expected at most {MOST_GUARDS}"))
        if faults:
            raise Misplaced(faults)
        return self

    def _misspelt(self) -> Iterator[tuple[Path, str]]:
        """Names stand in addresses, on command lines and in what is told of a script."""
        places: list[tuple[Path, str]] = [(("script",), self.script)]
        places += [(("steps", name), name) for name in self.steps]
        for path, name in places:
            if not re.fullmatch(NAME, name):
                yield path, f"found the name {name!r}; expected lower-case words with hyphens{_such_as(name)}"

    def _wrong_names(self) -> Iterator[tuple[Path, str]]:
        for path, name in self._references():
            if name not in self.steps:
                yield path, f"leads to {name!r}, which is no step; {one_of(self.steps, name)}"
        for path, guard in self._guards():
            if guard not in GUARDS:
                yield path, f"guard {guard!r} is unknown; {one_of(GUARDS, guard)}"

    def _missing_wishes(self) -> Iterator[tuple[Path, str]]:
        if self.kind not in FOR_GOOD and self.wishes.undo is None:
            said = "the wish 'undo' is missing; only withdrawals and orders cannot be taken back"
            yield ("wishes",), said

    def _missing_outcomes(self) -> Iterator[tuple[Path, str]]:
        for name, step in self.steps.items():
            wanted = outcomes_of(step) - OPTIONAL_OUTCOMES.get(step.kind, frozenset())
            if step.kind == "confirm" and self.kind == "order":
                wanted |= OF_ORDERS
            for outcome in sorted(wanted - set(step.outcomes)):
                yield ("steps", name, "outcomes"), f"outcome {outcome!r} of a {step.kind!r} step is missing"

    def _out_of_place(self) -> Iterator[tuple[Path, str]]:
        """What belongs to scripts of another kind."""
        for name, step in self.steps.items():
            if step.kind in NOT_IN.get(self.kind, ()):
                said = f"found a {step.kind!r} step; a script of kind {self.kind!r} cannot have one"
                yield ("steps", name, "kind"), said
            if step.kind == "confirm" and self.kind != "order" and step.without_quote is None:
                yield ("steps", name), "'without_quote' of a 'confirm' step is missing"
            if step.kind == "confirm" and self.kind != "order":
                for outcome in sorted(OF_ORDERS & set(step.outcomes)):
                    said = "only a script of kind 'order' has this outcome"
                    yield ("steps", name, "outcomes", outcome), said

    def _open_branches(self) -> Iterator[tuple[Path, str]]:
        for name, step in self.steps.items():
            for outcome, branches in step.targets().items():
                path = ("steps", name, "outcomes", outcome)
                if branches[-1].when is not None:
                    yield path, "the last branch must have no guard, so that there is always a way on"
                if any(branch.when is None for branch in branches[:-1]):
                    yield path, "a branch without a guard must be the last: what follows is never reached"

    def _references(self) -> Iterator[tuple[Path, str]]:
        yield ("start",), self.start
        wishes = self.wishes.model_dump(exclude_none=True)
        yield from ((("wishes", wish), step) for wish, step in wishes.items())
        yield from ((path, branch.go) for path, branch in self._branches("go"))

    def _guards(self) -> Iterator[tuple[Path, str]]:
        return ((path, branch.when) for path, branch in self._branches("when") if branch.when is not None)

    def _branches(self, part: str) -> Iterator[tuple[Path, Branch]]:
        for name, step in self.steps.items():
            for outcome, branches in step.targets().items():
                for position, branch in enumerate(branches):
                    yield ("steps", name, "outcomes", outcome, position, part), branch


class ByIdentity:
    """A script as a key of what is known about it: comparing whole scripts would cost more than is saved."""

    __slots__ = ("script",)

    def __init__(self, script: Script) -> None:
        self.script = script

    def __hash__(self) -> int:
        return id(self.script)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and other.script is self.script


def load(text: str, source: str = "script") -> Script:
    """A script from its YAML form: one object for one text, so that what is known about it is found once.

    Raises:
        ScriptError: with `source`, line, column and what was expected, a line for each fault.
    """
    try:
        return _read(text)
    except DocumentError:
        return _told(text, source)


@lru_cache(maxsize=64)
def _read(text: str) -> Script:
    return Document(text, "script").read(Script)


def _told(text: str, source: str) -> Script:
    """Read it once more, to tell its faults as those of `source`."""
    try:
        return Document(text, source).read(Script)
    except DocumentError as error:
        raise ScriptError(str(error)) from error


def json_schema() -> dict[str, Any]:
    """The form of a script as JSON Schema (draft 2020-12), for editors that complete and check."""
    schema = Script.model_json_schema(mode="validation")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["properties"]["script"]["pattern"] = f"^{NAME}$"
    schema["properties"]["steps"]["propertyNames"] = {"pattern": f"^{NAME}$"}
    schema["$defs"]["Branch"]["properties"]["when"] = {"enum": sorted(GUARDS), "title": "When"}
    return schema
