"""Whom somebody in danger is told to call: numbers that the phone companies' own tables know."""

import pytest
from phonenumbers import SUPPORTED_REGIONS
from phonenumbers.shortnumberinfo import is_emergency_number

from dialogs.emergency import NUMBERS, numbers_in


@pytest.mark.parametrize("region", sorted(NUMBERS))
def test_the_emergency_number_of_a_country_is_one(region: str) -> None:
    assert is_emergency_number(NUMBERS[region].emergency, region)


@pytest.mark.parametrize("region", sorted(NUMBERS))
def test_a_line_that_listens_is_no_emergency_number(region: str) -> None:
    listening = NUMBERS[region].listening
    assert listening is None or not is_emergency_number(listening.replace(" ", ""), region)


def test_every_country_of_the_world_has_something_to_call() -> None:
    assert all(numbers_in(region).emergency for region in SUPPORTED_REGIONS)
    assert numbers_in("SE") == ("112", None)
