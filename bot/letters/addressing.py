"""Whom a letter goes to: the customer's address in the back office, as it shows in the envelope's window."""

from babel import Locale

from bot.backoffice.base import Customer
from bot.printing.measuring import text_width
from channels.letter.fitting import DoesNotFit, fitted
from channels.letter.windows import window_of
from storage.repositories.brands import AccountRow, BrandRow

NO_ADDRESS = "no postal address is known: expected one in the back office"
NOBODY = "it is not known which customer it is: expected a match in the back office"


def reaches(customer: Customer | None, brand: BrandRow, account: AccountRow | None) -> bool:
    """Whether a letter from this account would reach them."""
    if customer is None or account is None:
        return False
    try:
        addressee_of(customer, brand, account)
    except DoesNotFit:
        return False
    return True


def addressee_of(customer: Customer, brand: BrandRow, account: AccountRow) -> tuple[str, ...]:
    """The lines in the window. Abroad, the country stands in the last one, as the sending country calls it.

    Raises `DoesNotFit`, also where there is no address.
    """
    postal = customer.postal
    if postal is None:
        raise DoesNotFit(NO_ADDRESS)
    at_home = str(account.settings.get("country", "")).upper()
    country = None if postal.country == at_home else _named(postal.country, brand.locale)
    try:
        return fitted(customer.name, postal.lines, window_of(account.settings), text_width, country)
    except DoesNotFit as error:
        raise DoesNotFit(f"the postal address does not fit: {error}") from error


def _named(country: str, locale: str) -> str:
    """The country in capital letters, as the Universal Postal Union advises."""
    names = Locale.parse(locale, sep="-").territories
    return str(names.get(country, country)).upper()
