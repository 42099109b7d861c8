"""Doing in the back office what a case decided, and reading it back."""

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from bot.backoffice.base import BackOffice, BackOfficeError, NotPossible, OutcomeUnknown, Unavailable
from bot.deliver.retry import OFFICE
from bot.deliver.settle import Done, Follow, Later, Never, Result
from bot.effects import READ_BACK, ReadBack, queue_read_back
from bot.receive import happen
from bot.room import room_of
from bot.wiring import Application
from dialogs.effects import ApplyAlternative, CancelService, ReinstateService
from dialogs.events import CaseReconciled, EffectCompleted, Event
from dialogs.ids import CustomerRef, ServiceRef
from dialogs.turn import EFFECT
from dialogs.values import Quote, Service
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

OfficeEffect = CancelService | ApplyAlternative | ReinstateService


def work_in_office(app: Application, claimed: Claimed) -> Result:
    """Carry out one decision. Its key makes a repetition harmless: an interrupted one is done again."""
    row = claimed.effect
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, CancelService | ApplyAlternative | ReinstateService)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
    today = app.clock().astimezone(ZoneInfo(brand.zone)).date()
    try:
        service, end_date = _do(app.office_of(brand), effect, row.key, today)
    except NotPossible as error:
        return Never(error.reason, _tell(app, row, effect, "refused", error.reason))
    except (Unavailable, OutcomeUnknown) as error:
        return Later(
            error.reason,
            OFFICE,
            delayed=_tell(app, row, effect, "delayed", error.reason),
            given_up=_tell(app, row, effect, "given_up", error.reason),
        )
    return Done(_executed(app, row, effect, service, end_date))


def _do(office: BackOffice, effect: OfficeEffect, key: str, today: date) -> tuple[ServiceRef, date | None]:
    match effect:
        case CancelService():
            service, quote = _meant(office, effect, today)
            return service, office.cancel(effect.customer, service, quote, key).end_date
        case ApplyAlternative():
            office.apply(effect.customer, effect.service, effect.alternative, key)
            return effect.service, effect.alternative.ends_on
        case ReinstateService():
            office.reinstate(effect.customer, effect.service, key)
            return effect.service, None


def _meant(office: BackOffice, effect: CancelService, today: date) -> tuple[ServiceRef, Quote]:
    """The service and terms; where the office could not be asked before, they are found now.

    Raises NotPossible when that leaves a choice, or a fee nobody has agreed to.
    """
    if effect.service is not None and effect.quote is not None:
        return effect.service, effect.quote
    services = [each for each in office.services(effect.customer, today) if each.can_be_cancelled]
    if len(services) != 1:
        raise NotPossible(f"the customer has {len(services)} services that could be meant")
    service: Service = services[0]
    if service.quote is None or not service.quote.fee.is_zero:
        raise NotPossible("cancelling would cost a fee to which the customer has not agreed")
    return service.ref, service.quote


def _tell(app: Application, row: EffectRow, effect: OfficeEffect, result: str, reason: str) -> Follow:
    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        event = EffectCompleted(effect.type, effect.case, result, app.clock(), detail=reason)  # type: ignore[arg-type]
        return _happen(app, uow, row, event)

    return follow


def _executed(
    app: Application, row: EffectRow, effect: OfficeEffect, service: ServiceRef, end_date: date | None
) -> Follow:
    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        now = app.clock()
        assert row.conversation_id is not None
        room = room_of(app, uow, row.brand_id, row.conversation_id)
        expects = {"cancel_service": "ended", "apply_alternative": "applied"}.get(effect.type, "reinstated")
        queue_read_back(uow, room, ReadBack(effect.case, CustomerRef(effect.customer), service, expects), now)
        event = EffectCompleted(effect.type, effect.case, "done", now, service=service, end_date=end_date)
        return _happen(app, uow, row, event)

    return follow


def read_back(app: Application, claimed: Claimed) -> Result:
    """Ask again: what was said to be done must be so, or a human sees it."""
    row = claimed.effect
    payload = READ_BACK.validate_json(row.payload)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
    try:
        state = app.office_of(brand).read_back(payload.customer, payload.service)
    except BackOfficeError as error:
        return Later(error.reason, OFFICE)
    if not _AS_PROMISED[payload.expects](state.status, state.applied is not None):
        return Never(
            f"service {payload.service} is {state.status!r} in the back office; expected {payload.expects}"
        )
    return Done(lambda uow: _happen(app, uow, row, CaseReconciled(payload.case, app.clock())))


_AS_PROMISED: dict[str, Callable[[str, bool], bool]] = {
    "ended": lambda status, applied: status in ("ending", "ended"),
    "applied": lambda status, applied: applied,
    "reinstated": lambda status, applied: status in ("active", "paused"),
}


def _happen(app: Application, uow: UnitOfWork, row: EffectRow, event: Event) -> tuple[EffectRow, ...]:
    assert row.conversation_id is not None
    return happen(app, uow, row.brand_id, row.conversation_id, event).look_ups
