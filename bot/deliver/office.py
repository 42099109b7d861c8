"""Doing in the back office what a case decided, and reading it back."""

import logging
from datetime import date

from bot.backoffice.base import (
    BackOffice,
    BackOfficeError,
    NotPossible,
    OutcomeUnknown,
    ServiceState,
    TermsChanged,
    Unavailable,
)
from bot.deliver.requoting import service_quoted_anew
from bot.deliver.settle import Done, Follow, Never, Result, Unwanted
from bot.deliver.telling import asked_again, happened, put_off, reconciled, tell
from bot.reading_back import READ_BACK, ReadBack, queue_read_back, reading_of
from bot.room import case_of, room_of
from bot.wiring import Application
from dialogs.effects import ApplyAlternative, CancelService, FindTerms, ReinstateService, RevokeAlternative
from dialogs.events import EffectCompleted, TermsLearned
from dialogs.identification import TRUSTED
from dialogs.ids import BrandId, ServiceRef
from dialogs.steps.choose import quote_for
from dialogs.turn import CASE, EFFECT
from dialogs.values import Alternative, Service
from storage.repositories.brands import BrandRow
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.deliver")

OfficeEffect = CancelService | ApplyAlternative | RevokeAlternative | ReinstateService


def work_in_office(app: Application, claimed: Claimed) -> Result:
    """Carry out one decision. Its key makes a repetition harmless: an interrupted one is done again."""
    row = claimed.effect
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, CancelService | ApplyAlternative | RevokeAlternative | ReinstateService)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
        if not _is_wanted(uow, row.brand_id, effect):
            return Unwanted("the case was decided otherwise")
    try:
        service, end_date = _do(app.office_of(brand), effect, row.key)
    except TermsChanged as error:
        return _quoted_anew(app, row, effect, brand, error.reason)
    except NotPossible as error:
        return _refused(app, row, effect, brand, error.reason)
    except (Unavailable, OutcomeUnknown) as error:
        return put_off(app, row, effect, error)
    except Exception as error:
        log.exception("the back office of %s failed in an unforeseen way", brand.slug)
        return put_off(app, row, effect, error)
    return Done(_executed(app, row, effect, service, end_date))


def _is_wanted(uow: UnitOfWork, brand: BrandId, effect: OfficeEffect | FindTerms) -> bool:
    """Whether the case still wants it: it may have been taken back, or gone into another case, meanwhile."""
    row = case_of(uow, brand, effect.case)
    if row is None:
        return True
    case = CASE.validate_json(row.data)
    if isinstance(effect, ApplyAlternative):
        # The case may have gone into one in which the customer cancelled after all.
        return case.decision != "cancel" and case.standing not in ("reversing", "reversed")
    if isinstance(effect, ReinstateService | RevokeAlternative):
        return row.id == effect.case and case.status in ("accepted", "executed", "reconciled", "failed")
    if row.id != effect.case:
        # The newer case has effects of its own once it is confirmed.
        return not case.is_decided
    return case.standing in ("accepted", "failed")


def _quoted_anew(
    app: Application, row: EffectRow, effect: OfficeEffect, brand: BrandRow, reason: str
) -> Result:
    """It may be done on other terms, which the customer has not seen."""
    quoted = None
    if isinstance(effect, CancelService):
        quoted = service_quoted_anew(app, row, effect, brand, reason)
    return quoted or _refused(app, row, effect, brand, reason)


def _refused(app: Application, row: EffectRow, effect: OfficeEffect, brand: BrandRow, reason: str) -> Result:
    """The back office says no. A service that was ended elsewhere meanwhile needs no more ending."""
    if isinstance(effect, CancelService):
        ended_on = _ended_on(app.office_of(brand), effect)
        if ended_on is not None and ended_on <= effect.quote.end_date:
            return Done(_executed(app, row, effect, effect.service, ended_on))
    return Never(reason, tell(app, row, effect, "refused", reason))


def _ended_on(office: BackOffice, effect: CancelService) -> date | None:
    try:
        state = office.read_back(effect.customer, effect.service)
    except BackOfficeError:
        return None
    return state.end_date if state.status in ("ending", "ended") else None


