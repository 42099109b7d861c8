"""Who prefers letters has one about each record, beside the mail; where none can come that is said."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.confirming.preferring import prefer, preferred_way
from bot.publishing import Dialogs
from dialogs.ids import CustomerRef
from dialogs.values import Way
from tests.bot.confirming.conftest import cancelling, number_of
from tests.bot.confirming.test_letters_asked import Agent
from tests.bot.web.chat.house import House, opened

MAILBOX, ADA = "ada.sommer@example.com", CustomerRef("BL-1001")
WISH = "please send my confirmations by post from now on"


@pytest.fixture
def posting(seeded_url: str, tmp_path: Path, dialogs: Dialogs) -> Iterator[House]:
    """The demo, which writes letters and knows where Ada lives."""
    with opened(seeded_url, tmp_path, dialogs, letters=True) as house:
        yield house


def moved_away(house: House) -> None:
    """Nobody knows any more where Ada lives."""
    with house.app.database.write() as uow:
        ada = uow.local_office.customer(house.brand.id, ADA)
        assert ada is not None
        uow.local_office.put_customer(replace(ada, postal=None))


def chosen(house: House) -> Way | None:
    with house.app.database.read() as uow:
        return preferred_way(uow, house.brand.id, ADA)


def test_a_letter_goes_beside_the_mail_once(posting: House) -> None:
    with posting.app.database.write() as uow:
        prefer(uow, posting.brand.id, ADA, "letter", posting.clock())
    visitor = cancelling(posting)
    posting.run_due()
    visitor.say("send my confirmation again")
    posting.run_due()

    with posting.app.database.read() as uow:
        letters = uow.letters.in_states(posting.brand.id, ["queued"])
    assert len(posting.sent(MAILBOX)) == 2
    assert [(each.number, each.why) for each in letters] == [
        (number_of(visitor), "the customer prefers that")
    ]


def test_it_is_said_in_the_chat_at_any_time(posting: House) -> None:
    ada = cancelling(posting)
    ada.say(WISH)

    assert "also come by post" in str(ada.look()["messages"])
    assert chosen(posting) == "letter"


def test_whose_address_nobody_knows_is_told_so(posting: House) -> None:
    moved_away(posting)
    ada = cancelling(posting)
    ada.say(WISH)

    assert "We have no postal address for you" in str(ada.look()["messages"])
    assert chosen(posting) is None


def test_where_the_brand_sends_none_it_is_said(house: House) -> None:
    ada = cancelling(house)
    ada.say(WISH)

    assert "We send no letters" in str(ada.look()["messages"])
    assert chosen(house) is None


def test_an_agent_keeps_it_where_a_letter_can_come(posting: House) -> None:
    desk = Agent(posting, cancelling(posting))

    found = desk.client.get(f"{desk.place}/preference").get_json()
    kept = desk.post("prefer", by="letter")
    assert {"way": "letter", "name": "letter"} in found["ways"]
    assert (kept.status_code, chosen(posting)) == (200, "letter")

    desk.post("prefer", by="mail")
    moved_away(posting)
    refused = desk.post("prefer", by="letter")
    assert (refused.status_code, chosen(posting)) == (422, "mail")
    assert "No letter reaches this customer" in refused.get_json()["error"]["message"]
