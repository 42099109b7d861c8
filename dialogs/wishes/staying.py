"""To keep what was to be cancelled, to have it undone, or to take it up again."""

from dialogs.case import Case
from dialogs.meaning import Meaning
from dialogs.returning import forget
from dialogs.scene import Scene, choice, confirm_choice, entry_choice
from dialogs.steps.undo import can_be_undone, say_too_late
from dialogs.wishes.answers import ASK_AGAIN, SAID_ALL, look_it_up, still_asking
from dialogs.wishes.persons import human


def keep(scene: Scene, meaning: Meaning) -> bool:
    """Change of mind: before the confirmation it ends the case, after it leads to the undo."""
    scene.put(agreement=None)
    case = scene.case
    if case is not None and case.declaration is not None and not case.is_decided:
        # Only the person who matches it can take it out of the pile.
        return human(scene, meaning)
    if (case is None or case.came_to_nothing) and scene.state.identity is not None:
        return look_it_up(scene, "undo")
    if case is not None and (case.standing == "reversing" or case.kind == "restart"):
        scene.tell_standing(case)
        return still_asking(scene)
    if case is None or not can_be_kept(case):
        scene.say("nothing-to-keep")
        return ASK_AGAIN
    if not case.is_decided:
        if meaning.choice is None and not meaning.keeps:
            return _ask_whether_to_keep(scene)
        scene.put_case(decision="keep", decided_at=scene.at, status="kept")
        forget(scene)
        scene.jump(scene.script.wishes.kept)
        return ASK_AGAIN
    if case.fee_open and scene.script.wishes.fee is not None:
        # Keeping it is among the answers to the question that stands there.
        scene.jump(scene.script.wishes.fee)
        return ASK_AGAIN
    if _has_ended(scene, case):
        return look_it_up(scene, "restart")
    undo = scene.script.wishes.undo
    if undo is None or not can_be_undone(scene, case):
        say_too_late(scene)
        scene.jump(scene.script.wishes.rest)
        return ASK_AGAIN
    scene.jump(undo)
    return ASK_AGAIN


def can_be_kept(case: Case) -> bool:
    """Whether there is a cancellation, wished for or confirmed, or a change that may be wanted undone."""
    return case.status in ("requested", "accepted", "executed", "reconciled", "failed")


def restart(scene: Scene, meaning: Meaning) -> bool:
    """To go on with what was ended: undone as long as that is possible, afterwards taken up anew."""
    case = scene.case
    if not _restarts(scene) or (case is not None and _may_still_go_on(scene, case)):
        return keep(scene, meaning)
    scene.put(named=meaning.named, agreement=None)
    return look_it_up(scene, "restart")


def _may_still_go_on(scene: Scene, case: Case) -> bool:
    """Whether what is talked about is not over: then it is undone, or how it stands says all."""
    if case.decision == "alternative":
        return can_be_undone(scene, case)
    return not case.came_to_nothing and not _has_ended(scene, case)


def _restarts(scene: Scene) -> bool:
    """Whether the script leads anywhere from what has ended."""
    return any(step.kind == "choose" and "ended" in step.outcomes for step in scene.script.steps.values())


def _has_ended(scene: Scene, case: Case) -> bool:
    """Whether the cancellation is done, and the service's last day over: nothing is left to be undone."""
    over = case.end_date is not None and case.end_date < scene.facts.today
    done = case.kind == "termination" and case.decision == "cancel" and case.reversing_since is None
    return _restarts(scene) and done and over and case.status in ("executed", "reconciled")


def _ask_whether_to_keep(scene: Scene) -> bool:
    """Keeping is a decision as much as cancelling: what was only guessed is asked."""
    go_on = confirm_choice(scene) if scene.step.kind == "confirm" else entry_choice(scene)
    choices = (go_on, choice("keep", "choice-keep"))
    scene.ask("keep-or-cancel", choices, brand=scene.facts.brand)
    return SAID_ALL
