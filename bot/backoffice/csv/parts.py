"""Cells that hold a list: equipment, the alternatives that are allowed, and the one that was applied.

Entries are separated by `|`. An alternative is written as its kind and what belongs to it, as in
`discount: months 6, percent 20`. A backslash before one of these signs makes it part of a name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, get_args

from bot.backoffice.csv.amounts import Amount
from bot.backoffice.csv.findings import one_of, shown
from bot.backoffice.csv.kinds import Circumstances, Day, Kind, NotRead, Whole, Words
from bot.backoffice.money import from_minor, to_minor
from bot.backoffice.offers import NEEDS, Offer
from dialogs.values import Alternative, AlternativeKind, Money

_PIECES = re.compile(r"(?:\\.|[^\\|,])+|[|,]|\\", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPECIAL = re.compile(r"([\\|,])")

OFFERED: Mapping[str, Kind] = {
    "months": Whole(1, 36),
    "percent": Whole(1, 100),
    "plan": Words(),
    "price": Amount(),
    "amount": Amount(),
}
"""What may be said of an alternative that is allowed."""

APPLIED: Mapping[str, Kind] = {
    "starts_on": Day(),
    "ends_on": Day(),
    "price": Amount(),
    "price_after": Amount(),
    "percent": Whole(0, 100),
    "months": Whole(0, 120),
    "plan": Words(),
    "amount": Amount(),
    "price_before": Amount(),
}
"""What may be said of one that holds; without `ends_on` it does for good."""


@dataclass(frozen=True, slots=True)
class Names:
    """Several names."""

    @property
    def expected(self) -> str:
        return "names separated by |"

    def read(self, cell: str, given: Circumstances) -> tuple[str, ...]:
        words = Words()
        names = (words.read(_unescaped(entry), given) for entry in _split(cell, "|"))
        return tuple(name for name in names if name)

    def write(self, value: Sequence[str], given: Circumstances) -> str:
        return " | ".join(map(_escaped, value))


@dataclass(frozen=True, slots=True)
class Offers:
    """The alternatives that are allowed."""

    @property
    def expected(self) -> str:
        return "alternatives such as pause: months 3 | downgrade: plan Basic, price 5.00"

    def read(self, cell: str, given: Circumstances) -> tuple[Offer, ...]:
        return tuple(_offer(entry, given) for entry in _split(cell, "|") if entry)

    def write(self, value: Sequence[Offer], given: Circumstances) -> str:
        return " | ".join(_said(each.kind, _of_offer(each), OFFERED, given) for each in value)


@dataclass(frozen=True, slots=True)
class Applied:
    """The alternative that holds."""

    @property
    def expected(self) -> str:
        return (
            "an alternative such as pause: starts_on 2026-03-01, ends_on 2026-05-31, price 0.00, "
            "price_after 29.90, months 3"
        )

    def read(self, cell: str, given: Circumstances) -> Alternative:
        kind, said = _read(cell, APPLIED, given)
        missing = [name for name in ("starts_on", "price", "price_after") if name not in said]
        if missing:
            raise NotRead(f"expected {' and '.join(missing)} for {kind}")
        amounts = [name for name in said if isinstance(APPLIED[name], Amount)]
        said |= {name: from_minor(said[name], given.currency) for name in amounts}
        return Alternative(kind, said.pop("starts_on"), said.pop("ends_on", None), **said)

    def write(self, value: Alternative, given: Circumstances) -> str:
        return _said(value.kind, _of_applied(value), APPLIED, given)


def _offer(entry: str, given: Circumstances) -> Offer:
    kind, said = _read(entry, OFFERED, given)
    missing = [name for name in map(_outside, NEEDS[kind]) if name not in said]
    if missing:
        raise NotRead(f"expected {' and '.join(missing)} for {kind}")
    price, amount = said.pop("price", None), said.pop("amount", None)
    return Offer(kind, price_minor=price, amount_minor=amount, **said)


def _read(
    entry: str, known: Mapping[str, Kind], given: Circumstances
) -> tuple[AlternativeKind, dict[str, Any]]:
    name, _, rest = entry.partition(":")
    kind = name.strip().lower().replace(" ", "_")
    if kind not in NEEDS:
        raise NotRead(one_of(NEEDS, kind))
    said: dict[str, Any] = {}
    for pair in filter(None, _split(rest, ",")):
        key, _, value = pair.partition(" ")
        if key not in known:
            raise NotRead(one_of(known, key))
        if key in said:
            raise NotRead(f"expected {key} once for {kind}")
        said[key] = _part(key, value.strip(), known[key], given)
    return next(each for each in get_args(AlternativeKind) if each == kind), said


def _part(key: str, cell: str, kind: Kind, given: Circumstances) -> Any:
    if not cell:
        raise NotRead(f"expected {kind.expected} behind {key}")
    try:
        return kind.read(_unescaped(cell), given)
    except NotRead as error:
        raise NotRead(f"{key} {shown(cell)}: {error}") from error


def _said(kind: str, parts: Mapping[str, Any], known: Mapping[str, Kind], given: Circumstances) -> str:
    pairs = (f"{name} {_escaped(known[name].write(value, given))}" for name, value in parts.items())
    return f"{kind}: {', '.join(pairs)}"


def _of_offer(offer: Offer) -> dict[str, Any]:
    said = {_outside(each.name): getattr(offer, each.name) for each in fields(offer) if each.name != "kind"}
    return {name: value for name, value in said.items() if value is not None}


def _of_applied(applied: Alternative) -> dict[str, Any]:
    said = {name: getattr(applied, name) for name in APPLIED}
    minor = {name: to_minor(value) for name, value in said.items() if isinstance(value, Money)}
    return {name: value for name, value in (said | minor).items() if value is not None}


def _outside(name: str) -> str:
    return name.removesuffix("_minor")


def _split(cell: str, separator: str) -> Iterator[str]:
    """The entries, still escaped, without the spaces around them."""
    entry = ""
    for piece in _PIECES.findall(cell):
        if piece == separator:
            yield entry.strip()
            entry = ""
        else:
            entry += piece
    yield entry.strip()


def _escaped(name: str) -> str:
    return _SPECIAL.sub(r"\\\1", name)


def _unescaped(entry: str) -> str:
    return _ESCAPED.sub(r"\1", entry)
