"""Things that are sent back: where they are, and the money that follows them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.backoffice.base import BackOfficeError, NotPossible, Return
from bot.deliver.settle import Done, Follow, Never, Result
from bot.deliver.telling import asked_again, happened
from bot.watches import FOLLOW_RETURNS, FollowRefund, FollowReturns, Thread, follow_refund, follow_returns
from bot.wiring import Application
from dialogs.case import ReturnStanding
from dialogs.events import ReturnMoved
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

SOON = timedelta(days=3)
"""So long before the last day the customer is reminded."""
UNDER_WAY = timedelta(days=7)
"""So long after the last day a parcel may still be on its way."""
MOST_LOOKS = 120


def look_for_returns(app: Application, claimed: Claimed) -> Result:
    """Where the things are; they are looked for every day until all are taken, or refused."""
    row = claimed.effect
    follow = FOLLOW_RETURNS.validate_json(row.payload)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
    try:
        found = app.order_office_of(brand).returns(follow.customer, follow.order)
    except NotPossible as error:
        return Never(error.reason)
    except BackOfficeError as error:
        return asked_again(row, error)
    returns = [each for each in found if each.cause == follow.cause]
    if not returns:
        return Never(f"the back office expects nothing back of order {follow.order}")
    today = brand.day_of(app.clock())
    moved = _moved(app, row, follow, returns, today)
    if follow.look >= MOST_LOOKS and not _are_settled(returns):
        return Never(f"of order {follow.order} something is still to come back", moved)
    return Done(moved)


def _moved(
    app: Application, row: EffectRow, follow: FollowReturns, returns: Sequence[Return], today: date
) -> Follow:
    def then(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        now, thread = app.clock(), Thread.of(row)
        for each in returns:
            if each.status == "accepted":
                money = FollowRefund(follow.case, follow.customer, follow.order, each.ref, each.refund)
                follow_refund(uow, thread, money, now, at_once=True)
        if not _are_settled(returns) and follow.look < MOST_LOOKS:
            follow_returns(uow, thread, replace(follow, look=follow.look + 1), now)
        events = [
            ReturnMoved(
                follow.case, each.ref, each.line, each.quantity, each.refund, each.return_by,
                standing_of(each, today), now, each.tracking, each.label,
            )
            for each in returns
        ]  # fmt: skip
        return tuple(look_up for event in events for look_up in happened(app, uow, row, event))

    return then


def standing_of(back: Return, today: date) -> ReturnStanding:
    """Where things are, as the customer is told: in time, nearly late, late, there, taken or refused."""
    if back.status != "expected":
        return back.status
    if today > back.return_by + UNDER_WAY:
        return "overdue"
    on_its_way = back.tracking is not None or today > back.return_by
    return "due_soon" if today >= back.return_by - SOON and not on_its_way else "expected"


def _are_settled(returns: Sequence[Return]) -> bool:
    return all(each.status in ("accepted", "rejected") for each in returns)
