"""What a line of a case is for the engine: its event, and the facts that come with it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal

from dialogs.case import Ending
from dialogs.cases.form import Line
from dialogs.cases.world import CUSTOMER, Surroundings
from dialogs.events import (
    AgentReturned,
    AnswerDue,
    CaseReconciled,
    ChargeFound,
    ChatContinued,
    ChatMoved,
    ChatOpened,
    EffectCompleted,
    EndingDeclared,
    EndingUpheld,
    Event,
    MessageReceived,
    QuoteChanged,
    RefundMoved,
    ReturnMoved,
    TermsLearned,
)
from dialogs.ids import CaseId, ChargeRef
from dialogs.meaning import Label, Meaning
from dialogs.steps import question_kind
from dialogs.turn import Facts, Identity, State
from dialogs.understanding.deciding import DECIDES
from dialogs.values import Money

Hear = Callable[[str], Meaning]
"""How typed words are understood in the present question."""

Happening = tuple[Event, Facts]


class CannotHappen(ValueError):
    """What a line tells cannot be at that point of the talk."""


WISHES = frozenset(label.value for label in Label)
PLAIN_WORDS = {"affirm": "yes", "deny": "no"}
LAST_DAY = date(2026, 12, 31)
"""When a service ends of which no quote told."""
WITHOUT_END = ("order", "restart")
"""Kinds of cases in which no service ends."""
OWN_PHONE = "+491713920042"


def event_of(line: Line, state: State, kind: str, around: Surroundings, hear: Hear) -> Happening:
    """The event that a line stands for, in that state of the conversation, at a step of that kind."""
    facts = around.facts()
    if line.say is not None:
        return _typed(hear(line.say), state, around, facts)
    if line.means is not None:
        about = "termination" if state.case is None else state.case.kind
        return _heard(meant(line.means, question_kind(kind, state.prompt, about)), around, facts)
    if line.because is not None:
        return _heard(Meaning(Label.CANCEL, reason=line.because), around, facts)
    if line.tells is not None:
        return _heard(Meaning(urgent=line.tells), around, facts)
    if line.code is not None:
        return _judged(line.code, around, facts)
    if line.press is not None:
        return _heard(pressed(line.press, state), around, facts)
    if line.press_stale is not None:
        return _heard(Meaning(stale=True), around, facts)
    return _happening(line.happens or "", state, around, facts)


@lru_cache(maxsize=1024)
def meant(name: str, kind: str) -> Meaning:
    """Words that plainly say this and nothing else: where the present question can be so decided, they do."""
    said = PLAIN_WORDS.get(name, name)
    return Meaning(Label(name), decision=DECIDES.get(kind, {}).get(said))


def pressed(outcome: str, state: State) -> Meaning:
    """A button of the present question, or of the wishes that always stand; any other one is stale."""
    if outcome in WISHES or any(choice.id == outcome for choice in state.prompt):
        position = outcome.removeprefix("option-")
        return Meaning(choice=outcome, option=int(position) - 1 if position.isdigit() else None)
    return Meaning(stale=True)


def _heard(meaning: Meaning, around: Surroundings, facts: Facts) -> Happening:
    return MessageReceived(meaning, around.now), facts


def _typed(meaning: Meaning, state: State, around: Surroundings, facts: Facts) -> Happening:
    if meaning.code is None or state.challenge is None:
        return _heard(meaning, around, facts)
    return _judged(around.verdict(meaning.code), around, facts)


def _judged(verdict: str, around: Surroundings, facts: Facts) -> Happening:
    vouched = Identity(CUSTOMER, by="code") if verdict == "right" else None
    judged = replace(facts, code=verdict, vouched=vouched)  # type: ignore[arg-type]
    return _heard(Meaning(code="123456"), around, judged)


def _happening(name: str, state: State, around: Surroundings, facts: Facts) -> Happening:
    if name in ("executed", "delayed", "refused", "given_up", "withdrawn"):
        return _completed(name, state, around), facts
    if name in ("media", "edited", "long"):
        return _heard(Meaning(form=name), around, facts)  # type: ignore[arg-type]
    if name in ("own_contact", "foreign_contact"):
        phone = OWN_PHONE if name == "own_contact" else None
        return _heard(Meaning(form="contact"), around, replace(facts, vouched_phone=phone))
    if name in ("agent_returned", "agent_resolved"):
        around.person_comes = False
    case = CaseId("") if state.case is None else state.case.id
    if name.startswith("continued"):
        return _continued(name, around), facts
    if name in ENDINGS:
        return _ending(name, around), facts
    if name.startswith("return_"):
        return _sent_back(name, state, around), facts
    if name in REFUNDS:
        return _refund(name, state, around), facts
    if name in ("terms_learned", "terms_changed"):
        return _terms(name, state, around), facts
    simple: dict[str, Event] = {
        "opened": ChatOpened(around.now),
        "reconciled": CaseReconciled(case, around.now),
        "charged": ChargeFound(case, ChargeRef("P-77"), CHARGED, around.now.date(), around.now),
        "unanswered": AnswerDue(case, around.now),
        "silence": AnswerDue(case, around.now, "decision"),
        "moved": ChatMoved("telegram", around.now),
        "agent_returned": AgentReturned(around.now),
        "agent_resolved": AgentReturned(around.now, resolved=True),
        "answered": around.answer_to(state),
    }
    return simple[name], facts


CHARGED = Money(Decimal("29.90"), "EUR")
"""What is taken after the last day, where a case says that something is."""
ARRIVES = timedelta(days=14)
LABEL = "https://labels.example/A-1001-R1.pdf"
"""Of a parcel that is sent back, where a case says that there is one."""

REFUNDS: Mapping[str, Literal["by_hand", "issued", "paid", "late", "failed"]] = {
    "refund_by_hand": "by_hand",
    "refund_issued": "issued",
    "refund_paid": "paid",
    "refund_late": "late",
    "refund_failed": "failed",
}
"""What becomes of money that is paid back."""


ENDINGS: Mapping[str, Literal["done", "withdrawn"] | None] = {
    "ending": None,
    "ending_upheld": None,
    "ending_executed": "done",
    "ending_withdrawn": "withdrawn",
}
"""The brand ends the first service itself, and what becomes of it."""
NOTICE = timedelta(days=14)
UPHELD_BECAUSE = "The invoice of March was not paid."
"""Why a person says that an ending stands."""


def _ending(name: str, around: Surroundings) -> EndingDeclared | EndingUpheld | EffectCompleted:
    if name == "ending":
        ending = Ending("E-1", "non_payment", (around.now + NOTICE).date(), NOTICE.days)
        service = around.first_service()
        return EndingDeclared(CUSTOMER, service.ref, service.name, ending, around.now)
    case = next(iter(around.endings()), None)
    if case is None:
        raise CannotHappen(f"{name}: the brand ends nothing")
    result = ENDINGS[name]
    if result is None:
        return EndingUpheld(case.id, UPHELD_BECAUSE, around.now)
    return EffectCompleted("terminate_service", case.id, result, around.now, end_date=case.end_date)


def _refund(name: str, state: State, around: Surroundings) -> RefundMoved:
    """About a payment taken after the last day where there was one, else about what was quoted."""
    case = state.case
    if case is None:
        raise CannotHappen(f"{name}: nothing was cancelled")
    owed = next(iter(reversed(case.refunds)), None)
    quoted = case.quote.refund if case.quote else case.order_quote.refund if case.order_quote else CHARGED
    today = around.now.date()
    return RefundMoved(
        case.id,
        f"cancel_service:{case.id}" if owed is None else owed.cause,
        REFUNDS[name],
        quoted if owed is None else owed.amount,
        around.now,
        expected_on=today + ARRIVES,
        paid_on=today if name == "refund_paid" else None,
    )


def _sent_back(name: str, state: State, around: Surroundings) -> ReturnMoved:
    """The first thing that the case has sent back."""
    quote = None if state.case is None else state.case.order_quote
    line = next((each for each in quote.lines if each.outcome == "return"), None) if quote else None
    if state.case is None or line is None or line.return_by is None:
        raise CannotHappen(f"{name}: nothing is to be sent back")
    standing: Any = "expected" if name == "return_labelled" else name.removeprefix("return_")
    ref, refund = f"{state.case.order}-R1", line.refund
    return ReturnMoved(
        state.case.id,
        ref,
        line.line,
        line.quantity,
        refund,
        line.return_by,
        standing,
        around.now,
        label=LABEL if name == "return_labelled" else None,
    )


CONTINUED: Mapping[str, Literal["found", "here", "expired", "used", "unknown", "limited"]] = {
    "continued": "found",
    "continued_again": "here",
    "continued_late": "expired",
    "continued_by_two": "used",
    "continued_unknown": "unknown",
    "continued_too_often": "limited",
}
"""Somebody comes with a code, and what becomes of that."""


def _continued(name: str, around: Surroundings) -> ChatContinued:
    """The other chat was about the world's newest case; its code vouches where that has a customer."""
    result = CONTINUED[name]
    if result != "found":
        return ChatContinued(result, around.now)
    case = next(iter(around.before()), None)
    vouches = case is None or case.customer is not None
    return ChatContinued(result, around.now, case, Identity(CUSTOMER, by="code") if vouches else None)


