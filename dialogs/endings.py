"""What the brand ends itself: told, disputed, carried out or taken back. It is never the chat's own case."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, assert_never

from dialogs.case import Case, EndingCause
from dialogs.effects import DisputeEnding, SealRecord, SendConfirmation, TerminateService
from dialogs.events import EffectCompleted, EndingDeclared, EndingUpheld
from dialogs.filling import Filling
from dialogs.scene import Scene
from dialogs.turn import Facts

EndingStanding = Literal[
    "announced", "disputed", "upheld", "executed", "reconciled", "failed", "withdrawn", "overtaken"
]
"""An ending in one word: what its customer is told of it."""


LEAST_NOTICE: Mapping[EndingCause, int] = {"non_payment": 14, "inactivity": 30, "policy": 7}
"""Days that a customer has at least, from being told until the last one."""


def standing_of(case: Case) -> EndingStanding:
    """Where an ending stands."""
    assert case.ending is not None, "not an ending"
    match case.status:
        case "executed" | "reconciled":
            return case.status
        case "withdrawn":
            return "overtaken" if case.ending.overtaken else "withdrawn"
        case _ if case.ending.is_disputed:
            return "disputed"
        case "failed":
            return "failed"
        case _:
            return "upheld" if case.ending.is_upheld else "announced"


def is_ahead(case: Case) -> bool:
    """Whether it was neither carried out nor came to nothing."""
    return case.status in ("accepted", "failed")


def learn_ending(scene: Scene, event: EndingDeclared) -> None:
    """It is told, put down under seal, and carried out on its last day."""
    number = scene.facts.fresh_number
    case = Case(
        scene.facts.fresh_case,
        event.at,
        "ending",
        "accepted",
        service=event.service,
        service_name=event.service_name,
        customer=event.customer,
        end_date=event.ending.last_day,
        record_number=number,
        record_kind="ending",
        ending=event.ending,
    )
    scene.put(case=case)
    scene.do(SealRecord("ending", number))
    # By mail goes the record, which says the same: the notice itself is not mailed beside it.
    scene.do(SendConfirmation(number))
    scene.do(TerminateService(case.id, event.customer, event.service, event.ending.last_day))
    cause = event.ending.cause.replace("_", "-")
    scene.notify(f"ending-notice-{cause}", **ending_values(case, scene.facts))


def learn_outcome_of_ending(scene: Scene, event: EffectCompleted) -> None:
    """What became of it, or that a person or the brand took it back."""
    case = scene.case
    ending = None if case is None else case.ending
    if case is None or case.id != event.case or ending is None or not is_ahead(case):
        return
    match event.result:
        case "done":
            case = scene.put_case(status="executed", executed_at=event.at, end_date=event.end_date)
            scene.reach("ending-executed", **ending_values(case, scene.facts))
        case "delayed":
            pass  # Nobody waits for it.
        case "refused" | "given_up":
            scene.put_case(status="failed")
        case "withdrawn":
            _lift(scene)
        case "overtaken":
            scene.put_case(status="withdrawn", ending=replace(ending, overtaken=True))
        case _:
            assert_never(event.result)


def learn_that_it_stands(scene: Scene, event: EndingUpheld) -> None:
    """A person answered the dispute: it is carried out on its day, and its customer is told why."""
    case = scene.case
    ending = None if case is None else case.ending
    if case is None or case.id != event.case or ending is None or not is_ahead(case):
        return
    if ending.is_disputed:
        case = scene.put_case(ending=replace(ending, upheld_at=event.at))
        scene.reach("ending-upheld", why=event.reason, **ending_values(case, scene.facts))


def _lift(scene: Scene) -> None:
    """The service goes on, and its customer holds a proof of that."""
    number = scene.facts.fresh_number
    case = scene.put_case(status="withdrawn", record_number=number, record_kind="reversal")
    scene.do(SealRecord("reversal", number))
    scene.do(SendConfirmation(number))
    scene.notify("ending-withdrawn", **ending_values(case, scene.facts))


def dispute_endings(scene: Scene) -> None:
    """Whatever of the customer's the brand is about to end is not ended before a person has looked at it."""
    for case in filter(is_ahead, scene.facts.endings):
        if case.ending is not None and case.ending.disputed_at is None:
            scene.do(DisputeEnding(case.id))
        answered = case.ending is not None and case.ending.is_upheld
        scene.notify(
            f"ending-status-{'upheld' if answered else 'disputed'}", **ending_values(case, scene.facts)
        )


def dispute_what_was_meant(scene: Scene) -> None:
    """Somebody disputed something here before it was known who they are: now it is."""
    since = scene.facts.disputed_at
    for case in filter(is_ahead, scene.facts.endings):
        new = case.ending is not None and case.ending.disputed_at is None
        if new and since is not None and case.declared_at <= since:
            scene.do(DisputeEnding(case.id))
            scene.notify("ending-status-disputed", **ending_values(case, scene.facts))


def tell_endings(scene: Scene) -> bool:
    """Say what the brand ends, or ended, of the customer's; False where there is nothing."""
    told = [case for case in scene.facts.endings if not case.came_to_nothing]
    if scene.state.identity is None:
        return False
    for case in told:
        scene.say(f"ending-status-{standing_of(case)}", **ending_values(case, scene.facts))
    return bool(told)


def ending_values(case: Case, facts: Facts) -> dict[str, Filling]:
    """What texts about an ending are filled with."""
    assert case.ending is not None, "not an ending"
    return {
        "brand": facts.brand,
        "service": case.service_name,
        "number": case.record_number,
        "end_date": case.end_date,
        "notice_days": case.ending.notice_days,
        "has_facts": 0 if case.ending.facts is None else 1,
        "facts": case.ending.facts,
    }
