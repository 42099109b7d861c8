"""Whoever always takes the way out holds a receipt in their third message at the latest.

A code adds two messages, choosing among several services one. It holds also
where the code, the match or the back office fails.
"""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from bot.backoffice.base import Unavailable
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor

DECLARATION = "Ada Sommer, BL-1001, ada.sommer@example.com"


class Way(NamedTuple):
    """Who cancels how: `steps` are what is written, {pressed} or (code) the one that was sent."""

    customer: str | None
    steps: tuple[str, ...]
    kind: str
    office_down: bool = False


WAYS = {
    "vouched, with an offer": Way(
        "BL-1001", ("I want to cancel", "{No, cancel}", "{Confirm cancellation}"), "termination"
    ),
    "vouched, in words": Way("BL-1001", ("cancel my contract", "no", "yes"), "termination"),
    "vouched, without an offer": Way(
        "BL-1003", ("I want to cancel", "{Confirm cancellation}"), "termination"
    ),
    "vouched, several services": Way(
        "BL-1002", ("I want to cancel", "{2}", "{No, cancel}", "{Confirm cancellation}"), "termination"
    ),
    "vouched, which one is said": Way("BL-1002", ("cancel", "Brightline TV", "no", "confirm"), "termination"),
    "anonymous, account number": Way(
        None,
        ("I want to cancel", "BL-1001", "(code)", "{No, cancel}", "{Confirm cancellation}"),
        "termination",
    ),
    "anonymous, several services": Way(
        None, ("cancel", "ben.okafor@example.com", "(code)", "{1}", "no", "yes"), "termination"
    ),
    "anonymous, no code arrives": Way(
        None, ("cancel", "BL-1001", "{Go on without}", DECLARATION), "declaration"
    ),
    "anonymous, unknown": Way(None, ("cancel", "BL-7777", "{Go on without}", DECLARATION), "declaration"),
    "anonymous, knows no number": Way(None, ("cancel", "{Go on without}", DECLARATION), "declaration"),
    "vouched, office down": Way(
        "BL-1001", ("I want to cancel", "{Confirm cancellation}"), "termination", office_down=True
    ),
    "vouched, several services, office down": Way(
        "BL-1002", ("I want to cancel", "{Confirm cancellation}"), "termination", office_down=True
    ),
    "anonymous, office down": Way(
        None, ("cancel", "BL-1001", "{Go on without}", DECLARATION), "declaration", office_down=True
    ),
    "by the greeting's first choice": Way(
        "BL-1001", ("{Cancel something}", "{No, cancel}", "{Confirm cancellation}"), "termination"
    ),
}


@pytest.mark.parametrize("name", WAYS)
@pytest.mark.check(1, 7, 9)
def test_the_receipt_comes_in_time(house: House, visitor: Visitor, name: str) -> None:
    way = WAYS[name]
    house.offices.fault = Unavailable("no answer") if way.office_down else None
    visitor.begin(way.customer)

    for step in way.steps:
        assert not visitor.answer["record"], "the receipt came earlier than planned"
        _take(house, visitor, step)

    assert visitor.answer["record"]["kind"] == way.kind
    assert visitor.answer["record"]["number"] in visitor.text
    if way.kind == "termination":
        assert visitor.answer["status"] == "bot", "nobody else is needed to finish"
    assert len(way.steps) <= 3 + 2 * (way.customer is None) + (
        "several services" in name or "which one" in name
    )


def _take(house: House, visitor: Visitor, step: str) -> None:
    ways: dict[str, Callable[[str], object]] = {"{": visitor.press, "(": visitor.say}
    if step == "(code)":
        house.run_due()
        step = f"({house.sent()[-1].body[:6]}"
    pressed = step.strip("{}")
    if step.startswith("{") and pressed.isdigit():
        pressed = visitor.labels[int(pressed) - 1]
    ways.get(step[0], visitor.say)(pressed.lstrip("("))
