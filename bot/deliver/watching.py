"""After the end: is it really over, was nothing charged, and has the money come back?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.backoffice.base import BackOffice, BackOfficeError, Charge, NotPossible, Refund
from bot.deliver.settle import Done, Follow, Never, Result, Unwanted
from bot.deliver.telling import asked_again, happened
from bot.room import case_of
from bot.watches import (
    FOLLOW_REFUND,
    WATCH_END,
    FollowRefund,
    Thread,
    WatchEnd,
    follow_refund,
    refunds_meant,
    total_of,
    watch_end,
)
from bot.wiring import Application
from dialogs.case import Case
from dialogs.effects import RefundCharge
from dialogs.events import ChargeFound, Event, RefundMoved
from dialogs.ids import BrandId, CaseId
from dialogs.turn import CASE, EFFECT
from dialogs.values import Money
from storage.repositories.brands import BrandRow
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

GRACE = timedelta(days=3)
"""So long after the day on which it is expected money may still be on its way: banks keep weekends."""
APPEARS_WITHIN = 3
"""Looks after which a promised refund of which the back office knows nothing is a person's concern."""
APPEARS_BY_HAND_WITHIN = 14
"""The same where a person has it paid back: their own bank may take its time, and show nothing meanwhile."""
MOST_LOOKS = 60


def look_at_end(app: Application, claimed: Claimed) -> Result:
    """Whether the service is over, and what was charged after its last day."""
    row = claimed.effect
    watch = WATCH_END.validate_json(row.payload)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
        case = _case(uow, row, watch.case)
        again = _restarts_of(uow, row.brand_id, watch)
    if case is None or case.status not in ("executed", "reconciled") or case.reversing_since is not None:
        return Unwanted("the cancellation does not stand any more")
    office = app.office_of(brand)
    try:
        state = office.read_back(watch.customer, watch.service)
        charges = office.charges(watch.customer, watch.service, watch.last_day + timedelta(days=1))
    except NotPossible as error:
        return Never(error.reason)
    except BackOfficeError as error:
        return asked_again(row, error)
    # From the day on which it was taken up again it is paid for, and need not be over.
    begins = min((order.restart.starts_on for order in again if order.restart is not None), default=None)
    stray = [each for each in _stray(case, charges) if begins is None or each.charged_on < begins]
    follow = _charged(app, row, brand, watch, stray)
    if begins is not None:
        return Done(follow)
    if state.status != "ended":
        reason = f"service {watch.service} was to end on {watch.last_day} and is {state.status!r}"
        return Never(reason, follow)
    if state.end_date is not None and state.end_date > watch.last_day:
        return Never(f"service {watch.service} ended on {state.end_date}, not on {watch.last_day}", follow)
    return Done(follow)


def _restarts_of(uow: UnitOfWork, brand: BrandId, watch: WatchEnd) -> tuple[Case, ...]:
    """The orders by which the customer took the service up again after this end, carried out or under way."""
    rows = uow.cases.of_customer(brand, uow.contacts.customer_hash(brand, watch.customer))
    cases = (CASE.validate_json(row.data) for row in rows)
    return tuple(
        case
        for case in cases
        if case.kind == "restart"
        and watch.service in (case.service, case.restarted_as)
        and not case.came_to_nothing
        and case.restart is not None
        and case.restart.starts_on > watch.last_day
    )


def _stray(case: Case, charges: Sequence[Charge]) -> list[Charge]:
    """Charges that nobody agreed to. The fee that was confirmed may be taken late, once."""
    known = {owed.charge for owed in case.refunds}
    fee = None if case.quote is None or case.quote.fee.is_zero else case.quote.fee
    found = [charge for charge in charges if charge.ref not in known]
    agreed = next((charge for charge in found if charge.amount == fee), None)
    return [charge for charge in found if charge is not agreed]


def _charged(
    app: Application, row: EffectRow, brand: BrandRow, watch: WatchEnd, charges: Sequence[Charge]
) -> Follow:
    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        now = app.clock()
        watch_end(uow, Thread.of(row), replace(watch, look=watch.look + 1), brand.zone, now)
        events = [
            ChargeFound(watch.case, charge.ref, charge.amount, charge.charged_on, now) for charge in charges
        ]
        return _all_happened(app, uow, row, events)

    return follow


def refund_charge(app: Application, claimed: Claimed) -> Result:
    """Have a stray charge paid back. Its key makes a repetition harmless."""
    row = claimed.effect
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, RefundCharge)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
    office = app.office_of(brand)
    try:
        if _is_gone(office, effect, row.key):
            return Unwanted("somebody paid it back meanwhile", _paid_by_others(app, row, effect))
        refunds = office.refund(effect.customer, effect.service, effect.charge, effect.amount, row.key)
    except NotPossible as error:
        return Never(error.reason, _failed(app, row, effect.case, effect.cause, effect.amount))
    except BackOfficeError as error:
        failed = _failed(app, row, effect.case, effect.cause, effect.amount)
        return asked_again(row, error, given_up=failed)
    follow = FollowRefund(effect.case, effect.customer, effect.service, effect.cause, effect.amount, look=1)
    return Done(_moved(app, row, follow, refunds))


