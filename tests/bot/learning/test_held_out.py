"""A measuring stick: messages that nothing was written for, and how many of them closed words answer.

Nobody who works on the grammar reads them; only figures are shown here. `cancelbot understand --score` judges
the same file with a model.
"""

from functools import cache
from pathlib import Path

from bot.learning.hearing import Hearer
from bot.learning.labelled import read_labelled
from bot.learning.scoring import Judged, harmful, judged
from dialogs.meaning import Label
from dialogs.understanding import packaged_phrases

YES_ASKED_AGAIN = 0.36
"""A little over what was measured, of messages that say yes."""
NO_ASKED_AGAIN = 0.72
"""The same, of messages that say no or keep."""
DECIDED_OTHERWISE = 2
"""Messages about something else in which a yes or no was heard."""


@cache
def heard() -> tuple[Judged, ...]:
    rows = read_labelled(Path(__file__).with_name("held_out.jsonl"))
    return judged(rows, Hearer(packaged_phrases(), None))


def test_nothing_is_done_that_was_not_meant() -> None:
    figures = {kind: len(found) for kind, found in harmful(heard()).items()}

    assert figures["executed, though keep or deny"] == 0
    assert figures["kept, though cancel or affirm"] == 0
    assert figures["decided, though about something else"] <= DECIDED_OTHERWISE


def test_a_clear_answer_is_seldom_asked_again() -> None:
    assert asked_again(Label.AFFIRM, decision="yes") <= YES_ASKED_AGAIN
    assert asked_again(Label.DENY, Label.KEEP, decision="no") <= NO_ASKED_AGAIN


def asked_again(*labels: Label, decision: str) -> float:
    meant = [each for each in heard() if each.given.label in labels]
    return sum(each.heard.decision != decision for each in meant) / len(meant)
