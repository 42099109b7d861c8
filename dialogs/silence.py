"""A customer who falls silent before deciding: reminded once in a case, by day, and never pressed.

Nothing ends by silence. The declaration's time stands, and later words go on where it stood.
"""

from datetime import datetime, time, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from dialogs.case import Case
from dialogs.effects import AwaitAnswer
from dialogs.events import AnswerDue
from dialogs.filling import quote_values
from dialogs.scene import Scene

HOURS = 4
"""Of silence, after which the customer is reminded."""
MORNING, EVENING = time(9), time(20)
"""Between these, at the brand's place, people may be written to unprompted."""


def await_decision(scene: Scene) -> None:
    """Have the open question come back, should the customer not answer it."""
    case = scene.case
    if case is None or scene.state.awaited == case.id or scene.state.looking_up is not None:
        return
    if not _is_left_open(scene, case) or scene.facts.unprompted == "never":
        return
    scene.put(awaited=case.id)
    scene.do(AwaitAnswer(case.id, HOURS, "decision"))


def _is_left_open(scene: Scene, case: Case) -> bool:
    open_question = case.status == "requested" and not case.is_decided and case.declaration is None
    return open_question and case.reminded_at is None and scene.step.kind not in ("menu", "end")


def remind(scene: Scene, event: AnswerDue) -> bool:
    """Remind of the open question, or put that off. True when the question shall be asked again."""
    case = scene.case
    if case is None or case.id != event.case or not _is_left_open(scene, case) or scene.state.moved:
        return False
    if scene.facts.unprompted == "never":
        return False
    hours = _hours_to_wait(scene, case)
    if hours > 0:
        scene.do(AwaitAnswer(case.id, hours, "decision", event.put_off + 1))
        return False
    scene.put_case(reminded_at=event.at)
    scene.say("silence-reminder", **quote_values(case, scene.facts))
    if scene.step.kind == "verify":
        # Its code is no longer valid.
        scene.jump(scene.script.wishes.cancel)
    return True


def _hours_to_wait(scene: Scene, case: Case) -> int:
    """Hours until the customer may be reminded, 0 for now."""
    if scene.facts.unprompted == "later":
        return HOURS
    silent_since = scene.state.heard_at or case.declared_at
    due = _by_day(max(silent_since + timedelta(hours=HOURS), scene.at), scene.facts.zone)
    return ceil((due - scene.at) / timedelta(hours=1))


def _by_day(moment: datetime, zone: str) -> datetime:
    """The moment, or the next morning where it is night."""
    there = moment.astimezone(ZoneInfo(zone))
    if MORNING <= there.time() < EVENING:
        return moment
    day = there.date() + timedelta(days=1 if there.time() >= EVENING else 0)
    return datetime.combine(day, MORNING, there.tzinfo)
