"""Who texts STOP or just CANCEL: no more texts, and never a lost cancellation."""

import pytest

from bot.handoff import claim
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.webhooks.phone import Phone, at_confirmation, only_case, transcript
from tests.bot.web.webhooks.telegram_user import TelegramUser


@pytest.fixture
def phone(house: House) -> Phone:
    """The phone of a known customer."""
    return Phone(house)


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.check(17)
def test_a_bare_cancel_opts_out_and_opens_the_case(house: House, phone: Phone, marked: bool) -> None:
    house.clock.go_on(minutes=7)

    assert phone.text("CANCEL", **({"OptOutType": "STOP"} if marked else {})) == []

    case = only_case(house)
    assert case.declared_at == house.clock.now
    assert case.source_channel == "sms"
    assert phone.address.opted_out_at == house.clock.now
    assert [row.author for row in transcript(house, phone)] == ["customer"]
    for _ in range(5):
        house.clock.go_on(days=1)
        house.run_due()
    assert house.sent() == [], "no answer, and no reminder later"


def test_a_bare_cancel_under_way_opens_no_second_case(house: House, phone: Phone) -> None:
    phone.text("I want to cancel")
    house.clock.go_on(minutes=7)

    assert phone.text("CANCEL", OptOutType="STOP") == []

    assert only_case(house).declared_at == NOW
    assert phone.address.opted_out_at is not None


def test_a_bare_cancel_upon_the_last_question_is_its_answer(house: House, phone: Phone) -> None:
    at_confirmation(phone)

    assert phone.text("Cancel", OptOutType="STOP") == []

    assert only_case(house).status == "reconciled"
    assert len(house.sent("ada.sommer@example.com")) == 1


def test_a_bare_cancel_declines_an_offer(house: House, phone: Phone) -> None:
    phone.text("I want to cancel")
    phone.text("1")
    phone.text(phone.code)

    assert phone.text("CANCEL", OptOutType="STOP") == []

    offer = only_case(house).offer
    assert offer is not None
    assert offer.answer == "declined"
    assert only_case(house).decision is None


@pytest.mark.parametrize("word", ["STOP", "stopall", "Unsubscribe", "END", "quit", "REVOKE", "OPTOUT"])
def test_opt_out_words_are_remembered_and_not_answered(house: House, phone: Phone, word: str) -> None:
    assert phone.text(word, OptOutType="STOP") == []

    assert phone.address.opted_out_at is not None
    assert house.count("cancellation_case") == 0
    assert phone.text("I want to cancel") == []
    assert house.count("cancellation_case") == 1


def test_start_opts_in_again(phone: Phone) -> None:
    phone.text("STOP", OptOutType="STOP")

    assert phone.text("START", OptOutType="START") == []

    assert phone.address.opted_out_at is None
    assert phone.text("I want to cancel") != []


def test_start_repeats_the_open_question(phone: Phone) -> None:
    phone.text("I want to cancel")
    phone.text("1")
    phone.text("STOP", OptOutType="STOP")

    (again,) = phone.text("START", OptOutType="START")

    assert "Please write the six-digit code here" in again
    assert "entry" not in again
    assert "1 Send a new code" in again


def test_start_repeats_the_last_question_and_confirms_nothing(house: House, phone: Phone) -> None:
    at_confirmation(phone)
    phone.text("STOP", OptOutType="STOP")

    (again,) = phone.text("START", OptOutType="START")

    assert "1 Confirm cancellation" in again
    assert only_case(house).decision is None


def test_yes_that_opts_in_is_an_answer_all_the_same(house: House, phone: Phone) -> None:
    at_confirmation(phone)

    phone.text("YES", OptOutType="START")

    assert only_case(house).status == "reconciled"


def test_help_that_twilio_answered_is_not_answered_again(house: House, phone: Phone) -> None:
    assert phone.text("HELP", OptOutType="HELP") == []
    assert phone.address.opted_out_at is None
    assert house.count("effect") == 0


@pytest.mark.parametrize(
    "words",
    [
        "stop texting me",
        "Stop texting me!!",
        "please don't text me anymore",
        "no more messages please",
        "I revoke my consent to texts",
        "take me off your list",
        "opt out",
        "keine SMS mehr bitte",
        "Hören Sie auf, mir SMS zu schicken",
    ],
)
@pytest.mark.check(20)
def test_stop_texting_me_in_any_words_opts_out(house: House, phone: Phone, words: str) -> None:
    assert len(phone.text(words)) == 1, "one text that confirms it is allowed"

    assert phone.address.opted_out_at == house.clock.now
    assert house.count("cancellation_case") == 0
    assert phone.text("I want to cancel") == []


def test_stop_texting_me_is_confirmed_once(house: House, phone: Phone) -> None:
    (confirmed,) = phone.text("stop texting me")

    assert "no more texts" in confirmed
    assert phone.text("stop texting me") == []
    assert phone.text("I want to cancel") == []
    phone.text("START", OptOutType="START")
    assert phone.text("help") != []
    assert len(phone.text("stop texting me")) == 1


def test_on_telegram_an_opt_out_is_confirmed_and_whoever_writes_again_is_answered(house: House) -> None:
    user = TelegramUser(house)
    user.say("I want to cancel")
    house.clock.go_on(minutes=1)

    assert "not write to you here any more" in user.say("please stop sending me messages")
    house.clock.go_on(minutes=1)
    assert user.say("I want to cancel") != ""
    assert user.say("help") != ""


def test_on_telegram_writing_again_takes_the_opt_out_back(house: House) -> None:
    user = TelegramUser(house)
    user.say("please stop sending me messages")
    with house.app.database.read() as uow:
        (head,) = uow.conversations.changed_since(house.clock.now)
        opted_out = uow.contacts.address(house.brand.id, head.address_id)
    user.say("hello")

    with house.app.database.read() as uow:
        after = uow.contacts.address(house.brand.id, head.address_id)
    assert opted_out is not None
    assert after is not None
    assert (opted_out.opted_out_at is None, after.opted_out_at is None) == (False, True)


def test_on_telegram_nothing_unasked_is_sent_after_an_opt_out(house: House) -> None:
    user = TelegramUser(house)
    user.say("human")
    house.clock.go_on(minutes=1)
    user.say("please stop sending me messages")
    sent = len(user.received)
    with house.app.database.read() as uow:
        (head,) = uow.conversations.changed_since(house.clock.now)

    claim(house.app, house.agent, head.id)
    house.run_due()

    assert len(user.received) == sent


def test_who_opted_out_goes_on_on_the_web_and_gets_the_receipt_by_mail(house: House, phone: Phone) -> None:
    at_confirmation(phone)
    phone.text("STOP", OptOutType="STOP")

    assert phone.text("1") == []

    assert only_case(house).status == "reconciled"
    (mail,) = house.sent("ada.sommer@example.com")
    assert "Cancellation BL-" in (mail.subject or "")
