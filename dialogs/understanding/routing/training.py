"""Trains a model: logistic regression over hashed features, by stochastic gradient descent, in plain Python.

Rows of the table are touched only where a message has them, so that an example costs as much as it has
features. Without dice and with a fixed order, the same utterances always give the same bytes.
"""

import math
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dialogs.understanding.routing.features import BUCKETS, features_of
from dialogs.understanding.routing.model import COLUMNS, LANGUAGES, LARGEST, Head, packed, softmax
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
    """A message as it is learnt: its features, and its columns among the labels and the languages."""

    places: "array[int]"
    label: int
    language: int
    source: int = 0
    """Which utterance it comes from, whose variants are no others."""


@dataclass(slots=True)
class Weights:
    """What is learnt so far."""

    rows: dict[int, list[float]] = field(default_factory=dict)
    """For each feature that several examples have: a weight for each column."""
    rates: dict[int, float] = field(default_factory=dict)
    """How fast a feature learns: what is in many messages tells less of each."""
    bias: list[float] = field(default_factory=lambda: [0.0] * COLUMNS)

    def copied(self) -> "Weights":
        rows = {place: list(row) for place, row in self.rows.items()}
        return Weights(rows, dict(self.rates), list(self.bias))


def train(utterances: Sequence[Utterance], learnt: str, epochs: int = EPOCHS, each: int = EACH) -> bytes:
    """The bytes of a model that has learnt these utterances.

    Args:
        learnt: a name for what it learnt from, which the model carries.
        each: so many variants of an utterance are learnt beside itself.
    """
    return packed_weights(learn(examples_of(utterances, each), epochs), learnt)


def examples_of(utterances: Sequence[Utterance], each: int = EACH) -> list[Example]:
    """The utterances and their variants as they are learnt, the labels evenly mixed."""
    rounds = [[utterance.text for utterance in utterances]]
    composed = [list(variants_of(utterance, each)) for utterance in utterances]
    rounds += [[texts[number] for texts in composed] for number in range(each)]
    mixed = sorted(range(len(utterances)), key=lambda at: (at * 7_919) % 10_007)
    examples = (_example(texts[at], utterances[at], at) for texts in rounds for at in mixed)
    return [example for example in examples if example.places]


def _example(text: str, utterance: Utterance, source: int) -> Example:
    language = LANGUAGES.index(utterance.language) if utterance.language in LANGUAGES else -1
    return Example(array("I", features_of(text)), ROUTES.index(utterance.label), language, source)


def learn(examples: Sequence[Example], epochs: int = EPOCHS, start: Weights | None = None) -> Weights:
    """Weights that fit the examples; they go on from a start, which stays as it is."""
    weights = Weights() if start is None else start.copied()
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
                weights.rows[place] = [0.0] * COLUMNS
                weights.rates[place] = min(math.log(len(examples) / counted[place]) / 6, 1.5) ** 2 + 0.05


def _step(weights: Weights, example: Example, rate: float) -> float:
    """Learn an example a little; returns the largest error before that."""
    known = [place for place in example.places if place in weights.rows]
    rows = [weights.rows[place] for place in known]
    scale = 1 / math.sqrt(len(example.places))
    sums: Sequence[float] = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * COLUMNS
    errors = _errors([total * scale + bias for total, bias in zip(sums, weights.bias, strict=True)], example)
    largest = max(abs(error) for error in errors)
    if largest > SMALLEST_ERROR:
        speeds = [weights.rates[place] * rate * scale for place in known]
        for column, error in enumerate(errors):
            if abs(error) > SMALLEST_ERROR:
                weights.bias[column] -= rate * error / 200
                for row, speed in zip(rows, speeds, strict=True):
                    row[column] -= error * speed
    return largest


def _errors(scores: Sequence[float], example: Example) -> list[float]:
    """How far off each column is."""
    errors = softmax(scores[: len(ROUTES)])
    errors[example.label] -= 1
    if example.language < 0:
        return errors
    languages = softmax(scores[len(ROUTES) :])
    languages[example.language] -= 1
    return errors + languages


def packed_weights(weights: Weights, learnt: str) -> bytes:
    """The table in whole numbers, and what stands beside it."""
    largest = max((abs(each) for row in weights.rows.values() for each in row), default=0.0) or 1.0
    scale = largest / LARGEST
    table = array("b", bytes(BUCKETS * COLUMNS))
    for place, row in weights.rows.items():
        at = place * COLUMNS
        table[at : at + COLUMNS] = array("b", [round(each / scale) for each in row])
    return packed(table.tobytes(), Head(scale, tuple(weights.bias), learnt))
