"""Composing a mail: what is in it, and that nobody can put more in."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.base import Account, Attachment, Outgoing, Refused, Unreachable
from channels.email.message import composed

ACCOUNT = Account("mail-1", "email", "cancel@brand.example", {"from": "Brand <cancel@brand.example>"})
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TO = "ann@customer.example"
HEADERS = [
    *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
    *("Content-Type", "Content-Transfer-Encoding", "MIME-Version"),
]
ATTACKS = [
    "hello\r\nBcc: evil@x.example",
    "hello\nBcc: evil@x.example",
    "hello\rBcc: evil@x.example",
    "hello\u2028Bcc: evil@x.example",
    "hello\x85Bcc: evil@x.example",
    "=?utf-8?q?hello=0D=0ABcc:_evil@x.example?=",
    "=?utf-8?b?aGVsbG8NCkJjYzogZXZpbEB4LmV4YW1wbGU=?=",
    "=\n?utf-8?q?hello=0ABcc:_evil@x.example?=",
]


def headers(outgoing: Outgoing, account: Account = ACCOUNT) -> list[str]:
    """The names of the headers as a receiver reads them from the wire."""
    wire = composed(account, outgoing, AT).as_bytes()
    return [line.partition(b":")[0].decode() for line in unfolded(wire.partition(b"\r\n\r\n")[0])]


def unfolded(head: bytes) -> list[bytes]:
    return head.replace(b"\r\n ", b" ").split(b"\r\n")


def test_headers() -> None:
    mail = composed(ACCOUNT, Outgoing(TO, "Hello", subject="Your cancellation", key="effect-1"), AT)

    assert mail["From"] == "Brand <cancel@brand.example>"
    assert mail["To"] == TO
    assert mail["Subject"] == "Your cancellation"
    assert mail["Date"] == "Sun, 22 Nov 2026 09:30:00 +0000"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Reply-To"] is None


def test_a_reply_goes_where_the_setting_says() -> None:
    account = Account("mail-1", "email", "cancel@brand.example", {"reply_to": "help@brand.example"})

    assert composed(account, Outgoing(TO, "Hello"), AT)["Reply-To"] == "help@brand.example"


def test_the_same_effect_has_the_same_id() -> None:
    def identified(key: str, to: str = TO) -> str:
        return str(composed(ACCOUNT, Outgoing(to, "Hello", key=key), AT)["Message-ID"])

    assert identified("effect-1") == identified("effect-1")
    assert identified("effect-1").endswith("@brand.example>")
    assert (
        len({identified(key) for key in ("effect-1", "effect-2", "", "")} | {identified("effect-1", "b@c.d")})
        == 5
    )


def test_further_headers() -> None:
    mail = composed(ACCOUNT, Outgoing(TO, "Hello", headers={"List-Id": "a\r\nBcc: evil@x"}), AT)

    assert mail["List-Id"] == "a Bcc: evil@x"


@pytest.mark.parametrize("name", ["Bcc", "TO", "Message-ID", "Content-Type", "X-A\r\nBcc", "X A", "", "Ä"])
def test_headers_that_may_not_be_set(name: str) -> None:
    with pytest.raises(Refused):
        composed(ACCOUNT, Outgoing(TO, "Hello", headers={name: "x"}), AT)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_subject_adds_no_header(attack: str) -> None:
    assert headers(Outgoing(TO, "Hello", subject=attack)) == HEADERS
    assert headers(Outgoing(TO, attack)) == HEADERS


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_further_header_adds_no_other(attack: str) -> None:
    outgoing = Outgoing(TO, "Hello", headers={"X-Case": attack})

    assert headers(outgoing) == [*HEADERS[:6], "X-Case", *HEADERS[6:]]


@pytest.mark.parametrize("attack", [attack for attack in ATTACKS if attack.startswith("=?")])
def test_a_display_name_adds_no_header(attack: str) -> None:
    account = Account("mail-1", "email", "c@b.example", {"from": f'"{attack}" <c@b.example>'})

    assert headers(Outgoing(TO, "Hello"), account) == HEADERS


@settings(deadline=None)
@given(subject=st.text(max_size=300), text=st.text(st.characters(), max_size=300))
def test_no_subject_adds_a_header(subject: str, text: str) -> None:
    assert headers(Outgoing(TO, text, subject=subject)) == HEADERS


@pytest.mark.parametrize(
    "to",
    [
        *("", "ann", "a@b@c", "a@b\r\nBcc: evil@x", "a b@c.d", "a@c.d, e@f.g", "<a@b.c>", "@b.c", "a@"),
        *("jürgen@b.c", "a@" + "b" * 70 + ".c", "a@b..c", "a@\ud800.c"),
    ],
)
def test_a_receiver_that_is_no_address(to: str) -> None:
    with pytest.raises(Unreachable):
        composed(ACCOUNT, Outgoing(to, "Hello"), AT)


def test_a_domain_in_another_alphabet() -> None:
    assert composed(ACCOUNT, Outgoing("ann@bücher.example", "Hello"), AT)["To"] == "ann@xn--bcher-kva.example"


@pytest.mark.parametrize("own", ["nobody", "Brand <>", "a@b\nBcc: c@d"])
def test_a_sender_that_is_no_address(own: str) -> None:
    with pytest.raises(ValueError, match="mail-1"):
        composed(Account("mail-1", "email", own), Outgoing(TO, "Hello"), AT)


def test_text_html_and_a_file_arrive_as_they_are() -> None:
    text, html = "Grüße, 1 €\n.\nZürich – 東京 🙂\n", "<p>Grüße, 1 €</p>\n"
    file = Attachment("../../Bestätigung\r\n.pdf", "application/pdf", bytes(range(256)))

    wire = composed(
        ACCOUNT, Outgoing(TO, text, subject="Kündigung bestätigt 🙂", html=html, attachments=(file,)), AT
    )
    mail = message_from_bytes(wire.as_bytes(), policy=default)

    assert wire.as_bytes().isascii()
    assert mail["Subject"] == "Kündigung bestätigt 🙂"
    plain, rich = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert rich is not None
    assert plain.get_content().splitlines() == text.splitlines()
    assert rich.get_content().splitlines() == html.splitlines()
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "Bestätigung .pdf"
    assert attached.get_content() == bytes(range(256))


@pytest.mark.parametrize(
    "media_type", ["text/csv", "multipart/mixed", "message/rfc822", "nonsense", "a/b\r\nBcc: c"]
)
def test_a_file_of_any_type_arrives_as_it_is(media_type: str) -> None:
    wire = composed(
        ACCOUNT, Outgoing(TO, "Hello", attachments=(Attachment("a", media_type, b"a\r\nb\n"),)), AT
    )

    (attached,) = message_from_bytes(wire.as_bytes(), policy=default).iter_attachments()

    assert attached.get_payload(decode=True) == b"a\r\nb\n"
