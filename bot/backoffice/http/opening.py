"""Opening the line to a brand's own system, as the brand's settings say."""

from bot.backoffice.base import BackOffice
from bot.backoffice.http.client import HttpBackOffice
from bot.backoffice.http.signing import SHORTEST_KEY
from bot.backoffice.opening import Opening
from bot.lines.address import address_of


def open_http(opening: Opening) -> BackOffice:
    """The client. Raises `ValueError` for settings that will not do."""
    key = opening.settings["key"]
    if len(key.encode()) < SHORTEST_KEY:
        raise ValueError(f"key is too short: expected {SHORTEST_KEY} bytes or more")
    # The signature has the machine's own time, which the other side compares with its own.
    return HttpBackOffice(address_of(opening.settings["url"], opening.settings.get("network", "public")), key)
