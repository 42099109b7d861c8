"""What became of the work of a back office, told to the case and its customer when it is settled."""

from bot.backoffice.base import BackOfficeError
from bot.deliver.patience import patience_with
from bot.deliver.retry import as_asked
from bot.deliver.settle import Follow, Later
from bot.receive.happenings import happen
from bot.room import case_of
from bot.watches import watch_cancelled
from bot.wiring import Application
from dialogs.effects import (
    ApplyAlternative,
    CancelOrder,
    CancelService,
    FindTerms,
    ReinstateService,
    RestartService,
    RevokeAlternative,
    TerminateService,
)
from dialogs.events import CaseReconciled, EffectCompleted, Event
from dialogs.ids import CaseId
from dialogs.turn import CASE
from storage.repositories.effects import EffectRow
from storage.unit_of_work import UnitOfWork

CaseEffect = (
    CancelService
    | ApplyAlternative
    | RevokeAlternative
    | ReinstateService
    | RestartService
    | FindTerms
    | CancelOrder
    | TerminateService
)
"""What is done, or asked, in a back office for a case."""


def asked_again(row: EffectRow, error: BackOfficeError, given_up: Follow | None = None) -> Later:
    """Ask the back office later, and not before it said."""
    return Later(
        error.reason, patience_with(row.kind), retry_after=as_asked(error.retry_after), given_up=given_up
    )


def put_off(app: Application, row: EffectRow, effect: CaseEffect, error: Exception) -> Later:
    """Try it later; the customer is told the first time, and when it is given up."""
    reason, asked = f"{type(error).__name__}: {error}", None
    if isinstance(error, BackOfficeError):
        reason, asked = error.reason, as_asked(error.retry_after)
    return Later(
        reason,
        patience_with(row.kind),
        retry_after=asked,
        delayed=tell(app, row, effect, "delayed", reason),
        given_up=tell(app, row, effect, "given_up", reason),
    )


def tell(app: Application, row: EffectRow, effect: CaseEffect, result: str, reason: str) -> Follow:
    """Let the case learn that it was not done, or not yet."""

    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        event = EffectCompleted(effect.type, effect.case, result, app.clock(), detail=reason)  # type: ignore[arg-type]
        look_ups = happened(app, uow, row, event)
        if result in ("refused", "given_up") and _went_on_elsewhere(uow, row):
            uow.outbox.resolve(row.brand_id, row.id, app.clock(), done=False)
        return look_ups

    return follow


def reconciled(app: Application, row: EffectRow, case: CaseId) -> Follow:
    """The back office's books show it. A cancellation is looked at again when its service has ended."""

    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        now = app.clock()
        look_ups = happened(app, uow, row, CaseReconciled(case, now))
        found = case_of(uow, row.brand_id, case)
        told = None if found is None else CASE.validate_json(found.data)
        ended = told is not None and (told.decision == "cancel" or told.ending is not None)
        if told is not None and ended and told.status == "reconciled":
            watch_cancelled(uow, row, told, app.directory.brand(uow, row.brand_id).zone, now)
        return look_ups

    return follow


def _went_on_elsewhere(uow: UnitOfWork, row: EffectRow) -> bool:
    """Whether the case went into a newer one, so that nobody has to look at what was given up."""
    found = None if row.case_id is None else uow.cases.get(row.brand_id, row.case_id)
    return found is not None and found.status == "merged"


def happened(app: Application, uow: UnitOfWork, row: EffectRow, event: Event) -> tuple[EffectRow, ...]:
    """An event in the conversation for which the effect was asked; look-ups that it asks for."""
    assert row.conversation_id is not None
    return happen(app, uow, row.brand_id, row.conversation_id, event).look_ups
