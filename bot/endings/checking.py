"""Whether what a brand gave can be taken: asked of our tables and of the back office beforehand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.backoffice.base import BackOffice, Customer
from bot.endings.given import EndingsRefused, Fault, Given
from bot.endings.places import chat_that_sends
from bot.outbounds import mail_account
from bot.profile import is_health_service
from bot.wiring import Application
from dialogs.case import Case, EndingCause
from dialogs.endings import LEAST_NOTICE
from dialogs.ids import BrandId, CaseId, CustomerRef
from dialogs.turn import CASE
from storage.errors import Erased
from storage.repositories.brands import BrandRow
from storage.unit_of_work import UnitOfWork

LONGEST_NOTICE = timedelta(days=2 * 365)
"""What is further ahead is more likely a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A row that can be taken."""

    given: Given
    before: Case | None
    """The same, where it was taken before."""
    service_name: str = ""
    customer: Customer | None = None
    notice_days: int = 0


def check_endings(app: Application, brand: BrandRow, rows: Sequence[Given]) -> list[Checked]:
    """What can be taken. Raises EndingsRefused with every fault, Unavailable."""
    office = app.office_of(brand)
    today = brand.day_of(app.clock())
    checked: list[Checked] = []
    faults: list[Fault] = []
    for given in rows:
        try:
            checked.append(_checked(app, brand, office, given, today))
        except EndingsRefused as refused:
            faults += refused.faults
    if faults:
        raise EndingsRefused(faults)
    return checked


def notice_days_of(brand: BrandRow, cause: EndingCause) -> int:
    """How many days there must be at least. A brand can make it longer, never shorter."""
    longer = str(brand.settings.get(f"notice_days_{cause}", ""))
    return max(LEAST_NOTICE[cause], int(longer) if longer.isdigit() else 0)


def ending_id(uow: UnitOfWork, brand: BrandId, reference: str) -> CaseId:
    """The id of the ending that a brand calls this: so there is one of it, whoever gives it when."""
    return CaseId(uow.vault.blind_index(brand, "ending", reference).hex()[:32])


def ending_called(uow: UnitOfWork, brand: BrandId, reference: str) -> Case | None:
    """The ending with this reference of the brand's, or None. Raises Erased."""
    row = uow.cases.get(brand, ending_id(uow, brand, reference))
    return None if row is None else CASE.validate_json(row.data)


def is_same(case: Case, given: Given) -> bool:
    """Whether it was given like this before, in capital letters or small ones."""
    ending = case.ending
    assert ending is not None, "not an ending"
    assert case.customer is not None, "an ending is somebody's"
    if case.customer.casefold() != given.customer.casefold():
        return False
    before = (case.service, ending.cause, ending.last_day, ending.facts)
    return before == (given.service, given.cause, given.last_day, given.facts)


def _checked(app: Application, brand: BrandRow, office: BackOffice, given: Given, today: date) -> Checked:
    before = _before(app, brand, given)
    if before is not None:
        return Checked(given, before)
    faults = list(_faults_of_day(brand, given, today))
    customer = office.find_customer(given.customer, "account")
    if customer is None:
        faults.append(_fault(given, "customer", f"{given.customer!r} is not known in the back office"))
        raise EndingsRefused(faults)
    services = {service.ref: service for service in office.services(customer.ref, today)}
    service = services.get(given.service)
    if service is None:
        known = ", ".join(services) or "none"
        faults.append(_fault(given, "service", f"{given.service!r}; the customer's services are: {known}"))
    elif not service.can_be_cancelled:
        faults.append(_fault(given, "service", f"{given.service!r} is {service.status} already"))
    if given.facts is not None and service and is_health_service(brand, service.ref, service.name):
        # They are sent to the customer as they are, by text as well.
        faults.append(_fault(given, "facts", "expected none: the profile health sends no free words"))
    faults += _faults_of_own_tables(app, brand, given, customer)
    if faults or service is None:
        raise EndingsRefused(faults)
    return Checked(given, None, service.name, customer, (given.last_day - today).days)


def _before(app: Application, brand: BrandRow, given: Given) -> Case | None:
    """The same ending where it was taken before. Raises EndingsRefused: another one has the reference."""
    try:
        with app.database.read() as uow:
            before = ending_called(uow, brand.id, given.reference)
    except Erased as error:
        message = f"{given.reference!r} was used for somebody whose data is erased"
        raise EndingsRefused([_fault(given, "reference", message)]) from error
    if before is not None and not is_same(before, given):
        message = f"{given.reference!r} was used for another ending; expected the same content"
        raise EndingsRefused([_fault(given, "reference", message)])
    return before


def _faults_of_day(brand: BrandRow, given: Given, today: date) -> Iterable[Fault]:
    days = notice_days_of(brand, given.cause)
    earliest, latest = today + timedelta(days=days), today + LONGEST_NOTICE
    if given.last_day < earliest:
        told = f"expected {earliest} or later ({days} days' notice for {given.cause})"
        yield _fault(given, "last_day", f"{given.last_day} is too early; {told}")
    if given.last_day > latest:
        yield _fault(given, "last_day", f"{given.last_day} is too late; expected {latest} or earlier")


def _faults_of_own_tables(
    app: Application, brand: BrandRow, given: Given, customer: Customer
) -> Iterable[Fault]:
    with app.database.read() as uow:
        item = uow.cases.item_hash(brand.id, customer.ref, given.service, "ending")
        row = uow.cases.open_for_item(brand.id, item)
        ending = None if row is None else CASE.validate_json(row.data).ending
        reached = _can_be_told(app, uow, brand, customer)
    if ending is not None:
        message = f"{given.service!r} is being ended already, under the reference {ending.reference!r}"
        yield _fault(given, "service", message)
    if not reached:
        yield _fault(given, "customer", f"{given.customer!r} cannot be told: no chat that sends, no e-mail")


def _can_be_told(app: Application, uow: UnitOfWork, brand: BrandRow, customer: Customer) -> bool:
    if customer.email and mail_account(app.directory.accounts_of(uow, brand.id)) is not None:
        return True
    return chat_that_sends(app, uow, brand, CustomerRef(customer.ref)) is not None


def _fault(given: Given, column: str, message: str) -> Fault:
    return Fault(given.row, column, message)
