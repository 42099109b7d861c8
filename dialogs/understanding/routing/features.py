"""The features of a message: its words, pairs of words, and runs of two to five characters in them, hashed.

The hash is CRC-32, which is the same in every process and on every machine.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from zlib import crc32

from dialogs.understanding.normalise import Message, normalise

PLACES = 1 << 18
"""In each table; features share them by their hash, modulo this."""

HEAD, TAIL = 240, 80
"""Characters read at the beginning and at the end: what bounds the time of a long message."""
SHORTEST_RUN, LONGEST_RUN = 2, 5
MOST_WORDS = 60

_DIGITS = str.maketrans("123456789", "000000000")


def places_of(text: str) -> tuple[int, ...]:
    """The places of a text's features, each once, in order; none for a text without words and signs."""
    return places_of_message(normalise(text))


def places_of_message(message: Message) -> tuple[int, ...]:
    """The same of a message that is normalised already."""
    plain = " ".join(message.plain.translate(_DIGITS).split())
    if len(plain) > HEAD + TAIL:
        plain = f"{plain[:HEAD]} {plain[-TAIL:]}"
    if not plain:
        return ()
    words = [_shortened(word) for clause in message.clauses for word in clause][:MOST_WORDS]
    runs = chain.from_iterable(map(_runs, plain.split(" ")))
    return tuple(sorted({*runs, *map(_place, _named(words))}))


def _shortened(word: str) -> str:
    """Numbers are alike, however long: what counts is that one is there."""
    return "0" if word[0].isdigit() else word


def _place(name: str) -> int:
    return crc32(name.encode("utf-8", "replace")) % PLACES


@lru_cache(maxsize=4_096)
def _runs(word: str) -> tuple[int, ...]:
    """The places of the runs of characters in a word with its ends: most words are the same few thousand."""
    padded = f" {word} "
    return tuple(
        _place(padded[start : start + length])
        for length in range(SHORTEST_RUN, LONGEST_RUN + 1)
        for start in range(len(padded) - length + 1)
    )


def _named(words: list[str]) -> Iterator[str]:
    yield from (f"w:{word}" for word in words)
    yield from (f"s:{left} {right}" for left, right in zip(words, words[2:], strict=False))
    yield from _denied(words)
    yield from (f"p:{left} {right}" for left, right in zip(["^", *words], [*words, "$"], strict=True))
    yield f"n:{min(len(words), 12)}"


NEGATIONS = frozenset(
    {
        *("not", "no", "never", "dont", "doesnt", "didnt", "wont", "cant", "cannot", "nicht", "nich"),
        *("kein", "keine", "keinen", "nie", "niemals", "pas", "jamais", "aucun", "aucune", "ne", "plus"),
        *("nunca", "jamas", "tampoco", "nao", "nem", "не", "нет", "никогда", "нельзя", "ни"),
    }
)
"""Words that turn what follows them, in messages' form; in French also what goes before."""
REACH = 4
"""Words that a negation turns."""


def _denied(words: list[str]) -> Iterator[str]:
    """What stands behind a negation is another word than by itself: "don't ... cancel"."""
    for at, word in enumerate(words):
        if word in NEGATIONS or word.endswith("n't"):
            yield from (f"d:{denied}" for denied in words[at + 1 : at + 1 + REACH])
