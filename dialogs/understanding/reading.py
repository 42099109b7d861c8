"""What a message says in one language: its labels and deeds, by the closed phrases only."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from dialogs.meaning import Label
from dialogs.understanding.composition import Answer, composed
from dialogs.understanding.grammar import NAME, Tag
from dialogs.understanding.normalise import Clause, Message
from dialogs.understanding.phrases import Language
from dialogs.understanding.polarity import speaks_for

MOST_WORDS = 60
"""In a clause: what follows is not read."""
MOST_CLAUSES = 30
LONGEST_FILLER = 4

_ANSWERS_FIRST = (Label.AFFIRM, Label.DENY, Label.WHY, Label.HELP, Label.BYE, Label.THANKS, Label.GREET)
COURTESIES = frozenset(_ANSWERS_FIRST)
"""Said beside a wish, they do not change it: also "can you help me"."""
_SMALL_TALK = frozenset((Label.GREET, Label.THANKS, Label.BYE))
_ANSWERS = _SMALL_TALK | {Label.AFFIRM, Label.DENY, Label.CANCEL, Label.KEEP}
_STAYING = frozenset((Label.DENY, Label.KEEP))
_ONLY_OFFERS = frozenset(("accept", "decline"))
"""Answers to an offer: the same words may answer something else as well, such as "sounds good"."""
_OPPOSITES = {Label.CANCEL: "no", Label.KEEP: "yes"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A message in one language.

    `whole`: the message as a whole is one of the closed phrases; `composed`: it is put together from them.
    """

    language: Language
    clauses: tuple[Clause, ...]
    labels: frozenset[Label]
    deeds: tuple[frozenset[str], ...]
    """What each part decides; nothing at all if it says anything beside."""
    whole: bool
    composed: bool = False


def read(message: Message, names: frozenset[Clause], language: Language, lexicon: Container[str]) -> Reading:
    """Read a message: as a whole if that is a closed phrase, otherwise clause by clause.

    Args:
        lexicon: words of all languages; what is one of them is no slip of the keyboard in another.
    """
    return read_clauses(tuple(_clauses(message, names, language)), language, lexicon)


def read_clauses(clauses: tuple[Clause, ...], language: Language, lexicon: Container[str]) -> Reading:
    """Read clauses whose words are spelt out."""
    words = tuple(word for clause in clauses for word in clause)
    tags = _match(words, language)
    closed = _closed(tags)
    exact = _closed(language.network.match(words)) if closed else closed
    if closed and not _contradicts(closed, clauses, language):
        reading = Reading(language, clauses, _labels(closed), _deeds(exact), whole=True)
        return _composed(reading, lexicon) if reading.labels <= _ANSWERS - _SMALL_TALK else reading
    parts = [part for clause in clauses for part in _parts(clause, language)]
    read_parts = ((part, tags if part == words else _match(part, language)) for part in parts)
    labels = _labels_of_parts(_labels_of_part(part, found, language) for part, found in read_parts)
    return _composed(Reading(language, clauses, labels, (), whole=False), lexicon)


def _composed(reading: Reading, lexicon: Container[str]) -> Reading:
    """The same, as an answer put together from closed words, where it says nothing else and is one."""
    if any(not _ONLY_OFFERS.issuperset(deeds) for deeds in reading.deeds) or not reading.labels <= _ANSWERS:
        return reading
    if any(map(reading.language.polarity.doubles, reading.clauses)):
        return reading
    answer = composed(reading.clauses, reading.language.answers, lexicon)
    if answer is not None and not answer.labels and reading.labels & _SMALL_TALK:
        return replace(reading, labels=reading.labels & _SMALL_TALK)
    if answer is None or not _fits(answer, reading):
        return reading
    return replace(
        reading,
        clauses=answer.clauses,
        labels=answer.labels | (reading.labels & _SMALL_TALK),
        deeds=answer.deeds,
        composed=True,
    )


def _fits(answer: Answer, reading: Reading) -> bool:
    """Whether it says what is known of the message, only more of it. A whole phrase knows best."""
    known = reading.labels - _SMALL_TALK
    if answer.labels == known:
        return True
    is_mixed = bool(answer.labels & _STAYING) and bool(answer.labels - _STAYING)
    if reading.whole:
        return known <= answer.labels and not is_mixed
    return not known or (not is_mixed and not known.isdisjoint(answer.labels))


def _closed(tags: frozenset[Tag]) -> frozenset[Tag]:
    return frozenset(tag for tag in tags if not tag.loose)


def _deeds(tags: frozenset[Tag]) -> tuple[frozenset[str], ...]:
    deeds = frozenset(tag.deed for tag in tags if tag.deed is not None)
    return (deeds,) if deeds else ()


def _labels_of_part(part: Clause, tags: frozenset[Tag], language: Language) -> frozenset[Label]:
    """One word stops messages only by itself. "Stop, don't" is about what is under way, and is asked back."""
    labels = _labels(tags)
    if Label.STOP_TEXTS not in labels or not is_one_word(part, language):
        return labels
    return labels - {Label.STOP_TEXTS} | {Label.KEEP}


