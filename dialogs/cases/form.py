"""The YAML form of a conversation case."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Literal, Self, get_args

from pydantic import AwareDatetime, BaseModel, ConfigDict, field_validator, model_validator

from dialogs.case import CaseStatus, EndingCause, ScriptKind
from dialogs.documents import Document, DocumentError, Misplaced, one_of
from dialogs.effects import Effect
from dialogs.meaning import Label, Reason, Urgency
from dialogs.packs import PACKS
from dialogs.values import AlternativeKind, LineState, Way


class CaseError(DocumentError):
    """Cases cannot be used. The message has a line for each fault: file, line, column, what was expected."""


class Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Office = Literal["up", "slow", "down", "no_quotes"]
"""How the back office answers."""


class HasAlternative(Data):
    """An alternative in all its terms, where the usual ones of its kind are not the point."""

    kind: AlternativeKind
    starts_on: date
    ends_on: date | None = None
    price: Decimal
    price_after: Decimal
    percent: int | None = None
    months: int | None = None
    plan: str | None = None
    amount: Decimal | None = None
    price_before: Decimal | None = None


class HasRestart(Data):
    """On what terms a service that has ended can be taken up again, from the day on which the talk begins."""

    price: Decimal = Decimal("29.90")
    interval: Literal["month", "year"] = "month"
    minimum_until: date | None = None
    notice_days: int = 0


class HasService(Data):
    """A service of the case's customer."""

    name: str
    plan: str = "standard"
    started_on: date = date(2024, 1, 1)
    status: Literal["active", "paused", "ending", "ended"] = "active"
    price: Decimal = Decimal("29.90")
    interval: Literal["month", "year"] = "month"
    end_date: date = date(2026, 12, 31)
    fee: Decimal = Decimal(0)
    free_date: date | None = None
    """Its last day without a fee, where it has one."""
    refund: Decimal = Decimal(0)
    notice_days: int = 0
    undo_days: int = 14
    undo_until: AwareDatetime | None = None
    """Instead of days: the very moment."""
    last_charged_on: date = date(2026, 11, 1)
    remains: Literal["nothing", "return-equipment"] = "nothing"
    withdrawal: Decimal | None = None
    """What is paid back to whoever withdraws from it, while that is open."""
    alternatives: tuple[AlternativeKind | HasAlternative, ...] = ()
    restart: HasRestart | None = None
    """Of one that has ended: the terms on which it can be taken up again, if it can."""


class HasLine(Data):
    """A line of an order."""

    name: str
    quantity: int = 1
    price: Decimal = Decimal("19.90")
    """Of one."""
    state: LineState = "paid"
    returnable: bool = True
    """Whether what was delivered can still be sent back."""


class HasOrder(Data):
    """An order of the case's customer."""

    number: str
    placed_on: date = date(2026, 11, 20)
    lines: tuple[HasLine, ...] = (HasLine(name="Blue mug"),)
    shipping: Decimal = Decimal(0)
    """What sending it cost: paid back with the last of it."""
    tax: Decimal | None = None
    """What was added to the prices: paid back with the last of it."""


class HasCase(Data):
    """A case of this customer that another channel left behind, in the order newest first."""

    declared_days_ago: int = 1
    kind: ScriptKind | Literal["restart"] = "termination"
    service: str | None = None
    order: str | None = None
    identified: bool = True
    """Whether it was known there whose it is."""
    offered: AlternativeKind | None = None
    answer: Literal["open", "declined"] = "open"
    permission: Literal["asked", "refused"] | None = None
    """Whether the customer wants to hear of an alternative was asked there."""
    decision: Literal["cancel", "restart"] | None = None
    failed: bool = False
    """The back office refused it for good."""
    reversing: bool = False
    """It is carried out and is being taken back."""
    status: CaseStatus | None = None
    """How it stands; not named: as its decision says."""
    number: str = "NL-ELSEWH"
    """Of its record, where it has one."""
    service_name: str = "Fibre 100"
    end_date: date | None = None
    """Its last day. With it the cancellation was quoted, at this fee and refund."""
    fee: Decimal = Decimal(0)
    refund: Decimal = Decimal(0)
    undo_days: int = 14


