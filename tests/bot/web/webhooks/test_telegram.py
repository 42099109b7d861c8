"""Telegram's updates: genuine or not, twice, in the wrong order, and the whole way out by buttons."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.deliver.loop import Deliverer
from bot.outbounds import Outbounds
from bot.records.pdf.verifying import verify_pdf
from bot.sandbox.files import read_file
from bot.sandbox.wiring import direct_outbound
from channels.base import Account, Outbound
from channels.telegram.outbound import TelegramOutbound
from storage.repositories.brands import AccountRow
from tests.bot.receive.test_crashes import BrokenDialogs, another_process, process_all
from tests.bot.web.chat.house import House, web_of
from tests.bot.web.chat.visitor import error_in
from tests.bot.web.webhooks.phone import only_case
from tests.bot.web.webhooks.telegram_user import ADA_PHONE, PATH, SECRET, TelegramUser
from tests.channels.telegram.fake_bot_api import FakeBotApi
from tests.channels.telegram.fake_rules import BotApiError
from tests.channels.telegram.fake_updates import (
    BOB,
    GROUP,
    PHOTO,
    Person,
    edited,
    message,
    numbered,
    pressed,
    said,
    shared_contact,
)


@pytest.fixture
def ada(house: House) -> TelegramUser:
    """Somebody who never wrote to the bot."""
    return TelegramUser(house)


def test_the_whole_way_with_a_shared_contact(house: House, ada: TelegramUser) -> None:
    assert "automated assistant" in ada.say("/start")
    ada.say("I want to cancel")
    offer = ada.share()
    assert "pause" in offer
    ada.press("No, cancel")

    receipt = ada.press("Confirm cancellation")

    assert "Your cancellation is accepted." in receipt
    assert "Done:" in receipt
    assert house.offices.calls.count("cancel") == 1
    assert len(house.sent("ada.sommer@example.com")) == 1


def test_the_pdf_follows_the_receipt_as_a_file(house: House, ada: TelegramUser) -> None:
    """A bot can change what it wrote: a file that proves itself stays what it is."""
    ada.say("I want to cancel")
    ada.share()
    ada.press("No, cancel")
    ada.press("Confirm cancellation")

    names = [[file["name"] for file in (row.meta or {}).get("attachments", [])] for row in ada.received]
    (file,) = [read_file(file) for row in ada.received for file in (row.meta or {}).get("attachments", [])]
    receipt = next(i for i, row in enumerate(ada.received) if "Your cancellation is accepted" in row.body)

    assert file.media_type == "application/pdf"
    assert verify_pdf(file.content, house.brand.signing_public).valid
    assert names.index([file.name]) > receipt
    assert "It proves itself" in ada.received[names.index([file.name])].body
    ada.say("send my confirmation again")
    again = [read_file(file) for row in ada.received for file in (row.meta or {}).get("attachments", [])]
    assert again == [file, file]


def test_a_code_identifies_here_too(house: House, ada: TelegramUser) -> None:
    ada.say("I want to cancel")
    ada.say("BL-1001")
    (code,) = house.sent(f"+{ADA_PHONE}")

    assert "pause" in ada.say(code.body[:6])


WRONG_SECRETS = (None, "", "wrong", SECRET[:-1], SECRET + "x", "ü", SECRET.upper())


@pytest.mark.check(28)
def test_without_the_secret_nothing_is_taken(house: House, ada: TelegramUser) -> None:
    before = house.rows()

    answers = [ada.post(numbered(said("I want to cancel")), secret) for secret in WRONG_SECRETS]

    assert [error_in(answer) for answer in answers] == [(403, "refused")] * len(WRONG_SECRETS)
    assert house.rows() == before


@pytest.mark.check(28)
def test_a_bot_without_a_secret_takes_nothing(house: House, ada: TelegramUser) -> None:
    account = house.account("telegram")
    with house.app.database.write() as uow:
        uow.accounts.save(replace(account, settings={**account.settings, "webhook_secret": ""}))
    house.app.directory.forget()
    before = house.rows()

    answers = [ada.post(numbered(said("I want to cancel")), secret) for secret in (None, "", SECRET)]

    assert [error_in(answer) for answer in answers] == [(403, "refused")] * 3
    assert house.rows() == before


UNREADABLE: tuple[bytes, ...] = (
    b"",
    b"{",
    b"[]",
    b"null",
    b'"hi"',
    b'{"update_id": "1"}',
    b'{"update_id": true}',
    b'{"update_id": 1e400}',
    b'{"message": {}}',
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"update_id": 1, "message": ' + b'{"a":' * 80 + b"1" + b"}" * 81,
)


def test_what_is_no_update_is_refused(house: House) -> None:
    before = house.rows()
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}

    answers = [house.client().post(PATH, data=each, headers=headers) for each in UNREADABLE]
    huge = house.client().post(PATH, data=b" " * 1_100_000, headers=headers)

    assert [error_in(answer) for answer in answers] == [(400, "refused")] * len(UNREADABLE)
    assert huge.status_code == 413
    assert house.rows() == before


PASSED_OVER: tuple[dict[str, Any], ...] = (
    {},
    {"poll": {"id": "1"}},
    {"my_chat_member": {"chat": {"id": 4711, "type": "private"}}},
    {"message": "a text"},
    {"message": {**message(text="I want to cancel"), "chat": GROUP}},
    {"message": {**message(text="I want to cancel"), "from": {"id": 1, "is_bot": True}}},
    {"channel_post": message(text="I want to cancel")},
    {"message": message(new_chat_title="x")},
    {"callback_query": {"id": "1", "data": "x"}},
)


def test_what_says_nothing_to_us_is_taken_and_passed_over(house: House, ada: TelegramUser) -> None:
    before = house.rows()

    answers = [ada.post(numbered(each, 50 + n)).status_code for n, each in enumerate(PASSED_OVER)]

    assert answers == [204] * len(PASSED_OVER)
    assert house.rows() == before


@pytest.mark.check(29)
def test_an_update_delivered_again_is_one_update(house: House, ada: TelegramUser) -> None:
    update = numbered(said("I want to cancel"), 7)

    answers = [ada.post(update).status_code for _ in range(3)]
    house.run_due()

    assert answers == [204] * 3
    assert len(ada.received) == 1
    assert house.count("cancellation_case") == 1


@pytest.mark.check(29)
def test_what_telegram_was_told_is_stored_outlives_the_process(
    house: House, ada: TelegramUser, tmp_path: Path
) -> None:
    """It was answered 204 and the process ended before it was heard: Telegram will not say it again."""
    dying = web_of(replace(house.app, dialogs=BrokenDialogs()), house.streams).test_client()
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    declared = house.clock.now

    assert dying.post(PATH, json=numbered(said("I want to cancel"), 7), headers=headers).status_code == 204
    assert ada.received == []
    house.clock.go_on(minutes=5)
    with another_process(house, tmp_path) as worker:
        assert len(process_all(worker)) == 1
        worker.run_due()
    assert ada.post(numbered(said("I want to cancel"), 7)).status_code == 204
    house.run_due()

    assert len(ada.received) == 1
    assert only_case(house).declared_at == declared


@pytest.mark.check(33)
def test_telegram_is_left_alone_for_as_long_as_it_says(house: House, ada: TelegramUser) -> None:
    with telegram_of(house, ada) as (api, deliverer):
        api.trouble("sendMessage", BotApiError(429, "Too Many Requests: retry after 300", retry_after=300))
        ada.post(numbered(said("I want to cancel"), 7))
        deliverer.run_due()
        house.clock.go_on(seconds=299)
        deliverer.run_due()
        asked_early = len(api.called("sendMessage"))

    house.clock.go_on(seconds=2)
    house.run_due()

    assert asked_early == 1
    assert len(ada.received) == 1


@pytest.mark.check(33)
def test_who_blocked_the_bot_gets_the_receipt_by_mail_and_nothing_is_tried_again(
    house: House, ada: TelegramUser
) -> None:
    at_confirmation(ada)
    confirm = pressed(ada.button("Confirm cancellation"), ada.person)
    with telegram_of(house, ada) as (api, deliverer):
        api.block(ada.person)
        ada.post(numbered(confirm, 70_001))
        deliverer.run_due()
        house.clock.go_on(hours=1)
        deliverer.run_due()
        tried = len(api.called("sendMessage"))

    assert tried == 1
    assert only_case(house).status == "reconciled"
    (mail,) = house.sent("ada.sommer@example.com")
    assert "Cancellation BL-" in (mail.subject or "")


@contextmanager
def telegram_of(house: House, user: TelegramUser) -> Iterator[tuple[FakeBotApi, Deliverer]]:
    """The channel's own sender against a Bot API; the other channels keep what they send."""
    keeping = direct_outbound(house.app.database, house.clock)

    def make(row: AccountRow) -> Outbound:
        if row.kind != "telegram":
            return keeping(row)
        account = Account(row.id, "telegram", row.address, {"token": api.token, "api_base": api.url})
        return TelegramOutbound(account, clock=lambda: house.clock.now.timestamp())

    with FakeBotApi() as api:
        api.meet(user.person)
        outbounds = Outbounds(make)
        deliverer = Deliverer(house.app, outbounds, threads=1)
        yield api, deliverer
        deliverer.close()
        outbounds.close()


