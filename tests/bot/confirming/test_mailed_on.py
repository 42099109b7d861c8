"""A mail that came back is handed on by the brand's API: what follows is what follows by the command."""

import pytest
from werkzeug.test import TestResponse

from bot.mails.receiving import receive_mail
from bot.web.app import LARGEST_BODY
from channels.email.incoming import MOST_BYTES
from channels.email.message import message_id
from tests.bot.confirming.test_falling_back import to
from tests.bot.confirming.test_mailed_back import DOMAIN, MAILBOX, mailed, on_desk
from tests.bot.deliver.conftest import PHONE, Station
from tests.bot.endings.brand import Systems
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import error_in
from tests.channels.email.test_incoming import OURS, PAYLOADS

__all__ = ["mailed"]

PATH = "/api/brands/demo/mails"
MAIL = "message/rfc822"
ANSWER = b"From: Ada <ada@example.com>\nMessage-ID: <1@mail.example.com>\n\nWhere is my refund?"


def handed_on(house: House, raw: bytes, media: str = MAIL, **changed: str) -> TestResponse:
    return Systems(house).send("POST", PATH, raw, media=media, **changed)


def came_back(station: Station, name: str) -> bytes:
    """Such a mail, about the one that went out."""
    ours = message_id(station.sender.sent[0], DOMAIN)
    return (PAYLOADS / f"{name}.eml").read_bytes().replace(OURS.encode(), ours.encode())


def test_a_bounce_has_the_confirmation_go_the_next_way_once(mailed: Station) -> None:
    raw = came_back(mailed, "exim_failed")

    answers = [handed_on(mailed.house, raw) for _ in range(2)]
    mailed.run_due()

    assert [(each.status_code, each.get_json()) for each in answers] == [(202, {"said": "undelivered"})] * 2
    assert to(mailed) == [MAILBOX, PHONE]
    assert on_desk(mailed) == []


def test_an_answer_is_on_the_desk_and_an_automatic_one_is_not(mailed: Station) -> None:
    said = [
        handed_on(mailed.house, came_back(mailed, name)).get_json()["said"]
        for name in ("answer", "out_of_office")
    ]
    mailed.run_due()

    assert said == ["answer", "automatic"]
    assert [row.error for row in on_desk(mailed)] == ["somebody answered by e-mail"]


def test_one_mail_by_two_ways_is_one_and_two_under_one_id_are_two(mailed: Station) -> None:
    house = mailed.house
    relayed = b"Received: from mx.example by relay.example; Mon, 23 Nov 2026 06:00:00 +0000\n" + ANSWER

    receive_mail(house.app, house.brand.id, ANSWER)
    handed_on(house, relayed)
    assert mailed.states("read_mail") == ["due"]

    handed_on(house, ANSWER + b" And when does it end?")
    assert mailed.states("read_mail") == ["due", "due"]


@pytest.mark.parametrize(
    ("raw", "media", "expected"),
    [
        (b"", MAIL, (422, "no_mail")),
        (b'{"from": "ada@example.com"}', MAIL, (422, "no_mail")),
        (b"Dear Sir or Madam,\n\nFrom: nobody", MAIL, (422, "no_mail")),
        (b"%PDF-1.7\n\xff\x00", MAIL, (422, "no_mail")),
        (ANSWER, "application/json", (415, "not_mail")),
        (ANSWER, "", (415, "not_mail")),
        (ANSWER + b"x" * LARGEST_BODY, MAIL, (413, "request_entity_too_large")),
    ],
)
def test_what_is_no_mail_is_refused_and_leaves_no_trace(
    house: House, raw: bytes, media: str, expected: tuple[int, str]
) -> None:
    before = house.rows()

    assert error_in(handed_on(house, raw, media)) == expected
    assert house.rows() == before


def test_as_much_of_a_mail_as_is_looked_at_can_be_handed_on(house: House) -> None:
    mail = ANSWER + b" " * (MOST_BYTES - len(ANSWER))

    assert handed_on(house, mail).status_code == 202


@pytest.mark.parametrize(
    ("changed", "expected"),
    [({"signature": ""}, 401), ({"key": "another-key-of-thirty-two-characters"}, 403)],
)
def test_nobody_else_hands_one_on(house: House, changed: dict[str, str], expected: int) -> None:
    assert handed_on(house, ANSWER, **changed).status_code == expected
    assert house.count("effect") == 0