class HasEnding(Data):
    """A service of this customer's that the brand ends itself."""

    cause: EndingCause = "non_payment"
    service_name: str = "Fibre 100"
    last_day: date = date(2026, 12, 31)
    facts: str | None = None
    status: Literal["accepted", "executed", "reconciled", "failed", "withdrawn"] = "accepted"
    disputed: bool = False
    declared_days_ago: int = 1
    number: str = "NL-ENDING"
    """Of its record."""


class World(Data):
    """What is true around a case. Codes are always 123456."""

    vouched: bool = True
    known: bool = True
    """Whether the back office knows what the customer identifies with."""
    risk: Literal["normal", "high"] = "normal"
    office: Office = "up"
    """``slow``: its answer comes when the talk says so (``happens: answered``). ``no_quotes``: it knows the
    customer's orders, and cannot be asked what cancelling one means."""
    services: tuple[HasService, ...] = (HasService(name="Fibre 100", alternatives=("pause",)),)
    after_yes: HasService | None = None
    """What the first service means once it was confirmed, where that is something else by then."""
    orders: tuple[HasOrder, ...] = ()
    orders_after_yes: tuple[HasOrder, ...] = ()
    """How the orders stand once one was confirmed, where that is otherwise by then."""
    cases: tuple[HasCase, ...] = ()
    endings: tuple[HasEnding, ...] = ()
    pack: str = "none"
    """The jurisdiction whose rules hold."""
    codes_allowed: bool = True
    agents_wait: Literal["minutes", "hours", "later"] = "minutes"
    unprompted: Literal["welcome", "later", "never"] = "welcome"
    """Whether the customer may be written to without having written first."""
    ways: tuple[Way, ...] = ()
    """By which the customer could have confirmations; none where they were asked before what they prefer."""
    letters: bool = False
    """Whether the brand sends letters."""
    postal: bool = True
    """Whether there is an address of the customer's that a letter reaches."""
    mailed_enough: bool = False
    """Whether confirmations were sent so often just now that they are not sent again."""
    now: AwareDatetime | None = None
    """When the talk begins; not named: on November 22, 2026."""
    brand: str = "Northlight"
    zone: str = "Europe/Berlin"
    currency: str = "EUR"
    region: str = "DE"
    """Where phone numbers are from that are written without their country."""

    @field_validator("pack")
    @classmethod
    def _is_known(cls, pack: str) -> str:
        if pack not in PACKS:
            raise ValueError(f"found {pack!r}; {one_of(PACKS, pack)}")
        return pack


class Change(Data):
    """What is different around the talk from a line on. What is not named stays as it was."""

    office: Office | None = None
    services: tuple[HasService, ...] | None = None
    orders: tuple[HasOrder, ...] | None = None
    endings: tuple[HasEnding, ...] | None = None
    known: bool | None = None
    codes_allowed: bool | None = None
    agents_wait: Literal["minutes", "hours", "later"] | None = None
    unprompted: Literal["welcome", "later", "never"] | None = None
    mailed_enough: bool | None = None


EFFECTS: tuple[str, ...] = tuple(
    str(field.default)
    for kind in get_args(get_args(Effect)[0])
    for field in fields(kind)
    if field.name == "type"
)
"""The types of all effects that there are."""


class Expected(Data):
    """What a turn must do. What is not named is not looked at."""

    texts: tuple[str, ...] | None = None
    """Ids of the texts said, all of them, in order."""
    choices: tuple[str, ...] | None = None
    """Outcomes that can be pressed now, in the order shown."""
    step: str | None = None
    case: Literal[CaseStatus, "none"] | None = None
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

    @field_validator("effects")
    @classmethod
    def _are_effects(cls, effects: tuple[str, ...] | None) -> tuple[str, ...] | None:
        unknown = [(position, name) for position, name in enumerate(effects or ()) if name not in EFFECTS]
        if unknown:
            raise Misplaced([((at,), f"found {name!r}; {one_of(EFFECTS, name)}") for at, name in unknown])
        return effects


