"""The rehearsal over HTTP: the draft's texts, nothing kept."""

import pytest

from tests.bot.web.chat.house import House
from tests.bot.web.studio.admin import SHORT, Admin

STAGE = {"channel": "webchat", "locale": "en", "customer": "one", "lines": []}


def test_the_draft_is_rehearsed(admin: Admin) -> None:
    admin.save(SHORT)

    played = admin.post_json("try/turn", STAGE).json

    assert isinstance(played, dict)
    assert played["step"] == {"name": "welcome", "title": "Welcome"}
    (message,) = played["messages"]
    assert message["text"].endswith("Hi! What can I do for you?")
    assert [choice["id"] for choice in message["choices"]] == ["cancel", "status", "human"]
    assert message["name"] == "welcome"


def test_a_rehearsal_writes_nothing(studio: House, admin: Admin) -> None:
    before = studio.rows()

    lines = [{"choice": "cancel"}, {"text": "100234"}, {"text": "482913"}, {"choice": "cancel"}]
    admin.post_json("try/turn", STAGE | {"lines": [*lines, {"choice": "confirm"}]})

    assert studio.rows() == before


@pytest.mark.parametrize(
    "change",
    [
        {"channel": "pigeon"},
        {"channel": "email"},
        {"locale": "tlh"},
        {"customer": "nobody"},
        {"lines": [{}] * 41},
        {"lines": [{"text": 7}]},
        {"lines": [{"choice": 7}]},
        {"lines": "hello"},
        {"lines": [{"text": "x" * 1_001}]},
    ],
)
def test_what_cannot_be_rehearsed_is_told(admin: Admin, change: dict[str, object]) -> None:
    answer = admin.post_json("try/turn", STAGE | change)

    assert answer.status_code == 400
    assert isinstance(answer.json, dict)
    assert answer.json["error"]["message"]
