"""Guards: yes-or-no questions about the customer at hand, by which a script tells cases apart.

A closed table. A script names a guard; the name is looked up here and nowhere
else, so that nothing in a script can reach code.
"""

from collections.abc import Callable, Mapping

from dialogs.turn import Facts, State

Guard = Callable[[State, Facts], bool]


def _identified(state: State, facts: Facts) -> bool:
    """Who is writing has been proved."""
    return state.identity is not None


def _vouched(state: State, facts: Facts) -> bool:
    """The brand's own page, or the owner of a phone number, vouched for the customer."""
    return state.identity is not None and state.identity.by in ("token", "contact")


def _high_risk(state: State, facts: Facts) -> bool:
    """The back office marks the customer as suspicious."""
    return state.identity is not None and state.identity.risk == "high"


def _several_services(state: State, facts: Facts) -> bool:
    """There is more than one service that can be cancelled."""
    return sum(service.can_be_cancelled for service in state.services) > 1


def _quoted(state: State, facts: Facts) -> bool:
    """What cancelling means is known: the back office could be asked."""
    return state.case is not None and state.case.is_quoted


def _has_fee(state: State, facts: Facts) -> bool:
    """Cancelling costs something."""
    quote = state.case.quote if state.case is not None else None
    return quote is not None and not quote.fee.is_zero


def _has_refund(state: State, facts: Facts) -> bool:
    """Cancelling brings money back."""
    case = state.case
    quote = None if case is None else case.quote or case.order_quote
    return quote is not None and not quote.refund.is_zero


def _must_return(state: State, facts: Facts) -> bool:
    """Something remains to be done by the customer, such as returning a device."""
    case = state.case
    if case is None:
        return False
    if case.order_quote is not None:
        return case.order_quote.must_return
    return case.quote is not None and bool(case.quote.remains)


def _declared(state: State, facts: Facts) -> bool:
    """A declaration was left by somebody who could not be identified."""
    return state.case is not None and state.case.declaration is not None


def _reason_given(state: State, facts: Facts) -> bool:
    """The customer said why."""
    return state.case is not None and state.case.reason is not None


def _can_be_undone(state: State, facts: Facts) -> bool:
    """The confirmed cancellation can still be taken back."""
    return state.case is not None and state.case.may_be_undone(facts.now)


def _agents_are_near(state: State, facts: Facts) -> bool:
    """A person answers within minutes."""
    return facts.agents_wait == "minutes"


GUARDS: Mapping[str, Guard] = {
    "identified": _identified,
    "vouched": _vouched,
    "high-risk": _high_risk,
    "several-services": _several_services,
    "quoted": _quoted,
    "has-fee": _has_fee,
    "has-refund": _has_refund,
    "must-return": _must_return,
    "declared": _declared,
    "reason-given": _reason_given,
    "can-be-undone": _can_be_undone,
    "agents-are-near": _agents_are_near,
}
"""Name in scripts -> the question."""
