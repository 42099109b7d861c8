"""A pack: dated rules of one jurisdiction, read from YAML. Errors name file, line and what was expected."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from dialogs.packs.rules import InForce, Rules

VALUES: Mapping[str, TypeAdapter[Any]] = {
    name: TypeAdapter(kind) for name, kind in get_type_hints(Rules).items()
}
RULE_NAMES = tuple(VALUES)


class PackError(ValueError):
    """A pack cannot be used. The message says where, and what was expected."""


class Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Rule(Data):
    """One rule with where it stands and when it holds."""

    rule: str
    value: Any
    source: str = Field(min_length=3)
    """The statute, regulation or judgment."""
    effective: date
    until: date | None = None
    """The last day on which it holds; None where no end is known."""
    expected: bool = False
    """The day is foreseen, not enacted."""

    @model_validator(mode="after")
    def _can_hold(self) -> "Rule":
        if self.rule not in RULE_NAMES:
            raise ValueError(f"expected one of {', '.join(RULE_NAMES)}; found rule {self.rule!r}")
        if self.until is not None and self.until < self.effective:
            raise ValueError(f"expected an end on or after {self.effective}, found {self.until}")
        value_of(self)
        return self

    def holds_on(self, day: date) -> bool:
        return self.effective <= day and (self.until is None or day <= self.until)

    def overlaps(self, other: "Rule") -> bool:
        first, second = sorted((self, other), key=lambda rule: rule.effective)
        return self.rule == other.rule and first.holds_on(second.effective)


class PackFile(Data):
    """A pack as it is written."""

    title: str
    covers: Literal["termination", "withdrawal"] = "termination"
    extends: str | None = None
    """A pack whose rules hold here too, unless a rule of the same name is in force here."""
    rules: tuple[Rule, ...] = Field(default=(), strict=False)


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules of a jurisdiction, of yesterday, today and tomorrow."""

    name: str
    title: str
    covers: Literal["termination", "withdrawal"]
    rules: tuple[Rule, ...]
    """Its own."""
    extends: "Pack | None" = None

    def at(self, day: date) -> InForce:
        """What is in force on that day, at the place of whoever cancels."""
        rules = self.in_force(day)
        values = {name: value_of(rule) for name, rule in rules.items()}
        version = max((rule.effective for rule in rules.values()), default=None)
        return InForce(self.name, Rules(**values), version)

    def in_force(self, day: date) -> Mapping[str, Rule]:
        """By name, the rules that are written for that day; the others have their defaults."""
        inherited = {} if self.extends is None else self.extends.in_force(day)
        return {**inherited, **{rule.rule: rule for rule in self.rules if rule.holds_on(day)}}

    def dates(self) -> tuple[date, ...]:
        """The days on which something begins to hold, in order."""
        earlier = () if self.extends is None else self.extends.dates()
        return tuple(sorted({*earlier, *(rule.effective for rule in self.rules)}))


def value_of(rule: Rule) -> Any:
    """The rule's value as `Rules` has it. Raises ValueError saying what was expected."""
    value = rule.value
    if isinstance(value, dict):
        value = tuple(sorted(value.items()))
    elif isinstance(value, list):
        value = tuple(value)
    try:
        return VALUES[rule.rule].validate_python(value, strict=True)
    except ValidationError as error:
        told = "; ".join(str(problem["msg"]) for problem in error.errors())
        raise ValueError(f"{rule.rule}: {told}, found {rule.value!r}") from error


def read_pack(name: str, text: str, source: str, known: Mapping[str, Pack]) -> Pack:
    """A pack from its YAML form.

    Args:
        source: the file's name, for errors.
        known: packs that it may extend.

    Raises:
        PackError: with file, line and what was expected.
    """
    data = _load(text, source, "safe")
    try:
        file = PackFile.model_validate(data)
    except ValidationError as error:
        raise PackError("; ".join(_said(each, text, source) for each in error.errors())) from error
    if file.extends is not None and file.extends not in known:
        expected = ", ".join(known) or "no other pack"
        place = f"{source}:{_line(text, source, ('extends',))}"
        raise PackError(f"{place}: extends: expected one of {expected}; found {file.extends!r}")
    _refuse_overlaps(file.rules, text, source)
    return Pack(name, file.title, file.covers, file.rules, known.get(file.extends or ""))


def _refuse_overlaps(rules: Iterable[Rule], text: str, source: str) -> None:
    """On any day a rule has one value."""
    read: list[Rule] = []
    for position, rule in enumerate(rules):
        for other in read:
            if rule.overlaps(other):
                place = f"{source}:{_line(text, source, ('rules', position))}"
                said = f"expected one value of {rule.rule} on any day, found two"
                raise PackError(f"{place}: {said} on {max(rule.effective, other.effective)}")
        read.append(rule)


def _said(problem: Any, text: str, source: str) -> str:
    path = tuple(problem["loc"])
    where = "/".join(map(str, path)) or "pack"
    return f"{source}:{_line(text, source, path)}: {where}: {problem['msg']}"


def _line(text: str, source: str, path: tuple[str | int, ...]) -> int:
    """Find the line, from 1. Only the slower loader keeps lines: it runs once something is wrong."""
    found, line = _load(text, source, "rt"), 0
    for part in path:
        if isinstance(found, list) and isinstance(part, int) and part < len(found):
            line = found.lc.item(part)[0]  # type: ignore[attr-defined]
        elif isinstance(found, dict) and part in found:
            line = found.lc.key(part)[0]  # type: ignore[attr-defined]
        else:
            break
        found = found[part]
    return int(line) + 1


def _load(text: str, source: str, loader: str) -> Any:
    try:
        return YAML(typ=loader).load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        raise PackError(f"{source}:{line}: expected YAML: {error.problem}") from error
    except YAMLError as error:
        raise PackError(f"{source}:1: expected YAML: {error}") from error
