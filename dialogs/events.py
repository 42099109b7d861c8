"""What happened, in the past tense: the inputs of `advance`."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from dialogs.case import ByHand, Case, Ending, ReturnStanding
from dialogs.ids import CaseId, ChargeRef, CustomerRef, OrderLineRef, ServiceRef
from dialogs.meaning import Meaning
from dialogs.turn import Identity
from dialogs.values import Money, Order, OrderQuote, Service


@dataclass(frozen=True, slots=True)
class ChatOpened:
    """A person opened a chat window and has not written yet."""

    at: datetime
    type: Literal["chat_opened"] = "chat_opened"


@dataclass(frozen=True, slots=True)
class MessageReceived:
    """A message came in. `at` is when the provider or we received it, not when it is processed."""

    meaning: Meaning
    at: datetime
    type: Literal["message_received"] = "message_received"


@dataclass(frozen=True, slots=True)
class AccountLookedUp:
    """The back office answered, or did not within two seconds."""

    result: Literal["found", "none", "unavailable"]
    at: datetime
    customer: CustomerRef | None = None
    name: str | None = None
    risk: Literal["normal", "high"] = "normal"
    services: tuple[Service, ...] = ()
    orders: tuple[Order, ...] = ()
    phone: str | None = None
    email: str | None = None
    """Addresses the back office holds: they find declarations made from them before."""
    postal: bool | None = None
    """Whether a letter of the brand's reaches them; None where nobody asked."""
    reference: str = ""
    """Which look-up this answers; an answer to an older one is ignored."""
    type: Literal["account_looked_up"] = "account_looked_up"


@dataclass(frozen=True, slots=True)
class OrderQuoted:
    """What cancelling that much of an order means, or that it cannot be said.

    `none`: the order is not as it was shown. `unavailable`: no answer within two seconds.
    """

    result: Literal["found", "none", "unavailable"]
    at: datetime
    quote: OrderQuote | None = None
    reference: str = ""
    """Which look-up this answers; an answer to an older one is ignored."""
    type: Literal["order_quoted"] = "order_quoted"


@dataclass(frozen=True, slots=True)
class EffectCompleted:
    """The back office did, or refused, what the case asked for; or a person said that it will not be done."""

    effect: Literal[
        "cancel_service",
        "find_terms",
        "apply_alternative",
        "revoke_alternative",
        "reinstate_service",
        "restart_service",
        "cancel_order",
        "terminate_service",
    ]
    case: CaseId
    result: Literal["done", "delayed", "refused", "given_up", "withdrawn", "overtaken"]
    """``overtaken``: what an ending wanted was so already when it was to be carried out."""
    at: datetime
    service: ServiceRef | None = None
    end_date: date | None = None
    starts_on: date | None = None
    """Of a restart, the first day on which the service runs again."""
    detail: str | None = None
    by_hand: ByHand | None = None
    """Who said so, where it was a person."""
    type: Literal["effect_completed"] = "effect_completed"


@dataclass(frozen=True, slots=True)
class TermsLearned:
    """The back office can be asked again: this is the service that an unquoted cancellation means."""

    case: CaseId
    service: Service
    at: datetime
    type: Literal["terms_learned"] = "terms_learned"


@dataclass(frozen=True, slots=True)
class QuoteChanged:
    """The back office does nothing on the terms that were confirmed: this is what holds now.

    Of a service it comes with its quotes, of an order it is the quote of the same selection.
    """

    case: CaseId
    at: datetime
    service: Service | None = None
    order_quote: OrderQuote | None = None
    type: Literal["quote_changed"] = "quote_changed"


@dataclass(frozen=True, slots=True)
class AnswerDue:
    """The time that was given for an answer is over."""

    case: CaseId
    at: datetime
    about: Literal["fee", "decision"] = "fee"
    put_off: int = 0
    """How often it was put off before."""
    type: Literal["answer_due"] = "answer_due"


@dataclass(frozen=True, slots=True)
class CaseReconciled:
    """The back office was asked again and the service is as it was promised to be."""

    case: CaseId
    at: datetime
    type: Literal["case_reconciled"] = "case_reconciled"


@dataclass(frozen=True, slots=True)
class ChargeFound:
    """After the service's last day a payment was taken for it."""

    case: CaseId
    charge: ChargeRef
    amount: Money
    charged_on: date
    at: datetime
    type: Literal["charge_found"] = "charge_found"


@dataclass(frozen=True, slots=True)
class RefundMoved:
    """What the back office says of money that the case brings back, when that has changed."""

    case: CaseId
    cause: str
    """The idempotency key of the write that it follows from."""
    standing: Literal["by_hand", "issued", "paid", "late", "failed"]
    """``by_hand``: a person had it sent off; the back office does not show it yet."""
    amount: Money
    at: datetime
    expected_on: date | None = None
    paid_on: date | None = None
    type: Literal["refund_moved"] = "refund_moved"


@dataclass(frozen=True, slots=True)
class EndingDeclared:
    """The brand ends a service of the customer's; what it says was checked before."""

    customer: CustomerRef
    service: ServiceRef
    service_name: str
    ending: Ending
    at: datetime
    type: Literal["ending_declared"] = "ending_declared"


@dataclass(frozen=True, slots=True)
class EndingUpheld:
    """A person looked at what the customer disputes: it is ended on its day all the same."""

    case: CaseId
    reason: str
    """Why, in the words of whoever looked at it; the customer reads them."""
    at: datetime
    type: Literal["ending_upheld"] = "ending_upheld"


@dataclass(frozen=True, slots=True)
class ReturnMoved:
    """What the back office says of things that are to come back."""

    case: CaseId
    ref: str
    line: OrderLineRef
    quantity: int
    refund: Money
    return_by: date
    standing: ReturnStanding
    at: datetime
    tracking: str | None = None
    label: str | None = None
    """An address of the web (https://) where the carrier's label is, or the postal one to send it to."""
    type: Literal["return_moved"] = "return_moved"


@dataclass(frozen=True, slots=True)
class AgentReturned:
    """The agent gave the chat back to the bot, or resolved it."""

    at: datetime
    resolved: bool = False
    type: Literal["agent_returned"] = "agent_returned"


@dataclass(frozen=True, slots=True)
class ChatContinued:
    """Somebody came with a code that another chat had shown, which it vouches for where it was `found`.

    `here`: the same chat has used it before. `identity` is None where the code vouches for nobody.
    """

    result: Literal["found", "here", "expired", "used", "unknown", "limited"]
    at: datetime
    case: Case | None = None
    identity: Identity | None = None
    locale: str | None = None
    type: Literal["chat_continued"] = "chat_continued"


@dataclass(frozen=True, slots=True)
class ChatMoved:
    """The customer went on on another channel with a code that was shown here."""

    channel: str
    at: datetime
    type: Literal["chat_moved"] = "chat_moved"


OfCase = (
    EffectCompleted
    | TermsLearned
    | QuoteChanged
    | AnswerDue
    | CaseReconciled
    | ChargeFound
    | RefundMoved
    | ReturnMoved
    | EndingUpheld
)
"""What happens to a case, whatever its customer is talking about by then."""

Event = Annotated[
    ChatOpened
    | MessageReceived
    | AccountLookedUp
    | OrderQuoted
    | EffectCompleted
    | TermsLearned
    | QuoteChanged
    | AnswerDue
    | CaseReconciled
    | ChargeFound
    | RefundMoved
    | EndingDeclared
    | EndingUpheld
    | ReturnMoved
    | AgentReturned
    | ChatContinued
    | ChatMoved,
    Field(discriminator="type"),
]
