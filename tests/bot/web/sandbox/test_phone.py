"""The phone, and what the provider does with its texts."""

import pytest

from channels.base import Outgoing, Unreachable
from channels.sms import STOP_WORDS
from tests.bot.web.sandbox.asking import ask, outbox, phone, post_json, text
from tests.bot.web.sandbox.demo import ADA, Demo


def inbox(demo: Demo, number: str) -> int:
    """How many messages our webhook has put on disk from this phone, told by its transcript."""
    ours = demo.account("sms")
    with demo.app.database.read() as uow:
        address = uow.contacts.by_sender(ours.brand.id, ours.row.id, number)
        if address is None:
            return 0
        conversation = uow.conversations.open_of(ours.brand.id, address.id)
        assert conversation is not None
        rows = uow.messages.since(ours.brand.id, conversation.id, 0)
    return sum(1 for row in rows if row.direction == "in")


def test_a_text_reaches_the_real_webhook(demo: Demo, number: str) -> None:
    assert text(demo, number, "Hello, is anybody there? 😀") == 204

    assert inbox(demo, number) == 1
    assert [(each["by"], each["text"]) for each in phone(demo, number)] == [
        ("owner", "Hello, is anybody there? 😀")
    ]


def test_a_picture(demo: Demo, number: str) -> None:
    assert text(demo, number, "", picture=True) == 204

    assert inbox(demo, number) == 1
    assert phone(demo, number)[0]["picture"] is True


@pytest.mark.parametrize("word", sorted(STOP_WORDS))
def test_opt_out_words_are_answered_by_the_provider(demo: Demo, number: str, word: str) -> None:
    assert text(demo, number, f" {word.lower()} ") == 204

    own, reply = phone(demo, number)
    assert (own["by"], reply["by"]) == ("owner", "provider")
    assert f"{demo.url}/chat/demo/" in reply["text"]
    assert outbox(demo, number) == []
    assert inbox(demo, number) == 1


def test_the_brands_own_opt_out_reply(demo: Demo, number: str) -> None:
    demo.change_account("sms", opt_out_reply="Bye. Go on at {link}")
    text(demo, number, "STOP")
    demo.change_account("sms", opt_out_reply="")

    assert phone(demo, number)[-1]["text"] == f"Bye. Go on at {demo.url}/chat/demo/"


def test_a_reply_without_a_link_gets_one(demo: Demo, number: str) -> None:
    demo.change_account("sms", opt_out_reply="Bye.")
    text(demo, number, "STOP")
    demo.change_account("sms", opt_out_reply="")

    assert phone(demo, number)[-1]["text"] == f"Bye. {demo.url}/chat/demo/"


def test_yes_is_an_answer_unless_there_is_an_opt_out(demo: Demo, number: str) -> None:
    text(demo, number, "yes")
    assert [each["by"] for each in phone(demo, number)] == ["owner"]

    text(demo, number, "STOP")
    text(demo, number, "yes")

    assert [each["by"] for each in phone(demo, number)][-2:] == ["owner", "provider"]
    assert thread(demo, number)["opted_out"] is False


def test_help_changes_nothing(demo: Demo, number: str) -> None:
    text(demo, number, "STOP")
    text(demo, number, "HELP")

    assert phone(demo, number)[-1]["by"] == "provider"
    assert thread(demo, number)["opted_out"] is True


def test_a_sentence_with_stop_in_it_is_no_opt_out(demo: Demo, number: str) -> None:
    text(demo, number, "please stop my contract")

    assert thread(demo, number)["opted_out"] is False


def test_what_was_refused_shows(demo: Demo, number: str) -> None:
    text(demo, number, "STOP")
    with pytest.raises(Unreachable):
        demo.outbound("sms").send(Outgoing(number, "Hello?"))

    assert (phone(demo, number)[-1]["by"], phone(demo, number)[-1]["text"]) == ("refused", "Hello?")


def test_nothing_is_repeated_when_nothing_is_new(demo: Demo, number: str) -> None:
    text(demo, number, "Hello")
    last = thread(demo, number)["last"]

    again = ask(demo, "GET", f"/sandbox/phone/thread?number=%2B{number[1:]}&since={last}").json

    assert again == {"last": last}


@pytest.mark.parametrize("typed", ["%2B491713920001", "491713920001", "+491713920001", "%2B49 171 3920001"])
def test_a_number_is_read_however_it_was_typed(demo: Demo, typed: str) -> None:
    page = ask(demo, "GET", f"/sandbox/phone?number={typed.replace(' ', '%20')}")

    assert page.status == 200
    assert f'data-number="{ADA}"' in page.text


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"number": "nobody", "text": "Hello"}, "bad_number"),
        ({"text": "Hello"}, "bad_number"),
        ({"number": ADA}, "bad_text"),
        ({"number": ADA, "text": "  "}, "bad_text"),
        ({"number": ADA, "text": 7}, "bad_text"),
    ],
)
def test_what_no_phone_sends(demo: Demo, body: dict[str, object], code: str) -> None:
    answer = post_json(demo, "/sandbox/phone/texts", **body)

    assert (answer.status, answer.json["error"]["code"]) == (400, code)


def test_a_text_of_ten_thousand_characters_arrives(demo: Demo, number: str) -> None:
    assert text(demo, number, "x" * 10_000) == 204


def test_an_unknown_brand_has_no_phone(demo: Demo) -> None:
    assert ask(demo, "GET", "/sandbox/phone?brand=other").status == 404


def thread(demo: Demo, number: str) -> dict[str, object]:
    found: dict[str, object] = ask(demo, "GET", f"/sandbox/phone/thread?number=%2B{number[1:]}").json
    return found
