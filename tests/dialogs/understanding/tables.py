"""Reads the tables of texts beside this file."""

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

FOLDER = Path(__file__).parent
LOCALES = Path(__file__).parents[3] / "locales"


def table(name: str) -> Any:
    """Return the content of a YAML file of this folder."""
    return YAML(typ="safe").load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def pairs(content: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Return (text, what is expected of it) for a mapping of expectations to texts."""
    return [(text, expected) for expected, texts in content.items() for text in texts]


def phrases_file(code: str) -> Any:
    """Return the phrases of a language as they are written."""
    return _file(code, "phrases")


def answers_file(code: str) -> Any:
    """Return the classes of words that answers of a language are put together from, as they are written."""
    return _file(code, "answers")


def _file(code: str, name: str) -> Any:
    return YAML(typ="safe").load((LOCALES / code / f"{name}.yaml").read_text(encoding="utf-8"))
