"""What is to be done outside, in the imperative: the outputs of `advance` beside its replies.

What concerns one service happens in order: an effect of a case that `follows`
another one comes after everything that the earlier one asked for.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from dialogs.case import CaseKind, CaseRecord
from dialogs.ids import CaseId, ChallengeId, ChargeRef, CustomerRef, OrderRef, ServiceRef
from dialogs.meaning import Urgency
from dialogs.values import Alternative, Money, OrderQuote, Quote, Restart, Selection, Way


@dataclass(frozen=True, slots=True)
class LookUpAccount:
    """Ask the back office who this is and what they have. Answered by `AccountLookedUp`."""

    reference: str
    customer: CustomerRef | None = None
    phone: str | None = None
    """Set instead of `customer` when a channel vouched for a phone number."""
    of: Literal["services", "orders"] = "services"
    """What of theirs is wanted."""
    type: Literal["look_up_account"] = "look_up_account"


@dataclass(frozen=True, slots=True)
class LookUpQuote:
    """Ask the back office what cancelling that much of an order means. Answered by `OrderQuoted`."""

    reference: str
    customer: CustomerRef
    order: OrderRef
    selection: Selection
    type: Literal["look_up_quote"] = "look_up_quote"


@dataclass(frozen=True, slots=True)
class SendCode:
    """Send a one-time code to whoever the identifier belongs to, if to anybody."""

    challenge: ChallengeId
    identifier: str
    identifier_kind: Literal["account", "email", "phone"]
    resend: int
    locale: str
    type: Literal["send_code"] = "send_code"


@dataclass(frozen=True, slots=True)
class CancelService:
    """End the service in the back office; idempotent by the case and `again`."""

    case: CaseId
    customer: CustomerRef
    service: ServiceRef
    quote: Quote
    follows: CaseId | None = None
    again: int = 0
    """How often the back office would not keep to a quote before: each time is another effect."""
    type: Literal["cancel_service"] = "cancel_service"


@dataclass(frozen=True, slots=True)
class CancelOrder:
    """Cancel what the quote names of an order; idempotent by the case."""

    case: CaseId
    customer: CustomerRef
    order: OrderRef
    quote: OrderQuote
    left: Selection
    """How many of each of these lines there are at most afterwards: what reading it back must show."""
    again: int = 0
    """How often other terms took the place of those that were confirmed."""
    type: Literal["cancel_order"] = "cancel_order"


@dataclass(frozen=True, slots=True)
class FindTerms:
    """Find out what a cancellation that was accepted without a quote means. Answered by `TermsLearned`."""

    case: CaseId
    customer: CustomerRef
    identified_by: str
    service: ServiceRef | None = None
    """The service that is meant, where that is known."""
    declared_at: datetime | None = None
    """Terms count from the day of the declaration, however late they are asked for."""
    kind: CaseKind = "termination"
    follows: CaseId | None = None
    type: Literal["find_terms"] = "find_terms"


@dataclass(frozen=True, slots=True)
class ApplyAlternative:
    """Apply the accepted alternative in the back office; idempotent by the case."""

    case: CaseId
    customer: CustomerRef
    service: ServiceRef
    alternative: Alternative
    follows: CaseId | None = None
    type: Literal["apply_alternative"] = "apply_alternative"


@dataclass(frozen=True, slots=True)
class RevokeAlternative:
    """Take an applied alternative back while that is possible; idempotent by the case."""

    case: CaseId
    customer: CustomerRef
    service: ServiceRef
    alternative: Alternative
    follows: CaseId | None = None
    type: Literal["revoke_alternative"] = "revoke_alternative"


@dataclass(frozen=True, slots=True)
class ReinstateService:
    """Take a cancellation back while that is possible."""

    case: CaseId
    customer: CustomerRef
    service: ServiceRef
    follows: CaseId | None = None
    type: Literal["reinstate_service"] = "reinstate_service"


@dataclass(frozen=True, slots=True)
class RestartService:
    """Take a service up again that has ended, on the terms that were agreed; idempotent by the case."""

    case: CaseId
    customer: CustomerRef
    service: ServiceRef
    terms: Restart
    type: Literal["restart_service"] = "restart_service"


@dataclass(frozen=True, slots=True)
class RefundCharge:
    """Have a payment paid back that was taken after the last day. Answered by `RefundMoved`."""

    case: CaseId
    customer: CustomerRef
    service: ServiceRef
    charge: ChargeRef
    amount: Money
    charged_on: date
    cause: str
    """Its idempotency key."""
    type: Literal["refund_charge"] = "refund_charge"


@dataclass(frozen=True, slots=True)
class TerminateService:
    """End the service on its last day because the brand does, unless that is disputed by then."""

    case: CaseId
    customer: CustomerRef
    service: ServiceRef
    last_day: date
    type: Literal["terminate_service"] = "terminate_service"


@dataclass(frozen=True, slots=True)
class DisputeEnding:
    """Keep an ending from being carried out before a person has looked at it."""

    case: CaseId
    type: Literal["dispute_ending"] = "dispute_ending"


@dataclass(frozen=True, slots=True)
class WithdrawCancellation:
    """Ask the back office for nothing any more of what the case asked for and was not begun."""

    case: CaseId
    type: Literal["withdraw_cancellation"] = "withdraw_cancellation"


@dataclass(frozen=True, slots=True)
class SealRecord:
    """Seal the record of the case in the very transaction of this turn."""

    kind: Literal[CaseRecord, "terms", "reason"]
    number: str
    type: Literal["seal_record"] = "seal_record"


@dataclass(frozen=True, slots=True)
class SendConfirmation:
    """Send the sealed record by e-mail, and on the customer's own channel where it is not this chat."""

    number: str
    again: bool = False
    type: Literal["send_confirmation"] = "send_confirmation"


