"""Taking up again, in the back office, what has ended: done once, told, and read back."""

import logging
from datetime import date

from bot.backoffice.base import NotPossible, OutcomeUnknown, Restarted, Unavailable
from bot.deliver.settle import Done, Follow, Never, Result, Unwanted
from bot.deliver.telling import happened, put_off, tell
from bot.effects import lane_of_case
from bot.reading_back import ReadBack, queue_read_back
from bot.room import case_of, room_of
from bot.wiring import Application
from dialogs.effects import RestartService
from dialogs.events import EffectCompleted
from dialogs.ids import CustomerRef, ServiceRef
from dialogs.turn import CASE, EFFECT
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.deliver")


def restart_service(app: Application, claimed: Claimed) -> Result:
    """Carry out an order. Its key makes a repetition harmless: an interrupted one is asked for again."""
    row = claimed.effect
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, RestartService)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
        if not _is_wanted(uow, row, effect):
            return Unwanted("the order was taken back")
    try:
        done = app.office_of(brand).restart(effect.customer, effect.service, effect.terms, row.key)
    except NotPossible as error:
        return Never(error.reason, tell(app, row, effect, "refused", error.reason))
    except (Unavailable, OutcomeUnknown) as error:
        return put_off(app, row, effect, error)
    except Exception as error:
        log.exception("the back office of %s failed in an unforeseen way", brand.slug)
        return put_off(app, row, effect, error)
    return Done(_restarted(app, row, effect, done))


def _is_wanted(uow: UnitOfWork, row: EffectRow, effect: RestartService) -> bool:
    found = case_of(uow, row.brand_id, effect.case)
    return found is None or CASE.validate_json(found.data).status in ("accepted", "failed")


def _restarted(app: Application, row: EffectRow, effect: RestartService, done: Restarted) -> Follow:
    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        return learn_restarted(app, uow, row, effect, done.service, done.starts_on)

    return follow


def learn_restarted(
    app: Application,
    uow: UnitOfWork,
    row: EffectRow,
    effect: RestartService,
    service: ServiceRef,
    starts_on: date,
) -> tuple[EffectRow, ...]:
    """It runs again: the case learns it, and the back office is asked whether it is so."""
    now = app.clock()
    assert row.conversation_id is not None
    room = room_of(app, uow, row.brand_id, row.conversation_id)
    read_back = ReadBack(effect.case, CustomerRef(effect.customer), service, "restarted")
    queue_read_back(uow, room, read_back, lane_of_case(effect), now)
    event = EffectCompleted(effect.type, effect.case, "done", now, service=service, starts_on=starts_on)
    return happened(app, uow, row, event)
