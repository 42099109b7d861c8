"""A stored record as the page that is printed: all that it says, in the customer's language. Pure.

Everything is taken from the record itself, and from what is kept of the person beside it. So the same
record gives the same page whenever it is printed.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from html import escape
from importlib import resources
from string import Template
from typing import Any

from bot.printing.press import Page
from bot.records.confirmation import accent_of, closing_of
from bot.records.facts import Fact, Words, line_of, money_of, rules_of, stated_in
from bot.records.stored import StoredRecord
from dialogs.texts import Texts
from dialogs.turn import Value
from dialogs.values import Money


def page_of(
    stored: StoredRecord, texts: Texts, check_url: str, accent: str = "", case_page: str | None = None
) -> Page:
    """The record as a page.

    Args:
        texts: of the brand, with the record's locale in it; another one is used where it is missing.
        check_url: the public page on which the document can be checked; it stands there as a QR code, too.
        accent: the brand's colour as ``#RRGGBB``; anything else is replaced by a plain blue.
        case_page: where its customer sees how the case stands.
    """
    words = Words(stored.record, texts)
    return Page(
        html=_html(stored, words, check_url, accent_of(accent), case_page),
        created=datetime.fromisoformat(stored.record["sealed"]["at"]),
        name=f"{stored.number}.json",
        source=stored.receipt,
        identity=stored.sealed.digest[:16],
    )


def _html(stored: StoredRecord, words: Words, check_url: str, accent: str, case_page: str | None) -> str:
    values = lines_of(stored, words, check_url, case_page)
    return template("page.html").substitute(
        {name: written(value) for name, value in values.items()},
        accent=accent,
        code=code_image(check_url),
        facts=rows(tuple(stated(words))),
        terms=section(words, "document-terms", tuple(terms(words))),
        about=section(words, "document-about", tuple(about(stored, words))),
        shown=shown(words),
    )


def lines_of(
    stored: StoredRecord, words: Words, check_url: str, case_page: str | None = None
) -> dict[str, str]:
    """What stands on paper beside the record's facts, by the names that the templates write."""
    opening = words.opening
    close = words.line(f"mail-close-{closing_of(stored, words)}")
    where = words.line("mail-page", {"url": case_page}) if case_page else ""
    return {
        "locale": words.locale,
        "title": words.line(f"mail-subject-{opening}"),
        "brand": str(stored.record["brand"]["name"]),
        "number": stored.number,
        "lead": words.line(f"mail-lead-{opening}"),
        "close": f"{close}\n{where}" if where else close,
        "proof_title": words.line("document-proof"),
        "proof": words.line("document-check", {"url": check_url}),
        "fingerprint_label": words.line("mail-label-fingerprint"),
        "fingerprint": stored.sealed.digest.hex(),
        "code_label": words.line("document-code"),
    }


def section(words: Words, title: str, facts: tuple[Fact, ...]) -> str:
    if not facts:
        return ""
    return f"<section><h2>{written(words.line(title))}</h2><table>{rows(facts)}</table></section>"


def rows(facts: tuple[Fact, ...]) -> str:
    return "".join(
        f'<tr><th scope="row">{written(f.label)}</th><td>{written(f.value)}</td></tr>' for f in facts
    )


def shown(words: Words) -> str:
    """What stood on the customer's screen when they said yes, and their yes."""
    texts = words.record["acknowledged"]
    if not texts:
        return ""
    quoted = "".join(f"<blockquote><p>{written(text)}</p></blockquote>" for text in texts)
    return f"<section><h2>{written(words.line('document-shown'))}</h2>{quoted}</section>"


def stated(words: Words) -> Iterator[Fact]:
    """What is confirmed; below fee and refund, what they come to."""
    after = words.line("mail-label-refund")
    for fact in stated_in(words):
        yield fact
        if fact.label == after:
            yield from _balance(words)


def _balance(words: Words) -> Iterator[Fact]:
    """What fee and refund come to, where both are known and one of them is due."""
    quote = words.record["quote"]
    fee, refund = line_of(quote, "fee"), line_of(quote, "refund")
    if fee is None or refund is None or fee["currency"] != refund["currency"]:
        return
    owed, back = money_of(fee), money_of(refund)
    if owed.is_zero and back.is_zero:
        return
    side = "even" if owed.amount == back.amount else "brand" if owed.amount > back.amount else "customer"
    amount = Money(abs(owed.amount - back.amount), owed.currency)
    yield words.fact("balance", words.line("document-value-balance", {"side": side, "amount": amount}))


def terms(words: Words) -> Iterator[Fact]:
    """The contract's terms and the rules that were applied."""
    quote = words.record["quote"]
    if quote and quote["notice_days"]:
        yield words.fact("notice", words.line("mail-value-days", {"days": quote["notice_days"]}))
    yield from rules_of(words)


def about(stored: StoredRecord, words: Words) -> Iterator[Fact]:
    """Who asked, how they were known, where, and what they were offered."""
    record, source = words.record, words.record["source"]
    person = stored.personal.get("fields", {})
    known = [person[name] for name in ("name", "reference") if person.get(name)]
    if known:
        yield words.fact("customer", ", ".join(known))
    by = record["customer"]["identified_by"]
    if by in _IDENTIFIED:
        yield words.fact("identified", words.line("document-value-identified", {"known-by": by}))
    if "ending" not in record:
        channel = source["channel"] if source["channel"] in _CHANNELS else "other"
        yield words.fact("channel", words.line("document-value-channel", {"channel": channel}))
    if record["offer"] is not None:
        yield words.fact("offer", _offered(words, record["offer"]))
    if record["reason"] is not None:
        yield words.fact("reason", words.reason(record["reason"]))
    yield words.fact("dialog", f"{source['script']}, {source['revision']}")


_IDENTIFIED = ("code", "token", "contact", "agent")
_CHANNELS = ("webchat", "sms", "telegram")


def _offered(words: Words, offer: dict[str, Any]) -> str:
    shown = offer["alternative"]
    change: dict[str, Value] = {"kind": shown["kind"], "plan": shown["plan"] or "-"}
    values: dict[str, Value] = {
        "change": words.line("mail-value-change", change),
        "answer": offer["answer"],
    }
    return words.line("document-value-offer", values)


def code_image(url: str) -> str:
    """The QR code as an image that needs no file."""
    import segno  # only where something is printed

    made = segno.make(url, error="m", micro=False)
    return str(made.svg_data_uri(border=0, dark="#16202b"))


def written(text: str) -> str:
    return escape(text).replace("\n", "<br>")


@lru_cache(maxsize=2)
def template(name: str) -> Template:
    source = resources.files("bot.records.pdf").joinpath("templates").joinpath(name)
    return Template(source.read_text(encoding="utf-8"))
