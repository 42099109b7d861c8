"""Input that nobody meant, or somebody meant badly: a precise answer, and nothing written."""

import json
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, error_in

Cases = list[tuple[str, Any, str, tuple[int, str]]]

ID = "3f0c1a52-4a46-4b53-9c0f-2f3f4a1f9a10"
JSON = "application/json"

REFUSED: Cases = [
    ("empty", {"id": ID, "text": ""}, JSON, (400, "empty")),
    ("blank", {"id": ID, "text": " \n\t\u2003"}, JSON, (400, "empty")),
    ("only NUL", {"id": ID, "text": "\x00"}, JSON, (400, "empty")),
    ("neither", {"id": ID}, JSON, (400, "bad_message")),
    ("both", {"id": ID, "text": "yes", "choice": "x"}, JSON, (400, "bad_message")),
    ("both null", {"id": ID, "text": None, "choice": None}, JSON, (400, "bad_message")),
    ("number", {"id": ID, "text": 7}, JSON, (400, "bad_message")),
    ("nested", {"id": ID, "text": {"text": "yes"}}, JSON, (400, "bad_message")),
    ("choice list", {"id": ID, "choice": ["confirm"]}, JSON, (400, "bad_message")),
    ("no id", {"text": "yes"}, JSON, (400, "bad_id")),
    ("null id", {"id": None, "text": "yes"}, JSON, (400, "bad_id")),
    ("number id", {"id": 1, "text": "yes"}, JSON, (400, "bad_id")),
    ("word id", {"id": "one", "text": "yes"}, JSON, (400, "bad_id")),
    ("long id", {"id": ID * 100, "text": "yes"}, JSON, (400, "bad_id")),
    ("surrogate id", {"id": "\ud800" + ID[1:], "text": "yes"}, JSON, (400, "bad_id")),
    ("beyond reading", {"id": ID, "text": "a" * 100_001}, JSON, (413, "too_long")),
    ("long choice", {"id": ID, "choice": "a" * 100_001}, JSON, (413, "too_long")),
    ("no body", b"", JSON, (400, "bad_message")),
    ("cut", b'{"id": "', JSON, (400, "bad_json")),
    ("no JSON", b"text=yes", JSON, (400, "bad_json")),
    ("array", [{"id": ID, "text": "yes"}], JSON, (400, "bad_json")),
    ("string", "yes", JSON, (400, "bad_json")),
    ("null", None, JSON, (400, "bad_json")),
    ("Latin-1", '{"text": "ü"}'.encode("latin-1"), JSON, (400, "bad_json")),
    ("deep", b"[" * 100_000, JSON, (400, "bad_json")),
    ("deep object", b'{"a":' * 50_000, JSON, (400, "bad_json")),
    ("long number", b'{"id": ' + b"9" * 10_000 + b"}", JSON, (400, "bad_json")),
    ("form", b"text=yes", "application/x-www-form-urlencoded", (415, "not_json")),
    ("plain", b'{"text": "yes"}', "text/plain", (415, "not_json")),
    ("multipart", b"--x--", "multipart/form-data; boundary=x", (415, "not_json")),
    ("a megabyte", b'{"text": "' + b"a" * 1_000_000 + b'"}', JSON, (413, "request_entity_too_large")),
]


ODD = (
    "🤷",
    "🙃🙃🙃",
    "❤️",
    "\ud83d",
    "a\ud800b",
    "a\x00b",
    "\u202ewat",
    "﷽",
    "%s{x}{{x}}${x}",
    "<b>yes</b>",
    "'--",
)

NOT_BEGUN: Cases = [
    ("number", {"locale": 7}, JSON, (400, "bad_locale")),
    ("empty", {"locale": ""}, JSON, (400, "bad_locale")),
    ("NUL", {"locale": "en\x00"}, JSON, (400, "bad_locale")),
    ("path", {"locale": "../../etc"}, JSON, (400, "bad_locale")),
    ("long", {"locale": "e" * 10_000}, JSON, (400, "bad_locale")),
    ("long parts", {"locale": "en-" + "a-" * 5_000}, JSON, (400, "bad_locale")),
    ("array", [], JSON, (400, "bad_json")),
    ("cut", b"{", JSON, (400, "bad_json")),
    ("form", b"a=b", "application/x-www-form-urlencoded", (415, "not_json")),
]


