"""Which language a message is plainly written in: the second thing that its words tell."""

from collections.abc import Sequence

from dialogs.meaning import Label
from dialogs.understanding.reading import COURTESIES, Reading

_SMALL_TALK = COURTESIES - {Label.HELP}

TELLING = 2
"""So many more of one language's small words than of any other's, and the message is in that language."""


def written_language(readings: Sequence[Reading]) -> str | None:
    """The code of the language; None where that is not plain: nobody is answered in another by chance."""
    if all(len(words) < 2 for words in map(_words, readings)):
        return _of_one_word(readings)
    if any(_is_borrowed(each, readings) for each in readings):
        return None
    return _understood_in(readings) or _told_by_small_words(readings)


def _words(reading: Reading) -> tuple[str, ...]:
    return tuple(word for clause in reading.clauses for word in clause)


def _of_one_word(readings: Sequence[Reading]) -> str | None:
    """A courtesy crosses borders, and so do some other words; a wish in one word tells only without these."""
    heard = [each for each in readings if each.labels - _SMALL_TALK]
    if len(heard) != 1 or _is_borrowed(heard[0], readings):
        return None
    return heard[0].language.code


def _is_borrowed(reading: Reading, readings: Sequence[Reading]) -> bool:
    """Whether people who write another of these languages mix all of these words in."""
    words = _words(reading)
    return any(
        all(word in other.language.words["borrowed"] for word in words)
        for other in readings
        if other is not reading
    )


def _understood_in(readings: Sequence[Reading]) -> str | None:
    """The only language in which the message as a whole, or else a part of it, means something."""
    for heard in ([r for r in readings if r.whole], [r for r in readings if r.labels]):
        if len(heard) == 1:
            (best,) = heard
            small = _small_words(best)
            return best.language.code if all(small >= _small_words(r) for r in readings) else None
        if heard:
            return None
    return None


def _told_by_small_words(readings: Sequence[Reading]) -> str | None:
    counted = sorted(((_small_words(each), each.language.code) for each in readings), reverse=True)
    runner_up = counted[1][0] if len(counted) > 1 else 0
    return counted[0][1] if counted and counted[0][0] - runner_up >= TELLING else None


def _small_words(reading: Reading) -> int:
    return sum(word in reading.language.words["telling"] for word in _words(reading))
