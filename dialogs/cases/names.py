"""Names in a case that its script does not have, each with its place and the nearest one that it has."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dialogs.cases.form import CaseFile, ConversationCase, Expected, Line
from dialogs.documents import one_of
from dialogs.meaning import Label
from dialogs.script import Script

Fault = tuple[Sequence[str | int], str]


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a case of a script may use."""

    script: Script
    texts: Collection[str]
    choices: Collection[str]

    def is_choice(self, name: str) -> bool:
        """Whether it can be pressed: an outcome, a wish, or a position among options."""
        return name in self.choices or name in set(Label) or name.removeprefix("option-").isdigit()


def unknown_names(file: CaseFile, name: str, known: Known) -> list[str]:
    """What a case of a file names that is not there, a line for each, with its place."""
    return [
        f"{file.place(name, *path)}: {'.'.join(map(str, (name, *path)))}: {said}"
        for path, said in _faults(file.cases[name], known)
    ]


def _faults(case: ConversationCase, known: Known) -> Iterator[Fault]:
    if case.locale not in known.script.locales:
        yield ("locale",), not_there(case.locale, known.script.locales)
    for position, line in enumerate(case.talk):
        for path, said in _faults_of(line, known):
            yield ("talk", position, *path), said


def _faults_of(line: Line, known: Known) -> Iterator[Fault]:
    if line.press is not None and not known.is_choice(line.press):
        yield ("press",), not_there(line.press, known.choices)
    for path, said in _unexpected(line.expect, known):
        yield ("expect", *path), said


def _unexpected(expected: Expected, known: Known) -> Iterator[Fault]:
    script = known.script
    if expected.step is not None and expected.step not in script.steps:
        yield ("step",), not_there(expected.step, script.steps)
    if expected.locale is not None and expected.locale not in script.locales:
        yield ("locale",), not_there(expected.locale, script.locales)
    for position, text in enumerate(expected.texts or ()):
        if text not in known.texts:
            yield ("texts", position), not_there(text, known.texts)
    yield from _unshown("choices", expected.choices or (), known)
    yield from _unshown("shows", expected.shows, known)


def _unshown(part: str, names: Sequence[str], known: Known) -> Iterator[Fault]:
    for position, name in enumerate(names):
        if not known.is_choice(name):
            yield (part, position), not_there(name, known.choices)


MOST_NAMED = 40
"""Of more names only the nearest one is told."""


def not_there(found: str, names: Collection[str]) -> str:
    """What was expected instead of a name."""
    told = one_of(names, found)
    if len(names) > MOST_NAMED:
        _, separator, near = told.partition("; did you mean ")
        told = f"expected a name that the script has{separator}{near}"
    return f"found {found!r}; {told}"
