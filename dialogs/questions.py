"""What is asked about a cancellation and stands in it: its end, its last charge, what remains to be done.

Answered from the quote, which after the confirmation is what the record holds; where it does not say,
a person answers.
"""

from collections.abc import Callable

from dialogs.case import Case
from dialogs.effects import HandOff
from dialogs.filling import Filling, quote_values
from dialogs.scene import Scene

Tell = Callable[[Scene, Case, dict[str, Filling]], None]


def answers_itself(scene: Scene) -> bool:
    """Whether there is a cancellation at hand that can be asked about."""
    case = scene.case
    if case is None or case.status == "kept":
        return False
    return case.is_quoted or case.is_decided


def tell_end(scene: Scene) -> None:
    """Say when it ends."""
    _tell(scene, _end)


def tell_charges(scene: Scene) -> None:
    """Say what is still charged."""
    _tell(scene, _charges)


def tell_remains(scene: Scene) -> None:
    """Say what is left for the customer to do; how that is done only a person knows."""
    _tell(scene, _remains)


def _tell(scene: Scene, tell: Tell) -> None:
    case = scene.case
    assert case is not None, "there is nothing to tell of"
    goes_on = case.decision in ("alternative", "restart")
    if goes_on or case.came_to_nothing or case.standing == "reversing":
        # It goes on: what ending it would have meant is no answer.
        scene.tell_standing(case)
    elif case.order_quote is not None:
        # What becomes of each thing says all that there is to say about an order.
        scene.say("cost-of-quote", **quote_values(case, scene.facts))
    elif case.quote is None and case.end_date is None:
        scene.say("not-in-record", brand=scene.facts.brand)
        _ask_person(scene)
    else:
        tell(scene, case, quote_values(case, scene.facts))


def _end(scene: Scene, case: Case, values: dict[str, Filling]) -> None:
    scene.say("ends-on", **values)


def _charges(scene: Scene, case: Case, values: dict[str, Filling]) -> None:
    scene.say("charges-until", **values)


def _remains(scene: Scene, case: Case, values: dict[str, Filling]) -> None:
    if case.quote is None:
        scene.say("not-in-record", brand=scene.facts.brand)
    elif case.quote.remains:
        scene.say("to-return", **values)
    else:
        scene.say("nothing-remains", **values)
        return
    _ask_person(scene)


def _ask_person(scene: Scene) -> None:
    scene.say(f"handed-over-{scene.facts.agents_wait}", brand=scene.facts.brand)
    scene.do(HandOff("asked"))
