"""What differs between two revisions, text by text. Pure."""

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
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before.append(Piece("".join(old[a:b]), "same" if kind == "equal" else "gone"))
        after.append(Piece("".join(new[c:d]), "same" if kind == "equal" else "new"))
    return tuple(piece for piece in before if piece.text), tuple(piece for piece in after if piece.text)


def _words(text: str) -> list[str]:
    """Words with the spaces after them."""
    words: list[str] = []
    for part in text.replace("\n", " \n ").split(" "):
        words += [part, " "]
    return [word for word in words[:-1] if word]
