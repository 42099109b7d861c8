"""What the brand's side answers."""

from typing import Any, Literal, Self

from pydantic import AwareDatetime, Field, field_validator, model_validator

from bot.backoffice.base import ReturnStatus
from bot.backoffice.http.wire import (
    Day,
    Key,
    Money,
    Months,
    Ref,
    Text,
    Wire,
    in_one_currency,
    without_doubles,
)
from dialogs.values import AlternativeKind, LineOutcome, LineState


class PostalAddress(Wire):
    """Where post reaches a customer. What does not fit an envelope's window is told when a letter is sent."""

    lines: tuple[Text, ...] = Field(
        description="The lines below the name, as they stand on an envelope within the country.",
        min_length=1,
        max_length=10,
        examples=[["Kastanienallee 12", "10435 Berlin"]],
    )
    country: str = Field(description="ISO 3166-1.", pattern=r"^[A-Z]{2}$", examples=["DE"])


class Customer(Wire):
    """A person as the brand knows them."""

    ref: Ref = Field(description="The brand's number of the customer.", examples=["BL-1001"])
    name: Text
    email: str | None = Field(
        None, description="In lower case.", max_length=254, pattern=r"^[^@\s]+@[^@\s]+$"
    )
    phone: str | None = Field(None, description="E.164.", pattern=r"^\+[1-9][0-9]{6,14}$")
    risk: Literal["normal", "high"] = Field(
        "normal", description="`high`: nothing is done for them without a one-time code."
    )
    locale: str | None = Field(
        None, description="BCP 47, such as `de-AT`.", pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
    )
    postal: PostalAddress | None = Field(None, description="Where letters go; needed only for those.")


class Quote(Wire):
    """What cancelling a service means."""

    end_date: Day = Field(description="The last day of the service.")
    fee: Money
    refund: Money
    notice_days: int = Field(0, ge=0, le=3660)
    fee_reason: Literal["minimum-term"] | None = None
    refund_reason: Literal["unused-time", "withdrawal"] | None = None
    last_charge: Money | None = Field(None, description="The last payment there was or will be.")
    last_charged_on: Day | None = None
    undo_until: AwareDatetime | None = Field(
        None, description="Until then the cancellation can be taken back; left out where it cannot."
    )
    remains: tuple[Literal["return-equipment"], ...] = Field((), description="What is left to do.")


NEEDED = {
    "pause": ("months", "ends_on"),
    "discount": ("months", "ends_on", "percent"),
    "downgrade": ("plan",),
    "later_date": ("months", "ends_on"),
    "extension": ("months", "ends_on"),
    "exchange": ("plan", "price_before"),
    "store_credit": ("amount", "ends_on"),
}
"""What an alternative of each kind must say."""


class Alternative(Wire):
    """What the brand can do instead of cancelling. `pause`, `later_date`, `extension` need `months` and
    `ends_on`, a `discount` also `percent`, a `downgrade` needs `plan`, an `exchange` also `price_before`, a
    `store_credit` needs `amount` and `ends_on`."""

    kind: AlternativeKind
    starts_on: Day
    ends_on: Day | None = None
    price: Money = Field(
        description="What is charged per interval while it holds; of a `store_credit`, what is charged next."
    )
    price_after: Money = Field(description="What is charged per interval when it is over.")
    percent: int | None = Field(None, ge=1, le=100)
    months: Months | None = None
    plan: Text | None = None
    amount: Money | None = Field(None, description="Of a `store_credit`: how much it is.")
    price_before: Money | None = Field(
        None, description="Of an `exchange`: what is charged per interval until it begins."
    )

    @model_validator(mode="after")
    def _says_what_it_is(self) -> Self:
        missing = [name for name in NEEDED[self.kind] if getattr(self, name) is None]
        if missing:
            raise ValueError(f"an alternative of kind {self.kind!r} needs {' and '.join(missing)}")
        return self


class Restart(Wire):
    """On what terms a service that has ended can be taken up again: a new contract."""

    starts_on: Day = Field(description="Its first day; nothing is charged for the time before.")
    price: Money = Field(description="What is charged per interval from then on.")
    interval: Literal["month", "year"]
    minimum_until: Day | None = Field(None, description="The last day of a minimum term, if there is one.")
    notice_days: int = Field(0, ge=0, le=3660, description="The notice at which it can be cancelled then.")


class Service(Wire):
    """A service of a customer. All amounts are of one currency."""

    ref: Ref = Field(description="The brand's number of the service.", examples=["S-1"])
    name: Text
    plan: Text
    price: Money
    interval: Literal["month", "year"]
    status: Literal["active", "paused", "ending", "ended"]
    started_on: Day
    quote: Quote | None = Field(None, description="As of `today`; on what is `active` or `paused`.")
    ends_on: Day | None = Field(None, description="Needed on what is `ending` or `ended`.")
    alternatives: tuple[Alternative, ...] = ()
    free_quote: Quote | None = Field(
        None, description="Where `quote` has a fee: the first end without one, if there is such a day."
    )
    withdrawal: Quote | None = Field(
        None, description="What withdrawing from the contract means, as long as that is open."
    )
    restart: Restart | None = Field(
        None,
        description="Only on what has `ended`: on what terms, as of `today`, it can be taken up again; left "
        "out where you have it no more, or a person shall see to it.",
    )

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.restart is not None and self.status != "ended":
            raise ValueError(f"a service that is {self.status!r} cannot be taken up again")
        if self.status in ("ending", "ended") and self.ends_on is None:
            raise ValueError(f"a service that is {self.status!r} needs ends_on")
        return in_one_currency(self)


