"""Texts of one's own on disk: a folder with a file `<language>.ftl` for each language that has some."""

from collections.abc import Iterator
from pathlib import Path

from bot.brands import packaged_locales
from dialogs.checker import Sources, faults_in, messages_in
from dialogs.documents import DocumentError, one_of


def texts_in(folder: Path | None) -> Sources:
    """The texts of a folder; none without one.

    Raises:
        DocumentError: with a line for each fault: file, line, column, what was expected.
    """
    if folder is None:
        return {}
    files = sorted(folder.glob("*.ftl"))
    if not files:
        raise DocumentError(f"{folder}: expected a file for each language that has texts, such as en.ftl")
    faults = [fault for file in files for fault in _faults(file)]
    if faults:
        raise DocumentError("\n".join(faults))
    return {file.stem: messages_in(_read(file)) for file in files}


def _faults(file: Path) -> Iterator[str]:
    spoken = packaged_locales()
    if file.stem not in spoken:
        yield f"{file}:1:1: found the language {file.stem!r}; {one_of(spoken, file.stem)}"
        return
    try:
        source = _read(file)
    except UnicodeDecodeError as error:
        yield f"{file}:1:1: expected UTF-8: {error}"
        return
    for broken in faults_in(source):
        yield f"{file}:{broken.line}:{broken.column}: {broken.expected}"


def _read(file: Path) -> str:
    """With lines that end one way, as the parser counts them."""
    return file.read_text(encoding="utf-8-sig")
