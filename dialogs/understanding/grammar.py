"""A small grammar of phrases, matched word by word in time linear in the message.

A phrase is words and, between them:

    {name}   one of the alternatives of the set of that name
    {name?}  the same, or nothing
    {word}   any one word that does not lean another way (see `Network`)
    ...      any words but a negation

A phrase with one of the last two is `loose`: it routes and never decides.

Sets may use other sets. All phrases of a language become one network of states;
there are no regular expressions, so there is nothing to backtrack.

Written out, the network has tens of thousands of states, of which messages reach
few. So what leads on from a state is laid out when a message first gets there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from dialogs.meaning import Label

ANY = "..."
NUMBER = "{number}"
NAME = "{name}"
WORD = "{word}"
"""Stand for a word with digits, for the name of something the customer has, and for any one word."""

OPEN = (NUMBER, NAME, WORD)

_REFERENCE = re.compile(r"\{([a-z_]+)(\??)\}")


@dataclass(frozen=True, slots=True)
class Tag:
    """What a phrase means: a label, and what it decides, if anything. `loose`: it holds `...` or `{word}`."""

    label: Label
    deed: str | None = None
    loose: bool = False


@dataclass(slots=True)
class Ways:
    """What leads on from a state."""

    steps: dict[str, list["State"]] = field(default_factory=dict)
    """Where a word leads."""
    empty: list["State"] = field(default_factory=list)
    """What is reached without a word."""
    tags: set[Tag] = field(default_factory=set)
    """What the phrases mean that end here."""


class State:
    """A place in the network: how far a message has been read, and as which phrases."""

    __slots__ = ("ahead", "closure", "is_loop", "ways")

    def __init__(self, *, is_loop: bool = False) -> None:
        self.ahead: list[tuple[Sequence[str], int, State | Tag]] = []
        """Elements, how many of them were read here, and what is reached after the last of them.
        All of it is put here when the one state before is laid out."""
        self.is_loop = is_loop
        """Whether any words may pass."""
        self.ways: Ways | None = None
        """None until it is needed, and so is the closure."""
        self.closure: tuple[State, ...] | None = None
        """The state itself and what is reached from it without a word."""


class Place:
    """All states that the same words lead to. `after`: where the next word leads, as far as it is kept."""

    __slots__ = ("after", "states", "tags")

    def __init__(self, states: tuple[State, ...]) -> None:
        self.states = states
        self.after: dict[str, Place] = {}
        self.tags: frozenset[Tag] | None = None


MOST_KEPT = 1_000
"""Places that a network keeps: those that messages reach first are those that most of them reach."""

Sets = Mapping[str, Sequence[Sequence[str]]]
Spellings = Mapping[str, Sequence[str]]


class Network:
    """All phrases of a language. Made by `Builder`.

    Two threads may lay out the same state at once: either result is whole, and either may stay.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[Sequence[str], Tag]],
        sets: Sets,
        spellings: Spellings,
        barriers: frozenset[str],
        leanings: frozenset[str],
        vocabulary: Iterable[str],
    ) -> None:
        """Negations are `barriers`, for which `...` never stands; `{word}` is none of `leanings` either.

        The vocabulary is all words of the phrases.
        """
        self._sets, self._spellings = sets, spellings
        self._barriers, self._leanings = barriers, barriers | leanings
        start = State()
        start.ahead = [(elements, 0, tag) for elements, tag in phrases]
        self._known = self._leanings.union(vocabulary)
        self._kept = 0
        self._first = Place(self._closure(start))

    def match(self, words: Iterable[str]) -> frozenset[Tag]:
        """Return the tags of all phrases that read exactly these words."""
        place = self._first
        for word in words:
            place = self._next(place, word)
            if not place.states:
                return frozenset()
        return self._tags(place)

    def prefixes(self, words: Sequence[str]) -> Iterator[tuple[int, frozenset[Tag]]]:
        """Yield how many of the first words are a phrase, and the tags of those that read exactly these."""
        place = self._first
        for length, word in enumerate(words, 1):
            place = self._next(place, word)
            if not place.states:
                return
            if tags := self._tags(place):
                yield length, tags

    def _next(self, place: "Place", word: str) -> "Place":
        """Where a word leads: remembered for how most messages begin, worked out for the rest."""
        key = word
        if word not in self._known:
            is_plain = word.isalpha() or not any(char.isdigit() for char in word)
            key = WORD if is_plain else NUMBER
        after = place.after.get(key)
        if after is None:
            after = Place(tuple(self._follow(place.states, word)))
            if self._kept < MOST_KEPT:
                self._kept += 1
                place.after[key] = after
        return after

    def _tags(self, place: "Place") -> frozenset[Tag]:
        if place.tags is None:
            place.tags = frozenset(tag for state in place.states for tag in self._ways(state).tags)
        return place.tags

    def _follow(self, active: Iterable[State], word: str) -> set[State]:
        reached: set[State] = set()
        keys, passes = tuple(self._keys(word)), word not in self._barriers
        for state in active:
            steps = (state.ways or self._ways(state)).steps
            for key in keys:
                for after in steps.get(key, ()):
                    reached.update(after.closure or self._closure(after))
            if passes and state.is_loop:
                reached.update(state.closure or self._closure(state))
        return reached

    def _keys(self, word: str) -> Iterator[str]:
        yield word
        if not word.isalpha() and any(char.isdigit() for char in word):
            yield NUMBER
        if word not in self._leanings:
            yield WORD

    def _closure(self, state: State) -> tuple[State, ...]:
        if state.closure is None:
            reached, waiting = {state}, [state]
            while waiting:
                new = [after for after in self._ways(waiting.pop()).empty if after not in reached]
                reached.update(new)
                waiting += new
            state.closure = tuple(reached)
        return state.closure

    def _ways(self, state: State) -> Ways:
        if state.ways is None:
            state.ways = self._laid_out(state)
        return state.ways

    def _laid_out(self, state: State) -> Ways:
        """Make the states that follow; those of phrases that go on alike are one."""
        ways, after, ahead = Ways(), dict[str, State](), list(state.ahead)
        for elements, read, goal in ahead:  # grows meanwhile: a set puts its alternatives there
            if read < len(elements):
                element = elements[read]
                if element not in after:
                    after[element] = State(is_loop=element == ANY)
                    ahead += self._lead(ways, element, after[element])
                after[element].ahead.append((elements, read + 1, goal))
            elif isinstance(goal, Tag):
                ways.tags.add(goal)
            else:
                ways.empty.append(goal)
        return ways

    def _lead(self, ways: Ways, element: str, after: State) -> list[tuple[Sequence[str], int, State | Tag]]:
        """Let an element lead to a state; returns what is ahead now: the alternatives of a set."""
        reference = _REFERENCE.fullmatch(element)
        if reference is not None and element not in OPEN:
            if reference[2]:
                ways.empty.append(after)
            return [(alternative, 0, after) for alternative in _alternatives(self._sets, reference[1])]
        if element == ANY:
            ways.empty.append(after)
        else:
            for word in (element, *self._spellings.get(element, ())):
                ways.steps.setdefault(word, []).append(after)
        return []


