"""The source of a script while it is written: its faults with their places, and where its steps stand."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.studio.channels import checked_channels
from dialogs.checker import World, everything_said
from dialogs.documents import Document, DocumentError
from dialogs.script import ScriptError, load

LONGEST_SCRIPT = 60_000
"""Characters of a script's source."""

SAMPLE = World()

_PLACED = re.compile(r"script:(\d+):(\d+): (.*)")
_ALIAS = re.compile(r"[:,\[{-]\s*\*\w")
_STEP = re.compile(r"step '([^']+)'")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a place of a script; line and column count from 1."""

    line: int
    column: int
    message: str


@lru_cache(maxsize=32)
def unreadable(source: str, name: str) -> tuple[Fault, ...]:
    """Why the source cannot be read as a script of that name: fast enough while it is written."""
    aliases = tuple(_aliases(source))
    if aliases:
        return aliases
    try:
        script = load(source)
    except ScriptError as error:
        return tuple(_placed(line) for line in str(error).splitlines())
    if script.script != name:
        line, column = place_of(source, "script")
        return (Fault(line, column, f"script: found {script.script!r}; expected {name!r}"),)
    return ()


@lru_cache(maxsize=32)
def faults_of(source: str, name: str, world: World = SAMPLE) -> tuple[Fault, ...]:
    """Why the source is no script of that name yet; what it does with customers is proved elsewhere."""
    faults = unreadable(source, name)
    if faults:
        return faults
    try:
        everything_said(load(source), world, checked_channels())
    except Exception as error:
        # Whatever is raised there, the engine cannot go through with this script.
        return (_not_run(source, error),)
    return ()


def _aliases(source: str) -> list[Fault]:
    """References within YAML, by which a few lines can stand for millions."""
    found = []
    for number, line in enumerate(source.splitlines(), 1):
        alias = None if line.lstrip().startswith("#") else _ALIAS.search(line)
        if alias is not None:
            found.append(
                Fault(number, alias.end() - 1, "expected what is meant itself, not a reference to it")
            )
    return found


def _placed(line: str) -> Fault:
    found = _PLACED.fullmatch(line)
    return Fault(int(found[1]), int(found[2]), found[3]) if found else Fault(1, 1, line)


def _not_run(source: str, error: Exception) -> Fault:
    said = str(error) or "it needs something that is not known there yet"
    step = _STEP.search(said)
    line, column = place_of(source, "steps", step[1]) if step else (1, 1)
    return Fault(line, column, f"no conversation can go through this script: {said}")


@lru_cache(maxsize=64)
def place_of(source: str, *path: str) -> tuple[int, int]:
    """Line and column of a part of the source, from 1; the beginning where it cannot be read."""
    try:
        _, line, column = Document(source, "script").place(path).split(":")
    except DocumentError:
        return 1, 1
    return int(line), int(column)
