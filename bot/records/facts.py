"""A stored record put into words: labels and values in the customer's language. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from dialogs.filling import order_lines
from dialogs.ids import OrderLineRef
from dialogs.meaning import BEREAVEMENT
from dialogs.texts import Texts, formatted
from dialogs.turn import Lines, Value
from dialogs.values import OTHER_PLAN, Day, LineQuote, Moment, Money, OrderQuote

Record = Mapping[str, Any]
Named = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a confirmation."""

    label: str
    value: str


class Words:
    """Says things of one record in its customer's language, times in the brand's zone."""

    def __init__(self, record: Record, texts: Texts) -> None:
        self.record = record
        self._texts = texts
        wanted = str(record["locale"])
        self.locale = wanted if wanted in texts.catalogues else next(iter(texts.catalogues))
        self.zone = str(record["declared"]["zone"])

    @property
    def service(self) -> str:
        """The service's name; the brand's where it was never clear which service was meant."""
        service = self.record["service"] or {}
        return str(service.get("name") or service.get("reference") or self.record["brand"]["name"])

    @property
    def opening(self) -> str:
        """What it tells of: its kind, or what was taken back where it is no cancellation."""
        kind = str(self.record["kind"])
        if kind in ("terms", "reversal") and "order" in self.record:
            return f"order-{kind}"
        if kind != "reversal":
            return kind
        if "ending" in self.record:
            return "ending-reversal"
        if "restart" in self.record:
            return "restart-reversal"
        return "alternative-reversal" if self.record["decision"] == "alternative" else kind

    def text(self, name: str, values: Mapping[str, Value] | None = None) -> tuple[str, str | None]:
        """A text and its short variant; brand, service and number can stand in each."""
        known: Named = {
            "brand": self.record["brand"]["name"],
            "service": self.service,
            "number": self.record["number"],
            "order": (self.record.get("order") or {}).get("reference", "-"),
        }
        return self._texts.phrase(name, self.locale, self.zone, **(known | dict(values or {})))

    def line(self, name: str, values: Mapping[str, Value] | None = None) -> str:
        return self.text(name, values)[0]

    def written(self, lines: Lines) -> str:
        """Texts one below the other."""
        return self._texts.written(lines, self.locale, self.zone)

    def shown(self, value: Value) -> str:
        """A value alone, as the language writes it."""
        return str(formatted((("value", value),), self.locale, self.zone)["value"])

    def fact(self, label: str, value: str | Value) -> Fact:
        return Fact(self.line(f"mail-label-{label}"), value if isinstance(value, str) else self.shown(value))

    def reason(self, reason: str) -> str:
        """A reason as it was picked or told, in this language; one in the customer's own words as it is."""
        name = "mail-value-bereavement" if reason == BEREAVEMENT else f"choice-{reason}"
        return self.line(name) if self._texts.catalogues[self.locale].has(name) else reason


def facts_of(words: Words) -> tuple[Fact, ...]:
    """What the confirmation states, line by line."""
    return (*stated_in(words), *rules_of(words))


def stated_in(words: Words) -> tuple[Fact, ...]:
    """The same without whose law it was."""
    return tuple(_FACTS[words.record["kind"]](words))


def rules_of(words: Words) -> Iterator[Fact]:
    """Whose law the case was handled by; records of before packs had versions do not say it."""
    source = words.record["source"]
    version = source.get("pack_version")
    if version:
        values: Named = {"pack": source["pack"].upper(), "day": day_of(version)}
        yield words.fact("rules", words.line("mail-value-rules", values))


def money_of(stored: Mapping[str, str]) -> Money:
    return Money(Decimal(stored["amount"]), stored["currency"])


def moment_of(stored: Mapping[str, str]) -> Moment:
    return Moment(datetime.fromisoformat(stored["at"]))


def day_of(stored: str) -> Day:
    return Day(date.fromisoformat(stored))


def line_of(quote: Mapping[str, Any] | None, name: str) -> Mapping[str, Any] | None:
    """A line of the stored quote: ``fee``, ``refund`` or ``last_charge``."""
    return next((line for line in quote["lines"] if line["line"] == name), None) if quote else None


def _beginning(words: Words) -> Iterator[Fact]:
    record = words.record
    yield words.fact("number", record["number"])
    if record["kind"] != "declaration":
        yield words.fact("service", words.service)
    yield words.fact("declared", moment_of(record["declared"]))


def _termination(words: Words) -> Iterator[Fact]:
    record, quote = words.record, words.record["quote"]
    yield from _beginning(words)
    yield from _decided(words, "confirmed")
    end_date = record["end_date"]
    yield words.fact("end-date", day_of(end_date) if end_date else words.line("mail-value-follows"))
    if quote is None:
        yield words.fact("refund", words.line("mail-value-follows"))
    else:
        yield from _quoted(words, quote)