def _is_gone(office: BackOffice, effect: RefundCharge, key: str) -> bool:
    """Whether the charge was paid back by somebody else, so that there is nothing to ask for."""
    if any(refund.cause == key for refund in office.refunds(effect.customer, effect.service)):
        return False
    charges = office.charges(effect.customer, effect.service, effect.charged_on)
    return all(charge.ref != effect.charge for charge in charges)


def _paid_by_others(app: Application, row: EffectRow, effect: RefundCharge) -> Follow:
    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        now = app.clock()
        brand = app.directory.brand(uow, row.brand_id)
        today = brand.day_of(now)
        moved = RefundMoved(effect.case, effect.cause, "paid", effect.amount, now, paid_on=today)
        return happened(app, uow, row, moved)

    return follow


def look_for_refund(app: Application, claimed: Claimed) -> Result:
    """Where the money is; it is looked for every day until it is there."""
    row = claimed.effect
    follow = FOLLOW_REFUND.validate_json(row.payload)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
        case = _case(uow, row, follow.case)
    if case is None or case.came_to_nothing or case.reversing_since is not None:
        return Unwanted("the cancellation does not stand any more")
    try:
        found = app.office_of(brand).refunds(follow.customer, follow.item)
    except NotPossible as error:
        return Never(error.reason)
    except BackOfficeError as error:
        return asked_again(row, error)
    ours = {owed.cause for owed in case.refunds} | {owed.ref for owed in case.returns}
    refunds = refunds_meant(follow, found, ours - {follow.cause})
    return _seen(app, row, brand, follow, refunds)


def _seen(
    app: Application, row: EffectRow, brand: BrandRow, follow: FollowRefund, refunds: Sequence[Refund]
) -> Result:
    if not refunds:
        return _not_seen(app, row, follow)
    follow = follow if follow.amount else replace(follow, amount=total_of(refunds))
    assert follow.amount is not None
    if any(refund.status == "failed" for refund in refunds):
        failed = _failed(app, row, follow.case, follow.cause, follow.amount)
        return Never(f"the refund of {_written(follow.amount)} for {follow.item} came back", failed)
    paid = total_of(refunds)
    if paid != follow.amount:
        reason = f"{_written(paid)} is paid back for {follow.item}; {_written(follow.amount)} was promised"
        return Never(reason, _moved(app, row, follow, refunds))
    if follow.look >= MOST_LOOKS:
        return Never(f"the refund of {_written(follow.amount)} for {follow.item} is still not paid")
    return Done(_moved(app, row, follow, refunds))


def _not_seen(app: Application, row: EffectRow, follow: FollowRefund) -> Result:
    """What a person did is not said to have failed because the back office does not show it."""
    by_hand = follow.by_hand_since is not None
    if follow.look < (APPEARS_BY_HAND_WITHIN if by_hand else APPEARS_WITHIN):
        return Done(lambda uow: _look_again(app, uow, row, follow))
    if follow.amount is None:
        return Never(
            f"ended by hand, and nothing was paid back for {follow.item} since; perhaps nothing was due"
        )
    reason = f"the back office knows of no refund of {_written(follow.amount)} for {follow.item}"
    if by_hand:
        return Never(f"{reason}, which was to be paid back by hand")
    return Never(reason, _failed(app, row, follow.case, follow.cause, follow.amount))


def _moved(app: Application, row: EffectRow, follow: FollowRefund, refunds: Sequence[Refund]) -> Follow:
    """What the case learns; and another look, as long as it is not there."""

    def then(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        now = app.clock()
        brand = app.directory.brand(uow, row.brand_id)
        event = _event(follow, refunds, now, brand.day_of(now))
        if event.standing != "paid":
            _look_again(app, uow, row, follow)
        return happened(app, uow, row, event)

    return then


def _event(follow: FollowRefund, refunds: Sequence[Refund], now: datetime, today: date) -> RefundMoved:
    expected_on = max(refund.expected_on for refund in refunds)
    amount = total_of(refunds)
    if all(refund.status == "paid" for refund in refunds):
        paid_on = max(refund.paid_on or today for refund in refunds)
        return RefundMoved(follow.case, follow.cause, "paid", amount, now, expected_on, paid_on)
    standing = "late" if today > expected_on + GRACE else "issued"
    return RefundMoved(follow.case, follow.cause, standing, amount, now, expected_on)  # type: ignore[arg-type]


def _failed(app: Application, row: EffectRow, case: CaseId, cause: str, amount: Money) -> Follow:
    return lambda uow: happened(app, uow, row, RefundMoved(case, cause, "failed", amount, app.clock()))


def _look_again(
    app: Application, uow: UnitOfWork, row: EffectRow, follow: FollowRefund
) -> tuple[EffectRow, ...]:
    follow_refund(uow, Thread.of(row), replace(follow, look=follow.look + 1), app.clock())
    return ()


def _all_happened(
    app: Application, uow: UnitOfWork, row: EffectRow, events: Sequence[Event]
) -> tuple[EffectRow, ...]:
    return tuple(look_up for event in events for look_up in happened(app, uow, row, event))


def _case(uow: UnitOfWork, row: EffectRow, case: CaseId) -> Case | None:
    found = case_of(uow, row.brand_id, case)
    return None if found is None else CASE.validate_json(found.data)


def _written(money: Money) -> str:
    return f"{money.amount} {money.currency}"
