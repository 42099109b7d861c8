"""One-time codes: who may cancel without being vouched for."""

import re

import pytest

from storage.tables import metadata
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor

ADA_PHONE = "+491713920001"
BEN_PHONE = "+491713920002"
IDENTIFIERS = ("BL-1001", "bl-1001", "ada.sommer@example.com", "Ada.Sommer@Example.COM", ADA_PHONE)


@pytest.mark.parametrize("identifier", IDENTIFIERS)
def test_the_right_code_identifies(house: House, visitor: Visitor, identifier: str) -> None:
    ask_for_code(house, visitor, identifier)

    visitor.say(newest_code(house))

    assert visitor.answer["step"] == "offer"
    assert "Brightline Fibre 100" in visitor.text


def test_the_service_named_before_identification_is_chosen_after_it(house: House, visitor: Visitor) -> None:
    visitor.begin().say("I want to cancel my mobile")
    visitor.say("BL-1002")
    house.run_due()

    visitor.say(newest_code(house, BEN_PHONE))

    assert visitor.answer["step"] == "confirm"
    assert "Cancelling Brightline Mobile means" in visitor.text


def test_the_language_follows_what_is_written(house: House, visitor: Visitor) -> None:
    visitor.begin(locale="en").say("Handy kündigen")

    assert visitor.answer["locale"] == "de"
    visitor.say("BL-1002")
    house.run_due()
    assert "ist Ihr Code" in house.sent(BEN_PHONE)[-1].body
    visitor.say(newest_code(house, BEN_PHONE))
    assert "Die Kündigung von Brightline Mobile bedeutet" in visitor.text


