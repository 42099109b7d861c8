"""`fee`, of an order: asks about terms that are not those any more that were confirmed."""

from dialogs.cancelling_anew import cancel_order_anew
from dialogs.case import Case
from dialogs.effects import EndHandOff, SealRecord, SendConfirmation
from dialogs.filling import Filling, order_before, quote_values
from dialogs.meaning import Label, Meaning
from dialogs.scene import Scene, choice, chosen_outcome
from dialogs.step_kinds import FeeStep
from dialogs.steps.answers import STAY
from dialogs.turn import Facts


def enter(scene: Scene, step: FeeStep, case: Case) -> None:
    """Show the new quote beside the one that was confirmed."""
    choices = (
        choice("confirm", "choice-new-terms"),
        choice("keep", "choice-keep"),
        choice("human", "choice-human"),
    )
    scene.ask_wherever_they_are(step.text, choices, **order_fee_values(case, scene.facts))


def order_fee_values(case: Case, facts: Facts) -> dict[str, Filling]:
    """What texts are filled with that tell of both."""
    before = case.order_quote_before
    return {**quote_values(case, facts), **({} if before is None else order_before(before))}


def answer(scene: Scene, step: FeeStep, meaning: Meaning, case: Case) -> str | None:
    """Only what was pressed, or plainly keeping it, decides."""
    picked = chosen_outcome(meaning, "confirm", "keep")
    if picked == "keep" or (picked is None and meaning.keeps):
        _keep(scene, case)
        return "settled"
    if picked == "confirm":
        _agree(scene)
        return "settled"
    if meaning.label in (Label.CANCEL, Label.KEEP, Label.AFFIRM, Label.DENY):
        enter(scene, step, case)
        return STAY
    return None


def _keep(scene: Scene, case: Case) -> None:
    """The back office refused the terms that were confirmed, so nothing of it is done."""
    number = scene.facts.fresh_number
    case = scene.put_case(
        status="reversed",
        order_quote=case.order_quote_before or case.order_quote,
        order_quote_before=None,
        fee_open=False,
        record_number=number,
        record_kind="reversal",
    )
    scene.do(EndHandOff("fee"))
    scene.do(SealRecord("reversal", number))
    scene.do(SendConfirmation(number))
    scene.notify("executed-undo", **quote_values(case, scene.facts))


def _agree(scene: Scene) -> None:
    """The yes has a record of its own: the one that was sealed on acceptance stays as it is."""
    case = scene.put_case(order_quote_before=None, fee_open=False, agreed_anew=True)
    number = scene.facts.fresh_number
    scene.do(SealRecord("terms", number))
    scene.do(cancel_order_anew(case))
    scene.do(SendConfirmation(number))
    scene.do(EndHandOff("fee"))
    scene.receipt("order-terms-agreed", **{**quote_values(case, scene.facts), "number": number})
