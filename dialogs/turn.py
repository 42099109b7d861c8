"""Facts in, a turn out: the frozen inputs and outputs of `advance`, which survive JSON."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from dialogs.case import Case, Declaration
from dialogs.effects import Effect
from dialogs.ids import CaseId, ChallengeId, CustomerRef, ServiceRef
from dialogs.meaning import Named, Urgency
from dialogs.packs.rules import NO_RULES, Rules
from dialogs.values import (
    Alternative,
    Day,
    Moment,
    Money,
    Order,
    OrderQuote,
    Quote,
    Restart,
    Service,
    Way,
)

Plain = str | int | Money | Day | Moment
Part = tuple[str, tuple[tuple[str, Plain], ...]]
"""A text id with what fills it."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Texts one below the other, within another text."""

    parts: tuple[Part, ...]


Value = Plain | Lines
"""What a text can be filled with; days, moments, money and lines are written in the reader's language."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on. `id` is an outcome's name; `label` a text id; `kind` may ask for more than a button."""

    id: str
    label: str
    values: tuple[tuple[str, Value], ...] = ()
    kind: Literal["reply", "share_contact"] = "reply"


@dataclass(frozen=True, slots=True)
class Say:
    """One message: a text id with what fills it, and the ways on.

    `purpose` tells prompts, receipts and notices apart: a taken-over conversation
    still gets receipts and notices; dialog replies wait for nobody. ``opt_out``
    is the notice that confirms an opt-out, all that is still sent after one.
    """

    text: str
    values: tuple[tuple[str, Value], ...] = ()
    choices: tuple[Choice, ...] = ()
    purpose: Literal["dialog", "receipt", "notice", "opt_out"] = "dialog"
    must_reach: bool = False
    """It goes by mail as well where the channel itself brings nothing to who has left it."""
    introduces: bool = False
    """The first message: it says before anything else that an automated assistant
    is writing and that a person is one word away."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The texts that fill it, one below the other, each with what fills it."""
        return tuple(part for _, value in self.values if isinstance(value, Lines) for part in value.parts)


@dataclass(frozen=True)
class Identity:
    """Who is writing, and how we know."""

    customer: CustomerRef
    by: Literal["code", "token", "contact", "agent"]
    name: str | None = None
    risk: Literal["normal", "high"] = "normal"


@dataclass(frozen=True, slots=True)
class Agreement:
    """A yes to the terms of one case; in any other case it says nothing."""

    case: CaseId | None
    """None where it orders a restart, whose case begins with it."""
    quote: Quote | OrderQuote | Alternative | Restart | None
    """What was told, and is looked up anew; None for a cancellation whose terms nobody can tell now."""
    step: str = ""
    """Where it was said."""
    service: ServiceRef | None = None
    """What is to be taken up again, where that was ordered."""


