"""A clear answer that is no closed phrase as a whole, but is put together from them: "yep, do it, thanks".

Every word has to belong to a piece of a closed class, and the pieces have to agree. Nothing is passed over:
a word of negation, condition, delay or doubt is in no class, so that it leaves nothing decided.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dialogs.meaning import Label
from dialogs.understanding.answers import ASIDE, BEHIND, CLOSING, DISUSE, FILLER, MILD, REASON, Answers
from dialogs.understanding.grammar import Tag
from dialogs.understanding.normalise import Clause
from dialogs.understanding.slips import one_letter_off

MOST_WORDS = 25
MOST_WAYS = 16
"""Ways to cut a message into the same number of pieces; where there are more, it is not read."""

_SAYS_YES = frozenset({"yes", "confirm", "cancel"})

Piece = frozenset[str]
"""What a piece decides: the names of its classes"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a message says, put together; without labels, it only ends a chat: "great, thanks for your help".

    `clauses`: its words, without drawn-out ends and without reasons and idioms that hold a negation: that
    negates nothing else, and nobody is to be asked about it.
    """

    clauses: tuple[Clause, ...]
    labels: frozenset[Label]
    deeds: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to cut a message, so far. Asides are left out; a mild yes is one, marked."""

    pieces: tuple[Piece, ...] = ()
    labels: frozenset[Label] = frozenset()


def composed(clauses: Sequence[Clause], answers: Answers, lexicon: Container[str]) -> Answer | None:
    """Return the answer that the clauses are; None where anything leaves a doubt.

    Args:
        lexicon: words that are no slips, of all languages.
    """
    if sum(map(len, clauses)) > MOST_WORDS:
        return None
    known = _known(clauses, answers, lexicon)
    if known is None:
        return None
    ways = frozenset({_Way()})
    told: list[Clause] = []
    for clause in known:
        begin, tags = _negated_in(clause, answers)
        told.append(clause[:begin])
        ways = _cut(clause[:begin], ways, answers)
        if tags:
            ways = frozenset(_with_negated(way, tags) for way in ways)
    if not ways or is_no_answer(known, answers):
        return None
    if not all(map(_is_clear, ways)):
        return Answer((), frozenset(), ()) if all(map(_ends_a_chat, ways)) else None
    labels = frozenset(label for way in ways for label in way.labels)
    deeds = frozenset(_deeds(piece) for way in ways for piece in way.pieces)
    return Answer(tuple(filter(None, told)), labels, tuple(deeds - {frozenset()}))


def _negated_in(clause: Clause, answers: Answers) -> tuple[int, frozenset[Tag]]:
    """Where the end of the clause begins that holds a negation and is known as a whole, and what it is."""
    for begin in range(len(clause)):
        for length, tags in answers.negated.prefixes(clause[begin:]):
            if begin + length == len(clause):
                return begin, tags
    return len(clause), frozenset()


def _with_negated(way: _Way, tags: frozenset[Tag]) -> _Way:
    """A reason names the act: it declines an offer and confirms nothing by itself. An idiom is a mild yes."""
    if all(tag.deed == BEHIND for tag in tags):
        return _Way((*way.pieces, frozenset({CLOSING})), way.labels)
    piece = frozenset({"cancel", REASON} if any(tag.deed == DISUSE for tag in tags) else {MILD})
    return _Way((*way.pieces, piece), way.labels.union(tag.label for tag in tags))


def is_no_answer(clauses: Sequence[Clause], answers: Answers) -> bool:
    """Whether words stand in it that are of the classes and yet no answer, such as "yeah, right"."""
    words = tuple(word for clause in clauses for word in clause)
    return any(_holds(words, phrase) for phrase in answers.never) or any(
        _holds(clause, phrase) for clause in clauses for phrase in answers.unbroken
    )


def _holds(words: Clause, phrase: Clause) -> bool:
    return any(words[at : at + len(phrase)] == phrase for at in range(len(words) - len(phrase) + 1))


