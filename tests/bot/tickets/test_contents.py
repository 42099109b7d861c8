"""A ticket can be written of every case, wherever it stands."""

from typing import get_args

import pytest

from bot.tickets.contents import TicketType, type_of
from dialogs.case import Standing
from dialogs.endings import EndingStanding
from tests.bot.records.examples import CASE


@pytest.mark.parametrize("standing", sorted({*get_args(Standing), *get_args(EndingStanding)}))
def test_each_standing_has_a_type(standing: str) -> None:
    assert f"case.{standing}" in get_args(TicketType)


def test_a_case_has_the_type_of_its_standing() -> None:
    assert type_of(CASE) == "case.accepted"
