"""One cancellation as the engine sees it: it alone crosses channels."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from dialogs.ids import CaseId, ChargeRef, OrderRef, ServiceRef
from dialogs.values import Alternative, Money, OrderQuote, Quote, Restart, Selection

ScriptKind = Literal["termination", "withdrawal", "order"]
"""What a customer declares: that a service shall end, that the contract shall be as if it had not been made,
or that an order, or some of it, is not wanted any more. None is ever taken for another."""

CaseKind = Literal[ScriptKind, "ending", "restart"]
"""An ``ending`` is what the brand declares: it ends a service of the customer's. It stands beside whatever
the customer declares, and no chat is ever about it. A ``restart`` is the customer's order to take up again
what has ended; it begins with the yes to its terms, and leaves the case that ended the service as it is."""

FOR_GOOD: tuple[CaseKind, ...] = ("withdrawal", "order")
"""What cannot be taken back: a contract is made anew, and an order placed again."""

CaseStatus = Literal[
    "requested", "accepted", "executed", "reconciled", "kept", "reversed", "failed", "withdrawn", "merged"
]
"""Requested, accepted, executed and reconciled are four different facts with four
times; `kept` and `reversed` end a case without a cancellation; `failed` is
waiting for a person because the back office refused; `withdrawn` is what that
person said will not be carried out; `merged` went into another case of the same
service."""

Standing = Literal[
    "requested",
    "accepted",
    "executed",
    "reconciled",
    "kept",
    "reversed",
    "failed",
    "withdrawn",
    "merged",
    "reversing",
    "fee_open",
    "terms_open",
]
"""A case in one word: its status, or that it is being taken back, or waits for a yes to a fee, or to other
terms than those that were confirmed."""

Decision = Literal["cancel", "alternative", "keep", "restart"]

CaseRecord = Literal[
    "termination", "withdrawal", "order", "alternative", "declaration", "reversal", "ending", "restart"
]
"""What the record of a case tells of."""


@dataclass(frozen=True, slots=True)
class OfferShown:
    """The one alternative of the case, and what the customer said to it."""

    alternative: Alternative
    shown_at: datetime
    answer: Literal["open", "accepted", "declined"] = "open"
    by: Literal["bot", "agent"] = "bot"


@dataclass(frozen=True, slots=True)
class Declaration:
    """What somebody who could not be identified left with us, in their own words."""

    details: str
    identifier: str | None
    earliest: bool = False
    """The words plainly ask for the earliest possible end."""


RefundStanding = Literal["promised", "by_hand", "issued", "paid", "late", "failed"]
"""Promised by us; had sent off by a person, not seen yet; sent off by the back office; there; not there in
time; refused, or come back."""


@dataclass(frozen=True, slots=True)
class RefundOwed:
    """Money that a case brings back to the customer, and where it stands.

    `cause` is the idempotency key of the write in the back office that it follows from.
    """

    cause: str
    amount: Money
    standing: RefundStanding = "promised"
    expected_on: date | None = None
    """By when it should be there, as the back office says."""
    paid_on: date | None = None
    charge: ChargeRef | None = None
    """The payment that this gives back, where one was taken after the last day."""
    charged_on: date | None = None


ReturnStanding = Literal["expected", "due_soon", "overdue", "arrived", "rejected", "accepted"]
"""To be sent back; with only some days left; not there in time; there; refused; taken, and paid back."""


@dataclass(frozen=True, slots=True)
class ReturnOwed:
    """Things that a case has the customer send back, and where they are. `ref` is the return's number."""

    ref: str
    name: str
    quantity: int
    refund: Money
    return_by: date
    standing: ReturnStanding = "expected"
    tracking: str | None = None
    label: str | None = None
    """Where the carrier's label is, or the address to send it to, as the customer was told."""


EndingCause = Literal["non_payment", "inactivity", "policy"]
"""Why a brand ends a service: it is not paid for, not used, or used against the rules."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What a brand says that ends a service itself, and what became of that."""

    reference: str
    """The brand's own, by which it is given once."""
    cause: EndingCause
    last_day: date
    notice_days: int
    """From the day on which the customer was told until the last one."""
    facts: str | None = None
    """What it is about, plainly, such as the invoice that was not paid."""
    disputed_at: datetime | None = None
    upheld_at: datetime | None = None
    """When a person looked at the dispute and said that it is carried out all the same."""
    overtaken: bool = False
    """The service was ended otherwise before: nothing was left to do."""

    @property
    def is_disputed(self) -> bool:
        """Whether a dispute stands: then it is not carried out."""
        return self.disputed_at is not None and self.upheld_at is None

    @property
    def is_upheld(self) -> bool:
        """Whether it was disputed, and a person answered that it is carried out all the same."""
        return self.disputed_at is not None and self.upheld_at is not None


@dataclass(frozen=True, slots=True)
class ByHand:
    """That a person of the brand's settled what the back office did not do."""

    agent: str
    """Their name."""
    note: str
    """How, in their words."""


