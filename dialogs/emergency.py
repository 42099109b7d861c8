"""Whom somebody in danger can call, by country: the emergency number, and people who listen day and night.

Sources: emergency numbers as in Google's phone number metadata (a test compares them); 112 works in
all of the EU (Directive (EU) 2018/1972, Art. 109) and from any GSM phone. Lines that listen: 988 (United
States: National Suicide Hotline Designation Act 2020; Canada: CRTC 2022-234), 116 123 (Samaritans; a number
for emotional support by EU Decision 2007/698/EC), TelefonSeelsorge 0800 111 0 111, Telefonseelsorge
Österreich 142, Die Dargebotene Hand 143, 3114 (France, since 2021), 024 (Spain, since 2022), 1411 (Portugal:
Portaria 291/2025), CVV 188 (Brazil), Línea de la Vida 800 911 2000 (Mexico), Lifeline 13 11 14 (Australia),
1737 (New Zealand), Centre de Prévention du Suicide 0800 32 123 (Belgium). Only lines are named that answer
anybody in the country at any hour; where none is known for certain, only the emergency number is.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Numbers(NamedTuple):
    """Phone numbers as people write them."""

    emergency: str
    listening: str | None = None
    """Somebody to talk to about thoughts of suicide, at any hour; None where none is known for certain."""


ANYWHERE = Numbers("112")

NUMBERS: Mapping[str, Numbers] = {
    "AR": Numbers("911"),
    "AT": Numbers("112", "142"),
    "AU": Numbers("000", "13 11 14"),
    "BE": Numbers("112", "0800 32 123"),
    "BR": Numbers("192", "188"),
    "CA": Numbers("911", "988"),
    "CH": Numbers("112", "143"),
    "CL": Numbers("131"),
    "CO": Numbers("123"),
    "DE": Numbers("112", "0800 111 0 111"),
    "ES": Numbers("112", "024"),
    "FR": Numbers("112", "3114"),
    "GB": Numbers("999", "116 123"),
    "IE": Numbers("112", "116 123"),
    "MX": Numbers("911", "800 911 2000"),
    "NZ": Numbers("111", "1737"),
    "PT": Numbers("112", "1411"),
    "US": Numbers("911", "988"),
}
"""ISO 3166 country -> whom to call there."""


def numbers_in(region: str) -> Numbers:
    """Whom to call in a country; 112 by itself where nothing else is known.

    Args:
        region: ISO 3166, in capitals.
    """
    return NUMBERS.get(region, ANYWHERE)
