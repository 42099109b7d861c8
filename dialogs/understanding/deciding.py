"""What a message decides: the closed vocabulary has it whole, and no single word leans the other way."""

from collections.abc import Iterator, Mapping
from typing import Literal

from dialogs.understanding.composition import is_no_answer
from dialogs.understanding.grammar import NAME
from dialogs.understanding.normalise import SURE
from dialogs.understanding.phrases import Language
from dialogs.understanding.polarity import agrees
from dialogs.understanding.reading import Reading
from dialogs.understanding.said import Said, words_in

Decision = Literal["yes", "no"]

DECIDES: Mapping[str, Mapping[str, Decision]] = {
    "confirm": {"yes": "yes", "confirm": "yes", "cancel": "yes", "no": "no", "keep": "no"},
    "withdraw": {"yes": "yes", "confirm": "yes", "no": "no", "keep": "no"},
    "offer": {"yes": "yes", "accept": "yes", "no": "no", "decline": "no", "cancel": "no"},
}
"""What the closed vocabulary decides at each kind of question. Nothing decides anywhere else."""


def decided_by(said: Said, kind: str) -> Decision | None:
    """Decide only where the closed vocabulary and the polarity of every single word agree."""
    decides = DECIDES.get(kind)
    if decides is None or not said.can_decide or _names_something_else(said):
        return None
    decisions = {_decision_of(deeds, decides) for each in _deciding(said) for deeds in each.deeds}
    if len(decisions) != 1:
        return None
    (decision,) = decisions
    if decision is None:
        return None
    denials = frozenset(word for each in said.readings if each.deeds for word in _denying(each.language))
    safe = all(
        agrees(decision, each.clauses, each.language.polarity, kind, denials)
        for each in said.readings
        if each.deeds or _may_be_written_in(each)
    )
    if any(is_no_answer(each.clauses, each.language.answers) for each in said.readings):
        return None
    return decision if safe else None


def _deciding(said: Said) -> Iterator[Reading]:
    """What one language knows to be no answer, another one does not put together: "see ya"."""
    is_something_else = any(each.whole and not each.deeds for each in said.readings)
    return (each for each in said.readings if not (each.composed and is_something_else))


def _may_be_written_in(reading: Reading) -> bool:
    """Whether no word is foreign to the language: only then its "no" may be meant in "no problem"."""
    return reading.language.lexicon.issuperset(word for word in words_in(reading) if word.isalpha())


def _denying(language: Language) -> Iterator[str]:
    """Negations, also as they are written in short: another language does not spell "dont" out.

    A single letter may be anything elsewhere.
    """
    negation = language.polarity.negation
    yield from negation
    short_forms = (short for short, meant in language.spellings.items() if not negation.isdisjoint(meant))
    yield from (short for short in short_forms if len(short) > 1)


def _names_something_else(said: Said) -> bool:
    """ "Cancel order 10024" is no yes to cancelling whatever the question is about."""
    if any(char.isdigit() for char in said.message.plain.replace(SURE, "")):
        return True
    named = any(NAME in clause for reading in said.readings for clause in reading.clauses)
    return named and len(said.question.options) != 1


def _decision_of(deeds: frozenset[str], decides: Mapping[str, Decision]) -> Decision | None:
    """Words that are on several lists have to decide the same on all that count here."""
    decisions = {decides[deed] for deed in deeds if deed in decides}
    return decisions.pop() if len(decisions) == 1 else None