def test_nothing_is_told_before_the_right_code(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")

    said = str(visitor.look())

    for secret in ("Ada", "Sommer", ADA_PHONE, "Fibre", "29.90"):
        assert secret not in said


@pytest.mark.check(42)
def test_the_code_names_the_act_and_how_long_it_is_valid(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")

    (message,) = house.sent(ADA_PHONE)

    assert message.channel == "sms"
    assert message.body.startswith(newest_code(house))
    assert "to cancel Brightline Fibre 100 with Brightline" in message.body
    assert "10 minutes" in message.body


@pytest.mark.check(42)
def test_of_several_plans_the_code_names_the_contract(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1002")

    (message,) = house.sent(BEN_PHONE)

    assert "to cancel your contract with Brightline" in message.body


@pytest.mark.check(38)
def test_a_code_has_six_digits_and_every_challenge_its_own(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    for _ in range(2):
        visitor.press("Send a new code")
        house.run_due()
    others = [Visitor(house.client()) for _ in range(2)]
    for other in others:
        ask_for_code(house, other, "BL-1001")

    codes = [re.match(r"\d+", message.body) for message in house.sent(ADA_PHONE)]

    assert [len(code[0]) for code in codes if code] == [6] * 5
    assert len({code[0] for code in codes if code}) == 5


@pytest.mark.check(38)
def test_a_used_code_opens_nothing_again(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    used = newest_code(house)
    visitor.say(used)
    other = Visitor(house.client())
    ask_for_code(house, other, "BL-1001")

    other.say(used)
    visitor.say(used)

    assert "not right" in other.text
    assert other.answer["step"] == "verify"
    assert visitor.answer["step"] == "offer"
    assert not visitor.answer["record"]


def test_the_code_is_written_with_blanks_and_words_around_it(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    code = newest_code(house)

    visitor.say(f"my code is {code[:3]} {code[3:]}")

    assert visitor.answer["step"] == "offer"


def test_after_six_wrong_codes_the_declaration_can_still_be_left(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    right = newest_code(house)

    for attempt in range(6):
        visitor.say(wrong(right, attempt))
        assert not visitor.answer["record"]
    visitor.say(right)
    assert not visitor.answer["record"]
    assert visitor.answer["step"] == "declare"

    visitor.say("Ada Sommer, BL-1001, ada.sommer@example.com")
    assert visitor.answer["record"]["kind"] == "declaration"
    assert visitor.answer["record"]["number"] in visitor.text
    assert house.count("cancellation_case") == 1
    house.run_due()
    assert house.offices.calls.count("cancel") == 0


def test_the_fifth_wrong_code_locks(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    right = newest_code(house)

    texts = [visitor.say(wrong(right, n))["messages"][0]["text"] for n in range(5)]

    assert ["not right. Please" in text for text in texts] == [True] * 4 + [False]
    assert "no more codes can be tried" in texts[-1]


def test_asking_again_for_the_same_account_does_not_forget_the_failures(
    house: House, visitor: Visitor
) -> None:
    ask_for_code(house, visitor, "BL-1001")
    for n in range(4):
        visitor.say(wrong(newest_code(house), n))

    visitor.say("BL-1001")
    house.run_due()
    visitor.say(wrong(newest_code(house), 1))
    visitor.say(newest_code(house))

    assert visitor.answer["step"] == "declare"


def test_a_new_code_takes_the_place_of_the_old_one(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    old = newest_code(house)
    visitor.press("Send a new code")
    house.run_due()

    visitor.say(old)
    assert "not right" in visitor.text
    visitor.say(newest_code(house))

    assert visitor.answer["step"] == "offer"


@pytest.mark.check(38)
def test_a_new_code_keeps_the_count_of_failures(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    for n in range(4):
        visitor.say(wrong(newest_code(house), n))
    visitor.press("Send a new code")
    house.run_due()

    visitor.say(wrong(newest_code(house), 1))

    assert "no more codes" in visitor.text


def test_only_a_few_codes_are_sent_for_one_chat(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    for _ in range(3):
        visitor.press("Send a new code")
        house.run_due()

    assert "No more codes" in visitor.text
    assert visitor.answer["step"] == "declare"
    assert len(house.sent(ADA_PHONE)) == 3


@pytest.mark.check(38)
def test_a_code_is_valid_for_ten_minutes(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    house.clock.go_on(minutes=10, seconds=1)

    visitor.say(newest_code(house))

    assert "no longer valid" in visitor.text
    assert visitor.answer["step"] == "verify"


def test_a_code_just_before_its_time_is_up_is_taken(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    house.clock.go_on(minutes=9, seconds=59)

    visitor.say(newest_code(house))

    assert visitor.answer["step"] == "offer"


def test_after_the_time_is_up_a_new_code_works(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    house.clock.go_on(minutes=11)
    visitor.press("Send a new code")
    house.run_due()

    visitor.say(newest_code(house))

    assert visitor.answer["step"] == "offer"


@pytest.mark.check(38)
def test_a_code_of_another_chat_is_wrong(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    theirs = newest_code(house)
    other = Visitor(house.client())
    ask_for_code(house, other, "BL-1001")

    other.say(theirs)

    assert "not right" in other.text


def test_a_mistyped_account_is_corrected_by_writing_the_right_one(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1010")
    visitor.say("BL-1001")
    house.run_due()

    visitor.say(newest_code(house))

    assert visitor.answer["step"] == "offer"


@pytest.mark.check(38)
def test_codes_are_kept_nowhere(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    right, mistyped = newest_code(house), wrong(newest_code(house), 0)
    visitor.say(mistyped)
    visitor.say(right)

    said = [message["text"] for message in visitor.look()["messages"] if message["author"] == "customer"]
    assert said == ["I want to cancel", "BL-1001", "••••••", "••••••"]
    for code in (right, mistyped):
        assert where_in_database(house, code) == []


def test_a_code_is_masked_also_while_an_agent_holds_the_chat(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    house.claim(visitor.token)

    visitor.say(newest_code(house))

    assert where_in_database(house, newest_code(house)) == []
    assert "••••••" in [message["text"] for message in visitor.look()["messages"]]


def test_a_code_that_comes_late_is_masked_too(house: House, visitor: Visitor) -> None:
    ask_for_code(house, visitor, "BL-1001")
    visitor.press("Go on without")

    visitor.say(newest_code(house))

    assert not visitor.answer["record"]
    assert newest_code(house) not in str(visitor.look())


def ask_for_code(house: House, visitor: Visitor, identifier: str) -> None:
    visitor.begin().say("I want to cancel")
    visitor.say(identifier)
    assert visitor.answer["step"] == "verify"
    house.run_due()


def newest_code(house: House, phone: str = ADA_PHONE) -> str:
    return house.sent(phone)[-1].body[:6]


def wrong(right: str, offset: int) -> str:
    return f"{(int(right) + 1 + offset) % 1_000_000:06}"


def where_in_database(house: House, words: str) -> list[str]:
    """Each table's column in which the words stand, but for the sandbox's own, which plays the phone."""
    found = set()
    with house.app.database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            if table.name == "sandbox_message":
                continue
            for row in connection.execute(table.select()).mappings():
                found |= {f"{table.name}.{name}" for name, value in row.items() if _holds(value, words)}
    return sorted(found)


def _holds(value: object, words: str) -> bool:
    if isinstance(value, bytes | memoryview):
        return words.encode() in bytes(value)
    return isinstance(value, str | dict | list) and words in str(value)
