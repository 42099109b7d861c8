"""A sample customer with sample services: realistic values to fill texts with, all dates fixed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import product
from typing import get_args

from dialogs.case import Case, CaseStatus, Declaration, OfferShown
from dialogs.ids import CaseId, CustomerRef, OrderLineRef, OrderRef, ServiceRef
from dialogs.turn import Facts, Identity
from dialogs.values import (
    OTHER_PLAN,
    Alternative,
    AlternativeKind,
    LineQuote,
    Money,
    Order,
    OrderLine,
    OrderQuote,
    Quote,
    Restart,
    Service,
)

NOW = datetime(2027, 9, 14, 8, 30, tzinfo=UTC)
"""September: the month with the longest name in most languages."""

LAST_DAY = date(2027, 9, 30)
KINDS: tuple[AlternativeKind, ...] = get_args(AlternativeKind)
IDENTITY = Identity(CustomerRef("100234"), by="code", name="Kim Sommer")


ELSEWHERE = (
    ("webchat", "https://chat.nordlicht.example/chat/nordlicht/?continue=K7QM-4XRD"),
    ("telegram", "https://t.me/nordlicht_service_bot?start=K7QM-4XRD"),
    ("sms", "+4915112345678"),
)
"""How a brand's channels take a code that another one shows."""


@dataclass(frozen=True, slots=True)
class World:
    """Whose customer it is: what samples take from the brand."""

    brand: str = "Nordlicht"
    zone: str = "Europe/Berlin"
    currency: str = "EUR"
    prefix: str = "NL"

    @property
    def number(self) -> str:
        return f"{self.prefix}-7K2M9QXA"

    def money(self, amount: str) -> Money:
        return Money(Decimal(amount), self.currency)


def facts_of(world: World, channel: str, *, shares_contact: bool, sender_is_phone: bool) -> Facts:
    """Facts as the bot would read them for such a channel."""
    return Facts(
        now=NOW,
        brand=world.brand,
        zone=world.zone,
        channel=channel,
        can_share_contact=shares_contact,
        sender_phone="+4915112345678" if sender_is_phone else None,
        fresh_case=CaseId("sample-case"),
        fresh_number=world.number,
        fresh_reference="sample-look-up",
        fresh_code="K7QM-4XRD",
        elsewhere=tuple(way for way in ELSEWHERE if way[0] != channel),
    )


def quotes_of(world: World) -> tuple[Quote, ...]:
    """Every combination of fee, refund, last charge, undo and what remains; the fullest one first."""
    fees = (("119.70", "minimum-term"), ("24.90", None), ("0", None))
    refunds = (("26.60", "unused-time"), ("26.60", None), ("0", None))
    combinations = product(fees, refunds, (True, False), (True, False), (True, False))
    return tuple(
        Quote(
            end_date=LAST_DAY,
            fee=world.money(fee),
            fee_reason=fee_reason,
            refund=world.money(refund),
            refund_reason=refund_reason,
            notice_days=14,
            last_charge=world.money("39.90") if charged else None,
            last_charged_on=date(2027, 9, 1) if charged else None,
            undo_until=NOW + timedelta(days=14) if undoable else None,
            remains=("return-equipment",) if equipment else (),
        )
        for (fee, fee_reason), (refund, refund_reason), charged, undoable, equipment in combinations
    )


def few_quotes(world: World) -> tuple[Quote, ...]:
    """The fullest quote and the barest one."""
    every = quotes_of(world)
    return every[0], every[-1]


def alternative_of(world: World, kind: AlternativeKind) -> Alternative:
    for_good = kind in OTHER_PLAN
    ends = {"later_date": date(2027, 11, 30)}
    return Alternative(
        kind,
        starts_on=date(2027, 10, 1),
        ends_on=None if for_good else ends.get(kind, date(2027, 12, 31)),
        price=world.money("0" if kind in ("pause", "extension") else "19.90"),
        price_after=world.money("39.90"),
        percent=50 if kind == "discount" else None,
        months=None if for_good or kind == "store_credit" else 3,
        plan="Fibre 50" if for_good else None,
        amount=world.money("20.00") if kind == "store_credit" else None,
        price_before=world.money("39.90") if kind == "exchange" else None,
    )


