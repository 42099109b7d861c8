"""Letters: when one is written, what follows where none can be, and what follows where one comes back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.handoff import retry_effect
from bot.letters.moving import mark_posted, mark_returned
from bot.letters.naming import find_letter
from bot.letters.runs import NoRun, print_run
from bot.rights.erasing import erase_record
from channels.base import Refused, Unreachable
from storage.repositories.letters import LetterRow
from tests.bot.deliver.conftest import Station
from tests.bot.web.chat.visitor import Visitor

SENDER = "Brightline GmbH, Hauptstraße 1, 10115 Berlin"
HOME = "Kastanienallee 12\n10435 Berlin\nDE"


@pytest.fixture
def post(station: Station) -> Station:
    """The brand writes letters, and Ada's postal address is known."""
    house = station.house
    with house.app.database.write() as uow:
        settings = {"country": "DE"}
        uow.accounts.add(
            house.brand.id, kind="letter", name="", address=SENDER, now=house.clock(), settings=settings
        )
    house.app.directory.forget()
    moved(station, postal=HOME)
    return station


def moved(station: Station, **changes: str | None) -> None:
    """The back office knows Ada's address as this, and by mail as that."""
    house = station.house
    with house.app.database.write() as uow:
        ada = uow.local_office.customer(house.brand.id, "BL-1001")  # type: ignore[arg-type]
        assert ada is not None

        uow.local_office.put_customer(replace(ada, **changes))  # type: ignore[arg-type]


def cancelled(station: Station) -> str:
    ada = Visitor(station.house.client()).begin("BL-1001")
    ada.say("I want to cancel")
    ada.press("No, cancel")
    ada.press("Confirm cancellation")
    station.run_due()
    return str(ada.answer["record"]["number"])


def letters(station: Station) -> list[LetterRow]:
    with station.house.app.database.read() as uow:
        return uow.letters.in_states(
            station.house.brand.id, ["queued", "printed", "posted", "returned", "dropped"]
        )


def shown(station: Station) -> list[str]:
    """What stands on the desk."""
    with station.house.app.database.read() as uow:
        return [str(each.error) for each in uow.outbox.given_up(station.house.brand.id)]


def test_who_gets_mail_gets_no_letter(post: Station) -> None:
    cancelled(post)

    assert letters(post) == []
    assert [each.to for each in post.sender.sent] == ["ada.sommer@example.com"]


def test_a_mailbox_that_does_not_exist_is_followed_by_a_letter(post: Station) -> None:
    post.sender.troubles = [Unreachable("no such mailbox", code="5.1.1")]
    number = cancelled(post)

    (letter,) = letters(post)
    assert (letter.number, letter.state, letter.why) == (number, "queued", "no such mailbox")
    assert letter.addressee == "Ada Sommer\nKastanienallee 12\n10435 Berlin"
    assert post.states("send_confirmation") == ["dropped"]
    assert shown(post) == []


@pytest.mark.parametrize("wanted", ["all", "termination", "Another one, brightline fibre 100"])
def test_a_brand_orders_letters_by_kind_and_by_service(post: Station, wanted: str) -> None:
    set_letters(post, wanted)
    cancelled(post)

    assert len(letters(post)) == 1
    assert [each.to for each in post.sender.sent] == ["ada.sommer@example.com"]


def test_of_other_kinds_and_services_no_letter_is_ordered(post: Station) -> None:
    set_letters(post, "order, withdrawal, Brightline TV")
    cancelled(post)

    assert letters(post) == []


def set_letters(station: Station, wanted: str) -> None:

    house = station.house
    with house.app.database.write() as uow:
        uow.brands.save(replace(house.brand, settings={**house.brand.settings, "letters": wanted}))
    house.app.directory.forget()


