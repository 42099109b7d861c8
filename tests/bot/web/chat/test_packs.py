"""A brand under a jurisdiction's rules: what customers read, what is sealed, and which day's rules hold."""

from dataclasses import replace

import pytest

from bot.handoff import match_customer
from bot.records.kept import find_record
from tests.bot.web.chat.house import House
from tests.bot.web.chat.test_codes import newest_code
from tests.bot.web.chat.visitor import Json, Visitor

STATED = "Ada Sommer, Vertrag BL-1001, ordentlich, frühestmöglich, ada.sommer@example.com"


def put_under(house: House, pack: str) -> None:
    with house.app.database.write() as uow:
        uow.brands.save(replace(house.brand, pack=pack))
    house.app.directory.forget()


def source_of(house: House, visitor: Visitor) -> Json:
    """Where and by which rules the newest record was made."""
    with house.app.database.read() as uow:
        stored = find_record(uow, house.brand.id, visitor.answer["record"]["number"])
    assert stored is not None
    source: Json = stored.record["source"]
    return source


def declare(visitor: Visitor) -> None:
    visitor.begin(locale="de").say("Ich möchte kündigen")
    visitor.say(STATED)
    visitor.press("jetzt kündigen")


@pytest.mark.check(1, 2)
def test_in_germany_the_receipt_comes_in_the_third_message_of_somebody_unknown(
    house: House, visitor: Visitor
) -> None:
    put_under(house, "de")

    declare(visitor)

    assert visitor.answer["record"]["kind"] == "declaration"
    assert f"Ihre Worte: {STATED}" in visitor.text
    assert "Eingegangen: 10. März 2026, 10:30 CET" in visitor.text
    assert "zum frühestmöglichen Tag" in visitor.text
    assert visitor.labels[0] == "Sofort ausführen lassen"
    assert source_of(house, visitor)["pack"] == "de"
    assert source_of(house, visitor)["pack_version"] == "2022-07-01"


@pytest.mark.check(1, 2)
def test_no_code_was_sent_before_the_declaration(house: House, visitor: Visitor) -> None:
    put_under(house, "de")

    declare(visitor)
    house.run_due()

    assert [mail.subject for mail in house.sent()] == [f"Ihre Erklärung {visitor.answer['record']['number']}"]
    (mail,) = house.sent("ada.sommer@example.com")
    assert "Angewandte Regeln: DE, Stand 1. Juli 2022" in mail.body
    assert "Letzter Tag: der frühestmögliche" in mail.body
    assert house.offices.calls.count("cancel") == 0


def test_a_code_has_the_declaration_carried_out_at_once(house: House, visitor: Visitor) -> None:
    put_under(house, "de")
    declare(visitor)
    declared_at = visitor.answer["case"]["declared_at"]
    assert house.conversation(visitor.token).status == "waiting"
    house.clock.go_on(minutes=3)

    visitor.press("Sofort ausführen lassen")
    visitor.say("BL-1001")
    house.run_due()
    visitor.say(newest_code(house))

    assert visitor.answer["record"]["kind"] == "termination"
    assert visitor.answer["record"]["declared_at"] == declared_at
    assert house.conversation(visitor.token).status == "bot"
    house.run_due()
    assert visitor.look()["case"]["status"] == "reconciled"
    assert house.offices.calls.count("cancel") == 1


@pytest.mark.parametrize(("words", "reason"), [("Mensch", "asked"), ("doppelt abgebucht", "dispute")])
def test_whoever_wants_a_person_waits_on_once_the_declaration_is_carried_out(
    house: House, visitor: Visitor, words: str, reason: str
) -> None:
    put_under(house, "de")
    visitor.begin(locale="de").say(words)
    visitor.say("Ich möchte kündigen")
    visitor.say(STATED)
    visitor.press("jetzt kündigen")

    visitor.press("Sofort ausführen lassen")
    visitor.say("BL-1001")
    house.run_due()
    visitor.say(newest_code(house))

    assert visitor.answer["record"]["kind"] == "termination"
    row = house.conversation(visitor.token)
    assert (row.status, row.handoff_reason) == ("waiting", reason)