RETURNED_WITHIN = timedelta(days=14)
"""What was received goes back so soon after a withdrawal. Source: Directive 2011/83/EU, Article 14(1)."""


def _withdrawal(words: Words) -> Iterator[Fact]:
    record, quote = words.record, words.record["quote"]
    yield words.fact("number", record["number"])
    if record["service"] is not None:
        yield words.fact("service", words.service)
    yield words.fact("declared", moment_of(record["declared"]))
    yield from _decided(words, "confirmed")
    if record["declaration"] is not None:
        yield words.fact("words", record["declaration"]["words"])
    if quote is None:
        yield words.fact("refund", words.line("mail-value-follows"))
        return
    yield words.fact("end-date", day_of(record["end_date"]))
    yield _amount(words, quote, "refund")
    task = (record["remains"] or ["nothing"])[0]
    values: Named = {"task": task, "day": Day(date.fromisoformat(record["end_date"]) + RETURNED_WITHIN)}
    yield words.fact("remains", words.line("mail-value-remains", values))


def _order(words: Words) -> Iterator[Fact]:
    record = words.record
    order = record["order"]
    yield words.fact("number", record["number"])
    yield words.fact("order", order["reference"])
    yield words.fact("items", words.written(order_lines(order_quote_of(order))))
    yield words.fact("refund", _refund_of_order(words, order))
    yield words.fact("declared", moment_of(record["declared"]))
    yield from _decided(words, "confirmed")


def _refund_of_order(words: Words, order: Mapping[str, Any]) -> str:
    money = money_of(order["refund"])
    if money.is_zero:
        return words.line("mail-value-none")
    return words.line("mail-value-refund", {"amount": money, "reason": "none"})


def order_quote_of(order: Mapping[str, Any]) -> OrderQuote:
    """The quote of an order as its record keeps it."""
    # Records from before there was a tax know none.
    tax = None if order.get("tax") is None else money_of(order["tax"])
    return OrderQuote(tuple(map(_line_quote, order["lines"])), money_of(order["shipping"]), tax)


def _line_quote(line: Mapping[str, Any]) -> LineQuote:
    return LineQuote(
        OrderLineRef(line["reference"]),
        line["name"],
        line["quantity"],
        line["outcome"],
        money_of(line["refund"]),
        line["rule"],
        date.fromisoformat(line["return_by"]) if line["return_by"] else None,
    )


def _terms(words: Words) -> Iterator[Fact]:
    record = words.record
    if "order" in record:
        yield from _terms_of_order(words)
        return
    yield from _beginning(words)
    yield words.fact("completes", record["completes"])
    yield words.fact("agreed", moment_of(record["sealed"]))
    yield words.fact("end-date", day_of(record["end_date"]))
    yield from _quoted(words, record["quote"])


def _terms_of_order(words: Words) -> Iterator[Fact]:
    record = words.record
    order = record["order"]
    yield words.fact("number", record["number"])
    yield words.fact("order", order["reference"])
    yield words.fact("belongs", record["completes"])
    yield words.fact("agreed", moment_of(record["sealed"]))
    yield words.fact("items", words.written(order_lines(order_quote_of(order))))
    yield words.fact("refund", _refund_of_order(words, order))
    yield words.fact("declared", moment_of(record["declared"]))


def _quoted(words: Words, quote: Mapping[str, Any]) -> Iterator[Fact]:
    record = words.record
    yield _amount(words, quote, "fee")
    yield _amount(words, quote, "refund")
    yield _last_charge(words, quote)
    task = (record["remains"] or ["nothing"])[0]
    values: Named = {"task": task, "day": day_of(record["end_date"])}
    yield words.fact("remains", words.line("mail-value-remains", values))
    if quote["undo_until"]:
        yield words.fact("undo-until", moment_of(quote["undo_until"]))


def _alternative(words: Words) -> Iterator[Fact]:
    changed = words.record["offer"]["alternative"]
    yield from _beginning(words)
    yield from _decided(words, "confirmed")
    values: Named = {"kind": changed["kind"], "plan": changed["plan"] or "-"}
    yield words.fact("change", words.line("mail-value-change", values))
    if changed["kind"] != "later_date":
        yield words.fact("starts-on", day_of(changed["starts_on"]))
    if changed["ends_on"]:
        yield words.fact("ends-on", day_of(changed["ends_on"]))
    yield from _prices(words, changed)
    until = words.record["offer"].get("undo_until")
    if until:
        yield words.fact("undo-until", day_of(until))


