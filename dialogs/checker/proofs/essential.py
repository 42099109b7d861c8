"""Which states are one: those that differ in nothing that anything that follows depends on."""

from dialogs.altered import altered
from dialogs.case import Case
from dialogs.meaning import BEREAVEMENT
from dialogs.turn import Identity, State


def situation(state: State) -> object:
    """What a digression can depend on: the question, and how the case stands."""
    case = state.case
    about = None if case is None else (case.standing, case.decision, case.record_kind, case.is_quoted)
    shown = tuple(choice.id for choice in state.prompt)
    return state.step, shown, about, state.looking_up is None, state.identity is None, state.wish


def essential(state: State, kind: str, guards: frozenset[str]) -> State:
    """The state without what nothing that follows depends on: states that differ only in it are one.

    Args:
        guards: those that the script asks; what they ask about is kept.
    """
    case = None if state.case is None else _essential_case(state.case, kind, guards)
    settled = case is not None and not case.is_undecided
    rests = kind in ("end", "menu") and (settled or state.previous is None)
    asks_code = kind == "verify"
    changes = {
        "unclear": 0,
        "identity": None if state.identity is None else _essential_identity(state.identity, guards),
        "previous": None if settled else state.previous,
        "offered_here": state.offered_here and _offers(case),
        "challenge": state.challenge if asks_code else None,
        "codes_sent": 1 if asks_code else 0,
        "extra_check": state.extra_check and asks_code,
        "draft": state.draft if kind == "declare" else None,
        "language_chosen": False,
        "heard_at": None,
        "awaited": None if settled else state.awaited,
        "wish": "status" if state.wish in LIKE_STATUS else state.wish,
        "identifier": state.identifier if asks_code or kind in ("collect", "declare") else None,
        "identifier_kind": state.identifier_kind if asks_code else None,
        "services": () if rests else state.services,
        "orders": () if rests else state.orders,
        "account": "unknown" if rests else state.account,
        "chosen": None if rests else state.chosen,
        "case": case,
    }
    return altered(state, changes)


LIKE_STATUS = ("status", "refund", "resend", "prefer")
"""Wishes that lead the same way and differ only in the answer."""


def _essential_identity(identity: Identity, guards: frozenset[str]) -> Identity:
    """Where nothing is suspicious and no guard asks, it makes no difference how somebody was identified."""
    by = identity.by if identity.risk == "high" or "vouched" in guards else "code"
    return altered(identity, {"name": None, "by": by})


def _offers(case: Case | None) -> bool:
    return case is not None and case.offer is not None and case.offer.answer == "open"


def _essential_case(case: Case, kind: str, guards: frozenset[str]) -> Case:
    """How a case came to be decided matters to nobody afterwards, but for an alternative that was taken."""
    if case.is_undecided:
        # Whoever lost somebody goes the way of a world without alternatives, which is explored as such.
        told = None if case.reason == BEREAVEMENT else case.reason
        return altered(case, {"identified_by": None, "reason": told})
    reason = case.reason and "reason" if kind == "survey" or "reason-given" in guards else None
    changes = {
        "reason": reason,
        "declaration": case.declaration if "declared" in guards else None,
        "identified_by": None,
        "permission": None,
        "offer": case.offer if case.decision == "alternative" else None,
    }
    return altered(case, changes)