class Services(Wire):
    """The customer's services."""

    services: tuple[Service, ...]

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        return without_doubles(self, "services", [service.ref for service in self.services])


class Cancelled(Wire):
    """The service ends."""

    service: Ref
    end_date: Day


class Restarted(Wire):
    """It runs again."""

    service: Ref = Field(description="The service as which it goes on: the same number, or a new one.")
    starts_on: Day = Field(description="Its first day: the agreed one, or a later one.")


class Done(Wire):
    """It is done; there is nothing to tell: `{}`."""


class ServiceState(Wire):
    """A service as it stands."""

    service: Ref
    status: Literal["active", "paused", "ending", "ended"]
    end_date: Day | None = None
    applied: Alternative | None = Field(None, description="The alternative that was applied.")


class Charge(Wire):
    """A payment that was taken."""

    ref: Ref
    amount: Money = Field(description="What of it was not paid back since.")
    charged_on: Day


class Charges(Wire):
    """Payments, oldest first."""

    charges: tuple[Charge, ...]


class Refund(Wire):
    """Money on its way back."""

    ref: Ref
    cause: Key = Field(
        description="The `Idempotency-Key` of the write that it follows from, or the number of the return; "
        "`brand` for one that you made yourselves."
    )
    amount: Money
    status: Literal["issued", "paid", "failed"] = Field(
        description="`issued`: the bank or card company was told; `paid`: it is there; `failed`: it came back"
    )
    issued_on: Day
    expected_on: Day = Field(description="By when it should be there.")
    paid_on: Day | None = None
    method: Literal["original", "card", "bank", "gift_card", "store_credit"] = "original"


class Refunds(Wire):
    """Refunds, oldest first."""

    refunds: tuple[Refund, ...]


class OrderLine(Wire):
    """A line of an order."""

    ref: Ref = Field(description="Unique among all orders of the brand.", examples=["10023-1"])
    name: Text
    quantity: int = Field(ge=1, description="What is left of it.")
    price: Money = Field(description="Of one.")
    state: LineState
    deadline: Day | None = Field(None, description="The last day on which it can be given back.")


class Order(Wire):
    """An order. All amounts are of one currency."""

    ref: Ref = Field(examples=["10023"])
    placed_on: Day
    lines: tuple[OrderLine, ...] = Field(description="Those of which something is left.")
    shipping: Money = Field(description="What sending it costs in all, whatever of it was paid back.")

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        return in_one_currency(without_doubles(self, "lines", [line.ref for line in self.lines]))


class Orders(Wire):
    """Orders of which something is left, newest first."""

    orders: tuple[Order, ...]

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        return without_doubles(self, "orders", [order.ref for order in self.orders])


class LineQuote(Wire):
    """What cancelling so many of one line means."""

    line: Ref
    name: Text
    quantity: int = Field(ge=1)
    outcome: LineOutcome = Field(
        description="`void`: it was not paid and just ends; `refund`: paid back; `return`: paid back once it "
        "has come back; `refused`: a rule keeps it as it is."
    )
    refund: Money
    rule: Literal["sent-already", "return-period-over", "digital", "custom-made"] | None = Field(
        None, description="Why it is to be returned, or refused."
    )
    return_by: Day | None = None


class OrderQuote(Wire):
    """What cancelling a selection means. All amounts are of one currency."""

    lines: tuple[LineQuote, ...]
    shipping: Money = Field(description="What of the shipping is paid back.")
    tax: Money | None = Field(None, description="What of a tax is paid back that was added to the prices.")

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        return in_one_currency(without_doubles(self, "lines", [line.line for line in self.lines]))


class OrderCancelled(Wire):
    """It is cancelled."""

    order: Ref
    refund: Money = Field(description="All that is paid back, sooner or later.")


class Return(Wire):
    """Things of one line that are to come back, and where they are."""

    ref: Ref
    cause: Key = Field(description="The `Idempotency-Key` of the cancellation.")
    line: Ref
    quantity: int = Field(ge=1)
    status: ReturnStatus = Field(
        description="`arrived`: they are there and not looked at yet; `accepted`: they are paid back; "
        "`rejected`: they are not, and `note` says why."
    )
    refund: Money = Field(description="What is paid back for them.")
    return_by: Day = Field(description="The last day on which they may be sent.")
    tracking: Text | None = Field(None, description="The parcel's number, or where to follow it.")
    note: str | None = Field(None, max_length=500)
    label: Text | None = Field(
        None,
        description="Where the carrier's label can be had (`https://...`), or else the postal address to "
        "send it to. The customer gets it as soon as it is there.",
    )


class Returns(Wire):
    """Returns, oldest first."""

    returns: tuple[Return, ...]


TERMS_CHANGED = "terms_changed"
LONGEST_CODE = 64


class Refusal(Wire):
    """Why not."""

    reason: str = Field(
        min_length=1, description="In words for the brand's own staff; customers never see it."
    )
    code: str | None = Field(
        None,
        max_length=LONGEST_CODE,
        description="`terms_changed`, of `cancel` and `cancel-order` (409): it could be cancelled, but not "
        "on the terms of this quote any more. Other codes say nothing to us.",
        examples=[TERMS_CHANGED],
    )

    @field_validator("code", mode="before")
    @classmethod
    def _is_one_of_ours(cls, code: Any) -> Any:
        """Whatever a brand's own system puts there takes nothing from its no."""
        return code if isinstance(code, str) and len(code) <= LONGEST_CODE else None
