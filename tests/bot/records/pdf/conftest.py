"""A press, warmed up once."""

import pytest

from bot.records.pdf.press import Press


@pytest.fixture(scope="session")
def press() -> Press:
    made = Press()
    assert made.problem is None
    return made
