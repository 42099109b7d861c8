"""The confirmation of a stored record: the mail with its attachment, and the message for a chat. Pure.

Everything is taken from the record itself, so what is sent says what was sealed,
in the same words whenever it is sent again.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from html import escape
from importlib import resources
from string import Template

from bot.records.facts import Fact, Words, day_of, facts_of, line_of, moment_of, money_of, order_quote_of
from bot.records.log.proofs import MEDIA, SUFFIX, Proof, as_tlog_proof
from bot.records.stored import StoredRecord
from channels.base import Attachment
from dialogs.filling import order_quote_values, present
from dialogs.texts import Texts
from dialogs.turn import Value
from dialogs.values import Money

ACCENT = "#1d5fa8"
"""The colour of a brand that has not chosen one."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A mail ready to be sent.

    `attachment` is the receipt, `proof` that it is in the log; both are named after the record's number.
    """

    subject: str
    text: str
    html: str
    attachment: Attachment
    proof: Attachment | None = None

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        return (self.attachment,) if self.proof is None else (self.attachment, self.proof)


def mail_of(
    stored: StoredRecord,
    texts: Texts,
    accent: str = ACCENT,
    proof: Proof | None = None,
    page: str | None = None,
) -> Confirmation:
    """The confirmation by mail, in the record's language.

    Args:
        proof: that the record is in its log, where it is by now.
        texts: of the brand, with the record's locale in it; another one is used where it is missing.
        accent: the brand's colour as ``#RRGGBB``; anything else is replaced by a plain blue.
        page: the address of the page on which its customer sees how it stands.
    """
    words = Words(stored.record, texts)
    subject = words.line(f"mail-subject-{words.opening}")
    lead = words.line(f"mail-lead-{words.opening}")
    close = words.line(f"mail-close-{closing_of(stored, words)}")
    facts = facts_of(words)
    told = [words.line(name) for name in ("mail-footer", *(("mail-proof",) if proof else ()))]
    footer = "\n".join([*told, *([words.line("mail-page", {"url": page})] if page else [])])
    return Confirmation(
        subject=subject,
        text=_text(stored, words, lead, facts, close, footer),
        html=_linked(_html(stored, words, subject, lead, facts, close, footer, accent), page),
        attachment=Attachment(f"{stored.number}.json", "application/json", stored.receipt),
        proof=None if proof is None else _attached(proof, stored.number),
    )


def _attached(proof: Proof, number: str) -> Attachment:
    return Attachment(f"{number}{SUFFIX}", MEDIA, as_tlog_proof(proof))


def message_of(stored: StoredRecord, texts: Texts) -> tuple[str, str | None]:
    """The confirmation as one message of a chat, and its short variant for channels with little room."""
    words = Words(stored.record, texts)
    match stored.record["kind"]:
        case "termination":
            name = "receipt" if stored.record["quote"] else "receipt-without-quote"
            return words.text(name, _receipt_values(words))
        case "withdrawal":
            return _message_of_withdrawal(words)
        case "alternative":
            kind = stored.record["offer"]["alternative"]["kind"].replace("_", "-")
            return words.text(f"accepted-{kind}", _alternative_values(words))
        case "order":
            return words.text("order-receipt", _order_values(words))
        case "terms":
            return _terms_agreed(words)
        case "ending":
            return words.text(*_ending_told(words))
        case "restart":
            return words.text("restart-receipt", _restart_values(words))
        case "declaration":
            return words.text("declared", {"declared": moment_of(stored.record["declared"])})
        case _:
            return words.text(PLAIN.get(words.opening, "executed-undo"))


PLAIN = {
    "reason": "reason-noted",
    "alternative-reversal": "alternative-executed-undo",
    "restart-reversal": "restart-taken-back",
    "order-reversal": "order-executed-undo",
}
"""What needs no more than its number to be said; else a cancellation was taken back."""


def accent_of(wanted: str) -> str:
    """The brand's colour as ``#RRGGBB``; a plain blue for anything else."""
    return wanted if _COLOUR.fullmatch(wanted) else ACCENT


def _terms_agreed(words: Words) -> tuple[str, str | None]:
    if "order" in words.record:
        return words.text("order-terms-agreed", _order_values(words))
    return words.text("fee-agreed", _receipt_values(words))


def _ending_told(words: Words) -> tuple[str, dict[str, Value]]:
    """The notice, as it was given in the chat."""
    ending = words.record["ending"]
    values: dict[str, Value] = {
        "end-date": day_of(ending["last_day"]),
        "notice-days": ending["notice_days"],
        "has-facts": 0 if ending["facts"] is None else 1,
    }
    if ending["facts"] is not None:
        values["facts"] = ending["facts"]
    return f"ending-notice-{ending['cause'].replace('_', '-')}", values


def _restart_values(words: Words) -> dict[str, Value]:
    """What was ordered, as the dialog tells it at the time."""
    record, terms = words.record, words.record["restart"]
    values: dict[str, Value] = {
        "confirmed": moment_of(record["decided"]),
        "starts-on": day_of(terms["starts_on"]),
        "price": money_of(terms["price"]),
        "interval": terms["interval"],
        "has-minimum": 0 if terms["minimum_until"] is None else 1,
        "notice-days": terms["notice_days"],
        "withdrawal-days": 0,
    }
    if terms["minimum_until"] is not None:
        values["minimum-until"] = day_of(terms["minimum_until"])
    if terms["withdraw_until"] is not None:
        ordered = datetime.fromisoformat(record["declared"]["at"]).date()
        until = day_of(terms["withdraw_until"])
        values |= {"withdraw-until": until, "withdrawal-days": (until.day - ordered).days}
    return values


