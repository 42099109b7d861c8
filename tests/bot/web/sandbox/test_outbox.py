"""What would have been sent: as JSON, mails as they look, files to save."""

import pytest

from bot.sandbox.wiring import direct_outbound
from channels.base import Attachment, Button, Outgoing, Unreachable
from tests.bot.web.sandbox.asking import ask, outbox
from tests.bot.web.sandbox.demo import Demo

MAIL = Outgoing(
    "ada@example.com",
    "Your contract ends.",
    subject="Cancelled",
    html="<html><head><title>x</title></head><body><p>Your contract <b>ends</b>.</p></body></html>",
    attachments=(Attachment("BL-1 ä.json", "application/json", b"{}"),),
    key="effect-1",
)


def test_messages_come_in_order_with_their_fields(demo: Demo, number: str) -> None:
    for words in ("one", "two"):
        demo.outbound("sms").send(Outgoing(number, words))

    listed = outbox(demo, number)

    assert [each["text"] for each in listed] == ["one", "two"]
    assert {"id", "channel", "to", "subject", "text", "buttons", "at"} <= set(listed[0])
    assert listed[0]["to"] == number


@pytest.mark.parametrize("plus", ["%2B", "+"])
def test_a_plus_need_not_be_escaped(demo: Demo, number: str, plus: str) -> None:
    demo.outbound("sms").send(Outgoing(number, "Hello"))

    assert len(ask(demo, "GET", f"/sandbox/outbox?to={plus}{number[1:]}").json) == 1


def test_only_what_is_new_and_only_the_newest(demo: Demo, number: str) -> None:
    for words in ("one", "two", "three"):
        demo.outbound("sms").send(Outgoing(number, words))
    first = outbox(demo, number)[0]["id"]

    since = ask(demo, "GET", f"/sandbox/outbox?to=%2B{number[1:]}&since={first}").json
    newest = ask(demo, "GET", f"/sandbox/outbox?to=%2B{number[1:]}&limit=1").json

    assert [each["text"] for each in since] == ["two", "three"]
    assert [each["text"] for each in newest] == ["three"]


def test_more_than_a_page_of_messages(demo: Demo, number: str) -> None:
    outbound = direct_outbound(demo.app.database, demo.app.clock)(demo.account("sms").row)
    for index in range(201):
        outbound.send(Outgoing(number, str(index)))

    assert len(outbox(demo, number)) == 201


def test_everybodys_and_nobodys(demo: Demo, number: str) -> None:
    demo.outbound("sms").send(Outgoing(number, "Hello"))

    assert number in {each["to"] for each in ask(demo, "GET", "/sandbox/outbox").json}
    assert outbox(demo, "nobody@example.com") == []
    assert ask(demo, "GET", "/sandbox/outbox?brand=other").json == []


@pytest.mark.parametrize("wrong", ["since=x", "since=-1", "limit=1e3"])
def test_a_cursor_that_is_none(demo: Demo, wrong: str) -> None:
    assert ask(demo, "GET", f"/sandbox/outbox?{wrong}").status == 400


def test_a_mail_with_its_html_and_its_file(demo: Demo) -> None:
    demo.outbound("email").send(MAIL)
    listed = outbox(demo, "ada@example.com")[-1]

    page = ask(demo, "GET", listed["page"])
    html = ask(demo, "GET", f"{listed['page']}/html")
    file = ask(demo, "GET", listed["attachments"][0]["url"])

    assert (listed["channel"], listed["subject"]) == ("email", "Cancelled")
    assert "Cancelled" in page.text
    assert "<b>ends</b>" in html.text
    assert "sandbox" in html.headers["Content-Security-Policy"]
    assert "script-src" not in html.headers["Content-Security-Policy"]
    assert file.body == b"{}"
    assert file.headers["Content-Disposition"] == 'attachment; filename="BL-1__.json"'


def test_a_plain_mail_has_no_html(demo: Demo) -> None:
    demo.outbound("email").send(Outgoing("ben@example.com", "Hello <b>", subject="Hi"))
    listed = outbox(demo, "ben@example.com")[-1]

    assert "Hello &lt;b&gt;" in ask(demo, "GET", listed["page"]).text
    assert ask(demo, "GET", f"{listed['page']}/html").status == 404


def test_the_same_mail_again_has_the_same_id(demo: Demo) -> None:
    first, again = (demo.outbound("email").send(MAIL) for _ in range(2))

    assert first == again


def test_what_is_no_address_gets_no_mail(demo: Demo) -> None:
    with pytest.raises(Unreachable):
        demo.outbound("email").send(Outgoing("not an address", "Hello"))


@pytest.mark.parametrize(
    "address", ["/sandbox/mail/0", "/sandbox/mail/99999999", "/sandbox/files/99999999/0"]
)
def test_what_is_not_there(demo: Demo, address: str) -> None:
    assert ask(demo, "GET", address).status == 404


def test_a_text_is_no_mail_and_has_no_file(demo: Demo, number: str) -> None:
    demo.outbound("sms").send(Outgoing(number, "Hello"))
    found = outbox(demo, number)[0]["id"]

    assert ask(demo, "GET", f"/sandbox/mail/{found}").status == 404
    assert ask(demo, "GET", f"/sandbox/files/{found}/0").status == 404


@pytest.mark.parametrize("kind", ["sms", "telegram", "email"])
def test_the_terminals_channels_keep_everything(demo: Demo, kind: str) -> None:
    to = {"sms": "+491713920048", "telegram": "491713920048", "email": "eve@example.com"}[kind]
    outbound = direct_outbound(demo.app.database, demo.app.clock)(demo.account(kind).row)

    sent = outbound.send(Outgoing(to, "Hello", (Button("c1", "Yes"),), subject="Hi"))
    outbound.close()

    (listed,) = outbox(demo, to)
    assert sent.message_id
    assert (listed["channel"], listed["text"], listed["subject"]) == (kind, "Hello", "Hi")
