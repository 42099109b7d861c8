"""What a message says, once understood."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, get_args

from dialogs.values import WayMeant


class Label(StrEnum):
    """What a person wants or answers. The same words work in every step."""

    CANCEL = "cancel"
    AFFIRM = "affirm"
    DENY = "deny"
    KEEP = "keep"
    RESTART = "restart"
    HUMAN = "human"
    DISPUTE = "dispute"
    REFUND = "refund"
    STATUS = "status"
    ENDS = "ends"
    CHARGES = "charges"
    REMAINS = "remains"
    RESEND = "resend"
    PREFER = "prefer"
    HELP = "help"
    GREET = "greet"
    THANKS = "thanks"
    BYE = "bye"
    CHANGE = "change"
    WHY = "why"
    BACK = "back"
    LANGUAGE = "language"
    OTHER = "other"
    ELSEWHERE = "elsewhere"
    STOP_TEXTS = "stop_texts"
    WITHDRAW = "withdraw"
    NONE = "none"


ENOUGH = "enough"
"""The outcome of whoever wants nothing else added to what was chosen."""

ENDING = (Label.DENY, Label.THANKS, Label.BYE)
"""Labels of what is said when there is nothing more to add to a list."""

Reason = Literal["too-expensive", "not-used", "quality", "moving", "other"]
"""Why somebody leaves, in a word; what else they say about it is kept in their own words."""

Bereavement = Literal["bereavement"]
BEREAVEMENT: Bereavement = "bereavement"
"""A reason that chooses no alternative and is asked by no survey: somebody died."""

Urgency = Literal["danger", "death", "legal", "upset"]
"""What a person must see at once, the gravest first: danger to life, a death, a legal threat, distress."""

GRAVEST_FIRST: tuple[Urgency, ...] = get_args(Urgency)

SPARING: tuple[Urgency, ...] = ("danger", "death")
"""Beside these nobody is offered an alternative."""

Form = Literal["text", "media", "edited", "contact", "long"]
"""How a message came. Media, edited and overlong messages never decide anything."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a wish to cancel named, while nobody knows yet what the customer has."""

    words: tuple[str, ...]
    """As written, without the words of the wish itself and without account numbers."""
    alike: tuple[str, ...] = ()
    """Other words for the same kinds of things."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One message, understood.

    `choice` is an outcome's name and is set when a button was pressed or a digit
    of the present question was typed; `stale` when the button belongs to an
    earlier question. `decision` is set only where words of the closed grammar
    answer the present question without doubt; a guessed label never decides.
    """

    label: Label = Label.NONE
    guessed: bool = False
    """The label is a guess from examples: it leads somewhere and settles nothing."""
    also: tuple[Label, ...] = ()
    """What else is wanted in the same message: nothing of it is lost."""
    choice: str | None = None
    stale: bool = False
    urgent: Urgency | None = None
    """What the message tells beside its wish that calls a person; by itself it decides nothing."""
    decision: Literal["yes", "no"] | None = None
    keeps: bool = False
    """The words plainly say to keep everything as it is, whatever was asked; a guess never sets it."""
    one_word: bool = False
    """A wish for no more messages in a single word: "stop" may as well be about what is under way."""
    form: Form = "text"
    language: str | None = None
    """A language the person asked for by name."""
    written: str | None = None
    """The language that the words are in, where they plainly tell; a single word in passing does not."""
    reason: Reason | Bereavement | None = None
    """Why somebody wants to leave, told by themselves beside their wish."""
    about: Literal["order", "service"] | None = None
    """What a wish to cancel is plainly about; None where it does not say."""
    way: WayMeant | None = None
    """By which way confirmations shall go in future, where exactly one is named."""
    option: int | None = None
    """Position, from 0, of the option named or numbered in a `choose` step."""
    named: Named | None = None
    """What a wish to cancel named beside itself; who it is looked up by names only, and decides nothing."""
    identifier: str | None = None
    """Normalised account number, e-mail address or phone number (E.164)."""
    identifier_kind: Literal["account", "email", "phone"] | None = None
    code: str | None = None
    """Six digits, as in a one-time code. Masked everywhere after this."""
    details: str | None = None
    """The words themselves, only where a step collects words (a declaration's
    details, a reason); None everywhere else, so that no step can read text."""
    earliest: bool = False
    """The details plainly ask for the earliest possible end and name no day and no cause."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the person was last asked: the context without which "yes" or "1" has no meaning.

    `choices` are the outcomes' names in the order shown; `labels` their labels
    as shown; `options` the names of services or orders on offer, in order.
    `decides` says what a plain yes and a plain no would be here: outcome names
    or None where a plain yes or no must be asked again with explicit options.
    """

    step: str = ""
    kind: str = ""
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    expects: tuple[Literal["identifier", "code", "details", "option"], ...] = ()
    locales: tuple[str, ...] = field(default=("en",))
    region: str = "US"
    """ISO 3166 region for phone numbers written without country code."""
