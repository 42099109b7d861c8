"""What is said with a script's texts outside its dialog: codes, mails, calls, the desk, receipts sent again.

The one list that the engine cannot be asked for; a test holds it against the packaged texts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from dialogs.case import EndingCause
from dialogs.checker.samples import KINDS, LAST_DAY, World
from dialogs.turn import Say, Value
from dialogs.values import OTHER_PLAN, Day

OF_CUSTOMERS = (
    *("termination", "withdrawal", "order", "alternative", "declaration", "reversal", "terms"),
    *("restart", "restart-reversal", "reason"),
)
RECORDS = (
    *(*OF_CUSTOMERS, "order-terms", "order-reversal"),
    *("alternative-reversal", "ending", "ending-reversal"),
)
CAUSES: tuple[EndingCause, ...] = get_args(EndingCause)
CLOSINGS = (
    *(*OF_CUSTOMERS, "unquoted", "withdrawal-unquoted", "order-return"),
    *("alternative-reversal", "ending-reversal", "order-reversal"),
    *(f"ending-{cause.replace('_', '-')}" for cause in CAUSES),
)
LABELS = (
    *("number", "service", "declared", "confirmed", "end-date", "fee", "refund", "last-charge", "remains"),
    *("undo-until", "change", "starts-on", "ends-on", "price", "new-price", "price-after", "words"),
    *("credit", "next-charge", "old-price", "reverses-change"),
    *("belongs", "completes", "agreed", "reversed", "reverses", "rules", "fingerprint", "order", "items"),
    *("cause", "stated", "told", "notice"),
    *("ordered", "contract-price", "minimum", "withdrawal"),
    *("balance", "customer", "identified", "channel", "offer", "reason", "dialog"),
)
PRINTED = ("caption", "terms", "about", "shown", "proof", "code")
"""What is said with the printed page, and its titles, as ``document-...``."""

LETTER = ("greeting-nobody", "date", "closing", "unsigned")
"""What is said in a letter beside the printed page, as ``letter-...``."""

_ALWAYS = frozenset({"brand", "service", "number", "order"})
_AGREED = _ALWAYS | {
    *("starts-on", "ends-on", "price", "price-after", "plan", "amount", "price-before"),
    *("has-undo", "undo-day"),
}

FROM_THE_RECORD: Mapping[str, frozenset[str]] = {
    **{f"accepted-{kind.replace('_', '-')}": _AGREED for kind in KINDS},
    **{
        f"ending-notice-{cause.replace('_', '-')}": _ALWAYS
        | {"end-date", "notice-days", "has-facts", "facts"}
        for cause in CAUSES
    },
    "declared": _ALWAYS | {"declared"},
    "declared-withdrawal": _ALWAYS | {"declared", "words"},
    "withdrawal-receipt": _ALWAYS
    | {"declared", "confirmed", "end-date", "remains", "has-refund", "refund", "refund-reason"},
    "withdrawal-receipt-without-quote": _ALWAYS | {"declared", "confirmed"},
    "order-receipt": _ALWAYS
    | {"order", "lines", "count", "has-refund", "refund", "has-return", "return-by", "declared", "confirmed"},
    "executed-undo": _ALWAYS,
    "order-executed-undo": _ALWAYS,
    "order-terms-agreed": _ALWAYS
    | {"order", "lines", "count", "has-refund", "refund", "has-return", "return-by", "declared", "confirmed"},
    "reason-noted": _ALWAYS,
    "restart-taken-back": _ALWAYS,
    "restart-receipt": _ALWAYS
    | {"confirmed", "starts-on", "price", "interval", "has-minimum", "minimum-until", "notice-days"}
    | {"withdrawal-days", "withdraw-until"},
    "alternative-executed-undo": _ALWAYS,
    "receipt-without-quote": _ALWAYS | {"declared", "confirmed"},
    "fee-agreed": _ALWAYS
    | {"declared", "confirmed", "end-date", "remains", "has-fee", "fee", "fee-reason", "has-refund", "refund"}
    | {"refund-reason", "has-charge", "last-charge", "last-charged-on", "has-undo", "undo-until"},
    "receipt": _ALWAYS
    | {"declared", "confirmed", "end-date", "remains", "has-fee", "fee", "fee-reason", "has-refund", "refund"}
    | {"refund-reason", "has-charge", "last-charge", "last-charged-on", "has-undo", "undo-until"},
}
"""Texts that are also filled from a sealed record, years later: they may say only what a record holds."""


CALLS = ("greeting", "keys", "unsure", "voicemail", "heard", "person", "goodbye")

PAGE = "https://bot.example/case/acme/AC-7K3M9QXA"

By = Literal["dialog", "mail", "code", "call", "letter"]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A message, and by what it goes: a mail, a code's message, a call, or the dialog's own channel."""

    say: Say
    by: By


