"""The phrases of a language: what a `phrases.yaml` holds, checked and compiled.

The file's sections are described at the top of `locales/en/phrases.yaml`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import get_args

from dialogs.meaning import Label, Reason
from dialogs.understanding.answers import Answers, Closed, read_answers
from dialogs.understanding.elements import APOSTROPHE, ElementReader, spelt_out, variants
from dialogs.understanding.grammar import ANY, WORD, Builder, GrammarError, Network, Tag
from dialogs.understanding.normalise import UMLAUTS, Clause, words_of
from dialogs.understanding.phrasefile import PhraseFile, PhrasesError
from dialogs.understanding.urgent import UrgentPhrases
from dialogs.values import WayMeant

__all__ = ["DEEDS", "Language", "Phrases", "PhrasesError", "Polarity", "read_language"]

DEEDS: Mapping[str, Label] = {
    "yes": Label.AFFIRM,
    "confirm": Label.AFFIRM,
    "accept": Label.AFFIRM,
    "no": Label.DENY,
    "decline": Label.DENY,
    "cancel": Label.CANCEL,
    "keep": Label.KEEP,
}
"""The lists under `decide`, and the label of a message that is in none of the label lists."""

SPARED = frozenset({Label.WITHDRAW})
"""Labels that a language may do without: a right to withdraw from contracts is not known everywhere."""

POLARITY = ("negation", "yes", "no", "cancel", "keep", "accept", "offered", "doubt")
WORDS = (
    *("account", "phone", "lead_in", "position", "telling", "borrowed", "generic"),
    *("beside_earliest", "otherwise", "orders", "services", "everything"),
)
SECTIONS = (
    *("phrases", "decide", "sets", "spellings", "fillers", "joins", "polarity", "words", "numbers"),
    *("languages", "things", "reasons", "ways", "earliest"),
)
WAYS_MEANT: tuple[WayMeant, ...] = get_args(WayMeant)
"""The ways of confirmations that can be named."""
REASONS: tuple[Reason, ...] = ("too-expensive", "not-used", "quality", "moving")
"""The reasons that are heard by themselves; every other one is told in a survey."""


@dataclass(frozen=True, slots=True)
class Polarity:
    """Single words by the side they are on, whatever phrase they stand in."""

    negation: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    cancel: frozenset[str]
    keep: frozenset[str]
    accept: frozenset[str]
    offered: frozenset[str]
    doubt: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        """All of them."""
        return self.negation.union(
            self.yes, self.no, self.cancel, self.keep, self.accept, self.offered, self.doubt
        )

    def doubles(self, clause: Clause) -> bool:
        """Whether two different words for ending stand together: "cancel the termination" undoes one."""
        return len(self.cancel.intersection(clause)) > 1


@dataclass(frozen=True, slots=True)
class Language:
    """All that is known of one language."""

    code: str
    network: Network
    answers: Answers
    """What clear answers are put together from"""
    polarity: Polarity
    spellings: Mapping[str, Clause]
    """word: the words it stands for, such as don't for do not; j' stands before any vowel, as in j'annule"""
    fillers: frozenset[Clause]
    joins: frozenset[str]
    """Words between two clauses, such as and"""
    words: Mapping[str, frozenset[str]]
    """Words around numbers, and words that tell of the language, by the names in `WORDS`"""
    numbers: tuple[frozenset[Clause], ...]
    """For each position from 1: the words for it"""
    languages: Mapping[Clause, str]
    """Names of languages, with their codes"""
    things: Mapping[str, frozenset[str]]
    """kind: words for it, by which a customer may name a service that is called otherwise"""
    reasons: Mapping[Reason, frozenset[Clause]]
    """Why somebody leaves: words that tell it by themselves"""
    ways: Mapping[WayMeant, frozenset[Clause]]
    """By which way confirmations shall go: words for each"""
    earliest: frozenset[Clause]
    """The earliest possible end of a contract: phrases that ask for it"""
    vocabulary: frozenset[str]
    """All single words of its phrases, as messages have them"""
    lexicon: frozenset[str]
    """The same, with the words of its answers and those that lean to a side"""
    examples: Mapping[Label, tuple[str, ...]]
    """The phrases as written, without the patterns"""
    decisions: Mapping[str, tuple[str, ...]]
    """The same for the closed vocabulary, by the lists of `DEEDS`"""

    def spelt_out(self, clause: Clause) -> Clause:
        """Replace the words that stand for others."""
        return tuple(word for short in clause for word in spelt_out(short, self.spellings))


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of several languages, by code."""

    languages: Mapping[str, Language]
    urgent: tuple[UrgentPhrases, ...] = ()
    """What must reach a person at once, in every language: it is heard whatever a script speaks"""
    lexicon: frozenset[str] = field(init=False)
    """All single words that are known of any language"""

    def __post_init__(self) -> None:
        words = (language.lexicon for language in self.languages.values())
        object.__setattr__(self, "lexicon", frozenset[str]().union(*words))

    def of(self, locales: Iterable[str]) -> tuple[Language, ...]:
        """Return the languages of those locales that have phrases, in that order."""
        return tuple(self.languages[code] for code in locales if code in self.languages)


def read_language(code: str, text: str, name: str, answers: PhraseFile | None = None) -> Language:
    """Compile a language's phrases. Raises PhrasesError naming file, line and what was expected.

    Args:
        answers: its `answers.yaml`; without one, what decides is put together from closed phrases alone.
    """
    file = PhraseFile(text, name)
    file.expect_keys((), SECTIONS)
    spellings = _read_spellings(file)
    polarity = _read_polarity(file)
    languages: dict[Clause, str] = {
        (variant,): target
        for target in file.keys("languages")
        for written in file.texts("languages", target)
        for variant in _single_word(file, written, ("languages", target))
    }
    fillers = _read_fillers(file, spellings)
    elements = ElementReader(spellings)
    sets = _read_sets(file, elements, languages)
    network, decisive = _compile(file, elements, sets, polarity)
    vocabulary = elements.vocabulary | frozenset(spellings)
    closed = Closed(sets, decisive, fillers, polarity.negation, polarity.cancel)
    read = read_answers(answers, elements, closed)
    return Language(
        code=code,
        network=network,
        answers=read,
        polarity=polarity,
        spellings=spellings,
        fillers=fillers,
        joins=frozenset(file.texts("joins")),
        words=_read_words(file),
        numbers=tuple(
            frozenset(words_of(written) for written in file.texts("numbers", position))
            for position in file.keys("numbers")
        ),
        languages=languages,
        things={kind: _single_words(file, "things", kind) for kind in file.keys("things")},
        reasons=_read_reasons(file),
        ways=_read_ways(file),
        earliest=_read_earliest(file),
        vocabulary=vocabulary,
        lexicon=vocabulary | read.vocabulary | polarity.words,
        examples={
            Label(label): _without_patterns(file.texts("phrases", label)) for label in file.keys("phrases")
        },
        decisions={deed: _without_patterns(file.texts("decide", deed)) for deed in file.keys("decide")},
    )


def _read_spellings(file: PhraseFile) -> dict[str, Clause]:
    spellings = {}
    for word in file.keys("spellings"):
        for written in file.texts("spellings", word):
            for variant in _single_word(file, written, ("spellings", word)):
                spellings[variant] = words_of(word)
                if written.endswith(APOSTROPHE):
                    spellings[variant + APOSTROPHE] = words_of(word)
    return spellings


def _read_fillers(file: PhraseFile, spellings: Mapping[str, Clause]) -> frozenset[Clause]:
    """As written, where only they matter, and as messages have them once they are spelt out."""
    written = [words_of(filler) for filler in file.texts("fillers")]
    meant = (tuple(word for short in each for word in spelt_out(short, spellings)) for each in written)
    return frozenset((*written, *meant))


def _single_word(file: PhraseFile, written: str, path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the forms in which messages have a single word."""
    if len(words_of(written)) != 1:
        raise file.error(path, f"expected single words, found {written!r}")
    return variants(written)


