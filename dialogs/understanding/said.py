"""A message with all that its meaning depends on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dialogs.meaning import Question
from dialogs.understanding.normalise import Message
from dialogs.understanding.phrases import Language
from dialogs.understanding.reading import Reading, read_clauses
from dialogs.understanding.slips import mended

MOST_WORDS_DECIDING = 25
"""Nobody says a plain yes or no in more, and whatever decides has to be read to its end."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message with all that its meaning depends on."""

    text: str
    message: Message
    question: Question
    languages: tuple[Language, ...]
    readings: tuple[Reading, ...]

    def mended(self) -> Iterator[Reading]:
        """The message in each language as it was probably meant to be written."""
        for reading in self.readings:
            clauses = tuple(mended(clause, reading.language) for clause in reading.clauses)
            if clauses != reading.clauses:
                yield read_clauses(clauses, reading.language, reading.language.vocabulary)

    @property
    def can_decide(self) -> bool:
        message = self.message
        plain = not (message.asks or message.cut or message.disguised)
        return plain and len(message.words) <= MOST_WORDS_DECIDING


def united(languages: Iterable[Language], *kinds: str) -> frozenset[str]:
    """The words of these kinds in all of the languages."""
    return frozenset[str]().union(*(each.words[kind] for each in languages for kind in kinds))


def words_in(reading: Reading) -> Iterator[str]:
    """All words of the message as one language spells them out."""
    return (word for clause in reading.clauses for word in clause)


def is_negated(said: Said) -> bool:
    """ "Not the premium one" names an option and does not mean it."""
    return any(
        word in reading.language.polarity.negation or word in reading.language.polarity.no
        for reading in said.readings
        for word in words_in(reading)
    )


def holds(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words of the name stand among the words, side by side."""
    return place_of(words, name) is not None


def place_of(words: Sequence[str], phrase: Sequence[str]) -> int | None:
    """Where the phrase begins among the words; None where it does not stand there."""
    length = len(phrase)
    starts = range(len(words) - length + 1)
    return next((at for at in starts if tuple(words[at : at + length]) == tuple(phrase)), None)
