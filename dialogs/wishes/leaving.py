"""To cancel, which opens the case, or to withdraw from the contract."""

from dataclasses import replace

from dialogs.case import Case
from dialogs.meaning import Meaning
from dialogs.returning import forget
from dialogs.scene import Scene
from dialogs.steps.restart import can_be_taken_back, take_back
from dialogs.understanding.named import named_among
from dialogs.wishes.answers import ASK_AGAIN, still_asking
from dialogs.wishes.persons import hand_off


def cancel(scene: Scene, meaning: Meaning) -> bool:
    """The wish to end something: it opens the case, whose time nothing moves later."""
    if is_under_way(scene):
        return _say_which(scene, meaning)
    if can_be_taken_back(scene.case, meaning):
        take_back(scene)
        return still_asking(scene)
    open_case(scene)
    if meaning.reason is not None and scene.case is not None and scene.case.reason is None:
        # It can choose the alternative, and is not asked for again.
        scene.put_case(reason=meaning.reason)
    scene.forget_account()
    scene.put(wish=None, named=meaning.named)
    forget(scene)
    scene.jump(scene.script.wishes.cancel)
    _forget_the_way_of_before(scene)
    return ASK_AGAIN


def _forget_the_way_of_before(scene: Scene) -> None:
    """Back leads to where this cancellation began, and not into an earlier one."""
    previous = scene.state.previous
    if previous is not None and scene.script.steps[previous].kind != "menu":
        scene.put(previous=None)


def _say_which(scene: Scene, meaning: Meaning) -> bool:
    """Said again, the wish may name what is meant, and that may be another service than the one at hand."""
    scene.put(named=meaning.named or scene.state.named)
    if names_another(scene, meaning):
        scene.put(chosen=None)
        scene.jump(scene.script.wishes.cancel)
    return ASK_AGAIN


def names_another(scene: Scene, meaning: Meaning) -> bool:
    """Whether the message names another of the customer's services than the one that is being asked about."""
    state = scene.state
    if meaning.named is None or state.chosen is None or scene.step.kind not in ("offer", "confirm"):
        return False
    position = named_among(meaning.named, [service.name for service in state.services])
    return position is not None and position != state.chosen


def is_under_way(scene: Scene) -> bool:
    case = scene.case
    resting = scene.step.kind in ("menu", "end")
    return case is not None and case.is_undecided and not resting


def open_case(scene: Scene) -> None:
    """Open a case at the time the message came in, unless one is open and undecided."""
    case = scene.case
    kind = scene.script.kind
    if case is not None and case.is_undecided:
        if case.kind == kind:
            return
        if case.declaration is None:
            # A wish that was never confirmed becomes the other one. To cancel was declared then,
            # whatever it was; to withdraw is another thing to declare, which counts from now.
            declared = scene.at if "withdrawal" in (kind, case.kind) else case.declared_at
            fresh = Case(case.id, declared, kind, reason=case.reason, source_channel=case.source_channel)
            scene.put(case=replace(fresh, customer=case.customer, identified_by=case.identified_by))
            return
    fresh = Case(scene.facts.fresh_case, scene.at, kind, source_channel=scene.facts.channel)
    if case is not None and case.decision == "alternative" and case.offer is not None:
        # The alternative was this customer's one offer; leaving after all brings no second one.
        fresh = replace(fresh, offer=replace(case.offer, answer="declined"))
    scene.put(case=fresh)


def withdraw(scene: Scene, meaning: Meaning) -> bool:
    """Withdrawing from a contract is not ending it: it has a script of its own, or a person takes it up."""
    if scene.script.kind == "withdrawal":
        return cancel(scene, meaning)
    scene.say("withdraw-by-person", brand=scene.facts.brand, declared=scene.at)
    hand_off(scene, "asked")
    return still_asking(scene)
