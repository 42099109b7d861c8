"""Whether one turn keeps a pack's rules: by what was said and done, never by how the steps came to it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dialogs.case import Case
from dialogs.effects import OptOut, SealRecord, SendCode, SendConfirmation
from dialogs.packs.rules import Rules
from dialogs.scene import PRESCRIBED
from dialogs.turn import Choice, Say, State, Turn


@dataclass(frozen=True, slots=True)
class Judged:
    """A turn that is judged by a pack's rules."""

    rules: Rules
    step_kind: str
    """Of the step at which the conversation stands after it."""
    before: State
    turn: Turn
    shown: Mapping[str, list[Say]]
    """By outcome, the messages that show it as a choice."""

    def showing(self, outcome: str) -> list[Say]:
        return self.shown.get(outcome, [])


Judge = Callable[[Judged], Iterator[str]]


def broken_rules(rules: Rules, step_kind: str, before: State, turn: Turn) -> list[str]:
    """What the turn breaks, each beginning with the rule's name; nothing where it keeps them all.

    Args:
        rules: those in force for the case.
        step_kind: the kind of the step at which the conversation stands after the turn.
        before: the state in which the event came in.
        turn: what followed from it; several turns may be judged as one.
    """
    shown: dict[str, list[Say]] = {}
    for say in turn.replies:
        for outcome in dict.fromkeys(choice.id for choice in say.choices):
            shown.setdefault(outcome, []).append(say)
    judged = Judged(rules, step_kind, before, turn, shown)
    found: list[str] = []
    for name, judge in _called(frozenset(shown), has_effects=bool(turn.effects)):
        found += [f"{name}: {said}" for said in judge(judged)]
    return found


@lru_cache(maxsize=512)
def _called(shown: frozenset[str], *, has_effects: bool) -> tuple[tuple[str, Judge], ...]:
    """Those who judge a turn with these choices."""
    return tuple(
        (name, judge)
        for name, (needed, judge) in JUDGES.items()
        if needed is None or (has_effects if needed == "effects" else not needed.isdisjoint(shown))
    )


def _offers(judged: Judged) -> Iterator[str]:
    for say in judged.showing("accept"):
        if judged.rules.offers == "none":
            yield f"expected no alternative, found {say.text!r}"
        elif say.choices[0].id != "cancel":
            yield f"expected the direct cancellation as the first choice, found {say.choices[0].id!r}"
        elif judged.rules.offers == "after_permission" and _permission(judged.turn.state.case) != "given":
            yield "expected no alternative before the customer said that they want to hear of one"
    yield from _permission_asked(judged)


def _permission_asked(judged: Judged) -> Iterator[str]:
    rules, before, turn = judged.rules, judged.before, judged.turn
    asked = judged.showing("hear")
    if asked and rules.offers != "after_permission":
        yield "expected no question whether to hear of an alternative"
    if len(asked) > 1 or (asked and _is_same(before.case, turn.state.case) and _permission(before.case)):
        yield "expected one question whether to hear of an alternative, found another one"
    for say in asked:
        if say.choices[0].id != "confirm":
            yield f"expected the direct cancellation as the first choice, found {say.choices[0].id!r}"


def _most_offers(judged: Judged) -> Iterator[str]:
    shown = judged.showing("accept")
    if not shown:
        return
    old, new = judged.before.case, judged.turn.state.case
    before = old.offer if old is not None and _is_same(old, new) else None
    offer = new.offer if new is not None else None
    if len(shown) > judged.rules.most_offers:
        yield f"expected {judged.rules.most_offers} at most, found {len(shown)} in one turn"
    elif before is not None and (offer is None or offer.alternative != before.alternative):
        yield "expected no other alternative after the one that was shown"


def _offer_kinds(judged: Judged) -> Iterator[str]:
    case, allowed = judged.turn.state.case, judged.rules.offer_kinds
    offer = None if case is None else case.offer
    if offer is not None and judged.showing("accept") and offer.alternative.kind not in allowed:
        yield f"expected one of {', '.join(allowed)}, found {offer.alternative.kind}"


def _declaration_first(judged: Judged) -> Iterator[str]:
    if not judged.rules.declaration_first:
        return
    if _is_declared(judged.turn.state) and judged.showing("accept"):
        yield "expected no alternative after the declaration was taken"
    if not _is_undeclared(judged.turn.state):
        return
    if any(isinstance(effect, SendCode) for effect in judged.turn.effects):
        yield "expected no code before the declaration was taken"
    if judged.step_kind in ("collect", "verify"):
        yield "expected the declaration next, found a question who is writing"


def _is_declared(state: State) -> bool:
    return state.case is not None and state.case.declaration is not None


