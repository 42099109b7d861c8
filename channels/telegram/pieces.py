"""One message as the calls that carry it: texts within the limit, files, and who gets the buttons."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from channels.base import Attachment, Button, Outgoing, Refused
from channels.rendering import length, split
from channels.telegram.characters import readable

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_DATA_BYTES = 64
MAX_FILE_BYTES = 50 * 1024 * 1024

_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@\[\]]+(?:[/?#]\S*)?")


@dataclass(frozen=True, slots=True)
class Piece:
    """One call: `text` alone, or a file with `text` as its caption. Text is plain, never markup."""

    text: str
    buttons: tuple[Button, ...] = ()
    attachment: Attachment | None = None


def pieces_of(outgoing: Outgoing) -> tuple[Piece, ...]:
    """The calls in their order; `Refused` if Telegram would surely refuse one of them.

    One file with a short text is one call, so that both arrive or none. Else the
    text comes first: what has to be said must not wait for an upload. Buttons
    stand under the last text. Nothing to say but a button to acknowledge gives
    no calls.
    """
    for button in outgoing.buttons:
        _check_button(button)
    for attachment in outgoing.attachments:
        _check_attachment(attachment)
    buttons, text = _placed_links(outgoing)
    files = outgoing.attachments
    if not (text or buttons or files) and outgoing.callback_id:
        return ()
    if len(files) == 1 and length(text) <= MAX_CAPTION:
        return (Piece(text, buttons, files[0]),)
    return _texts(text, buttons) + tuple(Piece("", attachment=file) for file in files)


def _texts(text: str, buttons: tuple[Button, ...]) -> tuple[Piece, ...]:
    if not text:
        raise Refused("the message has no text")
    parts = split(text, MAX_TEXT)
    return (*(Piece(part) for part in parts[:-1]), Piece(parts[-1], buttons))


def _placed_links(outgoing: Outgoing) -> tuple[tuple[Button, ...], str]:
    """Links that cannot be buttons go into the text.

    A reply keyboard, needed to share a contact, has no links; and Telegram
    refuses the whole message for a link to a host it cannot reach.
    """
    shares = any(button.kind == "share_contact" for button in outgoing.buttons)
    written = [b for b in outgoing.buttons if b.url and (shares or not _is_public(b.url))]
    lines = [readable(outgoing.text).strip(), *(readable(f"{b.label}: {b.url}") for b in written)]
    return tuple(b for b in outgoing.buttons if b not in written), "\n".join(line for line in lines if line)


def _is_public(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return "." in host and not _is_ip_address(host)


def _is_ip_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _check_button(button: Button) -> None:
    if not readable(button.label).strip():
        raise Refused(f"button {button.id!r} has no label")
    if (button.kind == "link") != (button.url is not None):
        raise Refused(f"button {button.id!r}: a link, and only a link, has a url")
    if button.url is not None and not _WEB_ADDRESS.fullmatch(button.url):
        raise Refused(f"button {button.id!r}: its url is not an http or https address")
    size = len(button.id.encode("utf-8", "surrogatepass"))
    if button.kind == "reply" and not 1 <= size <= MAX_DATA_BYTES:
        raise Refused(f"button {button.id!r}: its id has {size} bytes, Telegram takes 1 to {MAX_DATA_BYTES}")


def _check_attachment(attachment: Attachment) -> None:
    if not attachment.content:
        raise Refused(f"the file {attachment.name!r} is empty")
    if len(attachment.content) > MAX_FILE_BYTES:
        raise Refused(f"the file {attachment.name!r} is larger than {MAX_FILE_BYTES} bytes")