Happening = Literal[
    "opened",
    "answered",
    "executed",
    "delayed",
    "refused",
    "given_up",
    "withdrawn",
    "reconciled",
    "charged",
    "refund_by_hand",
    "refund_issued",
    "refund_paid",
    "refund_late",
    "refund_failed",
    "ending",
    "ending_upheld",
    "ending_executed",
    "ending_withdrawn",
    "return_expected",
    "return_labelled",
    "return_due_soon",
    "return_overdue",
    "return_arrived",
    "return_rejected",
    "return_accepted",
    "terms_learned",
    "terms_changed",
    "unanswered",
    "silence",
    "continued",
    "continued_again",
    "continued_late",
    "continued_by_two",
    "continued_unknown",
    "continued_too_often",
    "moved",
    "agent_returned",
    "agent_resolved",
    "media",
    "edited",
    "long",
    "own_contact",
    "foreign_contact",
]
HAPPENINGS: tuple[str, ...] = get_args(Happening)

DEEDS = ("say", "means", "because", "tells", "code", "press", "press_stale", "happens")


class Line(Data):
    """One thing that happens: something said, pressed, or happening elsewhere."""

    say: str | None = None
    means: Label | None = None
    """Words of that meaning, in whatever language: a label such as ``cancel``, ``affirm`` or ``thanks``."""
    because: Reason | None = None
    """A wish to cancel that says why."""
    tells: Urgency | None = None
    """Nothing but what calls a person: ``danger``, ``death``, ``legal`` or ``upset``."""
    code: Literal["right", "wrong", "locked", "expired"] | None = None
    """A one-time code, with the verdict on it."""
    press: str | None = None
    press_stale: str | None = None
    """A button of an earlier question."""
    happens: Happening | None = None
    after_days: int = 0
    after_minutes: int = 1
    """Beside the days."""
    world: Change = Change()
    """What is different around the talk from here on."""
    expect: Expected = Expected()

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        given = [name for name in DEEDS if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"expected exactly one of: {', '.join(DEEDS)}")
        return self


class ConversationCase(Data):
    """One conversation with what is expected of it."""

    about: str
    """One sentence: what the case shows."""
    checks: tuple[int, ...] = ()
    """Numbers of the rules that the case holds, in the checklist of whoever writes it."""
    script: str = "service"
    channel: str = "webchat"
    locale: str = "en"
    world: World = World()
    talk: tuple[Line, ...]


class CaseFile:
    """Cases as somebody wrote them, each with its place.

    Raises:
        CaseError: with a line for each fault.
    """

    def __init__(self, text: str, source: str) -> None:
        self.text = text
        try:
            self._document = Document(text, source)
        except DocumentError as error:
            raise CaseError(str(error)) from error
        if not isinstance(self._document.data, dict) or not self._document.data:
            raise CaseError(f"{source}:1:1: expected a mapping of case names to cases")
        self.cases = self._read()

    def _read(self) -> Mapping[str, ConversationCase]:
        cases: dict[str, ConversationCase] = {}
        faults: list[str] = []
        for name in self._document.data:
            try:
                cases[str(name)] = self._document.read(ConversationCase, (name,))
            except DocumentError as error:
                faults.append(str(error))
        if faults:
            raise CaseError("\n".join(faults))
        return cases

    def place(self, name: str, *path: str | int) -> str:
        """``file:line:column`` of a part of a case."""
        return self._document.place((name, *path))


def load_cases(text: str, source: str) -> Mapping[str, ConversationCase]:
    """The cases of a file by name. Raises CaseError naming the file, the place and what was expected."""
    return CaseFile(text, source).cases
