"""What a brand ends is told in a chat and by mail, and put down under seal, in one transaction."""

import json
from datetime import timedelta

from bot.records.kept import find_record
from bot.web.desk.panel import panel
from tests.bot.endings.brand import CUSTOMER, Systems
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.webhooks.phone import Phone


def identified(phone: Phone) -> Phone:
    """Whoever proved with a code who they are."""
    phone.text("where is my cancellation")
    phone.text("1")
    phone.text(phone.code)
    return phone


def test_who_was_never_here_is_told_by_mail_and_finds_it_in_any_chat(house: House, systems: Systems) -> None:
    answer = systems.end()
    house.run_due()

    assert (answer["status"], answer["reference"]) == ("announced", "E-1")
    (mail,) = [mail for mail in house.sent() if mail.channel == "email"]
    assert mail.subject == f"Brightline ends Brightline Fibre 100 ({answer['record']})"
    for words in ("not paid for", "invoice 4711 of 3 March, 29.90 EUR", "March 30, 2026", "20 days"):
        assert words in mail.body
    assert 'write "dispute" there' in mail.body
    visitor = Visitor(house.client()).begin(CUSTOMER)
    visitor.say("status")
    assert "Brightline ends Brightline Fibre 100 on March 30, 2026" in visitor.text
    assert systems.given_up == []


def test_the_record_says_who_ends_what_and_why(house: House, systems: Systems) -> None:
    answer = systems.end()

    with house.app.database.read() as uow:
        stored = find_record(uow, house.brand.id, answer["record"])
    assert stored is not None
    record = stored.record
    assert record["kind"] == "ending"
    assert record["ending"] == {
        "by": "brand",
        "cause": "non_payment",
        "last_day": "2026-03-30",
        "notice_days": 20,
        "facts": "invoice 4711 of 3 March, 29.90 EUR",
        "reference": "E-1",
        "disputed": False,
        "to_dispute": "write 'dispute' in the chat",
    }
    assert record["service"] == {"reference": "BL-1001-1", "name": "Brightline Fibre 100"}
    assert (record["decision"], record["acknowledged"]) == (None, [])
    assert record["source"]["pack"] == "none"


def test_an_open_chat_that_reaches_the_customer_is_where_it_is_told(house: House, systems: Systems) -> None:
    phone = identified(Phone(house))
    before = len(phone.received)

    systems.end()
    house.run_due()

    (told,) = phone.received[before:]
    assert told.startswith("Brightline ends Brightline Fibre 100 on")
    assert 'Write "dispute"' in told
    assert house.count("conversation") == 1


def test_an_open_web_chat_shows_it_and_stays_about_what_it_was_about(house: House, systems: Systems) -> None:
    visitor = Visitor(house.client()).begin(CUSTOMER)
    visitor.say("I want to cancel")

    systems.end()

    answer = visitor.look()
    assert "Brightline ends Brightline Fibre 100" in answer["messages"][-1]["text"]
    assert answer["case"]["status"] == "requested"
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    assert visitor.answer["record"]["kind"] == "termination"


def test_it_is_told_in_the_language_that_the_back_office_names(house: House, systems: Systems) -> None:
    house.offices.locale = "ru"

    systems.end()
    house.run_due()

    assert "прекращает Brightline Fibre 100 с последним днём 30 марта 2026" in systems.told()[0]
    assert systems.mails()[0].startswith("Brightline прекращает Brightline Fibre 100")


def test_it_is_told_in_the_language_of_the_chat(house: House, systems: Systems) -> None:
    Visitor(house.client()).begin(CUSTOMER, locale="de")

    systems.end()
    house.run_due()

    assert "beendet Brightline Fibre 100 zum 30. März 2026" in systems.told()[-1]
    assert systems.mails()[0].startswith("Brightline beendet Brightline Fibre 100")


def test_each_cause_has_its_words_and_its_notice(house: House, systems: Systems) -> None:
    far = (house.clock().date() + timedelta(days=40)).isoformat()

    def of(customer: str, **changed: str) -> dict[str, object]:
        return systems.row(customer=customer, service=f"{customer}-1", **changed)

    rows = [
        systems.row(last_day=far, facts=None),
        systems.row(
            customer="BL-1003", service="BL-1003-1", cause="inactivity", last_day=far, reference="E-2"
        ),
        systems.row(customer="BL-1005", service="BL-1005-1", cause="policy", last_day=far, reference="E-3"),
    ]
    response = systems.post(*rows)
    assert response.status_code == 200, json.dumps(response.get_json())
    house.run_due()

    bodies = [mail.body for mail in house.sent() if mail.channel == "email"]
    assert ["not paid for" in bodies[0], "not used" in bodies[1], "against the terms" in bodies[2]] == [
        True
    ] * 3
    assert "What it is about" not in bodies[0]


def test_the_desk_shows_it_plainly(house: House, systems: Systems) -> None:
    visitor = Visitor(house.client()).begin(CUSTOMER)
    systems.end()
    conversation = house.conversation(visitor.token)
    with house.app.database.read() as uow:
        (case,) = panel(house.app, uow, conversation)["cases"]

    ending = case["ending"]
    assert (case["kind"], case["service"]) == ("ending", "Brightline Fibre 100")
    assert (ending["standing"], ending["cause"], ending["last_day"]) == (
        "announced",
        "non_payment",
        "2026-03-30",
    )
    assert ending["disputed_at"] is None
