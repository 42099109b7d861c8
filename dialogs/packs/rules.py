"""The closed table of rules: a field of `Rules` is a rule's name, its default what holds by no law."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from dialogs.values import AlternativeKind

Offers = Literal["free", "with_direct_cancel", "after_permission", "none"]
Details = Literal["contact", "termination", "notification", "withdrawal"]
Labels = tuple[tuple[str, str], ...]
"""Language -> the exact words on a button, as pairs."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules in force on one day. Frozen, hashable, and the same after a way through JSON."""

    offers: Offers = "free"
    """Whether an alternative may be shown: freely, only beside a control that cancels
    directly, only after the customer said that they want to hear of it, or never."""
    most_offers: int = 1
    """Alternatives shown in one cancellation. More than one is never shown, whatever a law allows."""
    offer_kinds: tuple[AlternativeKind, ...] = get_args(AlternativeKind)
    """The kinds of alternatives that may be shown at all."""
    declaration_first: bool = False
    """Whether the declaration is taken before anybody is asked to prove who they are."""
    declaration_details: Details = "contact"
    """What somebody who is not identified is asked to state."""
    entry_label: Labels = ()
    """Prescribed words of the choice that begins a cancellation."""
    confirm_label: Labels = ()
    """Prescribed words of the choice that declares it."""
    earliest_end_by_default: bool = False
    """Whether a declaration that names no day ends the contract as early as possible."""
    confirmation_within_hours: int | None = None
    """How soon the receipt must be there; 0 is at once. None: no time is prescribed."""
    durable_confirmation: bool = False
    """Whether the receipt must be one that can be kept."""
    refund_within_days: int | None = None
    """How soon money must be paid back, by the means by which it was paid."""
    consent_proof_years: int | None = None
    """How long the proof of consent must be kept at least."""
    survey_before_exit: Literal["never"] = "never"
    """Reasons are asked for after the receipt."""
    keyword_revokes_texts: bool = False
    """Whether words such as STOP or CANCEL take back the consent to texts."""

    @property
    def may_offer(self) -> bool:
        return self.offers != "none" and self.most_offers > 0

    def label(self, place: Literal["entry", "confirm"], locale: str) -> str | None:
        """The exact words that a choice must carry in this language, if any are prescribed."""
        return dict(self.entry_label if place == "entry" else self.confirm_label).get(locale)


NO_RULES = Rules()


@dataclass(frozen=True, slots=True)
class InForce:
    """A pack on one day."""

    pack: str
    rules: Rules
    version: date | None
    """The latest day on which one of these rules came into force; None where none is in force."""
