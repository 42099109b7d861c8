"""Which of a customer's services a wish to cancel names: before they are known, and once they are."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from dialogs.meaning import Named
from dialogs.understanding.elements import APOSTROPHE
from dialogs.understanding.identifiers import without_emails
from dialogs.understanding.normalise import Clause, Message, words_of
from dialogs.understanding.phrases import Language
from dialogs.understanding.positions import CLEAR_MARGIN, CLOSE_ENOUGH, SHORTEST_MISSPELT, shown_words

MOST_WORDS = 12
"""Of those that may name something; a longer message tells a story."""
MOST_DIGITS = 4
"""In the name of a service; more are an account number, which is nobody's business here."""
WHOLE_NAME = 100.0 + CLEAR_MARGIN
"""So much does a name that is there from its first to its last word count."""


def named_in(message: Message, languages: Sequence[Language]) -> Named | None:
    """What is left of the words beside the wish; None where that is nothing."""
    plain = words_of(without_emails(message.plain))
    words = tuple(word for word in plain if not any(_says_nothing(word, each) for each in languages))
    words = tuple(part for word in words for part in _without_article(word, languages))
    words = tuple(word for word in words if sum(char.isdigit() for char in word) <= MOST_DIGITS)
    if not words or len(words) > MOST_WORDS:
        return None
    return Named(words, tuple(dict.fromkeys(_alike(words, languages))))


def _says_nothing(word: str, language: Language) -> bool:
    """Whether the word is of the wish itself, or stands beside any service; j'annule is two of these."""
    nothing = language.words["telling"] | language.words["generic"] | language.polarity.cancel
    return word in nothing or all(part in nothing for part in language.spelt_out((word,)))


def _without_article(word: str, languages: Sequence[Language]) -> Clause:
    """The thing alone of a word such as l'internet: an article before a vowel is written with it."""
    for each in languages:
        parts = each.spelt_out((word,)) if APOSTROPHE in word else (word,)
        if len(parts) > 1:
            return tuple(part for part in parts if not _says_nothing(part, each))
    return (word,)


def _alike(words: Clause, languages: Sequence[Language]) -> Iterator[str]:
    """Other words for the same kinds of things, in all languages: a Handy is a mobile."""
    kinds = {kind for each in languages for kind, names in each.things.items() if names & set(words)}
    for language in languages:
        for kind in kinds:
            yield from sorted(language.things.get(kind, frozenset()) - set(words))


def named_among(named: Named, names: Sequence[str]) -> int | None:
    """The position of the one name that is meant; None where it is none of them or may be several."""
    found = _clearly(named.words, names)
    return _clearly(named.alike, names) if found is None and _none_like(named.words, names) else found


def _clearly(words: Clause, names: Sequence[str]) -> int | None:
    scores = sorted(((score, position) for position, score in enumerate(_scores(words, names))), reverse=True)
    if not scores or scores[0][0] < CLOSE_ENOUGH:
        return None
    runner_up = scores[1][0] if len(scores) > 1 else 0.0
    return scores[0][1] if scores[0][0] - runner_up >= CLEAR_MARGIN else None


def _none_like(words: Clause, names: Sequence[str]) -> bool:
    return all(score < CLOSE_ENOUGH for score in _scores(words, names))


def _scores(words: Clause, names: Sequence[str]) -> list[float]:
    shown = [shown_words(name) for name in names]
    return [_score(words, name, [other for other in shown if other != name]) for name in shown]


def _score(words: Clause, name: Clause, others: Sequence[Clause]) -> float:
    """How much the words are like a name: all of it, or a word that no other name has."""
    length = len(name)
    if name and any(words[at : at + length] == name for at in range(len(words) - length + 1)):
        return WHOLE_NAME
    own = [word for word in name if not any(word in other for other in others)]
    return max((_likeness(word, said) for word in own for said in words), default=0.0)


def _likeness(word: str, said: str) -> float:
    if word == said and len(word) > 1:
        return 100.0
    return fuzz.ratio(word, said) if min(len(word), len(said)) >= SHORTEST_MISSPELT else 0.0
