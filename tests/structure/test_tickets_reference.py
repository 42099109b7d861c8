"""docs/tickets.md shows a ticket that is one, and every type there is."""

import json
import re
from typing import Any, get_args

from bot.tickets.contents import TICKET, TicketType
from tests.structure.sources import ROOT

PAGE = (ROOT / "docs" / "tickets.md").read_text(encoding="utf-8")


def test_the_example_is_a_ticket_with_every_field() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    given: Any = json.loads(example)

    assert TICKET.dump_python(TICKET.validate_python(given), mode="json") == given


def test_every_type_is_told() -> None:
    table = PAGE.split("| type | when |", 1)[1].split("\n\n", 1)[0]
    assert tuple(re.findall(r"^\| `([a-z_.]+)` \|", table, re.MULTILINE)) == get_args(TicketType)
