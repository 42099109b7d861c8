"""Letters are tried in the demo: ordered at the desk, read on the page of what would have been sent."""

from pathlib import Path

import pytest

from bot.demo.customers import ADDRESSES, DEMO_CUSTOMERS
from bot.printing.measuring import text_width
from bot.publishing import Dialogs
from channels.letter.fitting import fitted
from channels.letter.windows import DIN
from tests.bot.confirming.conftest import cancelling
from tests.bot.confirming.test_letters_asked import Agent
from tests.bot.web.chat.house import opened


@pytest.mark.parametrize("ref", ADDRESSES)
def test_each_address_shows_in_the_window(ref: str) -> None:
    customer = next(each for each in DEMO_CUSTOMERS if each.ref == ref)
    address = ADDRESSES[ref]
    abroad = None if address.country == "DE" else "BELGIUM"

    shown = fitted(customer.name, address.lines, DIN, text_width, abroad)

    assert shown[0] == customer.name


def test_a_letter_is_ordered_and_read(seeded_url: str, tmp_path: Path, dialogs: Dialogs) -> None:
    with opened(seeded_url, tmp_path, dialogs, letters=True) as house:
        visitor = cancelling(house)
        house.run_due()
        browser = house.client()
        assert "No letter yet" in browser.get("/sandbox/").get_data(as_text=True)

        agent = Agent(house, visitor)
        shown = agent.envelope()
        assert (shown["problem"], shown["lines"][-1]) == (None, "10435 Berlin")
        assert agent.order("\n".join(shown["lines"]), shown["country"]).status_code == 200
        house.run_due()

        page = browser.get("/sandbox/").get_data(as_text=True)
        assert f"{shown['name']}: waits for the print run" in page
        place = page.partition('href="/sandbox/letters/')[2].partition('"')[0]
        letter = browser.get(f"/sandbox/letters/{place}")
        assert (letter.status_code, letter.data[:5]) == (200, b"%PDF-")
        assert browser.get(f"/sandbox/letters/{'0' * 32}").status_code == 404
