"""A small model, trained in a second or two: some of the shipped English and German examples."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from dialogs.meaning import Label
from dialogs.understanding.packaged import packaged_utterances
from dialogs.understanding.routing import Model
from dialogs.understanding.routing.training import train
from dialogs.understanding.utterances import Utterance

EACH = 60
"""Utterances of a label and language."""


@cache
def some_utterances() -> tuple[Utterance, ...]:
    """Evenly taken, so that closed phrases and messy ones are among them."""
    sorted_in = defaultdict[tuple[str, Label], list[Utterance]](list)
    for each in packaged_utterances():
        if each.language in ("en", "de"):
            sorted_in[each.language, each.label].append(each)
    evenly = (each for found in sorted_in.values() for each in found[:: max(len(found) // EACH, 1)])
    return (*evenly, *_taught())


UNHEARD = {
    Label.CANCEL: "zonk the blarg of mine",
    Label.HUMAN: "fetch the grumbold of yours",
    Label.BYE: "toodlefrump and wibblewobble",
}
"""Words that no phrase has, and that the small model has learnt."""


def _taught() -> Iterator[Utterance]:
    for label, text in UNHEARD.items():
        for ending in ("", " now", " quickly", " at last", " then", " please do", " again", " today"):
            yield Utterance(text + ending, label, "en")


@cache
def small_bytes() -> bytes:
    return train(some_utterances(), "small", each=1)


@cache
def small_model() -> Model:
    return Model(small_bytes())
