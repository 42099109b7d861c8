"""Trains a model: logistic regression of each label against the others, by scikit-learn, over hashed features
that count by how rare they are (TF-IDF).

Languages are told apart first, and each family has weights of its own: "die" means other things elsewhere.
In a fixed order and with fixed dice, the same utterances always give the same bytes on the same machine.

Whoever imports this loads scikit-learn, some 100 MB and a second: only a process that learns does.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from dialogs.meaning import Label
from dialogs.understanding.routing.features import PLACES, places_of
from dialogs.understanding.routing.model import (
    BEGINS,
    FAMILIES,
    LANGUAGES,
    LARGEST,
    ROW,
    TABLES,
    Head,
    packed,
)
from dialogs.understanding.routing.variants import EACH, variants_of
from dialogs.understanding.utterances import ROUTES, Utterance

EPOCHS = 8
RESTRAINT = 0.15
"""How strongly large weights are held down (L2), all examples together."""
SHARPNESS = 0.9
"""Scores of each label against the others are chances beside each other at this scale."""
ABSENT = -9.0
"""The score of a label that no example has."""
OUT_OF_SCOPE = 0.5
"""So much rarer a message about something else is in a chat than among the examples, of many kinds."""
RARITY_SCALE = 20
"""Rarities are kept in bytes: the largest is some 11."""

_DICE = 1

Rarity = NDArray[np.uint8]
"""Of each place: how much a feature there counts."""


@dataclass(frozen=True, slots=True)
class Table:
    """What is learnt of one table."""

    weights: NDArray[np.float32]
    """A row a place, a column for each of what it tells apart."""
    bias: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables of a model by their names, and how rare each feature is."""

    rarity: Rarity
    tables: Mapping[str, Table]


def train(utterances: Sequence[Utterance], learnt: str, epochs: int = EPOCHS, each: int = EACH) -> bytes:
    """The bytes of a model that has learnt these utterances.

    Args:
        learnt: a name for what it learnt from, which the model carries.
        each: so many variants of an utterance are learnt beside itself.
    """
    return packed_knowledge(knowledge(utterances, epochs, each), learnt)


def knowledge(utterances: Sequence[Utterance], epochs: int = EPOCHS, each: int = EACH) -> Knowledge:
    """What there is to learn from utterances."""
    rarity = _rarity_in(utterances)
    language = _learnt(utterances, LANGUAGES, rarity, epochs)
    wants = {
        " ".join(family): _learnt(_in_other_words(said, each), ROUTES, rarity, epochs)
        for family in FAMILIES
        if (said := _spoken_in(family, utterances))
    }
    return Knowledge(rarity, {"": language, **wants})


def learnt_beside(
    known: Knowledge, own: Sequence[Utterance], beside: Sequence[Utterance], epochs: int, each: int
) -> Knowledge:
    """What is known and, in the languages of some utterances more, what is learnt from these as well.

    Args:
        beside: the utterances that what is known was learnt from.
        each: so many variants of an utterance more are learnt beside itself.
    """
    again = {
        " ".join(family): _learnt(
            [*_in_other_words(_spoken_in(family, beside), 1), *_in_other_words(said, each)],
            ROUTES,
            known.rarity,
            epochs,
        )
        for family in FAMILIES
        if (said := _spoken_in(family, own))
    }
    return Knowledge(known.rarity, {**known.tables, **again})


def _spoken_in(family: Sequence[str], utterances: Sequence[Utterance]) -> list[Utterance]:
    return [utterance for utterance in utterances if utterance.language in family]


def _in_other_words(utterances: Sequence[Utterance], each: int) -> Iterator[Utterance]:
    """The utterances, and variants of each."""
    for utterance in utterances:
        yield utterance
        yield from (replace(utterance, text=text) for text in variants_of(utterance, each))


def _rarity_in(utterances: Sequence[Utterance]) -> Rarity:
    """Of each place the logarithm of the inverse of its share, the smoothed IDF of scikit-learn."""
    counted = Counter(place for utterance in utterances for place in places_of(utterance.text))
    counts = np.zeros(PLACES)
    counts[list(counted)] = list(counted.values())
    inverse = np.log((1 + len(utterances)) / (1 + counts)) + 1
    rarity: Rarity = np.clip(np.rint(inverse * RARITY_SCALE), 1, 255).astype(np.uint8)
    return rarity


def _learnt(examples: Iterable[Utterance], columns: Sequence[str], rarity: Rarity, epochs: int) -> Table:
    """Weights and biases that tell the columns apart: languages, or labels."""
    features, right = _rows(examples, columns, rarity)
    weights = np.zeros((PLACES, len(columns)), np.float32)
    bias = np.full(len(columns), ABSENT)
    there = sorted(set(right))
    if len(there) == 1:
        bias[there] = 0
    if len(there) > 1:
        learner = SGDClassifier(
            loss="log_loss",
            alpha=RESTRAINT / len(right),
            max_iter=epochs,
            tol=None,
            average=epochs * len(right) // 2,  # else the last messages would have the last word
            random_state=_DICE,
        )
        learner.fit(features, right)
        # Of two classes the library learns one: the other is its opposite.
        two = len(there) == 2
        weights[:, there] = (np.vstack([-learner.coef_, learner.coef_]) if two else learner.coef_).T
        bias[there] = np.concatenate([-learner.intercept_, learner.intercept_]) if two else learner.intercept_
    bias *= SHARPNESS
    if columns is ROUTES:
        bias[ROUTES.index(Label.NONE)] += math.log(OUT_OF_SCOPE)
    return Table(weights * SHARPNESS, bias)


def _rows(
    examples: Iterable[Utterance], columns: Sequence[str], rarity: Rarity
) -> tuple[csr_matrix, list[int]]:
    """A row of length 1 for each example that has features, and the column that is right for it."""
    places, ends, right = array("i"), array("l", [0]), []
    by_language = columns is LANGUAGES
    for example in examples:
        found = places_of(example.text)
        if found:
            places.extend(found)
            ends.append(len(places))
            right.append(columns.index(example.language if by_language else example.label))
    at, ends_at = np.frombuffer(places, np.int32), np.frombuffer(ends, np.int64)
    counts = rarity[at].astype(np.float32)
    lengths = np.sqrt(np.add.reduceat(counts**2, ends_at[:-1]))
    values = counts / np.repeat(lengths, np.diff(ends_at))
    return csr_matrix((values, at, ends_at), shape=(len(right), PLACES)), right


def packed_knowledge(known: Knowledge, learnt: str) -> bytes:
    """The tables in whole numbers, row by row, and what stands beside them."""
    rows = np.zeros((PLACES, ROW), np.uint8)
    rows[:, 0] = known.rarity
    scales, biases = [], []
    for (name, columns), begin in zip(TABLES, BEGINS, strict=True):
        table = known.tables.get(name)
        scale = 1.0
        if table is not None:
            # What a feature adds is its weight by its rarity: so much needs not be multiplied for a message.
            added = table.weights * known.rarity[:, None]
            scale = float(np.abs(added).max()) / LARGEST or 1.0
            rows[:, begin : begin + columns] = np.rint(added / scale).astype(np.int8).view(np.uint8)
        scales.append(scale)
        biases.append((0.0,) * columns if table is None else tuple(map(float, table.bias)))
    return packed(rows.tobytes(), Head(tuple(scales), tuple(biases), learnt))
