"""A stored record as a formal letter: what the printed page says, below an address for a window. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from bot.printing.press import Page
from bot.records.confirmation import accent_of
from bot.records.facts import Fact, Words
from bot.records.pdf.page import (
    about,
    code_image,
    lines_of,
    rows,
    section,
    shown,
    stated,
    template,
    terms,
    written,
)
from bot.records.stored import StoredRecord
from channels.letter.windows import Window
from dialogs.texts import Texts
from dialogs.values import Day

_HEAD = {"din": 98.5, "us": 101.6}
"""How far down the text of a first page begins: below all that the window could show (DIN 5008)."""
_BESIDE = {"din": (125.0, 50.0), "us": (138.0, 33.0)}
"""Where the lines beside the address stand, out of the window: from the left, from above."""


@dataclass(frozen=True, slots=True)
class Posting:
    """What a letter needs beside its record."""

    addressee: tuple[str, ...]
    """The lines in the window, the name first."""
    name: str
    """Who is greeted; empty where nobody knows."""
    sender: str
    """In one line."""
    contact: tuple[str, ...]
    """How the brand is reached, line by line."""
    window: Window
    made_at: datetime
    """In the brand's zone: the letter's date."""


def letter_of(
    stored: StoredRecord,
    texts: Texts,
    check_url: str,
    posting: Posting,
    accent: str = "",
    case_page: str | None = None,
) -> Page:
    """The record as a letter.

    Args:
        texts: of the brand, with the record's locale in it; another one is used where it is missing.
        check_url: the public page on which the document can be checked; it stands there as a QR code, too.
        accent: the brand's colour as ``#RRGGBB``; anything else is replaced by a plain blue.
        case_page: where its customer sees how the case stands.
    """
    words = Words(stored.record, texts)
    made = "\n".join((*posting.addressee, posting.made_at.isoformat())).encode()
    return Page(
        html=_html(stored, words, check_url, accent_of(accent), posting, case_page),
        created=posting.made_at,
        name=f"{stored.number}.json",
        source=stored.receipt,
        identity=sha256(b"letter\n" + stored.sealed.digest + made).digest()[:16],
    )


def _html(
    stored: StoredRecord, words: Words, check_url: str, accent: str, posting: Posting, case_page: str | None
) -> str:
    window = posting.window
    width, height = window.sheet_size
    beside_left, beside_top = _BESIDE[window.name]
    name = posting.name
    values = lines_of(stored, words, check_url, case_page) | {
        "greeting": words.line("letter-greeting", {"addressee": name})
        if name
        else words.line("letter-greeting-nobody"),
        "closing": words.line("letter-closing"),
        "unsigned": words.line("letter-unsigned"),
    }
    return template("letter.html").substitute(
        {key: written(value) for key, value in values.items()},
        accent=accent,
        code=code_image(check_url),
        paper=f"{width:g}mm {height:g}mm",
        head=f"{_HEAD[window.name]:g}",
        left=f"{window.left:g}",
        top=f"{window.top:g}",
        width=f"{window.width:g}",
        line=f"{window.line_height:g}",
        points=f"{window.points:g}",
        beside_left=f"{beside_left - window.left:g}",
        beside_top=f"{beside_top:g}",
        beside_width=f"{width - beside_left - 15:g}",
        mark_left=f"{4 - window.left:g}",
        marks=_marks(window),
        sender=_sender(posting),
        addressee="<br>".join(map(written, posting.addressee)),
        beside=_beside(words, posting),
        facts=rows(tuple(stated(words))),
        terms=section(words, "document-terms", tuple(terms(words))),
        about=section(words, "document-about", tuple(about(stored, words))),
        shown=shown(words),
    )


def _marks(window: Window) -> str:
    """Where to fold, and a longer one in the middle, where to punch."""
    marks = (*((fold, 5) for fold in window.folds), (window.sheet_size[1] / 2, 7))
    return "".join(f'<div class="mark" style="top: {at:g}mm; width: {long}mm"></div>' for at, long in marks)


def _sender(posting: Posting) -> str:
    """The sender: within the window where it has room for that, else in the letter's head."""
    top = posting.window.sender_top
    if top is None:
        return f'<p class="sender head">{written(posting.sender)}</p>'
    return f'<p class="sender" style="top: {top:g}mm">{written(posting.sender)}</p>'


def _beside(words: Words, posting: Posting) -> str:
    facts: Sequence[Fact] = (
        Fact(words.line("letter-date"), words.shown(Day(posting.made_at.date()))),
        words.fact("number", str(words.record["number"])),
    )
    told = "".join(f"<p><span>{written(f.label)}</span><br>{written(f.value)}</p>" for f in facts)
    contact = "<br>".join(map(written, posting.contact))
    return told + (f"<p>{contact}</p>" if contact else "")