@pytest.mark.check(29)
def test_updates_out_of_order_are_both_heard(house: House, ada: TelegramUser) -> None:
    ada.post(numbered(said("I want to cancel"), 901))
    ada.post(numbered(said("human"), 900))
    house.run_due()

    heard = "\n".join(row.body for row in ada.received)
    assert "account number" in heard
    assert "A person from Brightline" in heard


@pytest.mark.check(29)
def test_numbers_that_begin_anew_are_heard(house: House, ada: TelegramUser) -> None:
    """After a week without updates Telegram chooses the next number at random."""
    ada.post(numbered(said("I want to cancel"), 2**31))
    ada.post(numbered(said("BL-1001"), 5))
    house.run_due()

    assert len(house.sent(f"+{ADA_PHONE}")) == 1


@pytest.mark.check(34)
def test_edited_messages_and_pictures_confirm_nothing(house: House, ada: TelegramUser) -> None:
    at_confirmation(ada)

    answers = [
        *ada.happen(edited("yes")),
        *ada.happen({"message": message(photo=PHOTO, caption="yes")}),
        *ada.happen({"message": message(text="yes", forward_origin={"type": "user"})}),
        *ada.happen({"message": message(voice={"file_id": "x"})}),
    ]

    assert house.count("record") == 0
    told = "\n".join(row.body for row in answers)
    assert "not on edited ones" in told
    assert "cannot read pictures" in told
    assert "Your cancellation is accepted." in ada.press("Confirm cancellation")


