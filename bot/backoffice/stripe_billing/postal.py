"""A customer's address at Stripe as the lines on an envelope. Pure.

How post code, place and state stand differs from country to country. Source: Universal Postal Union,
Universal POST*CODE DataBase; where a country is not told apart, the post code stands before the place.
"""

from collections.abc import Iterator
from typing import Any

from bot.backoffice.base import PostalAddress

_STATE_AFTER_PLACE = frozenset({"US", "CA", "AU"})
_CODE_BELOW_PLACE = frozenset({"GB", "IE", "RU"})


def postal_address(address: dict[str, Any]) -> PostalAddress | None:
    """The address; None where it names no street, or no country."""
    told = {name: str(value).strip() for name, value in address.items() if value}
    country, street = told.get("country", "").upper(), told.get("line1", "")
    if not street or len(country) != 2:
        return None
    lines = (street, told.get("line2", ""), *_place(country, told))
    return PostalAddress(tuple(line for line in lines if line), country)


def _place(country: str, told: dict[str, str]) -> Iterator[str]:
    code, city, state = (told.get(name, "") for name in ("postal_code", "city", "state"))
    if country in _STATE_AFTER_PLACE:
        comma = "," if country == "US" and city else ""
        yield " ".join(part for part in (f"{city}{comma}", state, code) if part)
    elif country in _CODE_BELOW_PLACE:
        yield city
        yield code
    elif country == "BR":
        yield " - ".join(part for part in (city, state) if part)
        yield code
    else:
        yield " ".join(part for part in (code, city) if part)
