"""What a mail says that came back to us: a bounce, a machine's answer, or a person's. Pure.

Source: RFC 3464 (delivery status), RFC 3463 (codes), RFC 3461 (envelope ids), RFC 3834 (automatic answers).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from typing import Literal

MOST_BYTES = 1_000_000
"""So much of a mail is read; a bounce tells its reasons first."""
LONGEST_TEXT = 4000
LONGEST_LINE = 200
LONGEST_ID = 500

Said = Literal["undelivered", "full", "delayed", "delivered", "automatic", "answer", "unreadable"]
"""It was not delivered for good; its mailbox is full, for now or for good; it is still being tried; it
arrived; a machine answers (out of office, a receipt for reading); somebody writes; a report that tells none
of these."""


@dataclass(frozen=True, slots=True)
class MailedBack:
    """A mail that came in, as far as it matters."""

    said: Said
    about: tuple[str, ...] = ()
    """The Message-IDs that it refers to, the likeliest first."""
    envelope: str | None = None
    """The envelope's id that we gave the mail which it reports on."""
    status: str | None = None
    """The enhanced code, such as ``5.1.1``."""
    diagnostic: str = ""
    """What the other server said, in one line without addresses."""
    sender: str = ""
    subject: str = ""
    text: str = ""
    """What is written in it; empty in a report that could be read."""
    id: str | None = None
    """Its own Message-ID."""


class NoMail(ValueError):
    """It is none. The message says what was expected."""


_HEADERS = ("From", "Sender", "Return-Path", "Received", "Date", "Message-ID", "To", "Subject")
"""A mail has one of these, whatever else is broken (RFC 5322 asks for From and Date)."""


_ID = re.compile(r"<[^<>\s@]{1,200}@[^<>\s@]{1,200}>")
_OUR_ID = re.compile(r"(?i)message-id:\s*(<[0-9a-f]{40}@[^<>\s@]{1,200}>)")
_ADDRESS = re.compile(r"[^\s<>@;:,]+@[^\s<>@;:,]+")
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_MACHINES = ("mailer-daemon", "postmaster")
_ACTIONS = ("failed", "delayed", "delivered", "relayed", "expanded")


def read_mail(raw: bytes) -> MailedBack:
    """What a mail says, however broken it is. Raises NoMail."""
    mail = message_from_bytes(raw[:MOST_BYTES])
    if not any(name in mail for name in _HEADERS):
        raise NoMail("expected a mail as it is sent: headers such as From, an empty line, what is written")
    own = _ID.search(_line(mail, "Message-ID", LONGEST_ID))
    return replace(_read(mail, raw), id=None if own is None else own[0])


def _read(mail: Message, raw: bytes) -> MailedBack:
    sender, subject = _line(mail, "From"), _line(mail, "Subject")
    reported = _reported(mail)
    if reported is not None:
        return replace(reported, about=_ids(mail, raw), sender=sender, subject=subject)
    if _is_from_machine(sender) or _report_type(mail) not in ("", "disposition-notification"):
        return MailedBack("unreadable", _ids(mail, raw), sender=sender, subject=subject, text=_text_of(mail))
    if _is_automatic(mail):
        return MailedBack("automatic", _ids(mail, raw), sender=sender, subject=subject)
    return MailedBack("answer", _ids(mail, raw), sender=sender, subject=subject, text=_text_of(mail))


def _reported(mail: Message) -> MailedBack | None:
    """What a report on delivery says; None where the mail is none, or where it cannot be read."""
    part = next((each for each in _walk(mail) if each.get_content_type() == "message/delivery-status"), None)
    blocks = [] if part is None else _parts(part)
    if not blocks:
        return None
    envelope = _line(blocks[0], "Original-Envelope-Id") or None
    told = [each for each in (_of_receiver(block, envelope) for block in blocks) if each is not None]
    return min(told, key=lambda each: _WORST.index(each.said), default=None)


_WORST: Sequence[Said] = ("undelivered", "full", "delayed", "delivered")