@dataclass(frozen=True)
class Case:
    """A cancellation, from the declaration to the reconciled fact.

    `declared_at` is when the message with the first clear wish came in (not when
    it was processed); nothing later moves it.
    """

    id: CaseId
    declared_at: datetime
    kind: CaseKind = "termination"
    status: CaseStatus = "requested"
    service: ServiceRef | None = None
    service_name: str | None = None
    order: OrderRef | None = None
    """The order that this is about, where it is about one; by then it has no service."""
    selection: Selection = ()
    """What of the order is to be cancelled; empty until that was chosen."""
    order_quote: OrderQuote | None = None
    """What cancelling the selection means."""
    customer: str | None = None
    identified_by: str | None = None
    reason: str | None = None
    reason_number: str | None = None
    """Of the record of a reason that was given after the receipt: there is one at most."""
    offer: OfferShown | None = None
    permission: Literal["asked", "given", "refused"] | None = None
    """Where the law has the customer asked, once, whether they want to hear of an alternative."""
    quote: Quote | None = None
    decision: Decision | None = None
    decided_at: datetime | None = None
    executed_at: datetime | None = None
    end_date: date | None = None
    declaration: Declaration | None = None
    record_number: str | None = None
    record_kind: CaseRecord | None = None
    source_channel: str | None = None
    merged_into: CaseId | None = None
    """The case that goes on in place of this one, once it is `merged`."""
    reversing_since: datetime | None = None
    """When the customer took the cancellation back, while the back office has not done so yet."""
    fee_open: bool = False
    """A fee, or other terms, were learnt after the acceptance: nothing is carried out before the customer
    chose."""
    free_quote: Quote | None = None
    """What ending without that fee, later, would mean."""
    quote_before: Quote | None = None
    """While other terms wait for a yes: those that were confirmed."""
    order_quote_before: OrderQuote | None = None
    """The same of an order."""
    order_left: Selection = ()
    """Of an order that is being cancelled: how much of each line there is at most afterwards."""
    requoted: int = 0
    """How often another quote took the place of one that was confirmed: each is carried out anew."""
    agreed_anew: bool = False
    """A fee, or other terms, were agreed to after the acceptance: there is a record of that, and only one."""
    reminded_at: datetime | None = None
    """When the customer, silent before deciding, was reminded: that happens once in a case."""
    refunds: tuple[RefundOwed, ...] = ()
    """What is paid back, each followed until it is there."""
    returns: tuple[ReturnOwed, ...] = ()
    """What is sent back, each followed until it is taken or refused."""
    follows: CaseId | None = None
    """The service's earlier case, not finished when this one was declared: what the
    back office does for this one comes after all that it does for that."""
    ending: Ending | None = None
    """Of an ending, what the brand said. Its customer decides nothing, so it has no decision."""
    restart: Restart | None = None
    """Of a restart, what was agreed; once it is carried out, from the day on which it runs."""
    restarted_as: ServiceRef | None = None
    """The service under which it goes on in the back office, which may be another one than `service`."""
    by_hand: ByHand | None = None
    """Who settled it, where the back office did not."""

    @property
    def is_open(self) -> bool:
        """Whether this case still stands between a customer and the end of a service."""
        open_status = self.status in ("requested", "accepted", "executed", "failed")
        return open_status and self.reversing_since is None

    @property
    def came_to_nothing(self) -> bool:
        """Whether it ended without a cancellation, so that there is nothing more to say or do about it."""
        return self.status in ("kept", "reversed", "withdrawn", "merged")

    @property
    def standing(self) -> Standing:
        if self.reversing_since is not None:
            return "reversing"
        if self.fee_open:
            changed = self.quote_before is not None or self.order_quote_before is not None
            return "terms_open" if changed else "fee_open"
        return self.status

    def may_be_undone(self, now: datetime) -> bool:
        """Whether the confirmed cancellation can be taken back: until it is carried out, and then in time."""
        if self.decision != "cancel" or self.reversing_since is not None or self.kind in FOR_GOOD:
            return False
        if self.executed_at is None:
            return self.status in ("accepted", "failed")
        in_time = (
            self.quote is not None and self.quote.undo_until is not None and now <= self.quote.undo_until
        )
        return in_time and self.status in ("executed", "reconciled")

    def may_go_on(self, now: datetime) -> bool:
        """Whether the service can still go on as before, should the customer ask for that.

        What was promised is `may_be_undone`; as long as the service runs the back office is asked.
        """
        if self.may_be_undone(now):
            return True
        if self.decision != "cancel" or self.reversing_since is not None or self.kind in FOR_GOOD:
            return False
        # The day before in UTC is not after the last day, whatever the zone.
        runs = self.end_date is not None and now.date() < self.end_date
        return runs and self.quote is not None and self.status in ("executed", "reconciled")

    def change_may_be_undone(self, today: date) -> bool:
        """Whether the alternative that was taken can be taken back. `today` is that of the brand's zone."""
        if self.decision != "alternative" or self.offer is None or self.reversing_since is not None:
            return False
        stands = self.status in ("accepted", "executed", "reconciled", "failed")
        return stands and self.offer.alternative.may_be_undone(today)

    @property
    def is_quoted(self) -> bool:
        """Whether it is known what the cancellation, or the restart, means."""
        return any(told is not None for told in (self.quote, self.order_quote, self.restart))

    @property
    def is_undecided(self) -> bool:
        """Whether it was wished for or declared, and the customer's last word on it is awaited."""
        return self.is_open and not self.is_decided and self.ending is None

    @property
    def is_decided(self) -> bool:
        return self.decision in ("cancel", "alternative", "restart")
