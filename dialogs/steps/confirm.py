"""`confirm`: says what cancelling means, and on the yes seals the record and cancels."""

from dialogs.case import Case
from dialogs.effects import CancelService, FindTerms, SealRecord, SendConfirmation
from dialogs.filling import quote_values
from dialogs.meaning import Label, Meaning
from dialogs.returning import was_agreed
from dialogs.scene import Scene, choice, chosen_outcome, confirm_choice
from dialogs.step_kinds import ConfirmStep
from dialogs.steps import confirm_order, offer
from dialogs.steps.answers import STAY
from dialogs.steps.declare import end_matching
from dialogs.steps.which import ask_which, has_two_meanings
from dialogs.turn import Identity


def enter(scene: Scene, step: ConfirmStep) -> str | None:
    if scene.kind == "order":
        return confirm_order.enter(scene, step)
    case = scene.case
    assert case is not None
    if was_agreed(scene, case.quote) or _was_declared(scene, case):
        return _cancel(scene)
    if case.quote is not None and offer.to_describe(scene) is not None:
        _ask_whether_to_describe(scene, step, case)
        return None
    choices = (confirm_choice(scene), choice("keep", "choice-keep"))
    scene.ask(_text(step, case), choices, **quote_values(case, scene.facts))
    return None


def _was_declared(scene: Scene, case: Case) -> bool:
    """Whether the law's final choice was made before anybody was identified, and only the match was missing.

    A fee, or an end that must be read from words, is asked about first; a withdrawal has neither.
    """
    if not scene.facts.rules.declaration_first or case.declaration is None:
        return False
    if case.kind == "withdrawal":
        return True
    return case.declaration.earliest and (case.quote is None or case.quote.fee.is_zero)


def _ask_whether_to_describe(scene: Scene, step: ConfirmStep, case: Case) -> None:
    """The quote, and, once, whether to tell of an alternative; the way out of that cancels at once."""
    scene.put_case(permission="asked")
    choices = (
        confirm_choice(scene, "choice-cancel-now"),
        choice("hear", "choice-hear"),
        choice("keep", "choice-keep"),
    )
    scene.ask(f"{step.text}-hear", choices, **quote_values(case, scene.facts))


def _text(step: ConfirmStep, case: Case) -> str:
    if case.quote is not None:
        return step.text
    assert step.without_quote is not None, "only an order is never confirmed without a quote"
    return step.without_quote if case.kind == "withdrawal" or case.follows is None else "confirm-again"


def answer(scene: Scene, step: ConfirmStep, meaning: Meaning) -> str | None:
    if scene.kind == "order":
        return confirm_order.answer(scene, step, meaning)
    if any(shown.id == "hear" for shown in scene.state.prompt):
        return _answer_whether_to_describe(scene, meaning)
    if chosen_outcome(meaning, "confirm") or meaning.decision == "yes":
        return _cancel(scene)
    if chosen_outcome(meaning, "keep") or (
        meaning.decision == "no" and not _may_be_a_decline(scene, meaning)
    ):
        return _keep(scene)
    if has_two_meanings(scene, meaning):
        ask_which(scene, choice("keep", "choice-keep"))
        return STAY
    return None


def _may_be_a_decline(scene: Scene, meaning: Meaning) -> bool:
    """A bare no that would have cancelled a moment ago, at the question whether to hear of an alternative."""
    case = scene.case
    return case is not None and case.permission == "asked" and meaning.label is Label.DENY


def _answer_whether_to_describe(scene: Scene, meaning: Meaning) -> str | None:
    if chosen_outcome(meaning, "confirm") or meaning.decision == "no":
        scene.put_case(permission="refused")
        return _cancel(scene)
    if chosen_outcome(meaning, "hear") or meaning.decision == "yes":
        scene.put_case(permission="given")
        return _describe(scene)
    return _keep(scene) if chosen_outcome(meaning, "keep") else None


def _describe(scene: Scene) -> str:
    """Show the alternative where the script has its offers, which come before this question."""
    name, step = next(iter(offer.steps_of(scene.script)))
    scene.jump(name)
    passed = offer.enter(scene, step)
    return STAY if passed is None else passed


def _keep(scene: Scene) -> str:
    scene.put_case(decision="keep", decided_at=scene.at, status="kept")
    end_matching(scene)
    return "keep"


def _seal(scene: Scene) -> SendConfirmation:
    """Seal the record; a withdrawal that was declared in words has its own already, which stays the one."""
    case = scene.case
    assert case is not None
    if case.record_kind == "withdrawal" and case.record_number is not None:
        # It may have named no address; now one is known.
        return SendConfirmation(case.record_number, again=True)
    number = scene.facts.fresh_number
    scene.put_case(record_number=number, record_kind=case.kind)
    scene.do(SealRecord(case.kind, number))
    return SendConfirmation(number)


def _have_it_carried_out(scene: Scene, identity: Identity) -> None:
    case = scene.case
    assert case is not None
    if case.service is not None and case.quote is not None:
        scene.do(CancelService(case.id, identity.customer, case.service, case.quote, case.follows))
        return
    scene.do(
        FindTerms(
            case.id,
            identity.customer,
            identity.by,
            case.service,
            case.declared_at,
            kind=case.kind,
            follows=case.follows,
        )
    )


def _cancel(scene: Scene) -> str:
    identity = scene.state.identity
    assert identity is not None
    scene.put_case(
        decision="cancel",
        decided_at=scene.at,
        status="accepted",
        customer=identity.customer,
        identified_by=identity.by,
        end_date=None,
    )
    confirmation = _seal(scene)
    _have_it_carried_out(scene, identity)
    scene.do(confirmation)
    end_matching(scene)
    scene.forget_account()
    return "confirm"
