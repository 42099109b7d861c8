"""What texts are filled with: values by the names that texts write, and those of quotes, orders and terms."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from dialogs.case import Case
from dialogs.turn import Facts, Lines, Part, Plain, Value
from dialogs.values import Day, LineQuote, Moment, Money, OrderQuote, Quote, Restart

Filling = Value | date | datetime | None
"""What a step may fill a text with; days and moments are marked as such on the way out."""


def present(values: dict[str, Filling]) -> tuple[tuple[str, Value], ...]:
    """Values as texts are filled with them: those that are there, by the names that texts write."""
    return tuple(
        [
            (_in_texts(name), value if isinstance(value, _AS_THEY_ARE) else _marked(value))
            for name, value in values.items()
            if value is not None
        ]
    )


_AS_THEY_ARE = (str, int, Money)
"""Most values by far: to ask each what else it could be takes a tenth of a turn."""


@lru_cache(maxsize=512)
def _in_texts(name: str) -> str:
    """The name as texts write it."""
    return name.replace("_", "-")


def _marked(value: Value | date | datetime) -> Value:
    if isinstance(value, datetime):
        return Moment(value)
    return Day(value) if isinstance(value, date) else value


def quote_values(case: Case, facts: Facts) -> dict[str, Filling]:
    """What a quote, a receipt and a status are filled with. Absent amounts are zero of nothing: left out."""
    if case.kind == "order":
        return _order_values(case, facts)
    quote = case.quote
    shared: dict[str, Filling] = {
        "brand": facts.brand,
        "service": case.service_name or facts.brand,
        "number": case.record_number or "-",
        "declared": case.declared_at,
        "confirmed": case.decided_at,
        "end_date": case.end_date,
    }
    if case.restart is not None:
        return shared | restart_values(case.restart, case.declared_at, facts)
    if case.decision == "alternative":
        shared |= _undo_of_change(case, facts)
    if quote is None:
        return {"has_fee": 0, "has_refund": 0, "has_charge": 0, "has_undo": 0} | shared
    values: dict[str, Filling] = {
        "end_date": case.end_date or quote.end_date,
        "notice_days": quote.notice_days,
        "has_fee": _flag(quote.fee),
        "fee": quote.fee,
        "fee_reason": quote.fee_reason or "none",
        "has_refund": _flag(quote.refund),
        "refund": quote.refund,
        "refund_reason": quote.refund_reason or "none",
        "has_charge": 1 if quote.last_charge is not None and quote.last_charged_on is not None else 0,
        "last_charge": quote.last_charge,
        "last_charged_on": quote.last_charged_on,
        "has_undo": 1 if _undo_is_open(case, quote, facts) else 0,
        "undo_until": quote.undo_until,
        "remains": quote.remains[0] if quote.remains else "nothing",
    }
    return values | shared | {"end_date": values["end_date"]}


def _undo_of_change(case: Case, facts: Facts) -> dict[str, Filling]:
    """Until when the alternative that was taken can be taken back."""
    day = None if case.offer is None else case.offer.alternative.undo_until
    return {"has_undo": 1 if case.change_may_be_undone(facts.today) else 0, "undo_day": day}


def restart_values(terms: Restart, ordered_at: datetime, facts: Facts) -> dict[str, Filling]:
    """What texts about taking up again what has ended are filled with.

    Args:
        ordered_at: from when the time counts in which the law lets one withdraw from the new contract.
    """
    days = facts.rules.withdrawal_days
    ordered_on = ordered_at.astimezone(ZoneInfo(facts.zone)).date()
    return {
        "starts_on": terms.starts_on,
        "price": terms.price,
        "interval": terms.interval,
        "has_minimum": 0 if terms.minimum_until is None else 1,
        "minimum_until": terms.minimum_until,
        "notice_days": terms.notice_days,
        "has_undo": 0,
        "withdrawal_days": days or 0,
        "withdraw_until": ordered_on + timedelta(days=days) if days else None,
    }


def _order_values(case: Case, facts: Facts) -> dict[str, Filling]:
    shared: dict[str, Filling] = {
        "brand": facts.brand,
        "order": case.service_name or "-",
        "number": case.record_number or "-",
        "declared": case.declared_at,
        "confirmed": case.decided_at,
        "has_undo": 0,
    }
    quote = case.order_quote
    return shared if quote is None else shared | order_quote_values(quote)


def order_quote_values(quote: OrderQuote) -> dict[str, Filling]:
    """What an order's quote, its receipt and its status are filled with."""
    done = [line for line in quote.lines if line.outcome != "refused"]
    return {
        "lines": order_lines(quote),
        "count": sum(line.quantity for line in done),
        "refused": sum(line.quantity for line in quote.lines) - sum(line.quantity for line in done),
        "rule": next((line.rule for line in quote.lines if line.outcome == "refused"), None) or "none",
        "has_refund": _flag(quote.refund),
        "refund": quote.refund,
        "has_return": 1 if quote.must_return else 0,
        "return_by": max((line.return_by for line in done if line.return_by), default=None),
    }


def order_lines(quote: OrderQuote) -> Lines:
    """What becomes of each thing, of the shipping and of a tax."""
    beside = (("order-line-shipping", quote.shipping), ("order-line-tax", quote.tax))
    paid_back = ((text, (("refund", share),)) for text, share in beside if share and not share.is_zero)
    return Lines((*map(_line, quote.lines), *paid_back))


def _line(line: LineQuote) -> Part:
    values: list[tuple[str, Plain]] = [
        ("quantity", line.quantity),
        ("name", line.name),
        ("refund", line.refund),
        ("rule", line.rule or "none"),
    ]
    if line.return_by is not None:
        values.append(("return-by", Day(line.return_by)))
    return f"order-line-{line.outcome}", tuple(values)


def _undo_is_open(case: Case, quote: Quote, facts: Facts) -> bool:
    in_time = quote.undo_until is not None and facts.now <= quote.undo_until
    return in_time and not case.came_to_nothing


def _flag(money: Money) -> int:
    return 0 if money.is_zero else 1


def values_before(confirmed: Quote) -> dict[str, Filling]:
    """What texts are filled with that tell of terms which hold no more."""
    return {
        "end_date_before": confirmed.end_date,
        "has_fee_before": 0 if confirmed.fee.is_zero else 1,
        "fee_before": confirmed.fee,
        "has_refund_before": 0 if confirmed.refund.is_zero else 1,
        "refund_before": confirmed.refund,
    }


def order_before(confirmed: OrderQuote) -> dict[str, Filling]:
    """What texts are filled with that tell of terms which hold no more."""
    return {
        "lines_before": order_lines(confirmed),
        "has_refund_before": 0 if confirmed.refund.is_zero else 1,
        "refund_before": confirmed.refund,
    }
