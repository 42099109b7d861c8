"""Labelled messages in a file: a JSON object a line, with `text` and `label`, at best with `lang`."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogs.documents import DocumentError
from dialogs.meaning import Label
from dialogs.understanding.routing import LANGUAGES
from dialogs.understanding.utterances import ROUTES

LONGEST_LINE = 100_000


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message with what it wants."""

    text: str
    label: Label
    lang: str | None = None
    step: str = "confirm"


def read_labelled(path: Path) -> tuple[Labelled, ...]:
    """The messages of a file. Raises DocumentError naming the line and what was expected."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"{path}: expected a text file in UTF-8: {error}") from error
    found = tuple(_read(lines, path.name))
    if not found:
        raise DocumentError(f"{path.name}: expected a line or more with a text and a label")
    return found


def _read(lines: list[str], name: str) -> Iterator[Labelled]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                row = row_of(line)
                yield Labelled(text_of(row), _label(row), language_of_row(row), row.get("step") or "confirm")
            except ValueError as error:
                raise DocumentError(f"{name}:{number}: {error}") from error


def row_of(line: str) -> dict[str, Any]:
    """The object in a line. Raises ValueError saying what was expected."""
    if len(line) > LONGEST_LINE:
        raise ValueError(f"expected a line of at most {LONGEST_LINE} characters")
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"expected a JSON object: {error}") from error
    if not isinstance(row, dict):
        raise ValueError(f"expected a JSON object, found {line[:40]!r}")
    return row


def text_of(row: dict[str, Any]) -> str:
    """Raises ValueError where there is none."""
    text = row.get("text")
    if not isinstance(text, str):
        raise ValueError(f"expected a text in quotes as 'text', found {text!r}")
    return text


def language_of_row(row: dict[str, Any]) -> str | None:
    """Raises ValueError for a language that nobody here speaks."""
    lang = row.get("lang")
    if lang is not None and lang not in LANGUAGES:
        raise ValueError(f"expected one of {', '.join(LANGUAGES)} as 'lang', found {lang!r}")
    return lang


def _label(row: dict[str, Any]) -> Label:
    known = {label.value: label for label in ROUTES}
    label = row.get("label")
    if not isinstance(label, str) or label not in known:
        raise ValueError(f"expected one of {', '.join(known)} as 'label', found {label!r}")
    return known[label]
