"""Which way a message leans, read from single words only.

This knows nothing of the phrases and shares no word list with them: it is the
second key beside the closed vocabulary, and can only forbid a decision.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from dialogs.understanding.normalise import Clause
from dialogs.understanding.phrases import Polarity

Side = Literal["yes", "no", "doubt"]
_OPPOSITE: dict[Side, Side] = {"yes": "no", "no": "yes", "doubt": "doubt"}


def agrees(
    decision: Side,
    clauses: Iterable[Clause],
    polarity: Polarity,
    kind: str,
    denials: frozenset[str] = frozenset(),
) -> bool:
    """Tell whether no word of the message speaks against the decision at a question of this kind.

    Args:
        denials: negations of the languages in which the message decides. "Não quero cancelar" is denied
            also where only its last word is known, as it is in Spanish.
    """
    return all(side == decision for clause in clauses for side in _sides(clause, polarity, kind, denials))


def speaks_for(clauses: Iterable[Clause], polarity: Polarity) -> set[Side]:
    """Return what the acts named in the message mean for cancelling: yes, no, or both."""
    return {side for clause in clauses for side in _acts(clause, polarity, "confirm")}


def _sides(words: Clause, polarity: Polarity, kind: str, denials: frozenset[str]) -> Iterator[Side]:
    acts = list(_acts(words, polarity, kind, denials))
    yield from acts
    if not acts and _is_negated(words, polarity.negation):
        yield "no"
    for word in words:
        if word in polarity.yes:
            yield "yes"
        if word in polarity.no:
            yield "no"
        if word in polarity.doubt:
            yield "doubt"


def _acts(
    words: Clause, polarity: Polarity, kind: str, denials: frozenset[str] = frozenset()
) -> Iterator[Side]:
    is_negated = _is_negated(words, polarity.negation | denials)
    for word in words:
        side = _side_of_act(word, polarity, kind)
        if side is not None:
            yield _OPPOSITE[side] if is_negated else side


def _side_of_act(word: str, polarity: Polarity, kind: str) -> Side | None:
    if word in polarity.cancel and kind == "withdraw":
        # Ending is no answer to whether to withdraw.
        return "doubt"
    if word in polarity.cancel:
        # Beside an offer, cancelling is what declines it.
        return "yes" if kind == "confirm" else "no"
    if word in polarity.keep:
        # Keeping is no answer to an offer: neither "pause it" nor "cancel it".
        return "no" if kind in ("confirm", "withdraw") else "doubt"
    if word in polarity.offered:
        # Wanted or not, an alternative answers only the offer of one.
        return "yes" if kind == "offer" else "doubt"
    if word in polarity.accept:
        return "yes" if kind == "offer" else None
    return None


def _is_negated(words: Clause, negation: frozenset[str]) -> bool:
    return sum(word in negation for word in words) % 2 == 1
