"""What a guess may add to what the closed phrases say, and what it may take away; it never decides.

It routes where they say nothing at all, and only to what asks before it does anything. And where it is
sure of the opposite of what they decide, the decision becomes a question: one key of three is missing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dialogs.meaning import ENDING, ENOUGH, Label, Meaning, Question
from dialogs.understanding.normalise import Message
from dialogs.understanding.routing import Guess, Model

THRESHOLD = 0.3
"""A guess that is less sure is none. This one and the next two were chosen on one eighth of our own examples,
held back from training (docs/understanding.md)."""
FOR_A_PERSON = 0.4
"""The chance that either of these is wanted from which on a person comes: neither shall be missed."""
PERSONS = (Label.HUMAN, Label.DISPUTE)
TORN = 0.15
"""The chance of the opposite from which on a guess is none: nobody is told the reverse of what they want."""
CONTRADICTING = 0.85
"""The chance of the opposite from which on a decision is asked back."""

SURE_OF_LANGUAGE = 0.95
FEWEST_WORDS = 3
"""Of a message whose language is guessed; shorter ones are alike in many."""

NEVER_ROUTED = frozenset({Label.NONE, Label.AFFIRM, Label.DENY})
"""A yes or no is an answer: what was meant by it is asked with explicit options."""

_SETTLED_BY = frozenset({"offer", "withdraw", "which", "fee"})
"""Kinds of questions at which a word for cancelling says more than what is wanted: it would answer them."""

_OPPOSED: Mapping[str, Mapping[str, tuple[Label, ...]]] = {
    "confirm": {"yes": (Label.DENY, Label.KEEP), "no": (Label.CANCEL, Label.AFFIRM)},
    "withdraw": {"yes": (Label.DENY, Label.KEEP), "no": (Label.CANCEL, Label.AFFIRM)},
    "offer": {"yes": (Label.DENY, Label.CANCEL), "no": (Label.AFFIRM,)},
}


_OPPOSITES: Mapping[Label, tuple[Label, ...]] = {
    Label.CANCEL: (Label.KEEP, Label.DENY),
    Label.AFFIRM: (Label.KEEP, Label.DENY),
    Label.KEEP: (Label.CANCEL, Label.AFFIRM),
    Label.DENY: (Label.CANCEL, Label.AFFIRM),
}


def with_guess(meaning: Meaning, message: Message, question: Question, model: Model) -> Meaning:
    """The meaning of a message in words, with what the model adds or doubts."""
    guess = model.guess_message(message, next(iter(question.locales), None))
    meaning = _doubted(meaning, guess, question)
    if meaning.written is None:
        meaning = replace(meaning, written=guessed_language(guess, message, question.locales))
    if may_be_guessed(meaning, question):
        label = routed(guess, question)
        if label is not None:
            return replace(meaning, label=label, guessed=True)
    return meaning


def may_be_guessed(meaning: Meaning, question: Question) -> bool:
    """Whether the message says nothing yet, and is not itself what a question asked for."""
    found = (meaning.choice, meaning.option, meaning.code, meaning.identifier, meaning.details)
    said = meaning.label is not Label.NONE or meaning.decision is not None or meaning.stale
    return not said and all(each is None for each in found) and "details" not in question.expects


def wanted(guess: Guess) -> Label:
    """What a guess comes to: none where it is not sure, or torn between opposites."""
    if guess.chance_of(*PERSONS) >= FOR_A_PERSON:
        return max(PERSONS, key=guess.chance_of)
    opposite = _OPPOSITES.get(guess.label, ())
    if guess.conf < THRESHOLD or guess.chance_of(*opposite) >= TORN:
        return Label.NONE
    return guess.label


def routed(guess: Guess, question: Question) -> Label | None:
    """The label that a guess leads to at this question; None where it leads nowhere."""
    label = wanted(guess)
    if label in NEVER_ROUTED or (label is Label.CANCEL and question.kind in _SETTLED_BY):
        return None
    return None if label in ENDING and ENOUGH in question.choices else label


def _doubted(meaning: Meaning, guess: Guess, question: Question) -> Meaning:
    """Without a decision of which the guess is sure that the opposite is meant."""
    decision = meaning.decision
    if meaning.keeps and guess.chance_of(Label.CANCEL) >= CONTRADICTING:
        meaning = replace(meaning, keeps=False)
    if decision is None:
        return meaning
    opposed = _OPPOSED.get(question.kind, {}).get(decision, ())
    return replace(meaning, decision=None) if guess.chance_of(*opposed) >= CONTRADICTING else meaning


def guessed_language(guess: Guess, message: Message, spoken: Sequence[str]) -> str | None:
    """The language of a message of some words, where the guess is sure and it is among those spoken."""
    sure = guess.language_conf >= SURE_OF_LANGUAGE and len(message.words) >= FEWEST_WORDS
    return guess.language if sure and guess.language in spoken else None
