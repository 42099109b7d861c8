"""Clear answers, put together from closed classes of words: what `locales/<lang>/answers.yaml` holds.

The file's classes are described at the top of `locales/en/answers.yaml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogs.meaning import Label
from dialogs.understanding.elements import ElementReader
from dialogs.understanding.grammar import Builder, GrammarError, Network, Sets, Tag
from dialogs.understanding.normalise import Clause, words_of
from dialogs.understanding.phrasefile import PhraseFile

MILD, ASIDE, CLOSING, REASON = "mild", "aside", "closing", "reason"
DISUSE, IDIOM, BEHIND = "disuse", "idiom", "behind"
"""Phrases that hold a negation or a word of doubt, read only as the end of a sentence: a reason, a mild yes,
and what changes nothing behind a plain answer"""
FILLER = "filler"
"""Politeness of `phrases.yaml`: an aside that changes nothing behind a negation either"""

CLASSES: Mapping[str, Label] = {
    "yes": Label.AFFIRM,
    MILD: Label.AFFIRM,
    "confirm": Label.AFFIRM,
    "cancel": Label.CANCEL,
    "no": Label.DENY,
    "keep": Label.KEEP,
    ASIDE: Label.NONE,
    CLOSING: Label.NONE,
    REASON: Label.NONE,
}
"""The classes of the file, and the label of a message that has no other."""

NEGATED: Mapping[str, Label] = {DISUSE: Label.CANCEL, IDIOM: Label.AFFIRM, BEHIND: Label.NONE}

SHORTEST_MENDED = 8
"""Letters of a word that is known with one slip: in shorter ones that makes others ("richtig", "wichtig")."""

SECTIONS = ("sets", *CLASSES, *NEGATED, "never", "unbroken")

_NO_CLASSES = "sets: {}\n" + "".join(f"'{name}': []\n" for name in SECTIONS[1:])

_REFERENCE = re.compile(r"\{([a-z_]+)\??\}")


@dataclass(frozen=True, slots=True)
class Answers:
    """The classes of a language, compiled."""

    network: Network
    """Reads one piece of an answer: a phrase of a class, or of the closed vocabulary"""
    negated: Network
    """Reads what is said with a negation: "I do not use it any more", "without a doubt" """
    vocabulary: frozenset[str]
    """All words of these: with any other word, a message is not put together from them"""
    mendable: frozenset[str]
    """Those of them that are known with one slip as well"""
    never: frozenset[Clause]
    """Built of the words above, and yet no answer: "yeah, right" """
    negation: frozenset[str]
    """Words that say no by themselves, and turn what follows: the Spanish "no", "não", "не" """
    unbroken: frozenset[Clause]
    """The same, where nothing parts the words: "si cancelo" is no "sí, cancelo" """


@dataclass(frozen=True, slots=True)
class Closed:
    """What the classes stand beside, from `phrases.yaml`."""

    sets: Sets
    phrases: Sequence[tuple[Sequence[str], Tag]]
    """The closed vocabulary"""
    fillers: Iterable[Clause]
    negation: frozenset[str]
    """Single words: one of them by itself may be a no, and turns what follows it"""
    acts: frozenset[str]
    """Words for ending, known with one slip from six letters on"""


def read_answers(file: PhraseFile | None, elements: ElementReader, closed: Closed) -> Answers:
    """Compile a language's classes. Raises PhrasesError naming file, line and what was expected.

    Args:
        file: None for a language without classes: its answers are put together from closed phrases.
    """
    file = file or PhraseFile(_NO_CLASSES, "answers.yaml")
    file.expect_keys((), SECTIONS)
    own = {
        name: tuple(elements.read(text) for text in file.texts("sets", name)) for name in file.keys("sets")
    }
    twice = next((name for name in own if name in closed.sets), None)
    if twice is not None:
        raise file.error(("sets", twice), f"the set {{{twice}}} is in phrases.yaml already")
    sets = {**closed.sets, **own}
    builder, negated = Builder(sets, elements.umlauts), Builder(sets, elements.umlauts)
    phrases = list(closed.phrases) + [(filler, Tag(Label.NONE, FILLER)) for filler in closed.fillers]
    for phrase, tag in phrases:
        builder.add(phrase, tag)
    for path, text, tag in _phrases(file):
        into = negated if tag.deed in NEGATED else builder
        try:
            into.add(elements.read(text), tag)
        except GrammarError as error:
            raise file.error(path, f"{error} (in {text!r})") from error
        phrases.append((elements.read(text), tag))
    vocabulary = _words((phrase for phrase, _ in phrases), sets, elements.umlauts)
    return Answers(
        network=builder.build(frozenset()),
        negated=negated.build(frozenset()),
        vocabulary=vocabulary,
        mendable=frozenset(
            word for word in vocabulary if len(word) >= SHORTEST_MENDED or word in closed.acts
        ),
        never=_clauses(file, "never", elements),
        negation=closed.negation,
        unbroken=_clauses(file, "unbroken", elements),
    )


def _phrases(file: PhraseFile) -> Iterator[tuple[tuple[str, ...], str, Tag]]:
    for name, label in (*CLASSES.items(), *NEGATED.items()):
        for text in file.texts(name):
            if "..." in text or "{word" in text:
                raise file.error(
                    (name,), f"expected a closed phrase without '...' and {{word}}, found {text!r}"
                )
            yield (name,), text, Tag(label, name)


def _clauses(file: PhraseFile, name: str, elements: ElementReader) -> frozenset[Clause]:
    texts = file.texts(name)
    return frozenset(
        tuple(meant for word in words_of(text) for meant in elements.read(word)) for text in texts
    )


def _words(
    phrases: Iterable[Sequence[str]], sets: Sets, spellings: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """All words of the phrases and of the sets in them, with their other spellings."""
    words: set[str] = set()
    waiting, used = list(phrases), set[str]()
    for phrase in waiting:  # grows meanwhile
        for element in phrase:
            reference = _REFERENCE.fullmatch(element)
            if reference is None or reference[1] not in sets:
                words.add(element)
            elif reference[1] not in used:
                used.add(reference[1])
                waiting += sets[reference[1]]
    return frozenset(words.union(*(spellings.get(word, ()) for word in words)))
