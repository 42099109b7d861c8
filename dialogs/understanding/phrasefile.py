"""Reads the YAML of a phrases file and names the line of whatever is wrong in it."""

from collections.abc import Iterable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError


class PhrasesError(ValueError):
    """A phrases file that cannot be used: its name, the line, and what was expected there."""


class PhraseFile:
    """A mapping of mappings of lists of texts. Everything else in it is refused with its line."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._content = self._load("safe")
        if not isinstance(self._content, dict):
            raise PhrasesError(f"{name}:1: expected a mapping of sections")

    def keys(self, *path: str) -> tuple[str, ...]:
        """Return the names in a section, in the order written."""
        section = self._at(path)
        if not isinstance(section, dict):
            raise self.error(path, "expected names with a list of phrases each")
        wrong = [key for key in section if not isinstance(key, str)]
        if wrong:
            raise self.error(path, f"expected names that are words, found {wrong[0]!r}: put it in quotes")
        return tuple(section)

    def texts(self, *path: str) -> tuple[str, ...]:
        """Return a list of phrases."""
        listed = self._at(path)
        if not isinstance(listed, list):
            raise self.error(path, "expected a list of phrases")
        for position, text in enumerate(listed):
            if not isinstance(text, str) or not text.strip():
                raise self.error((*path, position), f"expected a phrase, found {text!r}: put it in quotes")
        return tuple(listed)

    def expect_keys(self, path: tuple[str, ...], expected: Iterable[str]) -> None:
        """Refuse a section that lacks one of these names or has another."""
        wanted, found = list(expected), self.keys(*path)
        for name in found:
            if name not in wanted:
                raise self.error((*path, name), f"expected one of {', '.join(wanted)}, found {name!r}")
        for name in wanted:
            if name not in found:
                raise self.error(path, f"expected {name!r} among {', '.join(found)}")

    def error(self, path: tuple[str | int, ...], message: str) -> PhrasesError:
        """Return the error for what stands at that path."""
        where = "/".join(str(part) for part in path)
        return PhrasesError(f"{self._name}:{self._line(path)}: {where}: {message}".replace(": : ", ": "))

    def _at(self, path: tuple[str, ...]) -> Any:
        found: Any = self._content
        for depth, part in enumerate(path):
            if not isinstance(found, dict) or part not in found:
                raise self.error(path[:depth], f"expected {part!r}")
            found = found[part]
        return found

    def _line(self, path: tuple[str | int, ...]) -> int:
        """Find the line, from 1. Only the slower loader keeps lines: it runs once something is wrong."""
        found, line = self._load("rt"), 0
        for part in path:
            if isinstance(part, int):
                line = found.lc.item(part)[0]
            elif part in found:
                line = found.lc.key(part)[0]
            else:
                break
            found = found[part]
        return int(line) + 1

    def _load(self, loader: str) -> Any:
        try:
            return YAML(typ=loader).load(self._text)
        except MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
            raise PhrasesError(f"{self._name}:{line}: expected YAML: {error.problem}") from error
        except YAMLError as error:
            raise PhrasesError(f"{self._name}:1: expected YAML: {error}") from error
