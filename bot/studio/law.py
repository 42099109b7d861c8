"""The pack of a brand in words: what its law asks of a cancellation today, and where that is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dialogs.packs import Pack
from dialogs.packs.pack import value_of


@dataclass(frozen=True, slots=True)
class Article:
    """One rule in words. `since` is the day from which it holds."""

    words: str
    source: str
    since: date


OFFERS: Mapping[str, str] = {
    "free": "An alternative may be shown.",
    "with_direct_cancel": "An alternative is shown only beside a choice that cancels directly.",
    "after_permission": "An alternative is shown only to who wants to hear of one.",
    "none": "No alternative is shown.",
}
DETAILS: Mapping[str, str] = {
    "contact": "It states name, contract and where to reply.",
    "termination": "It states name, contract, kind of termination, day and where the confirmation goes.",
    "notification": "It states name, e-mail or postal address, contract and day.",
    "withdrawal": "It states name, contract and where the confirmation goes.",
}


def _labelled(what: str) -> Callable[[Any], str]:
    return lambda labels: f"{what} reads: " + ", ".join(f"“{words}” ({locale})" for locale, words in labels)


WORDS: Mapping[str, Callable[[Any], str]] = {
    "offers": lambda value: OFFERS[value],
    "most_offers": lambda value: f"Alternatives in one cancellation, at most: {value}",
    "offer_kinds": lambda value: f"Kinds of alternatives: {', '.join(value).replace('_', ' ')}.",
    "declaration_first": lambda value: "A declaration is taken before anybody is identified.",
    "declaration_details": lambda value: DETAILS[value],
    "entry_label": _labelled("The choice that begins"),
    "confirm_label": _labelled("The choice that declares"),
    "order_label": _labelled("The choice that orders what has ended"),
    "withdrawal_days": lambda value: f"What is ordered again can be withdrawn from within {value} days.",
    "earliest_end_by_default": lambda value: "Who names no day leaves at the earliest possible one.",
    "confirmation_within_hours": lambda value: (
        f"The confirmation comes within {value} hours." if value else "The confirmation comes at once."
    ),
    "durable_confirmation": lambda value: "The confirmation can be kept.",
    "refund_within_days": lambda value: f"Refunds are paid within {value} days, by the means of payment.",
    "consent_proof_years": lambda value: f"The proof of consent is kept for {value} years at least.",
    "survey_before_exit": lambda value: "Nobody is asked why before the receipt.",
    "keyword_revokes_texts": lambda value: "Words such as STOP or CANCEL end all texts.",
}
"""Rule -> the rule in words. A test holds it against the rules that there are."""


def articles_of(pack: Pack, day: date) -> list[Article]:
    """What is in force on that day."""
    return [
        Article(WORDS[name](value_of(rule)), rule.source, rule.effective)
        for name, rule in pack.in_force(day).items()
    ]