@pytest.mark.parametrize(
    ("postal", "expected"),
    [
        (None, "no postal address is known: expected one in the back office"),
        ("a\nb\nc\nd\ne\nf\nDE", "it has 7 lines with the name: expected at most 6"),
        ("W" * 60 + "\n10435 Berlin\nDE", "line 2 is 175 mm wide: expected at most 75 mm"),
        ("東京都 1\nTokyo\nJP", "line 2 has a character that cannot be printed (U+6771)"),
    ],
)
def test_an_address_that_is_missing_or_does_not_fit_is_shown_and_can_be_put_right(
    post: Station, postal: str | None, expected: str
) -> None:
    moved(post, email=None, postal=postal)
    cancelled(post)
    (told,) = shown(post)
    with post.house.app.database.read() as uow:
        (row,) = uow.outbox.given_up(post.house.brand.id)
    moved(post, email=None, postal=HOME)

    retry_effect(post.house.app, post.house.agent, row.id)
    post.run_due()

    assert expected in told
    assert "10435" not in told
    assert [letter.state for letter in letters(post)] == ["queued"]
    assert shown(post) == []


def test_a_letter_that_comes_back_goes_by_mail_once_there_is_a_mailbox(post: Station) -> None:
    moved(post, email=None)
    number = cancelled(post)
    back(post, number)
    (told,) = shown(post)
    with post.house.app.database.read() as uow:
        (row,) = uow.outbox.given_up(post.house.brand.id)
    moved(post, email="ada@new.example")

    retry_effect(post.house.app, post.house.agent, row.id)
    post.run_due()

    assert told == f"the letter about {number} came back (moved away), and there is no other way"
    assert [each.to for each in post.sender.sent] == ["ada@new.example"]
    assert shown(post) == []


def test_a_letter_that_comes_back_is_let_be_where_the_mail_went(post: Station) -> None:
    set_letters(post, "all")
    back(post, cancelled(post))

    assert post.states("replace_letter") == ["dropped"]
    assert len(post.sender.sent) == 1
    assert shown(post) == []


def test_after_a_letter_that_came_back_a_refused_mail_is_shown_and_writes_no_other(post: Station) -> None:
    moved(post, email=None)
    number = cancelled(post)
    moved(post, email="ada@new.example")
    post.sender.troubles = [Refused("full mailbox")]
    back(post, number)

    assert shown(post) == ["full mailbox"]
    assert len(letters(post)) == 1


def back(station: Station, number: str) -> None:
    app, house = station.house.app, station.house
    print_run(app, house.brand)
    with app.database.write() as uow:
        mark_posted(uow, find_letter(uow, house.brand, number), house.clock(), house.clock())
    with app.database.write() as uow:
        letter = find_letter(uow, house.brand, number)
        assert mark_returned(uow, letter, "moved away", house.clock(), house.clock())
    station.run_due()


def test_a_letter_that_nobody_posts_is_shown(post: Station) -> None:
    moved(post, email=None)
    number = cancelled(post)
    post.house.clock.now += timedelta(days=8)
    post.run_due()
    (queued,) = shown(post)

    print_run(post.house.app, post.house.brand)
    with post.house.app.database.write() as uow:
        letter = find_letter(uow, post.house.brand, number)
        mark_posted(uow, letter, post.house.clock(), post.house.clock())

    assert queued.startswith(f"the letter about {number} was not posted: it waits to be printed")
    assert shown(post) == []


def test_a_letter_to_somebody_who_was_erased_is_not_printed(post: Station) -> None:
    moved(post, email=None)
    number = cancelled(post)
    with post.house.app.database.write() as uow:
        record = uow.records.by_number(post.house.brand.id, number)
        assert record is not None
        erase_record(uow, record, post.house.clock())

    with pytest.raises(NoRun, match="no letter is waiting"):
        print_run(post.house.app, post.house.brand)

    assert [(each.state, each.addressee) for each in letters(post)] == [("dropped", None)]


def test_a_run_with_somebody_who_was_erased_since_is_not_printed_again(post: Station) -> None:
    moved(post, email=None)
    number = cancelled(post)
    print_run(post.house.app, post.house.brand)
    with post.house.app.database.write() as uow:
        record = uow.records.by_number(post.house.brand.id, number)
        assert record is not None
        erase_record(uow, record, post.house.clock())

    with pytest.raises(NoRun, match=f"people were erased: {number}"):
        print_run(post.house.app, post.house.brand)