@dataclass(frozen=True, slots=True)
class HandOff:
    """Put the conversation in the agents' queue."""

    reason: Literal["asked", "dispute", "unclear", "unmatched", "failed", "refund", "fee"] | Urgency
    type: Literal["hand_off"] = "hand_off"


@dataclass(frozen=True, slots=True)
class EndHandOff:
    """Take the conversation out of the agents' queue, if it waits there for this reason."""

    reason: Literal["fee", "unmatched"]
    type: Literal["end_hand_off"] = "end_hand_off"


@dataclass(frozen=True, slots=True)
class AwaitAnswer:
    """Come back after some hours to a question that stops a case. Answered by `AnswerDue`."""

    case: CaseId
    hours: int
    about: Literal["fee", "decision"] = "fee"
    put_off: int = 0
    """How often it was put off before: each time is another effect."""
    type: Literal["await_answer"] = "await_answer"


@dataclass(frozen=True, slots=True)
class MergeCase:
    """Close this case: it was found to be about the same service as an earlier one."""

    case: CaseId
    into: CaseId
    type: Literal["merge_case"] = "merge_case"


@dataclass(frozen=True, slots=True)
class OpenContinuation:
    """Let a code that is being shown take this chat over to another channel, once and for ten minutes."""

    code: str
    type: Literal["open_continuation"] = "open_continuation"


@dataclass(frozen=True, slots=True)
class PreferWay:
    """Keep by which way the customer wants confirmations; without a way, that they were asked."""

    customer: CustomerRef
    way: Way | None
    number: str | None
    """Of the record after which they were asked: it goes that way as well. None where they said so."""
    type: Literal["prefer_way"] = "prefer_way"


@dataclass(frozen=True, slots=True)
class OptOut:
    """Send no more texts to this address."""

    type: Literal["opt_out"] = "opt_out"


Effect = Annotated[
    LookUpAccount
    | LookUpQuote
    | SendCode
    | CancelService
    | CancelOrder
    | FindTerms
    | ApplyAlternative
    | RevokeAlternative
    | ReinstateService
    | RestartService
    | RefundCharge
    | TerminateService
    | DisputeEnding
    | WithdrawCancellation
    | SealRecord
    | SendConfirmation
    | PreferWay
    | HandOff
    | EndHandOff
    | AwaitAnswer
    | MergeCase
    | OpenContinuation
    | OptOut,
    Field(discriminator="type"),
]