def test_the_rules_of_the_day_of_the_declaration_hold(house: House, visitor: Visitor) -> None:
    """Germany's ruling on offers came on 16 July 2026: whoever declared before is under the older rules."""
    put_under(house, "de")
    house.clock.go_on(days=127, hours=12)  # 15 July, half past eleven in the evening in Berlin
    visitor.begin(locale="de", customer=None)
    visitor.say("Ich möchte kündigen")
    house.clock.go_on(hours=2)

    visitor.say(STATED)
    visitor.press("jetzt kündigen")
    assert source_of(house, visitor)["pack_version"] == "2022-07-01"

    later = Visitor(house.client()).begin(locale="de")
    later.say("Ich möchte kündigen")
    later.say(STATED.replace("Ada Sommer", "Ada S."))
    later.press("jetzt kündigen")
    assert source_of(house, later)["pack_version"] == "2026-07-16"


@pytest.mark.parametrize(
    ("pack", "labels"),
    [
        ("us-ca", ["No, cancel", "Pause instead"]),
        ("us-ny", ["No, cancel", "Pause instead"]),
        ("us-co", ["No, cancel", "Pause instead"]),
        ("us-mn", ["No, cancel now", "Yes, tell me", "Keep it"]),
        ("fr", ["Confirm cancellation", "Keep it"]),
        ("de", ["No, cancel", "Pause instead"]),
    ],
)
@pytest.mark.check(4)
def test_what_stands_after_the_wish_is_the_packs(
    house: House, visitor: Visitor, pack: str, labels: list[str]
) -> None:
    put_under(house, pack)

    visitor.begin("BL-1001").say("I want to cancel")

    assert visitor.labels == labels


@pytest.mark.check(3)
def test_in_minnesota_no_cancels_at_once_and_is_not_asked_again(house: House, visitor: Visitor) -> None:
    put_under(house, "us-mn")
    visitor.begin("BL-1001").say("I want to cancel")

    visitor.say("no")

    assert visitor.answer["record"]["kind"] == "termination"
    assert source_of(house, visitor)["pack_version"] == "2025-04-11"


@pytest.mark.check(3)
def test_in_minnesota_another_chat_asks_no_second_time(house: House, visitor: Visitor) -> None:
    put_under(house, "us-mn")
    visitor.begin("BL-1001").say("I want to cancel")
    assert "Yes, tell me" in visitor.labels

    other = Visitor(house.client()).begin("BL-1001")
    other.say("I want to cancel")

    assert other.labels == ["Confirm cancellation", "Keep it"]


@pytest.mark.check(1)
def test_an_agents_match_has_the_declaration_carried_out(house: House, visitor: Visitor) -> None:
    """The last word was said: the customer is told, and not asked again."""
    put_under(house, "de")
    declare(visitor)
    conversation = house.claim(visitor.token)

    match_customer(house.app, house.agent, conversation, "BL-1001")
    house.run_due()

    after = visitor.look()
    assert after["record"]["kind"] == "termination"
    assert after["case"]["status"] == "reconciled"
    assert house.offices.calls.count("cancel") == 1


def test_an_agents_match_asks_where_a_day_was_named(house: House, visitor: Visitor) -> None:
    put_under(house, "de")
    visitor.begin(locale="de").say("Ich möchte kündigen")
    visitor.say(STATED.replace("frühestmöglich", "zum 31.12.2027"))
    visitor.press("jetzt kündigen")
    conversation = house.claim(visitor.token)

    match_customer(house.app, house.agent, conversation, "BL-1001")
    house.run_due()

    assert visitor.look()["case"]["status"] == "requested"
    assert house.offices.calls.count("cancel") == 0
