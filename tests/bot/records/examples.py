"""Cases and records to try things on."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from bot.records.contents import Circumstances, Contents, RecordKind, contents_of
from bot.records.stored import StoredRecord, read_stored, sealed_and_stored
from dialogs.case import Case, Declaration, Ending, OfferShown
from dialogs.ids import CaseId, OrderLineRef, OrderRef, ServiceRef
from dialogs.values import Alternative, LineQuote, Money, OrderQuote, Quote, Restart

SIGNING_KEY = bytes(range(32))
PUBLIC_KEY = bytes.fromhex("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")
SALT = b"s" * 32

DECLARED = datetime(2026, 11, 22, 6, 31, 5, 123000, UTC)
DECIDED = datetime(2026, 11, 22, 6, 32, 40, tzinfo=UTC)

ADA = {
    "reference": "BL-1001",
    "name": "Ada Sommer",
    "email": "ada.sommer@example.com",
    "phone": "+491713920001",
}


def euro(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


PAUSE = Alternative(
    "pause", date(2026, 12, 1), date(2027, 2, 28), euro("0.00"), euro("29.90"), months=3
)  # fmt: skip

QUOTE = Quote(
    end_date=date(2026, 12, 31),
    fee=euro("49.00"),
    refund=euro("12.34"),
    notice_days=30,
    fee_reason="minimum-term",
    refund_reason="unused-time",
    last_charge=euro("29.90"),
    last_charged_on=date(2026, 12, 1),
    undo_until=datetime(2026, 12, 6, 22, 59, 59, tzinfo=UTC),
    remains=("return-equipment",),
)

WITHDRAWAL = replace(
    QUOTE, fee=euro("0.00"), fee_reason=None, refund_reason="withdrawal", notice_days=0, undo_until=None
)

CASE = Case(
    id=CaseId("c1"),
    declared_at=DECLARED,
    status="accepted",
    service=ServiceRef("S-1"),
    service_name="Brightline Fibre 100",
    customer="BL-1001",
    identified_by="code",
    offer=OfferShown(PAUSE, DECIDED, "declined"),
    quote=QUOTE,
    decision="cancel",
    decided_at=DECIDED,
    source_channel="sms",
)

ORDER = OrderQuote(
    (
        LineQuote(OrderLineRef("BL-50231-1"), "Mesh repeater", 2, "refund", euro("119.80")),
        LineQuote(
            OrderLineRef("BL-50231-2"),
            "Network cable, 5 m",
            1,
            "return",
            euro("12.90"),
            "sent-already",
            date(2026, 12, 6),
        ),
        LineQuote(OrderLineRef("BL-50231-3"), "Download", 1, "refused", euro("0"), "digital"),
    ),
    euro("4.48"),
)

RESTART = Restart(date(2026, 11, 22), euro("34.90"), "month", date(2027, 11, 21), 30)

CIRCUMSTANCES = Circumstances(
    slug="demo",
    brand="Brightline",
    zone="Europe/Berlin",
    locale="en",
    channel="webchat",
    script="service",
    revision="r1",
    pack="none",
    pack_version=None,
    sealed_at=DECIDED,
)


def case_of(kind: RecordKind) -> Case:
    """A case as it stands when a record of that kind is sealed."""
    match kind:
        case "termination" | "terms":
            return CASE
        case "withdrawal":
            return replace(CASE, kind="withdrawal", offer=None, quote=WITHDRAWAL)
        case "order":
            return replace(
                CASE,
                kind="order",
                service=None,
                service_name="BL-50231",
                offer=None,
                quote=None,
                order=OrderRef("BL-50231"),
                order_quote=ORDER,
            )
        case "alternative":
            return replace(CASE, decision="alternative", offer=OfferShown(PAUSE, DECIDED, "accepted"))
        case "declaration":
            words = Declaration("Ada Sommer, BL-1001,\n<ada@example.com> & co", None)
            return Case(CaseId("c2"), DECLARED, declaration=words)
        case "reversal":
            return replace(CASE, status="reversed")
        case "reason":
            return replace(CASE, reason="my neighbour plays the tuba", reason_number="BL-7KQ2M9XA")
        case "ending":
            ending = Ending("E-4711", "non_payment", date(2026, 12, 20), 14, "invoice 4711, 29.90 EUR")
            told = replace(CASE, kind="ending", status="accepted", decision=None, decided_at=None, quote=None)
            return replace(told, offer=None, reason=None, end_date=ending.last_day, ending=ending)
        case "restart":
            ordered = replace(CASE, kind="restart", status="accepted", decision="restart", quote=None)
            return replace(ordered, offer=None, reason=None, declared_at=DECIDED, restart=RESTART)


def contents(
    kind: RecordKind = "termination", locale: str = "en", case: Case | None = None, day: date | None = None
) -> Contents:
    """`day`: the version of the German pack, whose rules are applied then."""
    circumstances = replace(CIRCUMSTANCES, locale=locale)
    if day is not None:
        circumstances = replace(circumstances, pack="de", pack_version=day, earliest_end_by_default=True)
    return contents_of(
        case or case_of(kind),
        kind,
        "BL-7KQ2M9XA",
        circumstances,
        customer={} if kind == "declaration" else ADA,
        acknowledged=("Cancelling Brightline Fibre 100 means: ...",) if kind == "termination" else (),
        salt=SALT,
        reverses="BL-2222222X" if kind == "reversal" else None,
        completes="BL-2222222X" if kind in ("terms", "reason") else None,
    )


def stored(
    kind: RecordKind = "termination", locale: str = "en", case: Case | None = None, day: date | None = None
) -> StoredRecord:
    sealed, body = sealed_and_stored(contents(kind, locale, case, day), SIGNING_KEY)
    return read_stored(body, sealed.digest, sealed.signature, sealed.key_id)