def service_of(world: World, quote: Quote | None, *kinds: AlternativeKind) -> Service:
    return Service(
        ServiceRef("S-1"),
        name="Fibre 250 Plus",
        plan="fibre-250",
        price=world.money("39.90"),
        interval="month",
        status="active",
        started_on=date(2025, 10, 1),
        quote=quote,
        alternatives=tuple(alternative_of(world, kind) for kind in kinds),
        withdrawal=None if quote is None else _withdrawal(quote),
    )


def services_of(world: World) -> tuple[Service, ...]:
    """Two that can be cancelled, one paid by the year, one paused, one ending and one that has ended."""
    fibre = service_of(world, quotes_of(world)[0])
    return (
        fibre,
        replace(fibre, ref=ServiceRef("S-2"), name="Mobile M", interval="year", price=world.money("149")),
        replace(fibre, ref=ServiceRef("S-3"), name="TV Basic", status="paused"),
        replace(fibre, ref=ServiceRef("S-4"), name="Cloud Storage", status="ending", ends_on=LAST_DAY),
        ended_service(world),
    )


def ended_service(world: World, terms: Restart | None = None) -> Service:
    """One that has ended, with the terms on which it can be taken up again."""
    service = service_of(world, None)
    ended = date(2027, 6, 30)
    return replace(
        service, ref=ServiceRef("S-5"), name="Security Pack", status="ended", ends_on=ended, restart=terms
    )


def restarts_of(world: World) -> tuple[Restart, ...]:
    """At another price and the same, with and without a minimum term and a notice; the fullest one first."""
    begin, minimum = NOW.date(), date(2028, 9, 13)
    dearer, same = world.money("44.90"), world.money("39.90")
    return (
        Restart(begin, dearer, "month", minimum, 30),
        Restart(begin, world.money("449.00"), "year", minimum, 30),
        Restart(begin, same, "month", None, 1),
        Restart(begin, same, "month"),
    )


def restart_case(world: World, terms: Restart, status: CaseStatus = "accepted") -> Case:
    """An order to take up again what has ended."""
    return replace(
        open_case(),
        kind="restart",
        status=status,
        service=ServiceRef("S-5"),
        service_name="Security Pack",
        decision="restart",
        decided_at=NOW - timedelta(minutes=1),
        record_number=world.number,
        record_kind="reversal" if status == "reversed" else "restart",
        executed_at=NOW if status in ("executed", "reconciled") else None,
        restart=terms,
    )


def orders_of(world: World) -> tuple[Order, ...]:
    """One with several things of several kinds, and one with a single thing."""
    mugs = OrderLine(OrderLineRef("L-1"), "Stoneware mug, blue", 3, world.money("19.90"), "paid")
    shirt = OrderLine(OrderLineRef("L-2"), "T-shirt, size M", 1, world.money("24.90"), "shipped")
    book = OrderLine(OrderLineRef("L-3"), "E-book", 1, world.money("9.90"), "digital")
    lamp = OrderLine(OrderLineRef("L-4"), "Desk lamp", 1, world.money("59.90"), "paid")
    return (
        Order(OrderRef("A-100234"), date(2027, 9, 10), (mugs, shirt, book), world.money("4.90")),
        Order(OrderRef("A-100198"), date(2027, 9, 2), (lamp,), world.money("0")),
    )


