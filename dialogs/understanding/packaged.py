"""Reads the phrases that are packaged with the program: the only file access of understanding."""

from functools import cache
from importlib.resources import files

from dialogs.understanding.phrases import Phrases, read_language


@cache
def packaged_phrases() -> Phrases:
    """Return the phrases of every language in the package `locales`, read once.

    Raises PhrasesError, with file and line.
    """
    folders = sorted(
        (each for each in files("locales").iterdir() if each.is_dir()), key=lambda each: each.name
    )
    found = [(folder.name, folder / "phrases.yaml") for folder in folders]
    return Phrases(
        {
            code: read_language(code, source.read_text(encoding="utf-8"), f"locales/{code}/phrases.yaml")
            for code, source in found
            if source.is_file()
        }
    )