def _read_polarity(file: PhraseFile) -> Polarity:
    file.expect_keys(("polarity",), POLARITY)
    return Polarity(**{side: _single_words(file, "polarity", side) for side in POLARITY})


def _read_words(file: PhraseFile) -> dict[str, frozenset[str]]:
    file.expect_keys(("words",), WORDS)
    return {kind: _single_words(file, "words", kind) for kind in WORDS}


def _read_reasons(file: PhraseFile) -> dict[Reason, frozenset[Clause]]:
    file.expect_keys(("reasons",), REASONS)
    return {
        reason: frozenset(words_of(written) for written in file.texts("reasons", reason))
        for reason in REASONS
    }


def _read_ways(file: PhraseFile) -> dict[WayMeant, frozenset[Clause]]:
    file.expect_keys(("ways",), WAYS_MEANT)
    return {way: frozenset(words_of(written) for written in file.texts("ways", way)) for way in WAYS_MEANT}


def _read_earliest(file: PhraseFile) -> frozenset[Clause]:
    """As written, and with ue, oe, ae for umlauts."""
    written = file.texts("earliest")
    return frozenset(words_of(each) for text in written for each in (text, text.translate(UMLAUTS)))


def _single_words(file: PhraseFile, *path: str) -> frozenset[str]:
    texts = file.texts(*path)
    return frozenset(variant for text in texts for variant in _single_word(file, text, path))


