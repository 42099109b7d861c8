"""Reads the phrases that are packaged with the program: the only file access of understanding."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from dialogs.understanding.phrasefile import PhraseFile
from dialogs.understanding.phrases import Language, Phrases, read_language
from dialogs.understanding.sentiment import Moods, read_moods
from dialogs.understanding.urgent import UrgentPhrases, read_urgent
from dialogs.understanding.utterances import Utterance, closed_utterances, read_utterances


@cache
def packaged_phrases() -> Phrases:
    """Return the phrases of every language in the package `locales`, read once.

    Raises PhrasesError, with file and line.
    """
    folders = sorted(
        (each for each in files("locales").iterdir() if each.is_dir()), key=lambda each: each.name
    )
    languages = {folder.name: _language(folder) for folder in folders if (folder / "phrases.yaml").is_file()}
    return Phrases(languages, tuple(_urgent(each) for each in languages.values()))


def _language(folder: Traversable) -> Language:
    """The language of a folder, with its answers where it has them."""
    name, answers = f"locales/{folder.name}", folder / "answers.yaml"
    return read_language(
        folder.name,
        (folder / "phrases.yaml").read_text(encoding="utf-8"),
        f"{name}/phrases.yaml",
        PhraseFile(answers.read_text(encoding="utf-8"), f"{name}/answers.yaml")
        if answers.is_file()
        else None,
    )


def _urgent(language: Language) -> UrgentPhrases:
    text = (files("locales") / language.code / "urgent.yaml").read_text(encoding="utf-8")
    return read_urgent(language.code, language.spelt_out, text, f"locales/{language.code}/urgent.yaml")


@cache
def packaged_moods() -> tuple[Moods, ...]:
    """Return the words of every language that tell a mood, read once.

    Raises PhrasesError, with file and line.
    """
    return tuple(_moods(each) for each in packaged_phrases().languages.values())


def _moods(language: Language) -> Moods:
    text = (files("locales") / language.code / "sentiment.yaml").read_text(encoding="utf-8")
    return read_moods(language.polarity.negation, text, f"locales/{language.code}/sentiment.yaml")


def packaged_utterances() -> tuple[Utterance, ...]:
    """Return what the routing classifier learns from, in all languages; read anew at each call.

    The closed phrases come first: a message that stands in both means what it means there.
    Raises PhrasesError, with file and line.
    """
    found: dict[str, Utterance] = {}
    for language in packaged_phrases().languages.values():
        for each in (*closed_utterances(language), *_own_utterances(language.code)):
            found.setdefault(f"{each.language} {' '.join(each.text.lower().split())}", each)
    return tuple(found.values())


def utterances_hash() -> str:
    """Return a name for all that is learnt from, in hexadecimal: it changes with every file of phrases."""
    digest = hashlib.sha256()
    for source in sorted(files("locales").iterdir(), key=lambda each: each.name):
        for name in ("phrases.yaml", "utterances.yaml"):
            file = source / name
            if source.is_dir() and file.is_file():
                digest.update(f"{source.name}/{name}\n".encode() + file.read_bytes())
    return digest.hexdigest()


def _own_utterances(code: str) -> tuple[Utterance, ...]:
    name = f"locales/{code}/utterances.yaml"
    source = files("locales") / code / "utterances.yaml"
    return read_utterances(code, source.read_text(encoding="utf-8"), name) if source.is_file() else ()