def said_elsewhere(world: World) -> Iterator[Elsewhere]:
    """All of it, with sample values."""
    yield _of("code-message", "code", code="482913", subject="your contract", brand=world.brand)
    yield _of("order-code-message", "code", code="482913", subject="your order", brand=world.brand)
    yield _of("case-page-code", "code", code="482913", number=world.number, brand=world.brand)
    yield _of("case-page-link", "code", url=PAGE)
    for name in ("undo", "dispute"):
        yield _of(f"case-page-{name}", "mail", number=world.number)
    yield _of("code-subject", "mail", brand=world.brand)
    yield _of("code-for-contract", "mail")
    yield _of("code-for-order", "mail")
    yield _of("agent-joined", "dialog", agent="Alexandra")
    yield _of("not-processed", "dialog")
    # Where that record is asked for again.
    yield _of("reason-noted", "dialog", number=world.number)
    for name in CALLS:
        yield _of(f"call-{name}", "call", brand=world.brand)
    yield from _mails(world)


def _mails(world: World) -> Iterator[Elsewhere]:
    known: dict[str, Value] = {
        "brand": world.brand,
        "service": "Fibre 250 Plus",
        "number": world.number,
        "order": "A-100234",
    }
    yield _of("mail-subject-notice", "mail", number=world.number)
    for kind in RECORDS:
        yield _of(f"mail-subject-{kind}", "mail", **known)
        yield _of(f"mail-lead-{kind}", "mail", **known)
    for name in (*(f"mail-close-{kind}" for kind in CLOSINGS), *(f"mail-label-{name}" for name in LABELS)):
        yield _of(name, "mail", **known)
    for name in (
        "mail-footer",
        "mail-proof",
        "mail-value-earliest",
        "mail-value-named-or-earliest",
        "mail-value-none",
        "mail-value-bereavement",
        "mail-value-follows",
    ):
        yield _of(name, "mail", **known)
    yield _of("mail-page", "mail", **known, url=PAGE)
    yield from _mail_values(world, known)
    yield from _printed(world, known)


def _mail_values(world: World, known: dict[str, Value]) -> Iterator[Elsewhere]:
    amount = world.money("26.60")
    for name, reasons in (("fee", ("minimum-term",)), ("refund", ("unused-time", "withdrawal"))):
        for why in (*reasons, "none"):
            yield _of(f"mail-value-{name}", "mail", **known, amount=amount, reason=why)
    yield _of("mail-value-charge", "mail", **known, amount=amount, day=Day(date(2027, 9, 1)))
    yield _of("mail-value-rules", "mail", **known, pack="DE", day=Day(date(2026, 7, 16)))
    for task in ("return-equipment", "nothing"):
        yield _of("mail-value-remains", "mail", **known, task=task, day=Day(LAST_DAY))
    for cause in CAUSES:
        yield _of("mail-value-cause", "mail", **known, cause=cause)
    yield _of("mail-value-days", "mail", **known, days=30)
    for interval in ("month", "year"):
        yield _of("mail-value-contract-price", "mail", **known, price=amount, interval=interval)
    yield _of("mail-value-minimum", "mail", **known, day=Day(LAST_DAY))
    yield _of("mail-value-withdrawal", "mail", **known, day=Day(LAST_DAY))
    for kind in KINDS:
        plan = "Fibre 50" if kind in OTHER_PLAN else "-"
        yield _of("mail-value-change", "mail", **known, kind=kind, plan=plan)


def _printed(world: World, known: dict[str, Value]) -> Iterator[Elsewhere]:
    """What stands on the printed page beside what stands in the mail, with which it goes."""
    for title in PRINTED:
        yield _of(f"document-{title}", "mail", **known)
    yield _of("document-check", "mail", **known, url="https://bot.example/verify")
    for side in ("brand", "customer", "even"):
        yield _of("document-value-balance", "mail", **known, side=side, amount=world.money("36.66"))
    for by in ("code", "token", "contact", "agent"):
        yield _of("document-value-identified", "mail", **known, **{"known-by": by})
    for channel in ("webchat", "sms", "telegram", "other"):
        yield _of("document-value-channel", "mail", **known, channel=channel)
    for answer in ("accepted", "declined", "open"):
        yield _of("document-value-offer", "mail", **known, change="Plan Fibre 50", answer=answer)
    yield _of("letter-greeting", "letter", **known, addressee="Alexandra Sommer")
    for name in LETTER:
        yield _of(f"letter-{name}", "letter", **known)


def _of(text: str, by: By, **values: Value) -> Elsewhere:
    return Elsewhere(Say(text, tuple(values.items())), by)