def _of_receiver(block: Message, envelope: str | None) -> MailedBack | None:
    """What became of it for one receiver. None where the block does not tell."""
    diagnostic = _line(block, "Diagnostic-Code")
    found = _STATUS.search(_line(block, "Status")) or _STATUS.search(diagnostic)
    status = None if found is None else found[1]
    words = _line(block, "Action").lower().split()
    action = next((each for each in _ACTIONS if words[:1] == [each]), None) or _acted(status)
    if action is None:
        return None
    return MailedBack(
        _said(action, status), (), envelope, status, _ADDRESS.sub("<receiver>", diagnostic).strip()
    )


def _acted(status: str | None) -> str | None:
    """What a code means where no action is named."""
    return None if status is None else {"2": "delivered", "4": "delayed", "5": "failed"}[status[0]]


def _said(action: str, status: str | None) -> Said:
    if action in ("failed", "delayed") and status is not None and status.endswith(".2.2"):
        return "full"
    if action == "failed":
        return "undelivered"
    return "delayed" if action == "delayed" else "delivered"


def _report_type(mail: Message) -> str:
    if mail.get_content_type() != "multipart/report":
        return ""
    try:
        return str(mail.get_param("report-type", "") or "unknown").lower()
    except (ValueError, TypeError):
        return "unknown"


def _is_from_machine(sender: str) -> bool:
    found = _ADDRESS.search(sender)
    return found is not None and found[0].partition("@")[0].lower() in _MACHINES


def _is_automatic(mail: Message) -> bool:
    """Whether a machine answers. What is old says so in other words than RFC 3834 has it."""
    submitted = _line(mail, "Auto-Submitted").lower().partition(";")[0].strip()
    if submitted not in ("", "no") or _report_type(mail) == "disposition-notification":
        return True
    if any(_line(mail, name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From")):
        return True
    return _line(mail, "Precedence").lower() == "auto_reply" or _line(mail, "Return-Path") == "<>"


def _ids(mail: Message, raw: bytes) -> tuple[str, ...]:
    """The mails that this one is about: what it carries of them, then what it answers."""
    carried: list[str] = []
    for part in _walk(mail):
        kind = part.get_content_type()
        if part is not mail and kind == "message/rfc822":
            carried += [_line(each, "Message-ID") for each in _parts(part)]
        elif kind in ("text/rfc822-headers", "message/rfc822-headers"):
            carried.append(_line(message_from_bytes(_content(part)), "Message-ID"))
    # Where a server's report is of no known form, it mostly holds the head of the mail all the same.
    quoted = _OUR_ID.findall(raw[:MOST_BYTES].decode("latin-1"))
    answered = [_line(mail, "In-Reply-To"), *reversed(_ID.findall(_line(mail, "References", 2000)))]
    found = (match[0] for text in (*carried, *quoted, *answered) for match in _ID.finditer(text))
    return tuple(dict.fromkeys(found))[:20]


def _text_of(mail: Message) -> str:
    """The first readable part, as it is written."""
    part = next((each for each in _walk(mail) if each.get_content_type() == "text/plain"), None)
    if part is None:
        return ""
    text = _decoded(_content(part), part.get_content_charset("utf-8"))
    return "".join(sign for sign in text if sign.isprintable() or sign in "\n\t").strip()[:LONGEST_TEXT]


def _walk(mail: Message) -> Iterator[Message]:
    """All parts, to a depth that no honest mail reaches."""
    open_ones: list[tuple[Message, int]] = [(mail, 0)]
    while open_ones:
        part, depth = open_ones.pop(0)
        yield part
        if depth < 8:
            open_ones += [(each, depth + 1) for each in _parts(part)]


def _parts(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []


def _content(part: Message) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, UnicodeError):
        return b""
    return content if isinstance(content, bytes) else b""


def _line(mail: Message, name: str, longest: int = LONGEST_LINE) -> str:
    """A header in one line, decoded as far as it can be."""
    value = mail.get(name)
    if value is None:
        return ""
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError, LookupError):
        pieces = [(str(value), None)]
    text = "".join(
        piece if isinstance(piece, str) else _decoded(piece, charset or "utf-8") for piece, charset in pieces
    )
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line[:longest]


def _decoded(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset, "replace")
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace")
