"""One mail from an outgoing message: text and HTML, files, and headers that nobody can add to.

Source: RFC 5322 (headers), RFC 3834 (Auto-Submitted), RFC 2045-2047 (text and files).
"""

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid, parseaddr
from hashlib import sha256

from channels.base import Account, Attachment, Outgoing, Refused, Unreachable

_POLICY = SMTP.clone(cte_type="7bit")
"""Seven bits on the wire: not every server takes eight."""

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"\x00-\x1f\x7f]{1,64}@[^\s@<>()\[\],;:\\\"\x00-\x1f\x7f]{1,255}")
_HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,75}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_MEDIA_TYPE = re.compile(r"([a-z]+)/([a-z0-9][a-z0-9.+-]*)")

_OURS = {
    *("from", "sender", "to", "cc", "bcc", "reply-to", "return-path", "date", "message-id", "subject"),
    *("mime-version", "content-type", "content-transfer-encoding", "content-disposition", "auto-submitted"),
}
"""Headers that `Outgoing.headers` may not set: they say who sends what to whom."""


def composed(account: Account, outgoing: Outgoing, at: datetime) -> EmailMessage:
    """The mail, dated `at`, with the same Message-ID whenever it is made for the same effect.

    Raises `Unreachable` when the receiver is no address, `Refused` when a header may not be set,
    `ValueError` when the account's own sender or reply address is none.
    """
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = sender = sender_of(account)
    mail["To"] = Address(addr_spec=checked_receiver(outgoing.to))
    if reply_to := account.settings.get("reply_to", ""):
        mail["Reply-To"] = _own_address(reply_to, account)
    mail["Subject"] = one_line(outgoing.subject or outgoing.text.strip().partition("\n")[0])
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = message_id(outgoing, sender.domain)
    mail["Auto-Submitted"] = "auto-generated"
    for name, value in outgoing.headers.items():
        mail[_checked_name(name)] = one_line(value)
    _fill(mail, outgoing)
    return mail


def sender_of(account: Account) -> Address:
    """Who the mail is from: the setting `from`, else the account's address. Raises `ValueError`."""
    return _own_address(account.settings.get("from", "") or account.address, account)


def message_id(outgoing: Outgoing, domain: str) -> str:
    """The mail's id, from the effect's key: whoever gets the mail twice can tell that it is one."""
    if not outgoing.key:
        return make_msgid(domain=domain)
    digest = sha256(f"{outgoing.key}\n{outgoing.to}".encode()).hexdigest()
    return f"<{digest[:40]}@{domain}>"


def one_line(text: str) -> str:
    """The text as a header's value: one line, and nothing that is read as an encoded word.

    `EmailMessage` decodes encoded words in what it is given and, before Python
    3.11.10, writes the line breaks in them as they are (CVE-2024-6923).
    """
    return _CONTROL.sub(" ", _readable(text)).replace("=?", "= ?").strip()[:900]


def checked_receiver(address: str) -> str:
    """The address, its domain in ASCII. Raises `Unreachable` for what is no address."""
    if not _ADDRESS.fullmatch(address):
        raise Unreachable("not an e-mail address")
    local, _, domain = address.rpartition("@")
    if not local.isascii():
        raise Unreachable("an address outside ASCII, which few mail servers take")
    try:
        return f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError as error:
        raise Unreachable("not an e-mail address: no such domain name") from error


def _own_address(value: str, account: Account) -> Address:
    """One of the account's own addresses, with its display name."""
    name, address = parseaddr(value)
    try:
        if _CONTROL.search(value):
            raise Unreachable("a control character in an address")
        return Address(one_line(name), addr_spec=checked_receiver(address))
    except Unreachable as error:
        raise ValueError(f"email account {account.id!r}: {value!r} is not an address") from error


def _checked_name(name: str) -> str:
    if not _HEADER_NAME.fullmatch(name) or name.lower() in _OURS:
        raise Refused(f"the header {one_line(name)!r} may not be set")
    return name


def _fill(mail: EmailMessage, outgoing: Outgoing) -> None:
    """Text first, then the HTML as its alternative, then the files."""
    mail.set_content(_readable(outgoing.text))
    if outgoing.html is not None:
        mail.add_alternative(_readable(outgoing.html), subtype="html")
    for attachment in outgoing.attachments:
        main, sub = _media_type(attachment)
        mail.add_attachment(
            attachment.content, maintype=main, subtype=sub, filename=_file_name(attachment.name)
        )


def _readable(text: str) -> str:
    """The text with a question mark for halves of characters, which no encoding can carry."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _media_type(attachment: Attachment) -> tuple[str, str]:
    """The file's type where it is one that bytes can have, else unnamed bytes."""
    found = _MEDIA_TYPE.fullmatch(attachment.media_type.lower())
    if found is None or found[1] in ("multipart", "message"):
        return "application", "octet-stream"
    return found[1], found[2]


def _file_name(name: str) -> str:
    """The last part of the name: no folder, no control character."""
    return one_line(re.split(r"[/\\]", name)[-1]) or "attachment"
