"""What differs between two revisions, text by text. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from bot.publishing import RevisionBody
from dialogs.checker import packaged_source


@dataclass(frozen=True, slots=True)
class Change:
    """A text that differs. None where it is not there."""

    locale: str
    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, for showing what differs."""

    text: str
    kind: Literal["same", "gone", "new"]


def changes_between(before: RevisionBody, after: RevisionBody) -> tuple[Change, ...]:
    """The texts that read otherwise, by name."""
    return tuple(sorted(_changes(before, after), key=lambda change: (change.name, change.locale)))


def _changes(before: RevisionBody, after: RevisionBody) -> Iterator[Change]:
    for locale in sorted({*before.texts, *after.texts}):
        old, new = before.texts.get(locale, {}), after.texts.get(locale, {})
        for name in {*old, *new}:
            shipped = packaged_source(locale, name)
            change = Change(locale, name, old.get(name) or shipped, new.get(name) or shipped)
            if change.before != change.after:
                yield change


def rebased(body: RevisionBody, base: RevisionBody, onto: RevisionBody) -> RevisionBody:
    """What the body changed in its base, done to another body."""
    texts = {locale: dict(sources) for locale, sources in onto.texts.items()}
    for change in changes_between(base, body):
        mine = body.texts.get(change.locale, {}).get(change.name)
        if mine is None:
            texts.get(change.locale, {}).pop(change.name, None)
        else:
            texts.setdefault(change.locale, {})[change.name] = mine
    return RevisionBody(onto.source, {locale: sources for locale, sources in texts.items() if sources})


def pieces_of(change: Change) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The old and the new text, cut where they differ, word by word."""
    old, new = _words(change.before or ""), _words(change.after or "")
    before: list[Piece] = []
    after: list[Piece] = []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for index, (kind, a, b, c, d) in enumerate(steps):
        inside = 0 < index < len(steps) - 1
        is_same = kind == "equal" and not (inside and b - a < FEWEST)
        before.append(Piece("".join(old[a:b]), "same" if is_same else "gone"))
        after.append(Piece("".join(new[c:d]), "same" if is_same else "new"))
    return _joined(before), _joined(after)


FEWEST = 5
"""Words and spaces between two changes that count as the same; fewer would only be in the way."""


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Neighbours of a kind as one."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].kind == piece.kind:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.kind)
        elif piece.text:
            joined.append(piece)
    return tuple(joined)


def _words(text: str) -> list[str]:
    """Words, and what is between them."""
    return [word for word in re.split(r"(\s+)", text.rstrip()) if word]