def order_quotes_of(world: World) -> tuple[OrderQuote, ...]:
    """What cancelling some of an order can mean: paid back, not paid, sent back, refused in part."""
    back, nothing, shipping = world.money("59.70"), world.money("0"), world.money("4.90")
    mugs = LineQuote(OrderLineRef("L-1"), "Stoneware mug, blue", 3, "refund", back)
    one = replace(mugs, quantity=1, refund=world.money("19.90"))
    unpaid = replace(mugs, outcome="void", refund=nothing)
    shirt = LineQuote(
        OrderLineRef("L-2"), "T-shirt, size M", 1, "return", world.money("24.90"), "sent-already", LAST_DAY
    )
    book = LineQuote(OrderLineRef("L-3"), "E-book", 1, "refused", nothing, "digital")
    return (
        OrderQuote((mugs, shirt, book), shipping),
        OrderQuote((mugs, shirt), nothing),
        OrderQuote((unpaid,), nothing),
        OrderQuote((one, replace(book, rule="custom-made")), nothing),
        OrderQuote((one,), shipping, world.money("3.78")),
    )


def refused_quotes(world: World) -> tuple[OrderQuote, ...]:
    """Nothing of it can be cancelled, for each reason; in the last one for all of them."""
    book = order_quotes_of(world)[0].lines[-1]
    rules = ("digital", "custom-made", "return-period-over", None)
    lines = tuple(replace(book, rule=rule) for rule in rules)
    nothing = world.money("0")
    return (*(OrderQuote((line,), nothing) for line in lines), OrderQuote(lines, nothing))


def order_case(world: World, case: Case, quote: OrderQuote | None, order: Order | None = None) -> Case:
    """The case about an order in place of a service."""
    order = order or orders_of(world)[0]
    selection = tuple((line.ref, line.quantity) for line in order.lines)
    named = selection if quote is None else tuple((line.line, line.quantity) for line in quote.lines)
    return replace(
        case,
        kind="order",
        service=None,
        service_name=order.ref,
        quote=None,
        end_date=None,
        order=order.ref,
        selection=named,
        order_quote=quote,
    )


def open_case(quote: Quote | None = None, *, settled: bool = True) -> Case:
    """A wish to cancel that is not confirmed; `settled` once the service is known."""
    case = Case(CaseId("sample-case"), declared_at=NOW - timedelta(minutes=4), quote=quote)
    if not settled:
        return case
    return replace(
        case,
        service=ServiceRef("S-1"),
        service_name="Fibre 250 Plus",
        customer=IDENTITY.customer,
        identified_by="code",
    )


def decided_case(world: World, quote: Quote | None, status: CaseStatus = "accepted") -> Case:
    """A confirmed cancellation."""
    ended = status in ("executed", "reconciled")
    return replace(
        open_case(quote),
        status=status,
        decision="cancel",
        decided_at=NOW - timedelta(minutes=1),
        record_number=world.number,
        record_kind="termination",
        executed_at=NOW if ended else None,
        end_date=LAST_DAY if ended else None,
    )


def alternative_case(world: World, kind: AlternativeKind) -> Case:
    """A case that ended with the alternative."""
    offer = OfferShown(alternative_of(world, kind), NOW, answer="accepted")
    decided = decided_case(world, quotes_of(world)[0])
    return replace(decided, decision="alternative", record_kind="alternative", offer=offer)


def begun_change(world: World, kind: AlternativeKind) -> Case:
    """An alternative that has begun by now, and cannot be taken back any more."""
    case = replace(alternative_case(world, kind), status="executed", executed_at=NOW)
    assert case.offer is not None
    today, alternative = NOW.date(), case.offer.alternative
    ends_on = today if kind == "later_date" else alternative.ends_on
    begun = replace(alternative, starts_on=today, ends_on=ends_on)
    return replace(case, offer=replace(case.offer, alternative=begun))


def declared_case(world: World) -> Case:
    """What somebody who could not be identified left with us."""
    return replace(
        open_case(settled=False),
        declaration=Declaration("Kim Sommer, contract 100234, kim@example.com", None),
        record_number=world.number,
        record_kind="declaration",
    )


