"""`fee`: asks about a fee that nobody could name when the cancellation was accepted, and about terms that
are not those any more that were confirmed."""

from dialogs.cancelling_anew import cancel_anew
from dialogs.case import Case
from dialogs.effects import EndHandOff, ReinstateService, SealRecord, SendConfirmation
from dialogs.filling import Filling, quote_values, values_before
from dialogs.ids import CustomerRef
from dialogs.meaning import Label, Meaning
from dialogs.scene import Scene, choice, chosen_outcome
from dialogs.step_kinds import FeeStep
from dialogs.steps import fee_order
from dialogs.steps.answers import STAY
from dialogs.steps.undo import withdraw
from dialogs.turn import Choice, Facts
from dialogs.values import Quote


def enter(scene: Scene, step: FeeStep) -> str | None:
    case = scene.case
    if case is None or not case.fee_open:
        return "settled"
    if case.kind == "order":
        fee_order.enter(scene, step, case)
        return None
    values = fee_values(case, scene.facts)
    if case.quote_before is None:
        scene.ask_in_any_case(step.text, _choices(case), **values)
        return None
    scene.ask_wherever_they_are("fee-changed", _choices(case), **values)
    return None


def _choices(case: Case) -> tuple[Choice, ...]:
    assert case.quote is not None, "a fee is learnt with its quote"
    pay = choice("confirm", "choice-new-terms")
    if not case.quote.fee.is_zero:
        pay = choice("confirm", "choice-pay-fee", fee=case.quote.fee)
    keep, human = choice("keep", "choice-keep"), choice("human", "choice-human")
    if case.free_quote is None:
        return (pay, keep, human)
    return (pay, choice("later", "choice-without-fee", free_date=case.free_quote.end_date), keep, human)


def fee_values(case: Case, facts: Facts) -> dict[str, Filling]:
    if case.kind == "order":
        return fee_order.order_fee_values(case, facts)
    free = case.free_quote
    return {
        **quote_values(case, facts),
        "has_free": 0 if free is None else 1,
        "free_date": None if free is None else free.end_date,
        **({} if case.quote_before is None else values_before(case.quote_before)),
    }


def answer(scene: Scene, step: FeeStep, meaning: Meaning) -> str | None:
    case = scene.case
    assert case is not None
    if case.kind == "order":
        return fee_order.answer(scene, step, meaning, case)
    picked = chosen_outcome(meaning, "confirm", "later", "keep")
    if picked == "keep" or (picked is None and meaning.keeps):
        _keep(scene, case)
        return "settled"
    quote = case.free_quote if picked == "later" else case.quote
    if picked is not None and quote is not None:
        _agree(scene, quote)
        return "settled"
    if meaning.label in (Label.CANCEL, Label.KEEP, Label.AFFIRM, Label.DENY):
        # It is to be cancelled, that is clear; on which terms has to be said.
        enter(scene, step)
        return STAY
    return None


def _keep(scene: Scene, case: Case) -> None:
    """What was asked of the back office is looked at before it is said that nothing was ended."""
    if not scene.facts.attempted:
        withdraw(scene)
        return
    assert case.customer is not None
    assert case.service is not None
    customer = CustomerRef(case.customer)
    scene.do(ReinstateService(case.id, customer, case.service, case.follows))
    scene.do(EndHandOff("fee"))
    confirmed = case.quote_before or case.quote
    scene.tell_standing(
        scene.put_case(
            quote=confirmed, fee_open=False, free_quote=None, quote_before=None, reversing_since=scene.at
        )
    )


def _agree(scene: Scene, quote: Quote) -> None:
    """The yes has a record of its own: the one that was sealed on acceptance stays as it is."""
    case = scene.put_case(quote=quote, fee_open=False, free_quote=None, quote_before=None, agreed_anew=True)
    number = scene.facts.fresh_number
    scene.do(SealRecord("terms", number))
    scene.do(cancel_anew(case))
    scene.do(SendConfirmation(number))
    scene.do(EndHandOff("fee"))
    scene.receipt("fee-agreed", **{**quote_values(case, scene.facts), "number": number})
