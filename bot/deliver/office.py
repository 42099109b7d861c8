"""Doing in the back office what a case decided, and reading it back."""

import logging
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
from dialogs.effects import ApplyAlternative, CancelService, FindTerms, ReinstateService
from dialogs.events import CaseReconciled, EffectCompleted, Event, TermsLearned
from dialogs.identification import TRUSTED
from dialogs.ids import CustomerRef, ServiceRef
from dialogs.turn import EFFECT
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.deliver")

OfficeEffect = CancelService | ApplyAlternative | ReinstateService


def work_in_office(app: Application, claimed: Claimed) -> Result:
    """Carry out one decision. Its key makes a repetition harmless: an interrupted one is done again."""
    row = claimed.effect
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, CancelService | ApplyAlternative | ReinstateService)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
    try:
        service, end_date = _do(app.office_of(brand), effect, row.key)
    except NotPossible as error:
        return Never(error.reason, _tell(app, row, effect, "refused", error.reason))
    except (Unavailable, OutcomeUnknown) as error:
        return _put_off(app, row, effect, error.reason)
    except Exception as error:
        log.exception("the back office of %s failed in an unforeseen way", brand.slug)
        return _put_off(app, row, effect, f"{type(error).__name__}: {error}")
    return Done(_executed(app, row, effect, service, end_date))


def _do(office: BackOffice, effect: OfficeEffect, key: str) -> tuple[ServiceRef, date | None]:
    match effect:
        case CancelService():
            return effect.service, office.cancel(effect.customer, effect.service, effect.quote, key).end_date
        case ApplyAlternative():
            office.apply(effect.customer, effect.service, effect.alternative, key)
            return effect.service, effect.alternative.ends_on
        case ReinstateService():
            office.reinstate(effect.customer, effect.service, key)
            return effect.service, None


def find_terms(app: Application, claimed: Claimed) -> Result:
    """What an unquoted cancellation means, now that the back office can be asked. Only reads."""
    row = claimed.effect
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, FindTerms)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
    today = app.clock().astimezone(ZoneInfo(brand.zone)).date()
    try:
        customer = app.office_of(brand).find_customer(effect.customer, "account")
        services = app.office_of(brand).services(effect.customer, today)
    except BackOfficeError as error:
        return _put_off(app, row, effect, error.reason)
    if customer is not None and customer.risk == "high" and effect.identified_by not in TRUSTED:
        reason = "the customer is marked as high risk and was not identified by a code"
        return Never(reason, _tell(app, row, effect, "refused", reason))
    meant = [each for each in services if each.can_be_cancelled and each.quote is not None]
    if len(meant) != 1:
        reason = f"the customer has {len(meant)} services that could be meant"
        return Never(reason, _tell(app, row, effect, "refused", reason))
    return Done(lambda uow: _happen(app, uow, row, TermsLearned(effect.case, meant[0], app.clock())))


def _put_off(app: Application, row: EffectRow, effect: OfficeEffect | FindTerms, reason: str) -> Later:
    return Later(
        reason,
        OFFICE,
        delayed=_tell(app, row, effect, "delayed", reason),
        given_up=_tell(app, row, effect, "given_up", reason),
    )


def _tell(
    app: Application, row: EffectRow, effect: OfficeEffect | FindTerms, result: str, reason: str
) -> Follow:
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
