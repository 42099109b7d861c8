"""In what mood a message seems to be written: noted for whoever reads the log, never a reason for anything.

A short list of words a language, weighed against one another; a negation before a word turns it round. It
is coarse and cheap: it tells an agent at a glance where a talk turned, and nothing more. It is kept beside
the words and not in the meaning, so that no dialog can see it.

The file's sections are described at the top of `locales/en/sentiment.yaml`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dialogs.understanding.normalise import UMLAUTS, Clause, Message, normalise, words_of
from dialogs.understanding.phrasefile import PhraseFile

Sentiment = Literal["positive", "negative"]
"""What is neither, or both, is neutral, and noted as nothing."""

SECTIONS: tuple[Sentiment, ...] = ("positive", "negative")
BEGINNING = "*"
SHORTEST_BEGINNING = 4
"""Letters; fewer begin too many words."""
SHORTEST_DENIAL = 2
"""In a clause of no more words a "no" is an answer, and turns nothing round: "no thanks"."""
REACH = 3
"""So many words behind a negation it turns round: "not at all happy"."""

FACES: Mapping[str, int] = {
    **dict.fromkeys("😊🙂😀😃😄😁😍🥰👍🙏🎉💚💙🤗😘👏", 1),
    **dict.fromkeys("❤", 1),
    **dict.fromkeys("😡🤬😠👎💔😭😢😞😤😩😫🙄😒😔☹😣😖🖕💩😱", -1),
}


@dataclass(frozen=True, slots=True)
class Moods:
    """The words of one language, by how they weigh."""

    words: Mapping[str, int]
    beginnings: Mapping[str, int]
    negation: frozenset[str]

    def weight(self, clause: Clause) -> tuple[int, int]:
        """What a clause weighs, and how many of its words are known."""
        total = known = turned = 0
        for word in clause:
            if word in self.negation and len(clause) > SHORTEST_DENIAL:
                turned = REACH
                continue
            weight = self._of(word)
            if weight:
                total += -weight if turned else weight
                known += 1
            turned = max(turned - 1, 0)
        return total, known

    def _of(self, word: str) -> int:
        found = self.words.get(word, 0)
        if found or len(word) < SHORTEST_BEGINNING:
            return found
        lengths = range(SHORTEST_BEGINNING, len(word) + 1)
        return next((w for n in lengths if (w := self.beginnings.get(word[:n], 0))), 0)


def read_moods(negation: frozenset[str], text: str, name: str) -> Moods:
    """Read a language's lists. Raises PhrasesError naming file, line and what was expected."""
    file = PhraseFile(text, name)
    file.expect_keys((), SECTIONS)
    words: dict[str, int] = {}
    beginnings: dict[str, int] = {}
    for section, weight in (("positive", 1), ("negative", -1)):
        for written in file.texts(section):
            into = beginnings if written.endswith(BEGINNING) else words
            for spelt in (written, written.translate(UMLAUTS)):
                word = words_of(spelt.rstrip(BEGINNING))
                short = into is beginnings and len(word[0]) < SHORTEST_BEGINNING
                if len(word) != 1 or short or into.get(word[0], weight) != weight:
                    raise file.error((section,), f"expected single words of one side, found {written!r}")
                into[word[0]] = weight
    return Moods(words, beginnings, negation)


def mood_of(text: str, moods: Iterable[Moods]) -> Sentiment | None:
    """The mood of a text of any length; so much of it is read as is understood."""
    return sentiment_of(normalise(text), moods)


def sentiment_of(message: Message, moods: Iterable[Moods]) -> Sentiment | None:
    """The mood of a message, by the language that knows most of its words; None where it is neither."""
    faces = sum(FACES.get(word, 0) for word in message.words)
    words, _ = max((_heard(message, each) for each in moods), key=lambda heard: heard[1], default=(0, 0))
    total = words + faces
    if total == 0:
        return None
    return "positive" if total > 0 else "negative"


def _heard(message: Message, moods: Moods) -> tuple[int, int]:
    weights = [moods.weight(clause) for clause in message.clauses]
    return sum(total for total, _ in weights), sum(known for _, known in weights)
