"""Trains a model: logistic regression over hashed features, by stochastic gradient descent, in plain Python.

Languages are told apart first, and each family has weights of its own: "die" means other things elsewhere.
Rows of a table are touched only where a message has them, so that an example costs as much as it has
features. Without dice and with a fixed order, the same utterances always give the same bytes.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dialogs.understanding.routing.features import PLACES, hashes_of
from dialogs.understanding.routing.model import FAMILIES, LANGUAGES, LARGEST, TABLES, Head, packed, softmax
from dialogs.understanding.routing.variants import EACH, variants_of
from dialogs.understanding.utterances import ROUTES, Utterance

EPOCHS = 6
RATE = 2.4
"""Of the first epoch; it falls to a tenth of that."""
SMALLEST_ERROR = 0.04
"""An error that is smaller teaches nothing and would cost most of the time."""
KNOWN = 0.12
"""An example whose errors are all smaller is left out of the next epoch."""


@dataclass(frozen=True, slots=True)
class Example:
    """A message as it is learnt: its features, and the column that is right."""

    places: "array[int]"
    column: int
    source: int = 0
    """Which utterance it comes from, whose variants are no others."""


@dataclass(slots=True)
class Weights:
    """What is learnt so far of one table."""

    bias: list[float]
    rows: dict[int, list[float]] = field(default_factory=dict)
    """For each feature that several utterances have: a weight for each column."""
    rates: dict[int, float] = field(default_factory=dict)
    """How fast a feature learns: what is in many messages tells less of each."""

    def copied(self) -> "Weights":
        rows = {place: list(row) for place, row in self.rows.items()}
        return Weights(list(self.bias), rows, dict(self.rates))


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables of a model: which language it is, and what is wanted in each."""

    language: Weights
    wants: dict[str, Weights]


def train(utterances: Sequence[Utterance], learnt: str, epochs: int = EPOCHS, each: int = EACH) -> bytes:
    """The bytes of a model that has learnt these utterances.

    Args:
        learnt: a name for what it learnt from, which the model carries.
        each: so many variants of an utterance are learnt beside itself.
    """
    return packed_knowledge(knowledge(utterances, epochs, each), learnt)


def knowledge(utterances: Sequence[Utterance], epochs: int = EPOCHS, each: int = EACH) -> Knowledge:
    """What there is to learn from utterances."""
    spoken = [*_in_other_words(utterances, min(each, 1), by_language=True)]
    wants = {
        " ".join(family): learn([*_in_other_words(said, each)], Weights([0.0] * len(ROUTES)), epochs)
        for family in FAMILIES
        if (said := [utterance for utterance in utterances if utterance.language in family])
    }
    return Knowledge(learn(spoken, Weights([0.0] * len(LANGUAGES)), 2), wants)


def learnt_beside(
    known: Knowledge, own: Sequence[Utterance], beside: Sequence[Utterance], epochs: int, each: int
) -> Knowledge:
    """What is known and some utterances more.

    Args:
        beside: of what is known, so that it is not forgotten over them.
    """
    wants = dict(known.wants)
    for family in FAMILIES:
        spoken = [utterance for utterance in own if utterance.language in family]
        if spoken:
            same = [utterance for utterance in beside if utterance.language in family]
            examples = [*_in_other_words(spoken, each), *_in_other_words(same, 0)]
            before = known.wants.get(" ".join(family)) or Weights([0.0] * len(ROUTES))
            wants[" ".join(family)] = learn(examples, before, epochs)
    return Knowledge(known.language, wants)


def _in_other_words(
    utterances: Sequence[Utterance], each: int, *, by_language: bool = False
) -> Iterator[Example]:
    """The utterances and their variants as they are learnt, the labels evenly mixed."""
    rounds = [[utterance.text for utterance in utterances]]
    composed = [list(variants_of(utterance, each)) for utterance in utterances]
    rounds += [[texts[number] for texts in composed] for number in range(each)]
    mixed = sorted(range(len(utterances)), key=lambda at: (at * 7_919) % 10_007)
    for texts in rounds:
        for at in mixed:
            places = array("I", sorted({each % PLACES for each in hashes_of(texts[at])}))
            utterance = utterances[at]
            known = LANGUAGES.index(utterance.language) if by_language else ROUTES.index(utterance.label)
            if places:
                yield Example(places, known, at)


def learn(examples: Sequence[Example], start: Weights, epochs: int) -> Weights:
    """Weights that fit the examples; they go on from a start, which stays as it is."""
    weights = start.copied()
    _add_features(weights, examples)
    waiting = list(examples)
    for epoch in range(epochs):
        rate = RATE * (1 - 0.9 * epoch / epochs)
        known = {at for at, example in enumerate(waiting) if _step(weights, example, rate) < KNOWN}
        # What is known well is looked at every other time, so that it stays known.
        waiting = (
            list(examples) if epoch % 2 else [each for at, each in enumerate(waiting) if at not in known]
        )
    return weights


def _add_features(weights: Weights, examples: Sequence[Example]) -> None:
    """What is in a single utterance and its variants says nothing that the rest of it does not say."""
    counted = Counter(place for example in examples for place in example.places)
    first: dict[int, int] = {}
    for example in examples:
        for place in example.places:
            if first.setdefault(place, example.source) != example.source and place not in weights.rows:
                weights.rows[place] = [0.0] * len(weights.bias)
                weights.rates[place] = min(math.log(len(examples) / counted[place]) / 6, 1.5) ** 2 + 0.05


def _step(weights: Weights, example: Example, rate: float) -> float:
    """Learn an example a little; returns the largest error before that."""
    known = [place for place in example.places if place in weights.rows]
    rows = [weights.rows[place] for place in known]
    scale = 1 / math.sqrt(len(example.places))
    sums: Sequence[float] = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(weights.bias)
    errors = softmax([total * scale + bias for total, bias in zip(sums, weights.bias, strict=True)])
    errors[example.column] -= 1
    largest = max(abs(error) for error in errors)
    if largest > SMALLEST_ERROR:
        speeds = [weights.rates[place] * rate * scale for place in known]
        for column, error in enumerate(errors):
            if abs(error) > SMALLEST_ERROR:
                weights.bias[column] -= rate * error / 200
                for row, speed in zip(rows, speeds, strict=True):
                    row[column] -= error * speed
    return largest


def packed_knowledge(known: Knowledge, learnt: str) -> bytes:
    """The tables in whole numbers, and what stands beside them."""
    weights = {"": known.language, **known.wants}
    tables = [_whole_numbers(weights.get(name), columns) for name, columns in TABLES]
    biases = tuple(bias for bias, _, _ in tables)
    return packed(
        b"".join(table for _, _, table in tables), Head(tuple(s for _, s, _ in tables), biases, learnt)
    )


def _whole_numbers(weights: Weights | None, columns: int) -> tuple[tuple[float, ...], float, bytes]:
    """The bias, what a weight of 1 stands for, and the table."""
    table = array("b", bytes(PLACES * columns))
    if weights is None:
        return (0.0,) * columns, 1.0, table.tobytes()
    largest = max((abs(each) for row in weights.rows.values() for each in row), default=0.0) or 1.0
    scale = largest / LARGEST
    for place, row in weights.rows.items():
        at = place * columns
        table[at : at + columns] = array("b", [round(each / scale) for each in row])
    return tuple(weights.bias), scale, table.tobytes()