def _is_undeclared(state: State) -> bool:
    """Whether there is a wish to cancel that is neither declared nor decided, and not only a question."""
    case = state.case
    return (
        case is not None
        and case.is_open
        and not case.is_decided
        and case.declaration is None
        and state.wish is None
    )


def _entry_label(judged: Judged) -> Iterator[str]:
    if judged.step_kind == "menu":
        yield from _wrong_words(judged.rules.label("entry", judged.turn.state.locale), "cancel", judged)


def _confirm_label(judged: Judged) -> Iterator[str]:
    """What is asked once it was declared, such as a fee learnt late, is another question."""
    if judged.turn.state.case is None or not judged.turn.state.case.is_decided:
        yield from _wrong_words(judged.rules.label("confirm", judged.turn.state.locale), "confirm", judged)


def _order_label(judged: Judged) -> Iterator[str]:
    yield from _wrong_words(judged.rules.label("order", judged.turn.state.locale), "restart", judged)


def _withdrawal_told(judged: Judged) -> Iterator[str]:
    """Who orders knows before how long the contract can be withdrawn from."""
    for say in judged.showing("restart"):
        told = dict(say.values).get("withdrawal-days")
        if judged.rules.withdrawal_days is not None and told != judged.rules.withdrawal_days:
            yield f"expected {judged.rules.withdrawal_days} days to be told beside the order, found {told}"


def _wrong_words(prescribed: str | None, outcome: str, judged: Judged) -> Iterator[str]:
    for say in judged.showing(outcome):
        for choice in say.choices:
            if choice.id == outcome and prescribed is not None and _words(choice) != prescribed:
                yield f"expected the words {prescribed!r}, found {_words(choice)!r}"


def _words(choice: Choice) -> str:
    """The words themselves where they are a law's, otherwise the text's name."""
    words = dict(choice.values).get("words") if choice.label == PRESCRIBED else None
    return choice.label if words is None else str(words)


def _survey(judged: Judged) -> Iterator[str]:
    case = judged.turn.state.case
    if judged.step_kind in ("survey", "prefer") and (case is None or case.decision != "cancel"):
        yield "expected no question for reasons before the receipt"


def _at_once(judged: Judged) -> Iterator[str]:
    """A cancellation declared or confirmed in this turn is receipted in it."""
    if judged.rules.confirmation_within_hours is None:
        return
    if _sealed(judged) and not any(say.purpose in ("receipt", "notice") for say in judged.turn.replies):
        yield "expected the receipt in the turn that sealed the record"


def _durable(judged: Judged) -> Iterator[str]:
    sent = sum(isinstance(effect, SendConfirmation) for effect in judged.turn.effects)
    if judged.rules.durable_confirmation and _sealed(judged) > sent:
        yield "expected the sealed record to be sent, so that it can be kept"


def _sealed(judged: Judged) -> int:
    """How many records of decisions were sealed; that of a reason confirms nothing to anybody."""
    sealed = (effect for effect in judged.turn.effects if isinstance(effect, SealRecord))
    return sum(effect.kind != "reason" for effect in sealed)


def _texts(judged: Judged) -> Iterator[str]:
    """Whoever opted out reads nothing of the dialog in that turn but that they did."""
    opted_out = any(isinstance(effect, OptOut) for effect in judged.turn.effects)
    if (
        judged.rules.keyword_revokes_texts
        and opted_out
        and any(say.purpose == "dialog" for say in judged.turn.replies)
    ):
        yield "expected nothing after an opt-out but its confirmation"


def _permission(case: Case | None) -> str | None:
    return None if case is None else case.permission


def _is_same(old: Case | None, new: Case | None) -> bool:
    """Whether it is the same attempt: once it was decided or kept, the next wish is another one."""
    if old is None or new is None or old.id != new.id:
        return False
    return old.is_undecided


Needed = frozenset[str] | Literal["effects"] | None

JUDGES: Mapping[str, tuple[Needed, Judge]] = {
    "offers": (frozenset({"accept", "hear"}), _offers),
    "most_offers": (frozenset({"accept"}), _most_offers),
    "offer_kinds": (frozenset({"accept"}), _offer_kinds),
    "declaration_first": (None, _declaration_first),
    "entry_label": (frozenset({"cancel"}), _entry_label),
    "confirm_label": (frozenset({"confirm"}), _confirm_label),
    "order_label": (frozenset({"restart"}), _order_label),
    "withdrawal_days": (frozenset({"restart"}), _withdrawal_told),
    "survey_before_exit": (None, _survey),
    "confirmation_within_hours": ("effects", _at_once),
    "durable_confirmation": ("effects", _durable),
    "keyword_revokes_texts": ("effects", _texts),
}
"""Rule -> what a turn must have to break it, and who judges by it.

That is one of these choices shown, or any effect; None: nothing. It spares most turns most judges.
The other rules are kept outside of a turn: refunds, proofs, an end's day.
"""
