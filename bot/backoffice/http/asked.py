"""What the brand's side is asked."""

from datetime import date
from typing import Literal

from pydantic import Field

from bot.backoffice.http.models import Alternative, OrderQuote, Quote
from bot.backoffice.http.wire import Money, Ref, Wire


class FindCustomer(Wire):
    """Whom to look for."""

    identifier: str = Field(examples=["ada@example.com"])
    kind: Literal["account", "email", "phone"] = Field(
        description="An account number as the customer wrote it, an e-mail address in lower case, or E.164."
    )


class OneCustomer(Wire):
    """One customer."""

    customer: Ref


class OneService(Wire):
    """One service of one customer."""

    customer: Ref
    service: Ref


class OneOrder(Wire):
    """One order of one customer."""

    customer: Ref
    order: Ref


class ListServices(Wire):
    """Whose services, as of which day."""

    customer: Ref
    today: date = Field(description="In the brand's time zone.")


class CancelService(Wire):
    """End this service on these terms."""

    customer: Ref
    service: Ref
    quote: Quote = Field(description="What the customer was told, and confirmed.")


class TerminateService(Wire):
    """End this service on that day."""

    customer: Ref
    service: Ref
    end_date: date


class ApplyAlternative(Wire):
    """Apply this instead of cancelling."""

    customer: Ref
    service: Ref
    alternative: Alternative = Field(description="As it was listed.")


class RevokeAlternative(Wire):
    """Take this back."""

    customer: Ref
    service: Ref
    alternative: Alternative = Field(description="As it was applied.")


class ListCharges(Wire):
    """Payments for which service, since when."""

    customer: Ref
    service: Ref
    since: date


class RefundCharge(Wire):
    """Pay so much of a charge back."""

    customer: Ref
    service: Ref
    charge: Ref
    amount: Money


class ListRefunds(Wire):
    """Refunds of what."""

    customer: Ref
    item: Ref = Field(description="The number of a service or of an order.")


class Selected(Wire):
    """So many of a line."""

    line: Ref
    quantity: int


class QuoteOrder(Wire):
    """What would cancelling that mean?"""

    customer: Ref
    order: Ref
    selection: tuple[Selected, ...]
    today: date = Field(description="In the brand's time zone.")


class CancelOrder(Wire):
    """Cancel what the quote names."""

    customer: Ref
    order: Ref
    quote: OrderQuote = Field(description="What the customer was told, and confirmed.")
