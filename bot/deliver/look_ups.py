"""Asking the back office who somebody is and what they have: two seconds, three outcomes."""

import logging
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.backoffice.base import BackOffice, BackOfficeError, Customer
from bot.deliver.settle import Done, Result, settle
from bot.receive import happen
from bot.wiring import Application
from dialogs.effects import LookUpAccount
from dialogs.events import AccountLookedUp
from dialogs.turn import EFFECT
from storage.errors import Conflict
from storage.repositories.brands import BrandRow
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.deliver")

MOST_ROUNDS = 4
"""A look-up's answer may ask for another one; more rounds than this are a fault of the script."""


def run_look_ups(app: Application, rows: Sequence[EffectRow]) -> None:
    """Run look-ups that this process holds, and those that their answers ask for."""
    for _ in range(MOST_ROUNDS):
        if not rows:
            return
        rows = [more for row in rows for more in _run(app, row)]


def _run(app: Application, row: EffectRow) -> tuple[EffectRow, ...]:
    result = look_up(app, Claimed(row, interrupted=False))
    try:
        return settle(app, row, result)
    except Conflict:
        log.exception("what was found by look-up %s cannot be used", row.id)
        return settle(app, row, without_answer(app, row))


def look_up(app: Application, claimed: Claimed) -> Result:
    """Ask, and let the answer be an event of the conversation. No answer is an answer, too."""
    row = claimed.effect
    effect = _effect_of(row)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
    return _answered(app, row, _asked(app.office_of(brand), brand, effect, app.clock()))


def without_answer(app: Application, row: EffectRow) -> Done:
    """The customer goes on as if nobody could be asked: what was found contradicts what is kept here."""
    event = AccountLookedUp("unavailable", app.clock(), reference=_effect_of(row).reference)
    return _answered(app, row, event)


def _effect_of(row: EffectRow) -> LookUpAccount:
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, LookUpAccount)
    return effect


def _answered(app: Application, row: EffectRow, event: AccountLookedUp) -> Done:
    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        assert row.conversation_id is not None
        return happen(app, uow, row.brand_id, row.conversation_id, event).look_ups

    return Done(follow)


def _asked(office: BackOffice, brand: BrandRow, effect: LookUpAccount, now: datetime) -> AccountLookedUp:
    try:
        customer = _customer(office, effect)
        if customer is None:
            return AccountLookedUp("none", now, reference=effect.reference)
        services = office.services(customer.ref, now.astimezone(ZoneInfo(brand.zone)).date())
    except BackOfficeError:
        return AccountLookedUp("unavailable", now, reference=effect.reference)
    except Exception:
        # Whatever it is, the customer is told that there is no answer and can go on.
        log.exception("the back office of %s failed in an unforeseen way", brand.slug)
        return AccountLookedUp("unavailable", now, reference=effect.reference)
    return AccountLookedUp(
        "found",
        now,
        customer=customer.ref,
        name=customer.name,
        risk=customer.risk,
        services=services,
        phone=customer.phone,
        email=customer.email,
        reference=effect.reference,
    )


def _customer(office: BackOffice, effect: LookUpAccount) -> Customer | None:
    if effect.customer is not None:
        return office.find_customer(effect.customer, "account")
    return office.find_customer(effect.phone or "", "phone")