NOT_OWN: dict[str, dict[str, Any]] = {
    "another's card": {"user_id": 815},
    "a card without owner": {"user_id": None},
}


@pytest.mark.parametrize("name", NOT_OWN)
@pytest.mark.check(32)
def test_a_contact_that_is_not_the_senders_own_vouches_for_nothing(
    house: House, ada: TelegramUser, name: str
) -> None:
    ada.say("I want to cancel")

    answer = ada.share(**NOT_OWN[name])

    assert "not yours or could not be checked" in answer
    assert house.offices.calls == []


@pytest.mark.check(32)
def test_a_forwarded_card_of_ones_own_vouches_for_nothing(house: House, ada: TelegramUser) -> None:
    ada.say("I want to cancel")
    card = shared_contact(phone_number=ADA_PHONE)
    card["message"]["forward_origin"] = {"type": "hidden_user"}

    answer = ada.happen(card)

    assert "not yours or could not be checked" in answer[0].body
    assert house.offices.calls == []


def test_an_own_contact_of_nobody_we_know_goes_on_another_way(house: House) -> None:
    bob = TelegramUser(house, BOB)
    bob.say("I want to cancel")

    answer = bob.share(phone_number="491713920077")

    assert "account number" in answer
    assert house.offices.calls == ["find_customer"]


@pytest.mark.check(30)
def test_the_button_of_another_chat_does_nothing(house: House, ada: TelegramUser) -> None:
    at_confirmation(ada)
    bob = TelegramUser(house, BOB)
    bob.say("hello")

    answer = bob.happen(pressed(ada.button("Confirm cancellation"), BOB))
    in_another_chat = pressed(ada.button("Confirm cancellation"), BOB, chat=ada.person.chat())
    bob.happen(in_another_chat)

    assert "earlier question" in answer[0].body
    assert house.count("record") == 0


@pytest.mark.check(31)
def test_a_double_tap_confirms_once(house: House, ada: TelegramUser) -> None:
    at_confirmation(ada)
    button = ada.button("Confirm cancellation")

    ada.post(numbered(pressed(button, query_id="1"), 70_001))
    ada.post(numbered(pressed(button, query_id="2"), 70_002))
    house.run_due()

    assert house.count("record") == 1
    assert house.offices.calls.count("cancel") == 1


@pytest.mark.check(30)
def test_an_old_button_is_harmless(house: House, ada: TelegramUser) -> None:
    at_offer(ada)
    pause = ada.button("Pause instead")
    ada.press("No, cancel")

    answer = ada.happen(pressed(pause))

    assert "earlier question" in answer[0].body
    assert "Confirm the cancellation?" in answer[-1].body
    assert house.count("record") == 0


@pytest.mark.check(30)
def test_what_buttons_carry_is_short_and_opaque(ada: TelegramUser) -> None:
    at_confirmation(ada)

    carried = [
        str(each["id"]) for row in ada.received for each in row.buttons or () if each["kind"] == "reply"
    ]

    assert all(len(each.encode()) <= 64 and int(each, 16) for each in carried)


@pytest.mark.check(34)
def test_people_do_not_share_a_chat(house: House, ada: TelegramUser) -> None:
    at_offer(ada)
    eve = TelegramUser(house, Person(id=4712, first_name="<b>Eve</b>"))

    assert "Brightline Fibre 100" not in eve.say("I want to cancel")
    assert "<b>Eve" not in str([row.body for row in eve.received])


def test_the_persons_language_is_spoken(house: House) -> None:
    german = TelegramUser(house, Person(id=99, language_code="de"))

    assert "Assistent" in german.say("/start")


def at_offer(user: TelegramUser) -> None:
    user.say("I want to cancel")
    assert "pause" in user.share()


def at_confirmation(user: TelegramUser) -> None:
    at_offer(user)
    user.press("No, cancel")
