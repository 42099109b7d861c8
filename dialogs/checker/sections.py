"""Under which headings the texts ship: those of the packaged file, for lists of texts."""

from collections.abc import Mapping
from functools import lru_cache

from fluent.syntax import FluentParser, ast

from dialogs.packaged import packaged_messages


@lru_cache(maxsize=8)
def packaged_sections(locale: str = "en") -> Mapping[str, str]:
    """Text id -> heading, in the order of the file."""
    heading = ""
    found: dict[str, str] = {}
    for entry in FluentParser().parse(packaged_messages(locale)).body:
        if isinstance(entry, ast.GroupComment):
            heading = (entry.content or "").strip()
        elif isinstance(entry, ast.Message):
            found[entry.id.name] = heading
    return found
