"""The made-up customers, with dates that fit the day they are made, and what to try with each."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.backoffice.base import PostalAddress
from bot.backoffice.local_rows import TAKEN
from bot.backoffice.offers import Offer, stored_offers
from bot.backoffice.periods import ONE_DAY, add_months, period_of
from bot.backoffice.terms import MONTHS, Terms, stored_terms
from bot.demo.orders import TWO_ORDERS, DemoOrder
from dialogs.ids import BrandId, CustomerRef, ServiceRef
from storage.repositories.local_office import OfficeChargeRow, OfficeServiceRow

CHARGES_KEPT = 3
"""So many past payments of a service are made up."""


AGAIN = Terms(notice_days=14, restart_minor=3490)
"""Of what has ended, and is sold dearer by now."""


@dataclass(frozen=True, slots=True)
class DemoService:
    """A service begun some months and days ago, paid to the end of its present period.

    `ended` is how many days ago it ended, for one that has.
    """

    ref: str
    name: str
    plan: str
    price_minor: int
    months: int
    days: int
    terms: Terms
    offers: tuple[Offer, ...] = ()
    interval: Literal["month", "year"] = "month"
    ended: int | None = None


@dataclass(frozen=True, slots=True)
class DemoCustomer:
    """Somebody to try things with; `about` and `tries` are shown on the start page."""

    ref: str
    name: str
    email: str
    phone: str
    about: str
    tries: tuple[str, ...]
    services: tuple[DemoService, ...]
    risk: Literal["normal", "high"] = "normal"
    orders: tuple[DemoOrder, ...] = ()

    @property
    def postal(self) -> PostalAddress | None:
        """Where letters to them go."""
        return ADDRESSES.get(self.ref)


ADDRESSES = {
    "BL-1001": PostalAddress(("Kastanienallee 12", "10435 Berlin"), "DE"),
    "BL-1002": PostalAddress(("Rue Haute 7", "1000 Bruxelles"), "BE"),
    "BL-1003": PostalAddress(
        ("c/o Winter & Söhne", "Hinterhaus, 3. Etage", "Am Markt 4", "04109 Leipzig"), "DE"
    ),
}
"""At home, abroad, and one that just fits the window; of the others none is known."""

PAUSE = Offer("pause", months=3)

DEMO_CUSTOMERS = (
    DemoCustomer(
        "BL-1001",
        "Ada Sommer",
        "ada.sommer@example.com",
        "+491713920001",
        "One service",
        (
            "Cancel: there is one alternative, a pause, and the way out comes first.",
            "Take the pause instead, then cancel after all.",
            "Cancel, then undo it.",
        ),
        (DemoService("BL-1001-1", "Brightline Fibre 100", "Fibre 100", 2990, 14, 10, Terms(), (PAUSE,)),),
    ),
    DemoCustomer(
        "BL-1002",
        "Ben Okafor",
        "ben.okafor@example.com",
        "+491713920002",
        "Several services",
        (
            "Say which one: “I want to cancel my mobile”. What was not used of the year is refunded.",
            "Cancel the fibre: a lower price is offered instead.",
            "Ask where a cancellation stands.",
        ),
        (
            DemoService(
                "BL-1002-1",
                "Brightline Fibre 250",
                "Fibre 250",
                4490,
                26,
                4,
                Terms(notice_days=14),
                (Offer("discount", months=6, percent=20),),
            ),
            DemoService(
                "BL-1002-2",
                "Brightline TV",
                "TV Plus",
                1200,
                9,
                17,
                Terms(notice_months=1, equipment=("TV box",)),
                (Offer("downgrade", plan="TV Basic", price_minor=500),),
            ),
            DemoService(
                "BL-1002-3",
                "Brightline Mobile",
                "Mobile Year",
                12000,
                3,
                5,
                Terms(ends="now", refund="unused_time"),
                interval="year",
            ),
        ),
    ),
    DemoCustomer(
        "BL-1003",
        "Carla Winter",
        "carla.winter@example.com",
        "+491713920003",
        "A fee is due, and a router to return",
        (
            "Cancel: the fee and what to return are said before you confirm.",
            "Keep it after all when you see the fee.",
            "Dispute the fee: a person takes over, and your cancellation stands.",
        ),
        (
            DemoService(
                "BL-1003-1",
                "Brightline Fibre 100",
                "Fibre 100",
                2990,
                8,
                12,
                Terms(
                    notice_days=30,
                    minimum_months=24,
                    fee_minor=6000,
                    ends="now",
                    refund="unused_time",
                    equipment=("Router",),
                ),
            ),
        ),
    ),
    DemoCustomer(
        "BL-1004",
        "Dino Marek",
        "dino.marek@example.com",
        "+491713920004",
        "A service that has ended",
        (
            "Cancel: there is nothing left to cancel.",
            "Say that you want your subscription back: you are told the terms of today.",
            "Say that you were charged all the same: a person looks into it.",
        ),
        (DemoService("BL-1004-1", "Brightline Fibre 100", "Fibre 100", 2990, 20, 3, AGAIN, ended=45),),
    ),
    DemoCustomer(
        "BL-1005",
        "Erin Vale",
        "erin.vale@example.com",
        "+491713920005",
        "Suspicious: being vouched for is not enough",
        (
            "Cancel: a code is asked for whatever else vouches for you.",
            "Type a wrong code five times: you can still leave your cancellation.",
        ),
        (DemoService("BL-1005-1", "Brightline Fibre 100", "Fibre 100", 2990, 5, 8, Terms(), (PAUSE,)),),
        risk="high",
    ),
    DemoCustomer(
        "BL-1006",
        "Finn Berger",
        "finn.berger@example.com",
        "+491713920006",
        "A contract of five days ago",
        (
            "Write “Widerruf” or “withdraw from my contract”: all that was paid goes back.",
            "Cancel it instead: it ends with the period that is paid for.",
        ),
        (DemoService("BL-1006-1", "Brightline Fibre 250", "Fibre 250", 4490, 0, 5, Terms(), (PAUSE,)),),
    ),
    DemoCustomer(
        "BL-1007",
        "Gwen Adler",
        "gwen.adler@example.com",
        "+491713920007",
        "Two orders from the shop",
        (
            "“Cancel my order”: all of it, or one thing after the other; what is sent already comes back.",
            "Try the download, or the phone case: the rule is named, and a person is offered.",
            "Cancel a repeater: the money goes back to the card first, the rest to the gift card.",
            "Cancel the router stand: its share of the tax comes back at once, its price once it is there.",
        ),
        (),
        orders=TWO_ORDERS,
    ),
)

DEFAULT_CUSTOMER = DEMO_CUSTOMERS[0]
"""Who the terminal's chat speaks for unless told otherwise."""