def _prices(words: Words, changed: Mapping[str, Any]) -> Iterator[Fact]:
    kind = changed["kind"]
    if kind == "store_credit":
        yield words.fact("credit", money_of(changed["amount"]))
    if kind == "exchange":
        yield words.fact("old-price", money_of(changed["price_before"]))
    price = "new-price" if kind in OTHER_PLAN else "next-charge" if kind == "store_credit" else "price"
    yield words.fact(price, money_of(changed["price"]))
    if kind not in ("later_date", *OTHER_PLAN):
        yield words.fact("price-after", money_of(changed["price_after"]))


def _declaration(words: Words) -> Iterator[Fact]:
    yield from _beginning(words)
    declaration = words.record["declaration"]
    if declaration is not None:
        yield words.fact("words", declaration["words"])
        end = declaration.get("end")
        if end is not None:
            yield words.fact("end-date", words.line(f"mail-value-{end.replace('_', '-')}"))


def _ending(words: Words) -> Iterator[Fact]:
    record, ending = words.record, words.record["ending"]
    yield words.fact("number", record["number"])
    yield words.fact("service", words.service)
    yield words.fact("cause", words.line("mail-value-cause", {"cause": ending["cause"]}))
    if ending["facts"]:
        yield words.fact("stated", ending["facts"])
    yield words.fact("told", moment_of(record["declared"]))
    yield words.fact("end-date", day_of(ending["last_day"]))
    yield words.fact("notice", words.line("mail-value-days", {"days": ending["notice_days"]}))


def _restart(words: Words) -> Iterator[Fact]:
    record, terms = words.record, words.record["restart"]
    yield words.fact("number", record["number"])
    yield words.fact("service", words.service)
    yield words.fact("ordered", moment_of(record["decided"]))
    yield words.fact("starts-on", day_of(terms["starts_on"]))
    values: Named = {"price": money_of(terms["price"]), "interval": terms["interval"]}
    yield words.fact("contract-price", words.line("mail-value-contract-price", values))
    minimum, notice = terms["minimum_until"], terms["notice_days"]
    none = words.line("mail-value-none")
    until: Named = {} if minimum is None else {"day": day_of(minimum)}
    yield words.fact("minimum", words.line("mail-value-minimum", until) if minimum else none)
    yield words.fact("notice", words.line("mail-value-days", {"days": notice}) if notice else none)
    if terms["withdraw_until"]:
        last: Named = {"day": day_of(terms["withdraw_until"])}
        yield words.fact("withdrawal", words.line("mail-value-withdrawal", last))


def _reason(words: Words) -> Iterator[Fact]:
    record, order = words.record, words.record.get("order")
    yield words.fact("number", record["number"])
    yield words.fact("order", order["reference"]) if order else words.fact("service", words.service)
    if record["completes"]:
        yield words.fact("belongs", record["completes"])
    yield words.fact("declared", moment_of(record["sealed"]))
    yield words.fact("reason", words.reason(record["reason"]))


def _reversal(words: Words) -> Iterator[Fact]:
    record = words.record
    yield words.fact("number", record["number"])
    if "order" in record:
        yield words.fact("order", record["order"]["reference"])
    else:
        yield words.fact("service", words.service)
    if record["reverses"]:
        label = "reverses-change" if words.opening == "alternative-reversal" else "reverses"
        yield words.fact(label, record["reverses"])
    yield words.fact("reversed", moment_of(record["sealed"]))


def _decided(words: Words, label: str) -> Iterator[Fact]:
    if words.record["decided"]:
        yield words.fact(label, moment_of(words.record["decided"]))


def _amount(words: Words, quote: Mapping[str, Any], name: str) -> Fact:
    line = line_of(quote, name)
    assert line is not None
    money = money_of(line)
    if money.is_zero:
        return words.fact(name, words.line("mail-value-none"))
    values: Named = {"amount": money, "reason": line["reason"] or "none"}
    return words.fact(name, words.line(f"mail-value-{name}", values))


def _last_charge(words: Words, quote: Mapping[str, Any]) -> Fact:
    line = line_of(quote, "last_charge")
    if line is None or line["on"] is None:
        return words.fact("last-charge", words.line("mail-value-none"))
    values: Named = {"amount": money_of(line), "day": day_of(line["on"])}
    return words.fact("last-charge", words.line("mail-value-charge", values))


_FACTS = {
    "termination": _termination,
    "withdrawal": _withdrawal,
    "order": _order,
    "alternative": _alternative,
    "declaration": _declaration,
    "reversal": _reversal,
    "restart": _restart,
    "ending": _ending,
    "terms": _terms,
    "reason": _reason,
}
