"""Cancelling in the back office what a case names of an order, and reading it back."""

import logging

from bot.backoffice.base import BackOfficeError, NotPossible, OutcomeUnknown, TermsChanged, Unavailable
from bot.deliver.requoting import order_quoted_anew
from bot.deliver.settle import Done, Follow, Never, Result, Unwanted
from bot.deliver.telling import asked_again, happened, put_off, reconciled, tell
from bot.reading_back import READ_ORDER_BACK, queue_read_order_back
from bot.room import case_of, room_of
from bot.wiring import Application
from dialogs.effects import CancelOrder
from dialogs.events import EffectCompleted
from dialogs.ids import BrandId
from dialogs.turn import CASE, EFFECT
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.deliver")


def cancel_order(app: Application, claimed: Claimed) -> Result:
    """Carry the decision out. Its key makes a repetition harmless: an interrupted one is done again."""
    row = claimed.effect
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, CancelOrder)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
        if not _is_wanted(uow, row.brand_id, effect):
            return Unwanted("the case was decided otherwise")
    try:
        app.order_office_of(brand).cancel_order(effect.customer, effect.order, effect.quote, row.key)
    except TermsChanged as error:
        quoted = order_quoted_anew(app, row, effect, brand, error.reason)
        return quoted or Never(error.reason, tell(app, row, effect, "refused", error.reason))
    except NotPossible as error:
        return Never(error.reason, tell(app, row, effect, "refused", error.reason))
    except (Unavailable, OutcomeUnknown) as error:
        return put_off(app, row, effect, error)
    except Exception as error:
        log.exception("the back office of %s failed in an unforeseen way", brand.slug)
        return put_off(app, row, effect, error)
    return Done(_executed(app, row, effect))


def _is_wanted(uow: UnitOfWork, brand: BrandId, effect: CancelOrder) -> bool:
    row = case_of(uow, brand, effect.case)
    return row is None or CASE.validate_json(row.data).standing in ("accepted", "failed")


def _executed(app: Application, row: EffectRow, effect: CancelOrder) -> Follow:
    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        now = app.clock()
        assert row.conversation_id is not None
        room = room_of(app, uow, row.brand_id, row.conversation_id)
        queue_read_order_back(uow, room, effect, now)
        return happened(app, uow, row, EffectCompleted(effect.type, effect.case, "done", now))

    return follow


def read_order_back(app: Application, claimed: Claimed) -> Result:
    """Ask again: of what was cancelled no more may be left than was said, or a human sees it."""
    row = claimed.effect
    payload = READ_ORDER_BACK.validate_json(row.payload)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
    try:
        order = app.order_office_of(brand).read_order_back(payload.customer, payload.order)
    except BackOfficeError as error:
        return asked_again(row, error)
    there = {line.ref: line.quantity for line in order.lines}
    more = {line: there[line] for line, left in payload.left if there.get(line, 0) > left}
    if more:
        return Never(f"order {payload.order} still has {more} in the back office; it was to have less")
    return Done(reconciled(app, row, payload.case))
