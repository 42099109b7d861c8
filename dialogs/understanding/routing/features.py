"""The features of a message: its words, pairs of words, and runs of two to five characters, hashed.

The hash is CRC-32, which is the same in every process and on every machine.
"""

from collections.abc import Iterator
from zlib import crc32

from dialogs.understanding.normalise import Message, normalise

PLACES = 1 << 17
"""In each table; features share them by their hash, modulo this."""

HEAD, TAIL = 240, 80
"""Characters read at the beginning and at the end: what bounds the time of a long message."""
SHORTEST_RUN, LONGEST_RUN = 2, 5
MOST_WORDS = 60

_DIGITS = str.maketrans("123456789", "000000000")


def hashes_of(text: str) -> tuple[int, ...]:
    """The hashes of a text's features, each once, in order; none for a text without words and signs."""
    return hashes_of_message(normalise(text))


def hashes_of_message(message: Message) -> tuple[int, ...]:
    """The same of a message that is normalised already."""
    plain = " ".join(message.plain.translate(_DIGITS).split())
    if len(plain) > HEAD + TAIL:
        plain = f"{plain[:HEAD]} {plain[-TAIL:]}"
    words = [_shortened(word) for clause in message.clauses for word in clause][:MOST_WORDS]
    if not plain:
        return ()
    return tuple(sorted({crc32(each.encode("utf-8", "replace")) for each in _named(plain, words)}))


def _shortened(word: str) -> str:
    """Numbers are alike, however long: what counts is that one is there."""
    return "0" if word[0].isdigit() else word


def _named(plain: str, words: list[str]) -> Iterator[str]:
    padded = f" {plain} "
    for length in range(SHORTEST_RUN, LONGEST_RUN + 1):
        for start in range(len(padded) - length + 1):
            yield padded[start : start + length]
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
