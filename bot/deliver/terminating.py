"""Carrying out what the brand ends, on its last day, unless that is disputed or needs no doing any more."""

import logging
from collections.abc import Sequence
from datetime import date

from bot.backoffice.base import BackOffice, BackOfficeError, NotPossible, Refund
from bot.deliver.settle import Done, Follow, Never, Result, Unwanted
from bot.deliver.telling import happened, put_off, tell
from bot.reading_back import ReadBack, queue_read_back
from bot.room import case_of, room_of
from bot.watches import FollowRefund, Thread, follow_refund, total_of
from bot.wiring import Application
from dialogs.effects import TerminateService
from dialogs.endings import is_ahead
from dialogs.events import EffectCompleted
from dialogs.ids import CustomerRef
from dialogs.turn import CASE, EFFECT
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.deliver")

DISPUTED = "the customer disputes it"


def terminate_service(app: Application, claimed: Claimed) -> Result:
    """End the service. Its key makes a repetition harmless: an interrupted one is done again."""
    row = claimed.effect
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, TerminateService)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
        found = case_of(uow, row.brand_id, effect.case)
    case = None if found is None else CASE.validate_json(found.data)
    if case is None or case.ending is None or not is_ahead(case):
        return Unwanted("the ending does not stand any more")
    if case.ending.is_disputed:
        return Never(DISPUTED)
    office = app.office_of(brand)
    try:
        # Late, because of an outage or a dispute, it ends today: no service ends on a day that is over.
        today = brand.day_of(app.clock())
        ended = office.terminate(effect.customer, effect.service, max(effect.last_day, today), row.key)
        refunds = [each for each in office.refunds(effect.customer, effect.service) if each.cause == row.key]
    except NotPossible as error:
        return _refused(app, row, effect, office, error.reason)
    except BackOfficeError as error:
        return put_off(app, row, effect, error)
    except Exception as error:
        log.exception("the back office of %s failed in an unforeseen way", brand.slug)
        return put_off(app, row, effect, error)
    return Done(_executed(app, row, effect, ended.end_date, refunds))


def _refused(
    app: Application, row: EffectRow, effect: TerminateService, office: BackOffice, reason: str
) -> Result:
    """The back office says no. What the customer, or somebody else, has ended needs no more ending."""
    try:
        state = office.read_back(effect.customer, effect.service)
    except BackOfficeError as error:
        return put_off(app, row, effect, error)
    if state.status not in ("ending", "ended"):
        return Never(reason, tell(app, row, effect, "refused", reason))
    return Unwanted(
        f"the service ends on {state.end_date} already", tell(app, row, effect, "overtaken", reason)
    )


def _executed(
    app: Application, row: EffectRow, effect: TerminateService, end_date: date, refunds: Sequence[Refund]
) -> Follow:
    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        now = app.clock()
        assert row.conversation_id is not None
        room = room_of(app, uow, row.brand_id, row.conversation_id)
        reading = ReadBack(effect.case, CustomerRef(effect.customer), effect.service, "ended")
        queue_read_back(uow, room, reading, row.lane, now)
        if refunds:
            follow_refund(uow, Thread.of(row), _following(effect, row.key, refunds), now, at_once=True)
        event = EffectCompleted(
            effect.type, effect.case, "done", now, service=effect.service, end_date=end_date
        )
        return happened(app, uow, row, event)

    return follow


def _following(effect: TerminateService, cause: str, refunds: Sequence[Refund]) -> FollowRefund:
    """What was paid beyond the last day comes back, and is followed until it is there."""
    return FollowRefund(effect.case, effect.customer, effect.service, cause, total_of(refunds))
