"""What a mail says that came back: bounces as mail servers write them, automatic answers, people."""

from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.email.incoming import LONGEST_TEXT, MailedBack, NoMail, Said, read_mail

OURS = "<" + "ab12" * 10 + "@mail.example>"
PAYLOADS = Path(__file__).parents[2] / "payloads" / "email"


def read(name: str) -> MailedBack:
    return read_mail((PAYLOADS / f"{name}.eml").read_bytes())


@pytest.mark.parametrize(
    ("name", "said", "status"),
    [
        ("postfix_unknown_user", "undelivered", "5.1.1"),
        ("postfix_delayed", "delayed", "4.4.1"),
        ("exchange_mailbox_full", "full", "5.2.2"),
        ("gmail_over_quota_delayed", "full", "4.2.2"),
        ("exim_failed", "undelivered", "5.0.0"),
        ("delivered", "delivered", "2.0.0"),
        ("qmail_bounce", "unreadable", None),
        ("out_of_office", "automatic", None),
        ("read_receipt", "automatic", None),
        ("answer", "answer", None),
    ],
)
def test_what_mail_servers_and_people_send(name: str, said: Said, status: str | None) -> None:
    mail = read(name)

    assert (mail.said, mail.status) == (said, status)
    assert OURS in mail.about
    assert mail.sender


def test_a_report_names_no_address_and_carries_no_words() -> None:
    mail = read("postfix_unknown_user")

    assert "ada@" not in mail.diagnostic
    assert "user unknown" in mail.diagnostic.lower()
    assert mail.text == ""
    assert mail.envelope == OURS.strip("<>").partition("@")[0]


def test_a_person_s_words_are_read_whatever_they_are_written_in() -> None:
    mail = read("answer")

    assert mail.subject == "Re: Ihre Kündigung ist bestätigt"
    assert mail.text.startswith("Das stimmt nicht: Ich habe zum Monatsende gekündigt.")


def report(*blocks: str) -> bytes:
    """A report with these blocks about receivers."""
    status = "\n".join(f"Final-Recipient: rfc822; ada@example.com\n{block}\n" for block in blocks)
    return (
        f"From: x@example.com\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        f"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n{status}\n--b--\n"
    ).encode()


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        (["Action: failed\nStatus: 5.7.1"], "undelivered"),
        (["Action: FAILED (bad)\nStatus: 5.1.10"], "undelivered"),
        (["Status: 5.1.1"], "undelivered"),
        (["Status: 4.2.2"], "full"),
        (["Action: delayed\nStatus: 4.7.0"], "delayed"),
        (["Action: relayed\nStatus: 2.0.0"], "delivered"),
        (["Action: delivered\nStatus: 2.0.0", "Action: failed\nStatus: 5.1.1"], "undelivered"),
        (["Action: failed\nDiagnostic-Code: smtp; 552 5.2.2 over quota"], "full"),
        (["Action: dancing\nStatus: 9.9.9"], "unreadable"),
        ([], "unreadable"),
    ],
)
def test_actions_and_codes(blocks: list[str], said: Said) -> None:
    assert read_mail(report(*blocks)).said == said


@pytest.mark.parametrize(
    ("header", "value", "said"),
    [
        ("Auto-Submitted", "auto-replied", "automatic"),
        ("Auto-Submitted", "auto-generated; owner-email=x", "automatic"),
        ("Auto-Submitted", "no", "answer"),
        ("X-Autoreply", "yes", "automatic"),
        ("Precedence", "auto_reply", "automatic"),
        ("Precedence", "list", "answer"),
        ("Return-Path", "<>", "automatic"),
    ],
)
def test_what_marks_an_automatic_answer(header: str, value: str, said: Said) -> None:
    mail = EmailMessage()
    mail["From"], mail["In-Reply-To"], mail[header] = "ada@example.com", OURS, value
    mail.set_content("I am away until Monday.")

    assert read_mail(mail.as_bytes()).said == said


@given(st.binary(max_size=2000))
def test_no_mail_breaks_it(raw: bytes) -> None:
    # With a header it is a mail, whatever follows.
    read_mail(b"Date: today\n" + raw)
    with suppress(NoMail):
        read_mail(raw)


@pytest.mark.parametrize("raw", [b"", b" \n", b"\n\nFrom: x", b'{"a": 1}', b"Content-Type: text/plain\n\nx"])
def test_what_has_no_header_of_a_mail_is_none(raw: bytes) -> None:
    with pytest.raises(NoMail, match="expected a mail as it is sent"):
        read_mail(raw)


def test_a_mail_is_known_by_its_own_message_id() -> None:
    assert read("answer").id == "<CAF=answer@mail.example.com>"
    assert read_mail(b"From: x\nMessage-ID: 4711\n\nHello").id is None


@given(st.data())
def test_no_damage_to_a_report_breaks_it(data: st.DataObject) -> None:
    whole = (PAYLOADS / data.draw(st.sampled_from(["postfix_unknown_user.eml", "answer.eml"]))).read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    damaged = whole[:at] + data.draw(st.binary(max_size=30)) + whole[at + data.draw(st.integers(0, 9)) :]
    mail = read_mail(b"Received: by mx.example\n" + damaged)

    assert len(mail.text) <= LONGEST_TEXT
    assert "\n" not in mail.sender + mail.subject + mail.diagnostic
