"""What a text names: e-mail addresses, phone numbers, amounts, days and numbers of accounts.

Read for people, never for a decision: whoever matches a declaration sees what stands in its words. Phone
numbers are found by Google's library; the names of months and currencies and how numbers are written come
from the Unicode CLDR (Babel).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

import phonenumbers
from babel.core import Locale
from babel.dates import get_month_names
from babel.numbers import NumberFormatError, get_currency_name, get_currency_symbol, parse_decimal

from dialogs.understanding.identifiers import LONGEST_ACCOUNT, SHORTEST_UNANNOUNCED, find_emails
from dialogs.understanding.normalise import READ_LIMIT

Kind = Literal["email", "phone", "amount", "date", "account"]


class Entity(NamedTuple):
    """`value` is normalised: an address in lower case, E.164, ``29.90 EUR``, an ISO day, capitals."""

    kind: Kind
    value: str
    text: str


CURRENCIES = ("EUR", "USD", "GBP", "CHF", "BRL", "RUB", "MXN", "CAD", "AUD", "ARS", "COP", "CLP")
SPOKEN = {
    "euros": "EUR",
    "евро": "EUR",
    "dollars": "USD",
    "bucks": "USD",
    "pounds": "GBP",
    "quid": "GBP",
    "reais": "BRL",
    "руб": "RUB",
    "рубль": "RUB",
    "рубля": "RUB",
    "рублей": "RUB",
    "франков": "CHF",
}
"""As people call them where CLDR has the full name only."""
MOST_YEARS_AWAY = 20
"""A year further away belongs to no day of a contract."""

_NUMBER = r"\d{1,3}(?:[.,' \u00a0\u202f]\d{3})*(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_NUMERIC = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/-])")
_REFERENCE = re.compile(r"\b(?=[\w-]*\d)[^\W_]+(?:-[^\W_]+)*\b")


def entities_in(text: str, region: str, locales: Sequence[str], today: date) -> tuple[Entity, ...]:
    """What is named in the first 2,000 characters, in the order of the text's kinds; each once.

    Args:
        region: ISO 3166 country of phone numbers without a country code, and of how days are written.
        locales: languages in which months and currencies are looked for.
        today: a day without a year is the next one of that name.
    """
    rest = text[:READ_LIMIT]
    found: list[Entity] = []
    for reader in (_emails, _phones, _amounts, _days, _accounts):
        for entity in reader(rest, region, tuple(locales), today):
            found.append(entity)
            # What was read as one thing is no other thing as well.
            rest = rest.replace(entity.text, " " * len(entity.text))
    return tuple(dict.fromkeys(found))


def _emails(text: str, region: str, locales: tuple[str, ...], today: date) -> Iterator[Entity]:
    yield from (Entity("email", found.lower().rstrip("."), found) for found in find_emails(text))


def _phones(text: str, region: str, locales: tuple[str, ...], today: date) -> Iterator[Entity]:
    for match in phonenumbers.PhoneNumberMatcher(text, region):
        value = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        yield Entity("phone", value, match.raw_string)


def _amounts(text: str, region: str, locales: tuple[str, ...], today: date) -> Iterator[Entity]:
    pattern, codes = _money(locales)
    for match in pattern.finditer(text):
        code = codes[(match["before"] or match["after"]).casefold()]
        amount = _decimal(match["first"] or match["second"], locales)
        if amount is not None:
            yield Entity("amount", f"{amount:.2f} {code}", match[0])


def _decimal(written: str, locales: Iterable[str]) -> Decimal | None:
    """The number as the first of the languages writes it that can have written it so."""
    for locale in locales:
        try:
            return parse_decimal(written, locale, strict=True)
        except NumberFormatError:
            continue
    return None


@cache
def _money(locales: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """What is written before or after an amount, and the currency that it means."""
    codes: dict[str, str] = {}
    for code in CURRENCIES:
        names = {code, get_currency_symbol(code, "en"), get_currency_symbol(code, _home(code))}
        for locale in locales:
            names |= {get_currency_name(code, count, locale) for count in (1, 2, 5)}
        for name in names:
            codes.setdefault(name.casefold(), code)
    codes |= SPOKEN
    names_of = "|".join(re.escape(name) for name in sorted(codes, key=len, reverse=True))
    first = rf"(?<!\w)(?P<before>{names_of})\s?(?P<first>{_NUMBER})(?!\d)"
    second = rf"(?<![\d.,])(?P<second>{_NUMBER})\s?(?P<after>{names_of})(?!\w)"
    return re.compile(f"{first}|{second}", re.IGNORECASE), codes


def _home(code: str) -> str:
    """The language that writes a currency with its shortest symbol."""
    return {"BRL": "pt", "RUB": "ru", "MXN": "es", "GBP": "en", "EUR": "de"}.get(code, "en")


def _days(text: str, region: str, locales: tuple[str, ...], today: date) -> Iterator[Entity]:
    for match in _ISO.finditer(text):
        yield from _day(match[0], int(match[1]), int(match[2]), int(match[3]), today)
    for match in _NUMERIC.finditer(_ISO.sub(" ", text)):
        if match[2] == "." and match[4] is None and not text[match.end() :].startswith("."):
            continue  # "29.90" is no day; "31.12." is one
        day, month = int(match[1]), int(match[3])
        if match[2] == "/" and region in MONTH_FIRST:
            day, month = month, day
        year = None if match[4] is None else int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        yield from _day(match[0], year, month, day, today)
    pattern, months = _named_months(locales)
    for match in pattern.finditer(text):
        month = months[(match["month"] or match["month_first"]).casefold().rstrip(".")]
        named = match["year"] or match["year_last"]
        day = int(match["day"] or match["day_second"])
        yield from _day(match[0].rstrip(), int(named) if named else None, month, day, today)


MONTH_FIRST = frozenset({"US", "CA", "PH"})
"""Countries in which 3/4 is the fourth of March. Source: CLDR, short form of days."""


def _day(text: str, year: int | None, month: int, day: int, today: date) -> Iterator[Entity]:
    try:
        found = date(year or today.year, month, day)
        if year is None and found < today:
            found = date(today.year + 1, month, day)
    except ValueError:
        return
    if abs(found.year - today.year) <= MOST_YEARS_AWAY:
        yield Entity("date", found.isoformat(), text)


@cache
def _named_months(locales: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, int]]:
    months: dict[str, int] = {}
    for locale in locales:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                named = get_month_names(width, context, Locale.parse(locale))
                for number, name in named.items():
                    months.setdefault(name.casefold().rstrip("."), number)
    months = {name: number for name, number in months.items() if len(name) >= 3 and name.isalpha()}
    names = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
    year = r"(?:,?\s+(?:(?:de|do|del)\s+)?(?P<{}>\d{{4}}))?"
    first = rf"\b(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|er|º|-?го)?\s+(?:(?:of|de)\s+)?(?P<month>{names})\b\.?"
    second = rf"\b(?P<month_first>{names})\.?\s+(?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"
    pattern = f"{first}{year.format('year')}|{second}{year.format('year_last')}"
    return re.compile(pattern, re.IGNORECASE), months


def _accounts(text: str, region: str, locales: tuple[str, ...], today: date) -> Iterator[Entity]:
    """What may be the number of an account or a contract: digits, perhaps with letters, and no year."""
    for match in _REFERENCE.finditer(text):
        value = match[0].upper()
        digits = sum(char.isdigit() for char in value)
        if SHORTEST_UNANNOUNCED <= len(value) <= LONGEST_ACCOUNT and digits >= 3:
            yield Entity("account", value, match[0])
