"""Sending, over HTTP to a strict Bot API."""

import threading
from collections.abc import Callable

import pytest

from channels.base import (
    Account,
    Attachment,
    Button,
    OutcomeUnknown,
    SendError,
    Sent,
    TryLater,
)
from channels.telegram.outbound import TelegramOutbound
from tests.channels.telegram.fake_bot_api import FakeBotApi, Trouble
from tests.channels.telegram.fake_rules import BotApiError, File
from tests.channels.telegram.fake_updates import ADA
from tests.channels.telegram.sending import failure, to_ada

LEAVE = Button("a1", "Cancel my plan")
STAY = Button("a2", "Stay")
SHARE = Button("a3", "Share my number", kind="share_contact")
WEB = Button("a4", "Open", kind="link", url="https://acme.example/c/1?a=1&b=2")
PDF = Attachment('re"ceipt/\r\n.pdf', "application/pdf", b"%PDF-1.7\r\n--\x00\xff\r\n")


@pytest.mark.check(34)
def test_a_text_arrives_as_it_is(outbound: TelegramOutbound, api: FakeBotApi) -> None:
    text = "Dear <b>&amp; *Ada* _x_ [y](z) \U0001f600"

    assert outbound.send(to_ada(text)) == Sent("1")
    assert api.called("sendMessage") == [
        {
            "chat_id": ADA.id,
            "text": text,
            "link_preview_options": {"is_disabled": True},
            "reply_markup": {"remove_keyboard": True},
        }
    ]


def test_what_cannot_be_encoded_is_replaced(outbound: TelegramOutbound, api: FakeBotApi) -> None:
    outbound.send(to_ada("Dear \ud83d", buttons=(Button("a1", "Bye \udc00"),)))

    assert api.messages[0]["text"] == "Dear \ufffd"


def test_each_choice_is_a_button_in_a_row_of_its_own(outbound: TelegramOutbound, api: FakeBotApi) -> None:
    outbound.send(to_ada(buttons=(LEAVE, STAY, WEB)))

    assert api.called("sendMessage")[0]["reply_markup"] == {
        "inline_keyboard": [
            [{"text": "Cancel my plan", "callback_data": "a1"}],
            [{"text": "Stay", "callback_data": "a2"}],
            [{"text": "Open", "url": "https://acme.example/c/1?a=1&b=2"}],
        ]
    }


def test_all_choices_stand_beside_the_button_that_shares_the_contact(
    outbound: TelegramOutbound, api: FakeBotApi
) -> None:
    outbound.send(to_ada(buttons=(SHARE, STAY)))

    assert api.called("sendMessage")[0]["reply_markup"] == {
        "keyboard": [[{"text": "Share my number", "request_contact": True}], [{"text": "Stay"}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
    }


def test_a_long_text_arrives_in_parts(outbound: TelegramOutbound, api: FakeBotApi) -> None:
    sent = outbound.send(to_ada("a" * 4000 + "\n\n" + "b" * 4000, buttons=(LEAVE,)))

    assert sent == Sent("2", segments=2)
    assert [message["text"][0] for message in api.messages] == ["a", "b"]
    assert ["reply_markup" in message for message in api.messages] == [False, True]


def test_a_file_arrives_with_its_bytes(outbound: TelegramOutbound, api: FakeBotApi) -> None:
    outbound.send(to_ada("Your receipt", buttons=(LEAVE,), attachments=(PDF,)))

    (document,) = api.called("sendDocument")
    assert document["document"] == File("re_ceipt___.pdf", PDF.content)
    assert document["caption"] == "Your receipt"
    assert document["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "a1"


def test_a_pressed_button_is_acknowledged(outbound: TelegramOutbound, api: FakeBotApi) -> None:
    outbound.send(to_ada(buttons=(LEAVE,)))
    number = api.press(ADA, "Cancel my plan")

    outbound.send(to_ada("Done.", callback_id=f"press-{number}"))

    assert api.called("answerCallbackQuery") == [{"callback_query_id": f"press-{number}"}]


def test_a_button_can_be_acknowledged_without_words(outbound: TelegramOutbound, api: FakeBotApi) -> None:
    assert outbound.send(to_ada("", callback_id="gone")) == Sent("", segments=0)
    assert len(api.called("answerCallbackQuery")) == 1


@pytest.mark.parametrize("trouble", [BotApiError(500, "Internal Server Error"), "hang up", "gibberish"])
def test_an_acknowledgement_that_fails_is_no_failure(
    outbound: TelegramOutbound, api: FakeBotApi, trouble: Trouble
) -> None:
    api.trouble("answerCallbackQuery", trouble)

    assert outbound.send(to_ada(callback_id="99")) == Sent("1")


def test_a_message_that_broke_off_goes_on_where_it_broke(outbound: TelegramOutbound, api: FakeBotApi) -> None:
    message = to_ada("Two receipts", attachments=(PDF, PDF), key="receipt-1")
    api.trouble("sendDocument", BotApiError(500, "Internal Server Error: restart"))

    assert isinstance(failure(outbound, message), TryLater)
    outbound.send(message)

    assert [call.method for call in api.calls] == ["sendMessage", *["sendDocument"] * 3]


def test_after_it_arrived_the_same_message_can_be_sent_anew(
    outbound: TelegramOutbound, api: FakeBotApi
) -> None:
    message = to_ada("a" * 4000 + "\n\n" + "b" * 4000, key="receipt-1")

    outbound.send(message)
    outbound.send(message)

    assert [sent["text"][0] for sent in api.messages] == ["a", "b", "a", "b"]


def test_the_fourth_message_at_once_waits_its_turn(account: Account) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    patient = TelegramOutbound(account, clock=lambda: 1000.0, sleep=sleep)
    for _ in range(4):
        patient.send(to_ada())
    fifth = failure(patient, to_ada())
    patient.close()

    assert waits == pytest.approx([0, 0, 0, 1])
    assert isinstance(fifth, TryLater)
    assert fifth.retry_after == pytest.approx(2)


def test_several_threads_send_at_once(account: Account, api: FakeBotApi) -> None:
    outbound = TelegramOutbound(account, clock=_steps(by=10.0))
    threads = [threading.Thread(target=outbound.send, args=(to_ada(f"{n}"),)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    outbound.close()

    assert sorted(message["text"] for message in api.messages) == [str(n) for n in range(8)]


def test_a_closed_channel_sends_nothing(outbound: TelegramOutbound, api: FakeBotApi) -> None:
    outbound.close()
    outbound.close()

    assert isinstance(failure(outbound, to_ada()), TryLater)
    assert api.calls == []


def test_closing_ends_a_send_under_way(outbound: TelegramOutbound, api: FakeBotApi) -> None:
    api.trouble("sendMessage", "stall")
    errors: list[SendError] = []
    thread = threading.Thread(target=lambda: errors.append(failure(outbound, to_ada())))
    thread.start()
    api.wait_until(lambda: bool(api.called("sendMessage")))

    outbound.close()
    thread.join()

    assert [type(error) for error in errors] == [OutcomeUnknown]


def _steps(by: float) -> Callable[[], float]:
    """A clock that moves on by itself at every reading."""
    now = [0.0]

    def read() -> float:
        now[0] += by
        return now[0]

    return read