def _do(office: BackOffice, effect: OfficeEffect, key: str) -> tuple[ServiceRef, date | None]:
    match effect:
        case CancelService():
            return effect.service, office.cancel(effect.customer, effect.service, effect.quote, key).end_date
        case ApplyAlternative():
            office.apply(effect.customer, effect.service, effect.alternative, key)
            return effect.service, effect.alternative.ends_on
        case RevokeAlternative():
            # It may never have been applied: that an attempt was made says nothing of its outcome.
            if _is_applied(office.read_back(effect.customer, effect.service), effect.alternative):
                office.revoke(effect.customer, effect.service, effect.alternative, key)
            return effect.service, None
        case ReinstateService():
            # It may never have been cancelled: that an attempt was made says nothing of its outcome.
            if office.read_back(effect.customer, effect.service).status not in ("active", "paused"):
                office.reinstate(effect.customer, effect.service, key)
            return effect.service, None


def find_terms(app: Application, claimed: Claimed) -> Result:
    """What an unquoted cancellation means, now that the back office can be asked. Only reads."""
    row = claimed.effect
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, FindTerms)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
        if not _is_wanted(uow, row.brand_id, effect):
            return Unwanted("the case was decided otherwise")
    today = brand.day_of(effect.declared_at or app.clock())
    try:
        customer = app.office_of(brand).find_customer(effect.customer, "account")
        services = app.office_of(brand).services(effect.customer, today)
    except BackOfficeError as error:
        return put_off(app, row, effect, error)
    if customer is not None and customer.risk == "high" and effect.identified_by not in TRUSTED:
        reason = "the customer is marked as high risk and was not identified by a code"
        return Never(reason, tell(app, row, effect, "refused", reason))
    over = next((each for each in services if each.ref == effect.service and not each.can_be_cancelled), None)
    if effect.kind == "termination" and over is not None and over.ends_on is not None:
        return Done(_over(app, row, effect, over))
    meant = [
        each
        for each in services
        if each.can_be_cancelled
        and quote_for(effect.kind, each) is not None
        and effect.service in (None, each.ref)
    ]
    if len(meant) != 1:
        reason = _unclear(effect, len(meant))
        return Never(reason, tell(app, row, effect, "refused", reason))
    return Done(lambda uow: happened(app, uow, row, TermsLearned(effect.case, meant[0], app.clock())))


def _unclear(effect: FindTerms, found: int) -> str:
    if effect.kind == "withdrawal":
        return f"{found} services are open to a withdrawal; whether one was in time is for a person to see"
    return f"the customer has {found} services that could be meant"


def _over(app: Application, row: EffectRow, effect: FindTerms, service: Service) -> Follow:
    """It is ending, or has ended, already: that is what was wanted."""
    return _executed(app, row, effect, service.ref, service.ends_on)


def _executed(
    app: Application,
    row: EffectRow,
    effect: OfficeEffect | FindTerms,
    service: ServiceRef,
    end_date: date | None,
) -> Follow:
    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        now = app.clock()
        assert row.conversation_id is not None
        room = room_of(app, uow, row.brand_id, row.conversation_id)
        read_back = reading_of(effect, service)
        queue_read_back(uow, room, read_back, row.lane, now)
        event = EffectCompleted(effect.type, effect.case, "done", now, service=service, end_date=end_date)
        return happened(app, uow, row, event)

    return follow


def _is_applied(state: ServiceState, alternative: Alternative) -> bool:
    return state.applied is not None and state.applied.is_same_as(alternative)


def read_back(app: Application, claimed: Claimed) -> Result:
    """Ask again: what was said to be done must be so, or a human sees it."""
    row = claimed.effect
    payload = READ_BACK.validate_json(row.payload)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
    try:
        state = app.office_of(brand).read_back(payload.customer, payload.service)
    except BackOfficeError as error:
        return asked_again(row, error)
    if not _is_as_promised(payload, state):
        return Never(
            f"service {payload.service} is {state.status!r} in the back office; expected {payload.expects}"
        )
    return Done(reconciled(app, row, payload.case))


def _is_as_promised(promised: ReadBack, state: ServiceState) -> bool:
    match promised.expects:
        case "ended":
            return state.status in ("ending", "ended")
        case "applied":
            return state.applied is not None
        case "revoked":
            return promised.revoked is None or not _is_applied(state, promised.revoked)
        case "restarted":
            # Who has taken it up again may have cancelled it meanwhile.
            return state.status in ("active", "paused", "ending")
        case _:
            return state.status in ("active", "paused")