def resting_cases(world: World) -> Iterator[Case | None]:
    """The cases with which a conversation can rest."""
    statuses: tuple[CaseStatus, ...] = (
        "accepted",
        "executed",
        "reconciled",
        "failed",
        "reversed",
        "withdrawn",
        "merged",
    )
    yield None
    yield open_case(settled=False)
    yield replace(open_case(quotes_of(world)[0]), status="kept", decision="keep")
    for quote in (*few_quotes(world), None):
        yield from (decided_case(world, quote, status) for status in statuses)
    yield from (alternative_case(world, kind) for kind in KINDS)
    yield from (replace(alternative_case(world, "pause"), status=status) for status in statuses)
    yield from beyond_undoing(world)
    yield reversing_case(world)
    yield replace(alternative_case(world, "pause"), status="executed", executed_at=NOW, reversing_since=NOW)
    begun = begun_change(world, "pause")
    yield from (begun, replace(begun, status="reconciled"))
    yield from fee_cases(world)
    yield from changed_cases(world)
    yield declared_case(world)


def withdrawal_of(case: Case) -> Case | None:
    """The same as a withdrawal, of which there is no alternative and no taking back."""
    if case.decision == "alternative" or case.fee_open or case.standing in ("reversing", "reversed"):
        return None
    sealed = case.record_kind in ("termination", "declaration")
    return replace(
        case,
        kind="withdrawal",
        quote=None if case.quote is None else _withdrawal(case.quote),
        record_kind="withdrawal" if sealed else case.record_kind,
    )


def _withdrawal(quote: Quote) -> Quote:
    reason = None if quote.refund.is_zero else "withdrawal"
    nothing = replace(quote.fee, amount=Decimal(0))
    return replace(quote, fee=nothing, fee_reason=None, refund_reason=reason, undo_until=None)


def reversing_case(world: World) -> Case:
    """A cancellation that is carried out and being taken back."""
    return replace(decided_case(world, quotes_of(world)[0], "executed"), reversing_since=NOW)


def fee_cases(world: World) -> Iterator[Case]:
    """Cancellations accepted without a quote that turned out to cost a fee."""
    free = quotes_of(world)[-1]
    for quote in quotes_of(world):
        if not quote.fee.is_zero:
            for later in (replace(free, end_date=date(2028, 9, 30)), None):
                yield replace(decided_case(world, quote), fee_open=True, free_quote=later)


def changed_cases(world: World) -> Iterator[Case]:
    """Cancellations that wait for a yes to other terms than those that were confirmed."""
    fullest, barest = few_quotes(world)
    free = replace(barest, end_date=date(2028, 9, 30))
    earlier = date(2027, 9, 15)
    for now, before, later in (
        (fullest, replace(barest, end_date=earlier), free),
        (fullest, replace(fullest, end_date=earlier, fee=world.money("24.90")), None),
        (barest, replace(fullest, end_date=earlier), None),
        (fullest, replace(fullest, end_date=earlier), None),
        (barest, replace(barest, end_date=earlier), None),
    ):
        asked = replace(decided_case(world, now), fee_open=True, free_quote=later)
        yield replace(asked, quote_before=before, requoted=1)


def bettered_quotes(world: World) -> Iterator[tuple[Quote, Quote]]:
    """What was confirmed, and what is no worse for the customer than that."""
    fullest, barest = few_quotes(world)
    fee, less, refund = fullest.fee, world.money("24.90"), fullest.refund
    yield fullest, replace(fullest, fee=less)
    yield replace(barest, fee=fee), replace(barest, refund=refund)
    yield replace(barest, fee=fee), replace(barest, fee=less)
    yield replace(barest, refund=refund), replace(barest, refund=world.money("33.25"))


def beyond_undoing(world: World) -> tuple[Case, ...]:
    """Cancellations that were carried out and cannot be undone: their time is over, or there was none."""
    quote = quotes_of(world)[0]
    times = (NOW - timedelta(hours=1), None)
    ended = NOW.date() - timedelta(days=1)
    cases = (decided_case(world, replace(quote, undo_until=time), "executed") for time in times)
    return tuple(replace(case, end_date=ended) for case in cases)