@dataclass(frozen=True)
class State:
    """Where a conversation stands. Finite but for the services listed and the case."""

    step: str
    locale: str
    language_chosen: bool = False
    """The customer asked for this language: what later words are written in changes nothing."""
    previous: str | None = None
    introduced: bool = False
    unclear: int = 0
    identity: Identity | None = None
    challenge: ChallengeId | None = None
    identifier: str | None = None
    identifier_kind: Literal["account", "email", "phone"] | None = None
    codes_sent: int = 0
    extra_check: bool = False
    """The code was sent without anybody having said who they are: the brand's page had vouched for them."""
    services: tuple[Service, ...] = ()
    orders: tuple[Order, ...] = ()
    picked: int | None = None
    """The line of the order of which it is asked how many are meant, by position."""
    adding: bool = False
    """More of the order is to be chosen beside what was."""
    account: Literal["unknown", "found", "unavailable"] = "unknown"
    looking_up: str | None = None
    chosen: int | None = None
    named: Named | None = None
    """What the wish to cancel named, until it is found among the services, or asked."""
    wish: Literal["cancel", "status", "refund", "resend", "prefer", "change", "undo", "restart"] | None = None
    offered_here: bool = False
    draft: Declaration | None = None
    """A declaration as it was repeated to the customer, whose last word on it is awaited."""
    case: Case | None = None
    prompt: tuple[Choice, ...] = ()
    """The choices of the present question; anything else pressed is stale."""
    heard_at: datetime | None = None
    """When the customer last wrote."""
    looked_up_at: datetime | None = None
    """When the back office named the services and their terms."""
    returning_to: CaseId | None = None
    """The case whose service is settled; only its terms are being looked up anew."""
    agreement: Agreement | None = None
    """What was just agreed to and is being looked up anew: unchanged, the yes counts."""
    awaited: CaseId | None = None
    """The case whose customer will be reminded, should they fall silent."""
    preferring: Way | None = None
    """By which way confirmations shall go in future, until it is known whose."""
    ways: tuple[Way, ...] = ()
    """By which they could have confirmations, until they were asked which they prefer."""
    postal: bool | None = None
    """Whether a letter reaches them, as the back office said when it was last asked."""
    moved: bool = False
    """The customer went on on another channel, and has not written here since."""

    @property
    def service(self) -> Service | None:
        return None if self.chosen is None or not self.services else self.services[self.chosen]

    @property
    def has_something_to_cancel(self) -> bool:
        """Whether the back office has named anything that could be cancelled."""
        return bool(self.orders) or any(service.can_be_cancelled for service in self.services)

    @property
    def order(self) -> Order | None:
        """The order at hand, as the back office described it."""
        return None if self.chosen is None or not self.orders else self.orders[self.chosen]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the engine may know beside the state and the event; read from our own tables."""

    now: datetime
    brand: str
    zone: str
    channel: str
    can_share_contact: bool = False
    vouched: Identity | None = None
    """Who the right code in this very message has proved to be writing."""
    vouched_phone: str | None = None
    """Set when this very message is a contact that its owner shared."""
    sender_phone: str | None = None
    """The address texts come from: a hint for the look-up, never an identification."""
    code: Literal["right", "wrong", "locked", "expired"] | None = None
    """The verdict on a code typed in this message; the attempt is already counted."""
    codes_allowed: bool = True
    """False when a limit on sent codes is reached for this sender, identifier or address."""
    aside: bool = False
    """What happened is about another case than the one that is being talked about."""
    attempted: bool = False
    """The back office was asked already to carry the case's cancellation out, whatever came of it."""
    cases: tuple[Case, ...] = ()
    """Other cases of this customer or address, newest first; of open ones the earliest declaration wins."""
    endings: tuple[Case, ...] = ()
    """What the brand ends of this customer's, or told this contact, newest first; never among `cases`."""
    disputed_at: datetime | None = None
    """Since when a person is waited for here because somebody disputed something."""
    pack: str = "none"
    pack_version: date | None = None
    rules: Rules = NO_RULES
    """Those of the pack that were in force on the day of the declaration; of today while there is none."""
    fresh_case: CaseId = CaseId("")
    fresh_challenge: ChallengeId = ChallengeId("")
    fresh_number: str = ""
    fresh_reference: str = ""
    agents_wait: Literal["minutes", "hours", "later"] = "hours"
    person_comes: bool = False
    """A person was asked for, and nobody has taken the chat yet."""
    called_for: Urgency | None = None
    """What urgent matter that person was called for, or the one who holds the chat."""
    region: str = "US"
    """ISO 3166 country of the account or the brand: whose emergency number is named."""
    fresh_code: str = ""
    """With which the chat may be gone on with elsewhere, should that be wanted."""
    elsewhere: tuple[tuple[str, str], ...] = ()
    """The brand's other channels, each with the link or the number by which it takes that code."""
    ways: tuple[Way, ...] = ()
    """By which the customer who was looked up could have confirmations; none where they were asked before."""
    letters: bool = False
    """Whether the brand sends letters."""
    unprompted: Literal["welcome", "later", "never"] = "welcome"
    """Whether the customer may be written to without having written first: not while a person talks to them,
    and never where they forbade it or cannot be reached."""
    mailed_enough: tuple[tuple[str, datetime], ...] = ()
    """Numbers of confirmations that are not sent again just now, each with when it was last sent."""

    @property
    def today(self) -> date:
        """In the brand's zone."""
        return self.now.astimezone(ZoneInfo(self.zone)).date()


@dataclass(frozen=True, slots=True)
class Turn:
    """One event's whole outcome, committed in one transaction or not at all."""

    state: State
    replies: tuple[Say, ...] = ()
    effects: tuple[Effect, ...] = ()
    followed: tuple[tuple[str, str], ...] = ()
    """The outcomes that led on, in order, each with its step: what coverage counts."""
    asked: tuple[tuple[str, bool], ...] = ()
    """The guards that were asked on the way, each with its answer."""


STATE: TypeAdapter[State] = TypeAdapter(State)
CASE: TypeAdapter[Case] = TypeAdapter(Case)
EFFECT: TypeAdapter[Effect] = TypeAdapter(Effect)
