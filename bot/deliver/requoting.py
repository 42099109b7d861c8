"""The back office does not keep to what was confirmed: what holds now is asked for, and told to the case."""

from datetime import timedelta

from bot.backoffice.base import BackOfficeError, NotPossible
from bot.backoffice.terms import HONOURED_DAYS
from bot.deliver.settle import Result, Taken, TermsRefused
from bot.deliver.telling import happened, put_off
from bot.room import case_of
from bot.wiring import Application
from dialogs.case import Case
from dialogs.effects import CancelOrder, CancelService
from dialogs.events import QuoteChanged
from dialogs.requoting import is_same, quotes_of
from dialogs.turn import CASE
from storage.repositories.brands import BrandRow
from storage.repositories.effects import EffectRow
from storage.unit_of_work import UnitOfWork


def service_quoted_anew(
    app: Application, row: EffectRow, effect: CancelService, brand: BrandRow, reason: str
) -> Result | None:
    """What ending the service means now, for its case to settle; None where nothing else holds than before.

    Terms count from the day of the declaration, as far back as a quote is kept to.
    """
    case = _own_case(app, row, effect)
    if case is None:
        return None
    kept_to = brand.day_of(app.clock()) - timedelta(days=HONOURED_DAYS)
    day = max(brand.day_of(case.declared_at), kept_to)
    try:
        services = app.office_of(brand).services(effect.customer, day)
    except BackOfficeError as error:
        return put_off(app, row, effect, error)
    found = next((each for each in services if each.ref == effect.service and each.can_be_cancelled), None)
    quotes = () if found is None else quotes_of(case, found)
    if not quotes or any(is_same(quote, effect.quote) for quote in quotes):
        return None
    return _refused(app, row, reason, QuoteChanged(case.id, app.clock(), service=found))


def order_quoted_anew(
    app: Application, row: EffectRow, effect: CancelOrder, brand: BrandRow, reason: str
) -> Result | None:
    """The same of an order; None where the same selection cannot be cancelled any more."""
    case = _own_case(app, row, effect)
    if case is None:
        return None
    selection = tuple((line.line, line.quantity) for line in effect.quote.lines)
    today = brand.day_of(app.clock())
    try:
        quote = app.order_office_of(brand).quote_order(effect.customer, effect.order, selection, today)
    except NotPossible:
        return None
    except BackOfficeError as error:
        return put_off(app, row, effect, error)
    if not quote.is_possible or quote == effect.quote:
        return None
    return _refused(app, row, reason, QuoteChanged(case.id, app.clock(), order_quote=quote))


def _own_case(app: Application, row: EffectRow, effect: CancelService | CancelOrder) -> Case | None:
    """The case; None where it went into another one, in which the customer is quoted anew anyway."""
    with app.database.read() as uow:
        found = case_of(uow, row.brand_id, effect.case)
    return None if found is None or found.id != effect.case else CASE.validate_json(found.data)


def _refused(app: Application, row: EffectRow, reason: str, event: QuoteChanged) -> TermsRefused:
    def follow(uow: UnitOfWork) -> Taken:
        look_ups = happened(app, uow, row, event)
        now = case_of(uow, row.brand_id, event.case)
        case = None if now is None else CASE.validate_json(now.data)
        # A failed one is for a person, who needs to see what was refused.
        return Taken(case is not None and case.status != "failed", look_ups)

    return TermsRefused(reason, follow)