def _read_sets(
    file: PhraseFile, elements: ElementReader, languages: Mapping[Clause, str]
) -> dict[str, tuple[Clause, ...]]:
    sets = {
        name: tuple(elements.read(text) for text in file.texts("sets", name)) for name in file.keys("sets")
    }
    return {**sets, "language": tuple(languages)}


def _compile(
    file: PhraseFile,
    elements: ElementReader,
    sets: Mapping[str, tuple[Clause, ...]],
    polarity: Polarity,
) -> tuple[Network, list[tuple[Clause, Tag]]]:
    """The network of all phrases, and those of them that decide."""
    labels = [label.value for label in Label if label is not Label.NONE]
    spared = [label.value for label in SPARED if label.value not in file.keys("phrases")]
    file.expect_keys(("phrases",), [label for label in labels if label not in spared])
    file.expect_keys(("decide",), tuple(DEEDS))
    builder = Builder(sets, elements.umlauts)
    decisive = []
    for path, text, tag in (*_label_phrases(file), *_deed_phrases(file)):
        phrase = elements.read(text)
        try:
            builder.add(phrase, tag)
        except GrammarError as error:
            raise file.error(path, f"{error} (in {text!r})") from error
        if tag.deed is not None:
            decisive.append((phrase, tag))
    leanings = polarity.keep | polarity.yes | polarity.offered | polarity.doubt
    return builder.build(polarity.negation | polarity.no, leanings), decisive


def _label_phrases(file: PhraseFile) -> Iterator[tuple[tuple[str, ...], str, Tag]]:
    for label in file.keys("phrases"):
        for text in file.texts("phrases", label):
            yield ("phrases", label), text, Tag(Label(label), loose=_is_loose(text))


def _deed_phrases(file: PhraseFile) -> Iterator[tuple[tuple[str, ...], str, Tag]]:
    for deed, label in DEEDS.items():
        for text in file.texts("decide", deed):
            if _is_loose(text):
                said = f"expected a closed phrase without '...' and {{word}}, found {text!r}"
                raise file.error(("decide", deed), said)
            yield ("decide", deed), text, Tag(label, deed)


def _is_loose(text: str) -> bool:
    return ANY in text or any(name in text for name in (WORD, "{word?}"))


def _without_patterns(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if "{" not in text and ANY not in text)