def _order_values(words: Words) -> dict[str, Value]:
    """What the receipt of an order is filled with, as the dialog fills it at the time."""
    record = words.record
    told = order_quote_values(order_quote_of(record["order"]))
    times = {"declared": moment_of(record["declared"]), "confirmed": moment_of(record["decided"])}
    return dict(present({**told, **times}))


def _message_of_withdrawal(words: Words) -> tuple[str, str | None]:
    """In the words in which it was acknowledged: what was declared, or what was confirmed."""
    record = words.record
    if record["declaration"] is not None:
        told: dict[str, Value] = {
            "declared": moment_of(record["declared"]),
            "words": record["declaration"]["words"],
        }
        return words.text("declared-withdrawal", told)
    name = "withdrawal-receipt" if record["quote"] else "withdrawal-receipt-without-quote"
    return words.text(name, _receipt_values(words))


def closing_of(stored: StoredRecord, words: Words) -> str:
    """Which last sentence, of ``mail-close-...``, a confirmation ends with."""
    kind = words.opening
    if kind == "ending":
        return f"ending-{stored.record['ending']['cause'].replace('_', '-')}"
    if kind in ("order", "order-terms"):
        return "order-return" if order_quote_of(stored.record["order"]).must_return else "order"
    unquoted = {"termination": "unquoted", "withdrawal": "withdrawal-unquoted"}
    return unquoted.get(kind, kind) if stored.record["quote"] is None else kind


def _text(
    stored: StoredRecord, words: Words, lead: str, facts: tuple[Fact, ...], close: str, footer: str
) -> str:
    lines = [f"{fact.label}: {fact.value}" for fact in facts]
    fingerprint = f"{words.line('mail-label-fingerprint')}:\n{stored.sealed.digest.hex()}"
    return "\n\n".join((lead, "\n".join(lines), close, f"-- \n{footer}\n{fingerprint}")) + "\n"


def _html(
    stored: StoredRecord,
    words: Words,
    subject: str,
    lead: str,
    facts: tuple[Fact, ...],
    close: str,
    footer: str,
    accent: str,
) -> str:
    values = {
        "locale": words.locale,
        "subject": subject,
        "brand": str(stored.record["brand"]["name"]),
        "lead": lead,
        "close": close,
        "footer": footer,
        "fingerprint_label": words.line("mail-label-fingerprint"),
        "fingerprint": stored.sealed.digest.hex(),
        "accent": accent_of(accent),
    }
    rows = "".join(_template("row.html").substitute(label=_h(f.label), value=_h(f.value)) for f in facts)
    return _template("mail.html").substitute({name: _h(value) for name, value in values.items()}, rows=rows)


def _linked(html: str, page: str | None) -> str:
    """The page's address where it stands, made one that can be pressed."""
    if page is None:
        return html
    url = escape(page)
    return html.replace(url, f'<a href="{url}" style="color:inherit">{url}</a>')


def _h(text: str) -> str:
    return escape(text).replace("\n", "<br>")


@lru_cache(maxsize=2)
def _template(name: str) -> Template:
    source = resources.files("bot.records").joinpath("templates").joinpath(name)
    return Template(source.read_text(encoding="utf-8"))


def _receipt_values(words: Words) -> Mapping[str, Value]:
    """What the chat's receipt is filled with, as `dialogs.filling.quote_values` fills it at the time."""
    record, quote = words.record, words.record["quote"]
    values: dict[str, Value] = {
        "declared": moment_of(record["declared"]),
        "confirmed": moment_of(record["decided"] or record["sealed"]),
        "has-fee": 0,
        "has-refund": 0,
        "has-charge": 0,
        "has-undo": 0,
    }
    if quote is None:
        return values
    values |= {"end-date": day_of(record["end_date"]), "remains": (record["remains"] or ["nothing"])[0]}
    for name in ("fee", "refund"):
        line = line_of(quote, name)
        assert line is not None
        money = money_of(line)
        values |= {f"has-{name}": _flag(money), name: money, f"{name}-reason": line["reason"] or "none"}
    charge = line_of(quote, "last_charge")
    if charge is not None and charge["on"] is not None:
        on = day_of(charge["on"])
        values |= {"has-charge": 1, "last-charge": money_of(charge), "last-charged-on": on}
    if quote["undo_until"]:
        values |= {"has-undo": 1, "undo-until": moment_of(quote["undo_until"])}
    return values


def _alternative_values(words: Words) -> Mapping[str, Value]:
    changed = words.record["offer"]["alternative"]
    values: dict[str, Value] = {
        "starts-on": day_of(changed["starts_on"]),
        "price": money_of(changed["price"]),
        "price-after": money_of(changed["price_after"]),
    }
    undo_until = words.record["offer"].get("undo_until")
    values |= {"has-undo": 1, "undo-day": day_of(undo_until)} if undo_until else {"has-undo": 0}
    if changed["ends_on"]:
        values["ends-on"] = day_of(changed["ends_on"])
    for name in ("amount", "price_before"):
        if name in changed:
            values[name.replace("_", "-")] = money_of(changed[name])
    return values | ({"plan": changed["plan"]} if changed["plan"] else {})


def _flag(money: Money) -> int:
    return 0 if money.is_zero else 1
