"""What an account of letters must say: whose letters they are, and where they are posted."""

import re

from channels.base import Account
from channels.letter.windows import WINDOWS

LONGEST_SENDER = 64
"""Characters in the small line above the address: as many as show in the window."""
MOST_CONTACT_LINES, LONGEST_CONTACT = 6, 40

_COUNTRY = re.compile(r"[A-Z]{2}")
_SIDES = ("one", "two")


def checked(account: Account) -> None:
    """Raises `ValueError` with the name of the setting that is missing or wrong, and what was expected."""
    settings = account.settings
    if not account.address.strip() or len(account.address) > LONGEST_SENDER:
        raise ValueError(
            "address: expected the sender in one line, such as `Acme GmbH, Hauptstraße 1, 10115 Berlin`, "
            f"of at most {LONGEST_SENDER} characters"
        )
    if not account.address.isprintable():
        raise ValueError("address: expected the sender in one line, without control characters")
    if not _COUNTRY.fullmatch(settings.get("country", "")):
        raise ValueError("country: expected two capital letters (ISO 3166), such as DE or US")
    if settings.get("window", "din") not in WINDOWS:
        raise ValueError(f"window: expected one of {', '.join(WINDOWS)}")
    if settings.get("sides", "one") not in _SIDES:
        raise ValueError(f"sides: expected one of {', '.join(_SIDES)}")
    contact = contact_lines(settings.get("contact", ""))
    if len(contact) > MOST_CONTACT_LINES or any(len(line) > LONGEST_CONTACT for line in contact):
        raise ValueError(
            f"contact: expected at most {MOST_CONTACT_LINES} lines of {LONGEST_CONTACT} characters, "
            "parted by |"
        )


def contact_lines(written: str) -> tuple[str, ...]:
    """The lines of the setting `contact`."""
    return tuple(line.strip() for line in written.split("|") if line.strip())