def test_a_message_that_cannot_be_read_is_refused(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001")
    before, seen = house.rows(), visitor.look()

    answers = sent_each(visitor.client, "messages", REFUSED, visitor.headers)

    assert {name: error_in(answer) for name, answer in answers.items()} == expected(REFUSED)
    assert [name for name, answer in answers.items() if not explains(answer)] == []
    assert house.rows() == before
    assert visitor.look() == seen


def test_a_chat_that_cannot_be_begun_is_refused(house: House, client: FlaskClient) -> None:
    before = house.rows()

    answers = sent_each(client, "sessions", NOT_BEGUN, {})

    assert {name: error_in(answer) for name, answer in answers.items()} == expected(NOT_BEGUN)
    assert [name for name, answer in answers.items() if not explains(answer)] == []
    assert house.rows() == before


def test_a_language_that_we_do_not_speak_gets_the_brands(client: FlaskClient) -> None:
    wanted = ("xx", "zh-Hant-TW", "EN", "nl-BE")

    begun = [post(client, "sessions", {"locale": locale}, JSON, {}).get_json() for locale in wanted]

    assert [answer["locale"] for answer in begun] == ["en"] * 4


def test_the_browsers_language_is_taken_where_none_is_named(client: FlaskClient) -> None:
    headers = {"Accept-Language": "fr;q=0.4, de-CH, en;q=0.5"}

    begun = client.post("/chat/demo/sessions", json={}, headers=headers)

    assert begun.get_json()["locale"] == "de"


def test_ten_thousand_characters_are_answered_not_read(visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    visitor.press("No, cancel")

    visitor.say("yes, confirm. " * 750)

    assert not visitor.answer["record"]
    assert "too long" in visitor.text
    assert visitor.answer["step"] == "confirm"
    assert visitor.labels == ["Confirm cancellation", "Keep it"]


def test_what_is_not_understood_decides_nothing_and_is_asked_again(visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    visitor.press("No, cancel")

    for text in ODD:
        visitor.say(text)
        assert not visitor.answer["record"]
        assert visitor.answer["step"] == "confirm"
        assert visitor.labels == ["Confirm cancellation", "Keep it"]


def test_words_come_back_as_they_were_written(visitor: Visitor) -> None:
    visitor.begin().say("<script>alert('ü')</script> & 🙃")

    said = [each["text"] for each in visitor.look()["messages"] if each["author"] == "customer"]

    assert said == ["<script>alert('ü')</script> & 🙃"]


def test_another_method_is_not_allowed(client: FlaskClient) -> None:
    for method in ("PUT", "PATCH", "DELETE"):
        response = client.open("/chat/demo/messages", method=method)

        assert error_in(response) == (405, "method_not_allowed")
        assert {"GET", "POST"} <= {each.strip() for each in response.headers["Allow"].split(",")}


def test_an_id_may_be_written_as_one_likes(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001")

    first = visitor.send(ID, text="I want to cancel")
    second = visitor.send(ID.upper(), text="I want to cancel")

    assert second == first
    assert [each["author"] for each in visitor.look()["messages"]] == ["bot", "customer", "bot"]


def sent_each(
    client: FlaskClient, name: str, cases: Cases, headers: dict[str, str]
) -> dict[str, TestResponse]:
    return {case: post(client, name, sent, media, headers) for case, sent, media, _ in cases}


def expected(cases: Cases) -> dict[str, tuple[int, str]]:
    return {case: answer for case, _, _, answer in cases}


def post(client: FlaskClient, name: str, sent: Any, media_type: str, headers: dict[str, str]) -> TestResponse:
    data = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
    return client.post(f"/chat/demo/{name}", data=data, content_type=media_type, headers=headers)


def explains(response: TestResponse) -> bool:
    """Whether the answer is an error in JSON, in whole sentences, that shows nothing of the inside."""
    message: str = response.get_json()["error"]["message"]
    return len(message) > 10 and message.endswith(".") and "Traceback" not in message