def _alternatives(sets: Sets, name: str) -> Sequence[Sequence[str]]:
    """What `{name}` stands for. A word with digits, a customer's own thing, any word: sets of themselves."""
    return sets.get(name, ((f"{{{name}}}",),))


class GrammarError(ValueError):
    """A phrase that cannot be read: an unknown set, a set within itself, a stray brace."""


@dataclass
class Builder:
    """Collects phrases and checks them. Each word is a tuple of its accepted spellings."""

    sets: Sets
    """name: its alternatives, each a sequence of elements"""
    spellings: Spellings = field(default_factory=dict)
    """word: other ways to write it, such as ue for ü"""

    def __post_init__(self) -> None:
        self._phrases: list[tuple[Sequence[str], Tag]] = []
        self._checked = {ANY, *OPEN}
        self._open: list[str] = []

    def add(self, elements: Iterable[str], tag: Tag) -> None:
        """Add a phrase. Raises GrammarError."""
        phrase = tuple(elements)
        if all(element == ANY or element.endswith("?}") for element in phrase):
            raise GrammarError("expected a phrase with at least one word")
        self._check(phrase)
        self._phrases.append((phrase, tag))

    def build(self, barriers: frozenset[str], leanings: frozenset[str] = frozenset()) -> Network:
        """Return the network of what was added."""
        return Network(self._phrases, self.sets, self.spellings, barriers, leanings, self._vocabulary())

    def _vocabulary(self) -> set[str]:
        """All words that any of the phrases may read."""
        written = (elements for elements, _ in self._phrases)
        words = {word for elements in (*written, *chain(*self.sets.values())) for word in elements}
        return words.union(*self.spellings.values())

    def _check(self, elements: Iterable[str]) -> None:
        for element in elements:
            if element not in self._checked:
                self._check_element(element)
                self._checked.add(element)

    def _check_element(self, element: str) -> None:
        reference = _REFERENCE.fullmatch(element)
        if reference is not None:
            self._check_set(reference[1])
        elif "{" in element or "}" in element:
            raise GrammarError(f"expected a set such as {{thing}} or {{thing?}}, found {element!r}")

    def _check_set(self, name: str) -> None:
        if name in self._open:
            raise GrammarError(f"the set {{{name}}} uses itself")
        if name not in self.sets and f"{{{name}}}" not in OPEN:
            raise GrammarError(f"there is no set {{{name}}}; there are: {', '.join(sorted(self.sets))}")
        self._open.append(name)
        for alternative in _alternatives(self.sets, name):
            self._check(alternative)
        self._open.pop()