def is_one_word(words: Clause, language: Language) -> bool:
    """Whether there is a single word, politeness aside."""
    return len(without_fillers(words, language.fillers)) == 1


def _labels_of_parts(parts: Iterable[frozenset[Label]]) -> frozenset[Label]:
    """A courtesy is the answer only if there is nothing beside it that was not understood.

    Whoever asks why beside other words asks it all the same.
    """
    found = list(parts)
    labels = frozenset[Label]().union(*found)
    return labels if all(found) else labels - (COURTESIES - {Label.WHY})


TOGETHER = (
    *(Label.HUMAN, Label.DISPUTE, Label.CANCEL, Label.KEEP, Label.RESTART, Label.REFUND, Label.ENDS),
    *(Label.CHARGES, Label.REMAINS, Label.STATUS, Label.RESEND, Label.PREFER),
)
"""Wishes that can be had at the same time, the one that matters most first."""
ABOUT_MONEY = frozenset((Label.REFUND, Label.STATUS, Label.CHARGES))


def labels_in_order(labels: frozenset[Label]) -> tuple[Label, ...]:
    """Return what is wanted, the first that matters first; nothing where wishes exclude each other.

    A person is asked for before all else. A dispute is about money and about what
    became of a cancellation, so that it holds these.
    """
    if Label.DISPUTE in labels:
        labels -= ABOUT_MONEY
    wishes = labels - COURTESIES
    if len(wishes) == 1:
        return tuple(wishes)
    if wishes:
        return _together(wishes)
    if {Label.AFFIRM, Label.DENY} <= labels:
        return ()
    return tuple(label for label in _ANSWERS_FIRST if label in labels)[:1]


def _together(wishes: frozenset[Label]) -> tuple[Label, ...]:
    if Label.RESTART in wishes:
        # Undoing is a way to have it back.
        wishes -= {Label.KEEP}
    if Label.PREFER in wishes:
        # In future, which is not now.
        wishes -= {Label.RESEND}
    exclude = ({Label.CANCEL, Label.KEEP}, {Label.CANCEL, Label.RESTART})
    if any(pair <= wishes for pair in exclude) or not wishes <= set(TOGETHER):
        return (Label.HUMAN,) if Label.HUMAN in wishes else ()
    return tuple(label for label in TOGETHER if label in wishes)


def _clauses(message: Message, names: frozenset[Clause], language: Language) -> Iterator[Clause]:
    """Spell short forms out; a customer's own things become `{name}`."""
    for clause in message.clauses[:MOST_CLAUSES]:
        yield language.spelt_out(_with_names_marked(clause[:MOST_WORDS], names))


def _parts(clause: Clause, language: Language) -> Iterator[Clause]:
    """Cut a clause at words such as and, and leave these out."""
    part: list[str] = []
    for word in clause:
        if word not in language.joins:
            part.append(word)
        elif part:
            yield tuple(part)
            part = []
    if part:
        yield tuple(part)


def _with_names_marked(clause: Clause, names: frozenset[Clause]) -> Clause:
    for name in sorted(names, key=len, reverse=True):
        for start in range(len(clause) - len(name) + 1):
            if clause[start : start + len(name)] == name:
                clause = (*clause[:start], NAME, *clause[start + len(name) :])
                break
    return clause


def _match(words: Clause, language: Language) -> frozenset[Tag]:
    """Match as it stands; if no closed phrase is that, without politeness at both ends."""
    if not words or len(words) > MOST_WORDS:
        return frozenset()
    tags = language.network.match(words)
    if any(not tag.loose for tag in tags):
        return tags
    plain = without_fillers(words, language.fillers)
    return tags if plain == words else tags | language.network.match(plain)


def without_fillers(words: Clause, fillers: frozenset[Clause]) -> Clause:
    """Remove greetings, please and thanks at both ends, as long as anything remains."""
    start, end = 0, len(words)
    while length := _filler_length(words[start:end], fillers, at_end=False):
        start += length
    while length := _filler_length(words[start:end], fillers, at_end=True):
        end -= length
    return words[start:end]


def _filler_length(words: Clause, fillers: frozenset[Clause], *, at_end: bool) -> int:
    for length in range(min(LONGEST_FILLER, len(words) - 1), 0, -1):
        if (words[-length:] if at_end else words[:length]) in fillers:
            return length
    return 0


def _labels(tags: frozenset[Tag]) -> frozenset[Label]:
    """Closed phrases go before loose ones, and a label list before the label a deed brings along."""
    best = [tag for tag in tags if not tag.loose] or list(tags)
    return frozenset(tag.label for tag in best if tag.deed is None) or frozenset(tag.label for tag in best)


def _contradicts(tags: frozenset[Tag], clauses: tuple[Clause, ...], language: Language) -> bool:
    """Tell whether punctuation turns the sense: "don't keep it" is not "don't, keep it"."""
    if len(clauses) == 1:
        return False
    sides = speaks_for(clauses, language.polarity)
    return any(_OPPOSITES.get(tag.label) in sides for tag in tags)
