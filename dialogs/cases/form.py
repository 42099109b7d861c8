"""The YAML form of a conversation case."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from dialogs.meaning import Label
from dialogs.values import AlternativeKind


class CaseError(Exception):
    """A case cannot be read. The message says where, and what was expected."""


class Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class HasService(Data):
    """A service of the case's customer."""

    name: str
    status: Literal["active", "paused", "ending", "ended"] = "active"
    price: Decimal = Decimal("29.90")
    interval: Literal["month", "year"] = "month"
    end_date: date = date(2026, 12, 31)
    fee: Decimal = Decimal(0)
    free_date: date | None = None
    """Its last day without a fee, where it has one."""
    refund: Decimal = Decimal(0)
    undo_days: int = 14
    remains: Literal["nothing", "return-equipment"] = "nothing"
    alternatives: tuple[AlternativeKind, ...] = ()


class HasCase(Data):
    """A case of this customer that another channel left behind."""

    declared_days_ago: int = 1
    service: str | None = None
    offered: AlternativeKind | None = None
    answer: Literal["open", "declined"] = "open"
    permission: Literal["asked", "refused"] | None = None
    """Whether the customer wants to hear of an alternative was asked there."""
    decision: Literal["cancel"] | None = None
    failed: bool = False
    """The back office refused it for good."""
    reversing: bool = False
    """It is carried out and is being taken back."""


class World(Data):
    """What is true around a case. Codes are always 123456."""

    vouched: bool = True
    known: bool = True
    """Whether the back office knows what the customer identifies with."""
    risk: Literal["normal", "high"] = "normal"
    office: Literal["up", "slow", "down"] = "up"
    """``slow``: its answer comes when the talk says so (``happens: answered``)."""
    services: tuple[HasService, ...] = (HasService(name="Fibre 100", alternatives=("pause",)),)
    cases: tuple[HasCase, ...] = ()
    pack: str = "none"
    """The jurisdiction whose rules hold."""
    codes_allowed: bool = True
    agents_wait: Literal["minutes", "hours", "later"] = "minutes"


class Expected(Data):
    """What a turn must do. What is not named is not looked at."""

    texts: tuple[str, ...] | None = None
    """Ids of the texts said, all of them, in order."""
    choices: tuple[str, ...] | None = None
    """Outcomes that can be pressed now, in the order shown."""
    step: str | None = None
    case: str | None = None
    """The case's status, or ``none``."""
    effects: tuple[str, ...] | None = None
    """Types of the effects asked for, all of them, in order."""
    contains: tuple[str, ...] = ()
    """Words that the person reads in this turn."""
    labels: tuple[str, ...] | None = None
    """The words on what can be pressed, exactly, in the order shown."""
    lacks: tuple[str, ...] = ()
    locale: str | None = None
    first_choice: str | None = None
    shows: tuple[str, ...] = ()
    """Outcomes that can be pressed now, among others."""
    offers: bool | None = None
    """Whether an alternative is shown in this turn."""
    receipt: bool | None = None
    """Whether a receipt is handed over in this turn."""
    hands_over: bool | None = None
    """Whether a person is called in this turn."""


HAPPENINGS = (
    "opened",
    "answered",
    "executed",
    "delayed",
    "refused",
    "given_up",
    "reconciled",
    "terms_learned",
    "unanswered",
    "agent_returned",
    "agent_resolved",
    "media",
    "edited",
    "own_contact",
    "foreign_contact",
)


DEEDS = ("say", "means", "code", "press", "press_stale", "happens")


class Line(Data):
    """One thing that happens: something said, pressed, or happening elsewhere."""

    say: str | None = None
    means: str | None = None
    """Words of that meaning, in whatever language: a label such as ``cancel``, ``affirm`` or ``thanks``."""
    code: Literal["right", "wrong", "locked", "expired"] | None = None
    """A one-time code, with the verdict on it."""
    press: str | None = None
    press_stale: str | None = None
    """A button of an earlier question."""
    happens: str | None = None
    after_days: int = 0
    expect: Expected = Expected()

    @model_validator(mode="after")
    def _one_thing(self) -> "Line":
        given = [name for name in DEEDS if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"expected exactly one of: {', '.join(DEEDS)}")
        if self.means is not None and self.means not in set(Label):
            raise ValueError(f"means: {self.means!r}; expected one of: {', '.join(Label)}")
        if self.happens is not None and self.happens not in HAPPENINGS:
            raise ValueError(f"happens: {self.happens!r}; expected one of: {', '.join(HAPPENINGS)}")
        return self


class ConversationCase(Data):
    """One conversation with what is expected of it."""

    about: str
    """One sentence: what the case shows."""
    script: str = "service"
    channel: str = "webchat"
    locale: str = "en"
    world: World = World()
    talk: tuple[Line, ...]


def load_cases(text: str, source: str) -> Mapping[str, ConversationCase]:
    """The cases of a file by name. Raises CaseError naming the file, the place and what was expected."""
    try:
        data = YAML(typ="safe", pure=True).load(text)
    except YAMLError as error:
        raise CaseError(f"{source}: not readable as YAML: {error}") from error
    if not isinstance(data, dict) or not data:
        raise CaseError(f"{source}: expected a mapping of case names to cases")
    return {str(name): _read(value, f"{source}: {name}") for name, value in data.items()}


def _read(value: object, where: str) -> ConversationCase:
    try:
        return ConversationCase.model_validate(value)
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise CaseError(f"{where}: {told}") from error
