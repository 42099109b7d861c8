"""`confirm`: says what cancelling means, and on the yes seals the record and cancels."""

from dialogs.case import Case
from dialogs.effects import CancelService, FindTerms, SealRecord, SendConfirmation
from dialogs.meaning import Meaning
from dialogs.scene import Scene, choice, chosen_outcome, confirm_choice, quote_values
from dialogs.script import ConfirmStep


def enter(scene: Scene, step: ConfirmStep) -> str | None:
    case = scene.case
    assert case is not None
    choices = (confirm_choice(scene), choice("keep", "choice-keep"))
    scene.ask(_text(step, case), choices, **quote_values(case, scene.facts))
    return None


def _text(step: ConfirmStep, case: Case) -> str:
    if case.quote is not None:
        return step.text
    return step.without_quote if case.follows is None else "confirm-again"


def answer(scene: Scene, step: ConfirmStep, meaning: Meaning) -> str | None:
    if chosen_outcome(meaning, "confirm") or meaning.decision == "yes":
        return _cancel(scene)
    if chosen_outcome(meaning, "keep") or meaning.decision == "no":
        scene.put_case(decision="keep", decided_at=scene.at, status="kept")
        return "keep"
    return None


def _cancel(scene: Scene) -> str:
    identity = scene.state.identity
    assert identity is not None
    number = scene.facts.fresh_number
    case = scene.put_case(
        decision="cancel",
        decided_at=scene.at,
        status="accepted",
        customer=identity.customer,
        identified_by=identity.by,
        record_number=number,
        record_kind="termination",
        end_date=None,
    )
    scene.do(SealRecord("termination", number))
    if case.service is None or case.quote is None:
        service, declared_at = case.service, case.declared_at
        scene.do(
            FindTerms(case.id, identity.customer, identity.by, service, declared_at, follows=case.follows)
        )
    else:
        scene.do(CancelService(case.id, identity.customer, case.service, case.quote, case.follows))
    scene.do(SendConfirmation(number))
    scene.put(account="unknown", services=(), chosen=None)
    return "confirm"
