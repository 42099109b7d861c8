"""A mail that comes back: the confirmation goes another way, and a person reads what is not for a machine."""

import pytest

from bot.handoff import settle_effect
from bot.letters.moving import mark_posted, mark_returned
from bot.letters.runs import print_run
from bot.mails.taking import READ_MAIL, domain_of, take_mail
from bot.web.desk.stuck import stuck
from channels.base import Outgoing
from channels.email.incoming import Said
from channels.email.message import message_id
from dialogs.ids import EffectId
from storage.repositories.effects import EffectRow
from tests.bot.confirming.test_falling_back import to
from tests.bot.deliver.conftest import PHONE, Station
from tests.bot.deliver.test_letters import cancelled, letters, post
from tests.bot.web.chat.visitor import Visitor
from tests.channels.email.test_incoming import OURS, PAYLOADS

__all__ = ["post"]

MAILBOX, DOMAIN = "ada.sommer@example.com", "brightline.example"


@pytest.fixture
def mailed(station: Station, at_station: Visitor) -> Station:
    """Ada's confirmation went by mail."""
    station.sender.mail_domain = DOMAIN
    station.run_due()
    assert to(station) == [MAILBOX]
    return station


def comes_back(station: Station, name: str, mail: int = 0) -> Said:
    """Such a mail comes in, about one of those that went out."""
    ours = message_id(station.sender.sent[mail], DOMAIN)
    raw = (PAYLOADS / f"{name}.eml").read_bytes().replace(OURS.encode(), ours.encode())
    raw = raw.replace(b"ab12" * 10, ours.strip("<>").partition("@")[0].encode())
    return taken(station, raw)


def taken(station: Station, raw: bytes) -> Said:
    house = station.house
    with house.app.database.write() as uow:
        domain = domain_of(house.account("email"))
        return take_mail(uow, house.brand.id, domain, raw, house.clock()).said


def on_desk(station: Station) -> list[EffectRow]:
    with station.house.app.database.read() as uow:
        return uow.outbox.given_up(station.house.brand.id)


@pytest.mark.parametrize(
    "name", ["postfix_unknown_user", "exchange_mailbox_full", "gmail_over_quota_delayed", "exim_failed"]
)
def test_a_bounce_has_the_confirmation_go_the_next_way_once(mailed: Station, name: str) -> None:
    comes_back(mailed, name)
    comes_back(mailed, name)
    mailed.run_due()

    assert to(mailed) == [MAILBOX, PHONE]
    assert on_desk(mailed) == []
    assert mailed.states("read_mail") == ["done"]


@pytest.mark.parametrize("name", ["postfix_delayed", "delivered", "out_of_office", "read_receipt"])
def test_what_is_no_bounce_changes_nothing(mailed: Station, name: str) -> None:
    comes_back(mailed, name)
    mailed.run_due()

    assert to(mailed) == [MAILBOX]
    assert mailed.states("read_mail") == []


def test_a_report_is_known_by_the_envelope_s_id_alone(mailed: Station) -> None:
    envelope = message_id(mailed.sender.sent[0], DOMAIN).strip("<>").partition("@")[0]
    raw = (
        "From: x@example.com\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        f"--b\nContent-Type: message/delivery-status\n\nOriginal-Envelope-Id: {envelope}\n\n"
        "Action: failed\nStatus: 5.1.1\n\n--b--\n"
    )
    taken(mailed, raw.encode())
    mailed.run_due()

    assert to(mailed) == [MAILBOX, PHONE]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("qmail_bounce", "a mail came back, and the report does not tell why"),
        ("answer", "somebody answered by e-mail"),
    ],
)
def test_what_a_machine_cannot_settle_is_read_by_a_person_and_then_forgotten(
    mailed: Station, name: str, told: str
) -> None:
    house = mailed.house
    comes_back(mailed, name)
    mailed.run_due()

    (row,) = on_desk(mailed)
    with house.app.database.read() as uow:
        shown = stuck(uow, row)
    assert (row.kind, row.error) == ("read_mail", told)
    assert shown["conversation"] is not None
    assert shown["mail"]["text"]
    assert to(mailed) == [MAILBOX]

    settle_effect(house.app, house.agent, EffectId(row.id), done=True, note="answered by mail")
    with house.app.database.read() as uow:
        settled = uow.outbox.get(house.brand.id, row.id)
    assert settled is not None
    kept = READ_MAIL.validate_json(settled.payload).mail
    assert (kept.said, kept.sender, kept.subject, kept.text) == (shown_said(name), "", "", "")


def shown_said(name: str) -> Said:
    return "answer" if name == "answer" else "unreadable"


def test_a_bounce_of_what_nobody_knows_is_on_the_desk_after_a_while(mailed: Station) -> None:
    taken(mailed, (PAYLOADS / "postfix_unknown_user.eml").read_bytes())
    mailed.run_due()
    assert on_desk(mailed) == []

    for _ in range(5):
        mailed.house.clock.go_on(minutes=2)
        mailed.run_due()

    (row,) = on_desk(mailed)
    assert "it is not known which" in (row.error or "")
    assert to(mailed) == [MAILBOX]


def test_a_bounce_that_is_faster_than_our_own_commit_counts(station: Station, at_station: Visitor) -> None:
    station.sender.mail_domain = DOMAIN
    early = (PAYLOADS / "exim_failed.eml").read_bytes()
    key = f"confirmation:{at_station.look()['record']['number']}"
    ours = message_id(Outgoing(MAILBOX, "", key=key), DOMAIN)
    taken(station, early.replace(OURS.encode(), ours.encode()))
    station.run_due()
    station.house.clock.go_on(minutes=1)
    station.run_due()

    assert to(station) == [MAILBOX, PHONE]


def test_where_nothing_else_is_left_a_person_sees_it(mailed: Station) -> None:
    mailed.house.forget("sms")
    comes_back(mailed, "postfix_unknown_user")
    mailed.run_due()

    (row,) = on_desk(mailed)
    assert row.kind == "forward_confirmation"
    assert "the mail came back: 5.1.1" in (row.error or "")
    assert "@" not in (row.error or "")


def test_a_letter_takes_the_place_of_a_mail_that_came_back(post: Station) -> None:
    post.sender.mail_domain = DOMAIN
    number = cancelled(post)
    comes_back(post, "postfix_unknown_user")
    post.run_due()

    (letter,) = letters(post)
    assert (letter.number, to(post)) == (number, [MAILBOX])
    assert letter.why.startswith("the mail came back: 5.1.1")

    house = post.house
    print_run(house.app, house.brand)
    with house.app.database.write() as uow:
        (letter,) = uow.letters.in_states(house.brand.id, ["printed"])
        mark_posted(uow, letter, house.clock(), house.clock())
    house.clock.go_on(days=3)
    with house.app.database.write() as uow:
        (letter,) = uow.letters.in_states(house.brand.id, ["posted"])
        mark_returned(uow, letter, "moved away", house.clock(), house.clock())
    post.run_due()

    errors = [row.error for row in on_desk(post)]
    assert errors == [f"the letter about {number} came back (moved away), and so did the mail before"]
