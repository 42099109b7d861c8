"""All that happened with a customer stands on one line, in order, whatever number they are found by."""

from datetime import timedelta

import pytest

from bot.backoffice.base import NotPossible, Unavailable
from bot.handoff.given_up import settle_effect
from bot.history.entries import Entry
from bot.history.finding import UnknownSubject
from bot.history.reading import History, history_of, within
from bot.rights.erasing import erase
from bot.rights.subject import subject_of_customer
from dialogs.ids import CustomerRef
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor


def cancelled(house: House, customer: str = "BL-1001") -> Visitor:
    visitor = Visitor(house.client()).begin(customer)
    visitor.say("I want to cancel")
    house.clock.go_on(minutes=1)
    visitor.press("No, cancel")
    house.clock.go_on(minutes=1)
    visitor.press("Confirm cancellation")
    house.clock.go_on(seconds=2)
    house.run_due()
    return visitor


def line(house: House, number: str = "BL-1001") -> tuple[Entry, ...]:
    return history_of(house.app, house.brand, number).entries


def words(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.what for entry in entries]


def test_everything_stands_there_in_order(house: House) -> None:
    visitor = cancelled(house)
    house.claim(visitor.token)
    entries = line(house)

    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
    said = words(entries)
    expected = [
        "Began: Fibre 100, 29.90 EUR a month",
        "Chat began on the web chat",
        "The customer wishes to cancel",
        "Offered by the bot: pause (declined)",
        "The customer confirmed the cancellation",
        "Record sealed: termination",
        "Carried out in the back office",
        "Read back: the back office shows it",
        "Confirmation by e-mail sent",
        "Ends",
    ]
    assert [each for each in said if each in expected] == expected
    assert any("took over" in each for each in said)
    assert {entry.kind for entry in entries} == {
        *("contract", "conversation", "consent", "decision", "billing", "record", "delivery")
    }


def test_each_number_leads_there(house: House) -> None:
    visitor = cancelled(house)
    record = str(visitor.look()["record"]["number"])

    found = {
        number: history_of(house.app, house.brand, number) for number in ("BL-1001", "BL-1001-1", record)
    }

    assert {each.customer for each in found.values()} == {"BL-1001"}
    assert len({each.entries for each in found.values()}) == 1


def test_an_order_leads_there(house: House) -> None:
    with house.app.database.read() as uow:
        order = uow.local_office.orders_of(house.brand.id, CustomerRef("BL-1007"))[0]

    assert history_of(house.app, house.brand, order.ref).customer == "BL-1007"


def test_an_unknown_number_names_the_nearest(house: House) -> None:
    with pytest.raises(UnknownSubject, match="did you mean 'BL-1001'"):
        line(house, "BL-10O1")


def test_what_was_done_by_hand_names_who_and_how(house: House) -> None:
    house.offices.write_fault = NotPossible("no such contract")
    cancelled(house)
    with house.app.database.read() as uow:
        (parked,) = uow.outbox.given_up(house.brand.id)
    settle_effect(house.app, house.agent, parked.id, done=True, note="Ended in the old system")

    by_hand = next(entry for entry in line(house) if entry.what.startswith("By hand"))
    assert (by_hand.what, by_hand.who) == ("By hand: Ended in the old system", house.agent.name)


def test_without_the_back_office_the_rest_is_shown(house: House) -> None:
    cancelled(house)
    house.offices.fault = Unavailable("no answer")

    found = history_of(house.app, house.brand, "BL-1001")

    assert found.trouble == "no answer"
    assert "Record sealed: termination" in words(found.entries)
    assert "Began: Fibre 100, 29.90 EUR a month" not in words(found.entries)


def test_only_what_is_asked_for(house: House) -> None:
    cancelled(house)
    found = history_of(house.app, house.brand, "BL-1001")

    decisions = within(found, frozenset({"decision"}), None, None)
    assert {entry.kind for entry in decisions.entries} == {"decision"}
    today = house.clock() - timedelta(hours=1)
    before, since = within(found, frozenset(), None, today), within(found, frozenset(), today, None)
    assert History(found.customer, before.entries + since.entries) == found


def test_nobody_elses_history_is_in_it(house: House) -> None:
    cancelled(house)
    with house.app.database.read() as uow:
        services = uow.local_office.services_of(house.brand.id, CustomerRef("BL-1002"))

    abouts = {entry.about for entry in line(house, "BL-1002") if entry.kind == "contract"}
    assert abouts == {service.name for service in services}
    assert "Record sealed: termination" not in words(line(house, "BL-1002"))


def test_after_an_erasure_only_the_evidence_is_left(house: House) -> None:
    cancelled(house)
    house.clock.go_on(days=200)
    house.run_due()
    erase(
        house.app,
        house.brand,
        lambda uow: subject_of_customer(uow, house.brand, CustomerRef("BL-1001")),
        "requested",
    )

    left = line(house)
    assert "Record sealed: termination" in words(left)
    assert not any(entry.conversation for entry in left)
