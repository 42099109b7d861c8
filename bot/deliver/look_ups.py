"""Asking the back office who somebody is and what they have: two seconds, three outcomes."""

import logging
from collections.abc import Sequence
from datetime import date, datetime

from bot.backoffice.base import BackOffice, BackOfficeError, Customer, NotPossible, OrderOffice, Unavailable
from bot.deliver.settle import Done, Result, settle
from bot.letters.addressing import reaches
from bot.outbounds import letter_account
from bot.receive.happenings import happen
from bot.wiring import Application
from dialogs.effects import LookUpAccount, LookUpQuote
from dialogs.events import AccountLookedUp, OrderQuoted
from dialogs.turn import EFFECT
from dialogs.values import Order, Service
from storage.errors import Conflict
from storage.repositories.brands import BrandRow
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.deliver")

LookUp = LookUpAccount | LookUpQuote
Found = AccountLookedUp | OrderQuoted

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
    return _answered(app, row, _asked(app, brand, effect))


def without_answer(app: Application, row: EffectRow) -> Done:
    """The customer goes on as if nobody could be asked: what was found contradicts what is kept here."""
    return _answered(app, row, _unavailable(_effect_of(row), app.clock()))


def _effect_of(row: EffectRow) -> LookUp:
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, LookUpAccount | LookUpQuote)
    return effect


def _answered(app: Application, row: EffectRow, event: Found) -> Done:
    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        assert row.conversation_id is not None
        return happen(app, uow, row.brand_id, row.conversation_id, event).look_ups

    return Done(follow)


def _asked(app: Application, brand: BrandRow, effect: LookUp) -> Found:
    now = app.clock()
    today = brand.day_of(now)
    try:
        if isinstance(effect, LookUpAccount):
            return _account(app, brand, effect, today, now)
        return _quote(app, brand, effect, today, now)
    except BackOfficeError:
        return _unavailable(effect, now)
    except Exception:
        # Whatever it is, the customer is told that there is no answer and can go on.
        log.exception("the back office of %s failed in an unforeseen way", brand.slug)
        return _unavailable(effect, now)


def _unavailable(effect: LookUp, now: datetime) -> Found:
    if isinstance(effect, LookUpAccount):
        return AccountLookedUp("unavailable", now, reference=effect.reference)
    return OrderQuoted("unavailable", now, reference=effect.reference)


def _account(
    app: Application, brand: BrandRow, effect: LookUpAccount, today: date, now: datetime
) -> AccountLookedUp:
    office = app.office_of(brand)
    customer = _customer(office, effect)
    if customer is None:
        return AccountLookedUp("none", now, reference=effect.reference)
    services, orders = _what_there_is(office, customer, effect, today)
    return AccountLookedUp(
        "found",
        now,
        customer=customer.ref,
        name=customer.name,
        risk=customer.risk,
        services=services,
        orders=orders,
        phone=customer.phone,
        email=customer.email,
        postal=_takes_letters(app, brand, customer),
        reference=effect.reference,
    )


def _takes_letters(app: Application, brand: BrandRow, customer: Customer) -> bool | None:
    with app.database.read() as uow:
        account = letter_account(app.directory.accounts_of(uow, brand.id))
    return None if account is None else reaches(customer, brand, account)


def _what_there_is(
    office: BackOffice, customer: Customer, effect: LookUpAccount, today: date
) -> tuple[tuple[Service, ...], tuple[Order, ...]]:
    """What was asked for; where there is none of it, the other as well: that may have been meant."""
    if effect.of == "orders":
        if not isinstance(office, OrderOffice):
            raise Unavailable("this back office knows no orders")
        orders = office.orders(customer.ref)
        return () if orders else office.services(customer.ref, today), orders
    services = office.services(customer.ref, today)
    if any(service.can_be_cancelled for service in services) or not isinstance(office, OrderOffice):
        return services, ()
    return services, office.orders(customer.ref)


def _quote(app: Application, brand: BrandRow, effect: LookUpQuote, today: date, now: datetime) -> OrderQuoted:
    office = app.order_office_of(brand)
    try:
        quote = office.quote_order(effect.customer, effect.order, effect.selection, today)
    except NotPossible:
        return OrderQuoted("none", now, reference=effect.reference)
    return OrderQuoted("found", now, quote, effect.reference)


def _customer(office: BackOffice, effect: LookUpAccount) -> Customer | None:
    if effect.customer is not None:
        return office.find_customer(effect.customer, "account")
    return office.find_customer(effect.phone or "", "phone")
