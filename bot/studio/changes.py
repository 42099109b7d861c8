"""What differs between two revisions, text by text, and passage by passage of their scripts. Pure."""

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
    """What the body changed in its base, done to another body. A script that was changed is taken whole."""
    texts = {locale: dict(sources) for locale, sources in onto.texts.items()}
    for change in changes_between(base, body):
        mine = body.texts.get(change.locale, {}).get(change.name)
        if mine is None:
            texts.get(change.locale, {}).pop(change.name, None)
        else:
            texts.setdefault(change.locale, {})[change.name] = mine
    source = onto.source if body.source == base.source else body.source
    return RevisionBody(source, {locale: sources for locale, sources in texts.items() if sources})


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of a script that differ, with a few around them. Lines count from 1."""

    old_line: int
    new_line: int
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def passages_between(before: str, after: str) -> tuple[Passage, ...]:
    """Where two sources of a script differ, from top to bottom."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    groups = SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(LINES_AROUND)
    return tuple(_passage(old, new, group[0][1], group[-1][2], group[0][3], group[-1][4]) for group in groups)


def _passage(old: list[str], new: list[str], a: int, b: int, c: int, d: int) -> Passage:
    return Passage(a + 1, c + 1, *pieces_between("".join(old[a:b]), "".join(new[c:d])))


LINES_AROUND = 2


def pieces_of(change: Change) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The old and the new text, cut where they differ, word by word."""
    return pieces_between(change.before or "", change.after or "")


def pieces_between(before_text: str, after_text: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both, cut where they differ, word by word."""
    old, new = _words(before_text), _words(after_text)
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
