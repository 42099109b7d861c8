"""Going on on another channel: the same case there, the same customer, once."""

import re

import pytest
from flask.testing import FlaskClient

from dialogs.turn import CASE
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, error_in
from tests.bot.web.webhooks.phone import STRANGER, Phone, only_case
from tests.bot.web.webhooks.telegram_user import TelegramUser

CODE = re.compile(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b")


@pytest.fixture
def ada(house: House) -> Visitor:
    """The customer BL-1001, vouched for, who saw the alternative and wants to go on elsewhere."""
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    assert "Pause instead" in visitor.labels
    visitor.say("continue on my phone")
    return visitor


def code_in(text: str) -> str:
    found = CODE.search(text)
    assert found is not None, text
    return found[0]


def test_from_the_web_to_telegram_by_link(house: House, ada: Visitor) -> None:
    link = re.search(r"https://t\.me/\S+\?start=([A-Za-z0-9_-]{1,64})", ada.text)
    assert link is not None
    user = TelegramUser(house)

    told = user.say(f"/start {link[1]}")

    assert "where you left off" in told
    assert "Pause" not in told
    assert "Your cancellation is accepted" in user.press("Confirm cancellation")
    case = only_case(house)
    assert case.decision == "cancel"
    assert case.offer is not None
    assert ada.look()["case"]["status"] in ("accepted", "executed", "reconciled")
    assert any("You went on on Telegram" in each["text"] for each in ada.look()["messages"])


def test_from_the_web_to_a_text_message(house: House, ada: Visitor) -> None:
    phone = Phone(house, STRANGER)

    told = " ".join(phone.text(code_in(ada.text).lower().replace("-", "")))

    assert "where you left off" in told
    assert "1 Confirm cancellation" in told
    assert "Accepted" in " ".join(phone.text("1"))
    assert only_case(house).decision == "cancel"


def test_from_a_text_message_to_the_web(house: House) -> None:
    phone = Phone(house)
    phone.text("I want to cancel")
    phone.text("1")
    phone.text(phone.code)
    told = " ".join(phone.text("continue in the browser"))
    link = re.search(r"http://localhost/chat/demo/\?continue=(\S+)", told)
    assert link is not None

    visitor = Visitor(house.client()).begin(**{"continue": link[1].rstrip(".")})

    assert "where you left off" in visitor.text
    assert "Confirm cancellation" in visitor.labels
    visitor.press("Confirm cancellation")
    assert visitor.answer["case"]["status"] == "accepted"
    assert only_case(house).source_channel == "sms"


def test_from_telegram_to_the_web_before_anybody_is_known(house: House) -> None:
    user = TelegramUser(house)
    user.say("I want to cancel")
    code = code_in(user.say("can I continue on another device?"))

    visitor = Visitor(house.client()).begin(**{"continue": code})

    assert "account number" in visitor.text
    assert only_case(house).customer is None


def test_a_code_works_once_and_the_same_chat_may_reload(house: House, ada: Visitor) -> None:
    code = code_in(ada.text)
    page = {"X-Cancelbot": "1", "Sec-Fetch-Site": "same-origin"}
    browser = house.client()
    for _ in range(2):
        response = browser.post("/chat/demo/sessions", json={"locale": "en", "continue": code}, headers=page)
        shown = response.get_json()
        assert "where you left off" in shown["messages"][0]["text"]
        assert len(shown["messages"]) == 2

    thief = Visitor(house.client()).begin(**{"continue": code})
    assert "used before" in thief.text
    assert thief.answer["case"] is None
    assert "used before" in " ".join(Phone(house, STRANGER).text(code))


def test_a_code_ends_after_ten_minutes(house: House, ada: Visitor) -> None:
    house.clock.go_on(minutes=10)

    late = Visitor(house.client()).begin(**{"continue": code_in(ada.text)})

    assert "no longer valid" in late.text
    assert late.answer["case"] is None


def test_only_the_newest_code_works(house: House, ada: Visitor) -> None:
    first = code_in(ada.text)
    ada.say("continue elsewhere")

    assert "no longer valid" in Visitor(house.client()).begin(**{"continue": first}).text
    assert "left off" in Visitor(house.client()).begin(**{"continue": code_in(ada.text)}).text


def test_guesses_are_counted_before_anything_is_looked_for(house: House, ada: Visitor) -> None:
    phone = Phone(house, STRANGER)
    phone.text("hello")
    for guess in range(10):
        assert "I do not know that code" in " ".join(phone.text(f"K{guess % 8 + 2}QM-4XRD"))

    told = " ".join(phone.text(code_in(ada.text)))

    assert "too many codes" in told
    assert "Cancelling" not in told


def test_nobody_reads_a_code_at_the_desk_or_in_the_table(house: House, ada: Visitor) -> None:
    code = code_in(ada.text)
    Phone(house, STRANGER).text(code)

    with house.app.database.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT code_hash FROM continuation").scalars().all()
    assert code.encode() not in b"".join(bytes(each) for each in kept)
    with house.app.database.read() as uow:
        heads = uow.conversations.recent(house.brand.id, "bot", 10)
        rows = [row for head in heads for row in uow.messages.since(house.brand.id, head.id, 0)]
    said = [row.body.decode() for row in rows if row.direction == "in"]
    assert not any(code in each for each in said)


def test_an_account_number_that_looks_like_a_code_stays_one(house: House) -> None:
    phone = Phone(house, STRANGER)
    phone.text("I want to cancel")

    told = " ".join(phone.text("K7QM-4XRD"))

    assert "six-digit code is now on its way" in told


def test_another_customers_chat_takes_no_code(house: House, ada: Visitor) -> None:
    other = Visitor(house.client()).begin("BL-1003")
    code = code_in(ada.text)

    other.say(code)

    assert "another customer" in other.text
    assert not any("You went on" in each["text"] for each in ada.look()["messages"])
    assert "where you left off" in Visitor(house.client()).begin("BL-1001", **{"continue": code}).text


def test_what_was_wished_for_here_becomes_one_case_with_the_earlier_time(house: House, ada: Visitor) -> None:
    began = house.clock.now
    phone = Phone(house, STRANGER)
    house.clock.go_on(minutes=2)
    phone.text("I want to cancel")

    phone.text(code_in(ada.text))

    with house.app.database.read() as uow:
        rows = uow.cases.declared_between(house.brand.id, began, began.replace(year=2030))
    cases = [CASE.validate_json(row.data) for row in rows]
    assert sorted(case.status for case in cases) == ["merged", "requested"]
    assert next(case for case in cases if case.status == "requested").declared_at == began


def test_what_is_no_text_is_refused(client: FlaskClient) -> None:
    response = client.post("/chat/demo/sessions", json={"continue": 5})

    assert error_in(response) == (400, "bad_continue")
