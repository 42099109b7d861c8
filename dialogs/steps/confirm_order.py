"""`confirm`, of an order: says what cancelling the selection means, and cancels it on the yes."""

from dialogs.case import Case
from dialogs.effects import CancelOrder, LookUpQuote, SealRecord, SendConfirmation
from dialogs.filling import quote_values
from dialogs.meaning import Meaning
from dialogs.returning import was_agreed
from dialogs.scene import Scene, choice, chosen_outcome, confirm_choice
from dialogs.step_kinds import ConfirmStep
from dialogs.steps.declare import end_matching
from dialogs.steps.lines import lines_left
from dialogs.values import Order, Selection


def enter(scene: Scene, step: ConfirmStep) -> str | None:
    case = scene.case
    assert case is not None, "only what is to be cancelled is confirmed"
    if scene.state.looking_up is not None:
        return None
    if scene.state.account == "unavailable":
        return "unavailable"
    if case.order_quote is None:
        _look_up(scene, case)
        return None
    if not case.order_quote.is_possible:
        scene.say("order-refused", **quote_values(case, scene.facts))
        scene.put_case(status="kept")
        return "refused"
    if was_agreed(scene, case.order_quote):
        return _cancel(scene)
    order = scene.state.order
    more = (choice("more", "choice-more"),) if order and lines_left(order, case.selection) else ()
    choices = (confirm_choice(scene), *more, choice("keep", "choice-keep"))
    scene.ask(step.text, choices, **quote_values(case, scene.facts))
    return None


def _look_up(scene: Scene, case: Case) -> None:
    assert case.order is not None, "an order is chosen before it is quoted"
    assert scene.state.identity is not None, "only the customer's own orders are quoted"
    reference = scene.facts.fresh_reference
    scene.put(looking_up=reference)
    scene.do(LookUpQuote(reference, scene.state.identity.customer, case.order, case.selection))


def answer(scene: Scene, step: ConfirmStep, meaning: Meaning) -> str | None:
    if chosen_outcome(meaning, "confirm") or meaning.decision == "yes":
        return _cancel(scene)
    if chosen_outcome(meaning, "more"):
        scene.put(adding=True)
        return "more"
    if chosen_outcome(meaning, "keep") or meaning.decision == "no":
        scene.put_case(decision="keep", decided_at=scene.at, status="kept")
        end_matching(scene)
        return "keep"
    return None


def _cancel(scene: Scene) -> str:
    identity, order, number = scene.state.identity, scene.state.order, scene.facts.fresh_number
    assert identity is not None, "only the customer's own orders are cancelled"
    assert order is not None, "what is confirmed was chosen from an order"
    case = scene.put_case(
        decision="cancel",
        decided_at=scene.at,
        status="accepted",
        customer=identity.customer,
        identified_by=identity.by,
        record_number=number,
        record_kind="order",
    )
    assert case.order_quote is not None, "nothing is confirmed that was not quoted"
    left = _left_of(order, case)
    scene.put_case(order_left=left)
    scene.do(SealRecord("order", number))
    scene.do(CancelOrder(case.id, identity.customer, order.ref, case.order_quote, left))
    scene.do(SendConfirmation(number))
    end_matching(scene)
    scene.forget_account()
    return "confirm"


def _left_of(order: Order, case: Case) -> Selection:
    """How many there are of each cancelled line afterwards."""
    assert case.order_quote is not None
    there = {line.ref: line.quantity for line in order.lines}
    gone = (each for each in case.order_quote.lines if each.outcome != "refused")
    return tuple((each.line, there[each.line] - each.quantity) for each in gone)