def _known(clauses: Sequence[Clause], answers: Answers, lexicon: Container[str]) -> tuple[Clause, ...] | None:
    """The clauses in words of the classes; None where a word is none of them, nor one slip away from one."""
    shortened = [tuple(_shortened(word, answers.vocabulary) for word in clause) for clause in clauses]
    foreign = {word for clause in shortened for word in clause if word not in answers.vocabulary}
    if not foreign:
        return tuple(shortened)
    if len(foreign) > 1:
        return None
    (written,) = foreign
    meant = () if written in lexicon else one_letter_off(written, answers.mendable)
    if not meant or meant[0][-1] != written[-1]:
        # With another ending it may be another form: "acredite" asks to be believed, "acredito" believes.
        return None
    return tuple(tuple(meant[0] if word == written else word for word in clause) for clause in shortened)


def _shortened(word: str, vocabulary: frozenset[str]) -> str:
    """ "Yess", "okk": the last letter twice, where only once makes a word."""
    drawn_out = len(word) > 1 and word[-1] == word[-2] and word not in vocabulary
    return word[:-1] if drawn_out else word


def _cut(clause: Clause, before: frozenset[_Way], answers: Answers) -> frozenset[_Way]:
    """The ways to cut the clause into the fewest pieces, each behind each of the ways before it."""
    reached: list[tuple[int, frozenset[_Way]]] = [(0, before)]
    reached += [(len(clause) + 1, frozenset())] * len(clause)
    for start in range(len(clause)):
        count, ways = reached[start]
        if not ways or len(ways) > MOST_WAYS:
            continue
        for length, tags in answers.network.prefixes(clause[start:]):
            if (
                start
                and clause[start - 1] in answers.negation
                and not _may_follow_negation(clause[start], tags)
            ):
                continue
            fewest, others = reached[start + length]
            if count + 1 <= fewest:
                longer = frozenset(_longer(way, tags) for way in ways)
                reached[start + length] = (
                    count + 1,
                    longer | (others if count + 1 == fewest else frozenset()),
                )
    ways = reached[-1][1]
    return ways if len(ways) <= MOST_WAYS else frozenset()


def _may_follow_negation(word: str, tags: frozenset[Tag]) -> bool:
    """What stands behind a bare "no" without a comma may be what it denies: "no quiero seguir"."""
    return not word.isalnum() or any(tag.deed in (FILLER, CLOSING) for tag in tags)


def _longer(way: _Way, tags: frozenset[Tag]) -> _Way:
    """A word that answers is no aside, and one that may be a mild yes is no more than that."""
    deciding = [tag for tag in tags if tag.deed not in (ASIDE, CLOSING, FILLER, REASON)]
    if deciding:
        deeds = frozenset(tag.deed for tag in deciding if tag.deed is not None)
        return _Way((*way.pieces, deeds), way.labels.union(tag.label for tag in deciding))
    beside = next((name for name in (CLOSING, REASON) if any(tag.deed == name for tag in tags)), None)
    return way if beside is None else _Way((*way.pieces, frozenset({beside})), way.labels)


def _deeds(piece: Piece) -> Piece:
    """What the piece decides. What is mild and confirms, such as a thumb, answers no offer."""
    deeds = frozenset("yes" if deed == MILD else deed for deed in piece if deed not in (CLOSING, REASON))
    return deeds - {"yes"} if "confirm" in deeds and MILD in piece else deeds


def _is_clear(way: _Way) -> bool:
    """Whether there is an answer, and what stands beside it makes it no less clear."""
    answers = [piece for piece in way.pieces if _deeds(piece)]
    if not answers:
        return False
    if any("keep" in before and "no" in piece for before, piece in pairwise(answers)):
        # "Ich bleibe, nein" and "ich bleibe keinesfalls" are not told apart.
        return False
    if _ends_a_chat(way):
        return False
    return all(_is_reasoned(way.pieces[:at]) for at, piece in enumerate(way.pieces) if REASON in piece)


def _ends_a_chat(way: _Way) -> bool:
    """ "Ok, thanks, bye" confirms nothing."""
    answers = [piece for piece in way.pieces if _deeds(piece)]
    is_mild = all(MILD in piece for piece in answers)
    return is_mild and any(CLOSING in piece for piece in way.pieces)


def _is_reasoned(before: Sequence[Piece]) -> bool:
    """A reason changes nothing behind a plain yes; alone it may be a complaint, and behind a no anything."""
    return any(piece & _SAYS_YES and MILD not in piece for piece in before) and all(
        piece & _SAYS_YES or not _deeds(piece) for piece in before
    )
