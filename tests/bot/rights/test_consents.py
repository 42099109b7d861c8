"""The consent log: who agreed to what, when, in which words; exported and erased with them."""

from pathlib import Path

import pytest

from bot.history.reading import history_of
from dialogs.ids import PersonId
from storage.errors import Erased
from storage.repositories.consents import ConsentRow
from tests.bot.rights.keeper import Keeper
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.webhooks.phone import ADA as ADAS_PHONE
from tests.bot.web.webhooks.phone import Phone

ADA = "BL-1001"
Entry = tuple[str, str, str, str | None]


def log_of(house: House, phone: Phone) -> list[ConsentRow]:
    with house.app.database.read() as uow:
        return uow.consents.of_persons(house.brand.id, [phone.address.person_id])


def entries(rows: list[ConsentRow]) -> list[Entry]:
    """Without the notice, whose words are the dialog's."""
    return [(each.subject, each.act, each.how, each.words) for each in rows if each.subject == "messages"]


def test_each_step_is_an_entry_with_its_words_and_time(house: House) -> None:
    phone = Phone(house)
    phone.text("I want to cancel")
    first = house.clock()
    house.clock.go_on(minutes=1)
    phone.text("stop texting me")
    house.clock.go_on(minutes=1)
    phone.text("Start", OptOutType="START")
    house.clock.go_on(minutes=1)
    phone.text("STOP", OptOutType="STOP")
    phone.text("STOP", OptOutType="STOP")

    rows = log_of(house, phone)

    assert entries(rows) == [
        ("messages", "given", "wrote_first", "I want to cancel"),
        ("messages", "withdrawn", "wish", "stop texting me"),
        ("messages", "given", "word", "Start"),
        ("messages", "withdrawn", "word", "STOP"),
    ]
    assert rows[0].at == first
    assert rows[-1].at == house.clock()
    assert {each.channel for each in rows} == {"sms"}
    # What holds stands at the address alone.
    assert phone.address.opted_out_at == house.clock()


def test_whoever_begins_with_a_word_to_opt_out_agreed_to_nothing(house: House) -> None:
    phone = Phone(house)
    phone.text("CANCEL", OptOutType="STOP")

    assert entries(log_of(house, phone)) == [("messages", "withdrawn", "word", "CANCEL")]


def test_that_an_assistant_writes_is_told_once_in_the_words_that_were_shown(house: House) -> None:
    phone = Phone(house)
    (shown,) = phone.text("hello")
    phone.text("hello")

    (told,) = [each for each in log_of(house, phone) if each.subject == "assistant"]

    assert (told.act, told.how) == ("told", "shown")
    assert told.words is not None
    assert "automated" in told.words
    assert told.words.splitlines()[0] in shown


def test_in_the_web_chat_nobody_agrees_to_messages_that_are_not_sent(keeper: Keeper, ada: Visitor) -> None:
    (told,) = keeper.export(ADA).consents

    assert (told.channel, told.subject, told.act) == ("webchat", "assistant", "told")


def identified(house: House) -> Phone:
    phone = Phone(house)
    phone.text("I want to cancel")
    phone.text("1")
    phone.text(phone.code)
    return phone


def test_they_stand_in_the_export_and_on_the_time_line(house: House, keeper: Keeper) -> None:
    phone = identified(house)
    house.clock.go_on(minutes=1)
    phone.text("stop texting me")

    found = keeper.export(ADA).consents
    line = [each for each in history_of(house.app, house.brand, ADA).entries if each.kind == "consent"]

    assert {each.address for each in found} == {ADAS_PHONE}
    assert [(each.act, each.how) for each in found if each.subject == "messages"] == [
        ("given", "wrote_first"),
        ("withdrawn", "wish"),
    ]
    assert line[-1].what == "Wants no more messages, in words of their own: “stop texting me”"
    assert line[-1].at == house.clock()
    assert {each.about for each in line} == {"sms"}


def test_they_are_erased_with_the_person(house: House, keeper: Keeper) -> None:
    phone = Phone(house)
    phone.text("status of my neighbour Zwiebelturm")
    phone.text(ADA)
    phone.text("STOP", OptOutType="STOP")
    person = phone.address.person_id
    with house.app.database.write() as uow:
        uow.contacts.erase(house.brand.id, person, house.clock())

    with house.app.database.read() as uow, pytest.raises(Erased):
        uow.consents.of_persons(house.brand.id, [PersonId(person)])


def test_whether_messages_may_go_is_changed_in_one_place_alone() -> None:
    root = Path(__file__).parents[3] / "bot"
    callers = {
        path.name for path in root.rglob("*.py") if ".set_opted_out(" in path.read_text(encoding="utf-8")
    }
    assert callers == {"consents.py"}
