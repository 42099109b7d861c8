"""docs/orders.md tells what becomes of each line of an order, as the back office has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

import pytest

from bot.backoffice.local_returns import FORWARD
from bot.backoffice.orders import RETURN_DAYS, PlacedLine, PlacedOrder, quote_order
from bot.backoffice.paying import MONEY_FIRST
from dialogs.cases.form import HasLine, load_cases
from dialogs.cases.orders import order_of, order_quoted
from dialogs.ids import OrderLineRef, OrderRef
from dialogs.values import LineOutcome, LineQuote, LineState
from tests.structure.sources import ROOT

PAGE = (ROOT / "docs" / "orders.md").read_text(encoding="utf-8")
CASES = {
    name: case
    for file in sorted((ROOT / "tests" / "cases" / "order").glob("*.yaml"))
    for name, case in load_cases(file.read_text("utf-8"), file.name).items()
}
TODAY = date(2026, 11, 22)

HAPPENS: dict[LineOutcome, str] = {
    "void": "it is cancelled, and nothing is paid back",
    "refund": "it is cancelled and paid back at once",
    "return": "it is sent back with a free label, and paid back once it was looked at",
    "refused": "it stays, and the rule is named",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a line in a state; `returnable`: what was delivered can still be sent back."""

    state: LineState
    case: str
    returnable: bool = True
    when: str = ""

    @property
    def row(self) -> str:
        quote = self.quote
        rule = "" if quote.rule is None else f"`{quote.rule}`"
        cells = (f"`{self.state}`{self.when}", f"`{quote.outcome}`", HAPPENS[quote.outcome], rule)
        return f"| {' | '.join(cells)} | `{self.case}` |"

    @property
    def quote(self) -> LineQuote:
        """What the built-in back office says of it."""
        deadline = TODAY if self.returnable else TODAY - timedelta(days=1)
        line = PlacedLine(OrderLineRef("1-1"), "Blue mug", 1, 1990, self.state, deadline=deadline)
        placed = PlacedOrder(OrderRef("1"), TODAY, "EUR", 0, (line,))
        return quote_order(placed, ((line.ref, 1),), TODAY).lines[0]


LINES = (
    Told("unpaid", "not_paid_yet"),
    Told("paid", "one_thing_in_two_messages"),
    Told("shipped", "sent_back"),
    Told("delivered", "delivered_in_time", when=", until its `deadline`"),
    Told("delivered", "refused_in_part", returnable=False, when=", after it or without one"),
    Told("digital", "refused_with_the_rule"),
    Told("custom_made", "refused_with_the_rule"),
)


def table_under(title: str) -> list[str]:
    """The rows of the first table in that section, without its head."""
    section = PAGE.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]
    return [line for line in section.splitlines() if line.startswith("| ")][2:]


def shown_in(case: str) -> Iterator[tuple[HasLine, LineQuote]]:
    """The lines of the case's orders, and what its small world says of each."""
    world = CASES[case].world
    for has in world.orders:
        order = order_of(has, world.currency, TODAY)
        quote = order_quoted(order, tuple((line.ref, line.quantity) for line in order.lines), TODAY)
        assert quote is not None
        yield from zip(has.lines, quote.lines, strict=True)


def test_lines_are_told() -> None:
    assert table_under("Each line") == [told.row for told in LINES]


def test_no_state_is_left_out() -> None:
    assert {told.state for told in LINES} == set(get_args(LineState))
    assert {told.quote.outcome for told in LINES} == set(HAPPENS)


def test_without_a_deadline_nothing_delivered_comes_back() -> None:
    line = PlacedLine(OrderLineRef("1-1"), "Blue mug", 1, 1990, "delivered")
    placed = PlacedOrder(OrderRef("1"), TODAY, "EUR", 0, (line,))

    assert quote_order(placed, ((line.ref, 1),), TODAY).lines[0].outcome == "refused"


@pytest.mark.parametrize("told", LINES, ids=lambda told: f"{told.state}-{told.case}")
def test_a_case_shows_it(told: Told) -> None:
    shown = [
        (quote.outcome, quote.rule)
        for has, quote in shown_in(told.case)
        if (has.state, has.returnable) == (told.state, told.returnable)
    ]

    assert (told.quote.outcome, told.quote.rule) in shown


def test_where_returns_go_is_told() -> None:
    rows = [f"| `{status}` | {', '.join(f'`{each}`' for each in to)} |" for status, to in FORWARD.items()]

    assert [row.replace("|  |", "| nothing else |") for row in rows] == table_under("What is sent back")


def test_the_order_of_means_and_the_days_are_told() -> None:
    assert ", ".join(f"`{means}`" for means in MONEY_FIRST) in " ".join(PAGE.split())
    assert f"within {RETURN_DAYS} days" in PAGE