def _completed(name: str, state: State, around: Surroundings) -> EffectCompleted:
    case = state.case
    if case is None:
        raise CannotHappen(f"{name}: nothing was asked of the back office")
    around.attempted = True
    return EffectCompleted(
        _asked_of_the_office(state),  # type: ignore[arg-type]
        case.id,
        "done" if name == "executed" else name,  # type: ignore[arg-type]
        around.now,
        service=case.service,
        end_date=case.quote.end_date if case.quote else None if case.kind in WITHOUT_END else LAST_DAY,
    )


def _terms(name: str, state: State, around: Surroundings) -> TermsLearned | QuoteChanged:
    """What the case means in the world as it is by now: said at last, or other than was confirmed."""
    case = state.case
    if name == "terms_learned":
        return TermsLearned(CaseId("") if case is None else case.id, around.first_service(), around.now)
    if case is None or case.decision != "cancel":
        raise CannotHappen("terms_changed: nothing was confirmed")
    around.attempted = True
    if case.order is None:
        return QuoteChanged(case.id, around.now, service=around.changed_service())
    quote = around.requoted(case.order, case.selection)
    if quote is None:
        raise CannotHappen("terms_changed: the order has no such lines any more")
    return QuoteChanged(case.id, around.now, order_quote=quote)


def _asked_of_the_office(state: State) -> str:
    case = state.case
    assert case is not None
    if case.decision == "alternative":
        return "revoke_alternative" if case.standing == "reversing" else "apply_alternative"
    if case.kind in WITHOUT_END:
        return "cancel_order" if case.kind == "order" else "restart_service"
    return "reinstate_service" if case.standing == "reversing" else "cancel_service"