def service_row(
    brand: BrandId, customer: CustomerRef, service: DemoService, currency: str, today: date
) -> OfficeServiceRow:
    """The service as it stands on `today`."""
    begun = _begun(service, today)
    ended_on = None if service.ended is None else today - timedelta(days=service.ended)
    return OfficeServiceRow(
        brand_id=brand,
        ref=ServiceRef(service.ref),
        customer_ref=customer,
        name=service.name,
        plan=service.plan,
        price_minor=service.price_minor,
        currency=currency,
        interval=service.interval,
        status="active" if ended_on is None else "ended",
        started_on=begun,
        paid_until=ended_on or period_of(begun, MONTHS[service.interval], today).last,
        ended_on=ended_on,
        terms=stored_terms(service.terms),
        alternatives=stored_offers(service.offers),
        applied=None,
    )


def charge_rows(row: OfficeServiceRow) -> list[OfficeChargeRow]:
    """The service's last payments: one on the first day of each period."""
    months = 12 if row.interval == "year" else 1
    rows: list[OfficeChargeRow] = []
    day = row.paid_until
    while day is not None and day >= row.started_on and len(rows) < CHARGES_KEPT:
        on = period_of(row.started_on, months, day).first
        ref = f"{row.ref}-{on.isoformat()}"
        rows.append(OfficeChargeRow(row.brand_id, ref, row.ref, row.price_minor, row.currency, on, TAKEN))
        day = on - ONE_DAY
    return rows


def _begun(service: DemoService, today: date) -> date:
    return add_months(today - timedelta(days=service.days), -service.months)
