"""Names in a case that its script does not have, each with its place and the nearest one that it has."""

from collections.abc import Collection, Iterator, Sequence

from dialogs.cases.form import CaseFile, ConversationCase, Expected
from dialogs.documents import one_of
from dialogs.script import Script

Fault = tuple[Sequence[str | int], str]


def unknown_names(file: CaseFile, name: str, script: Script, texts: Collection[str]) -> list[str]:
    """What a case of a file names that is not there, a line for each, with its place.

    Args:
        texts: the ids of all texts that the script can say.
    """
    return [
        f"{file.place(name, *path)}: {'.'.join(map(str, (name, *path)))}: {said}"
        for path, said in _faults(file.cases[name], script, texts)
    ]


def _faults(case: ConversationCase, script: Script, texts: Collection[str]) -> Iterator[Fault]:
    if case.locale not in script.locales:
        yield ("locale",), not_there(case.locale, script.locales)
    for position, line in enumerate(case.talk):
        for path, said in _faults_of(line.expect, script, texts):
            yield ("talk", position, "expect", *path), said


def _faults_of(expected: Expected, script: Script, texts: Collection[str]) -> Iterator[Fault]:
    if expected.step is not None and expected.step not in script.steps:
        yield ("step",), not_there(expected.step, script.steps)
    if expected.locale is not None and expected.locale not in script.locales:
        yield ("locale",), not_there(expected.locale, script.locales)
    for position, text in enumerate(expected.texts or ()):
        if text not in texts:
            yield ("texts", position), not_there(text, texts)


MOST_NAMED = 20
"""Of more names only the nearest one is told."""


def not_there(found: str, names: Collection[str]) -> str:
    """What was expected instead of a name."""
    told = one_of(names, found)
    if len(names) > MOST_NAMED:
        _, separator, near = told.partition("; did you mean ")
        told = f"expected the name of a text{separator}{near}"
    return f"found {found!r}; {told}"
