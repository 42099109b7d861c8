"""A small grammar of phrases, matched word by word in time linear in the message.

A phrase is words and, between them:

    {name}   one of the alternatives of the set of that name
    {name?}  the same, or nothing
    ...      any words but a negation: such a phrase is `loose`, it routes and never decides

Sets may use other sets. All phrases of a language become one network of states;
there are no regular expressions, so there is nothing to backtrack.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dialogs.meaning import Label

START = 0
ANY = "..."
NUMBER = "{number}"
NAME = "{name}"
"""Stands for a word with digits, and for the name of something the customer has."""

_REFERENCE = re.compile(r"\{([a-z_]+)(\??)\}")


@dataclass(frozen=True, slots=True)
class Tag:
    """What a phrase means: a label, and what it decides, if anything. `loose`: it holds a `...`."""

    label: Label
    deed: str | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """All phrases of a language, compiled. Built by `Builder`."""

    steps: tuple[Mapping[str, tuple[int, ...]], ...]
    """For each state: the states a word leads to."""
    closures: tuple[tuple[int, ...], ...]
    """For each state: itself and the states reached from it without a word."""
    loops: frozenset[int]
    """States in which any words may pass."""
    tags: Mapping[int, frozenset[Tag]]
    """What a phrase means that ends in a state."""
    barriers: frozenset[str]
    """Words that `...` never stands for: negations."""

    def match(self, words: Iterable[str]) -> frozenset[Tag]:
        """Return the tags of all phrases that read exactly these words."""
        active = set(self.closures[START])
        for word in words:
            active = self._follow(active, word)
            if not active:
                return frozenset()
        return frozenset(tag for state in active & self.tags.keys() for tag in self.tags[state])

    def _follow(self, active: set[int], word: str) -> set[int]:
        reached: set[int] = set()
        steps, closures = self.steps, self.closures
        for key in _keys(word):
            for state in active:
                for after in steps[state].get(key, ()):
                    reached.update(closures[after])
        if word not in self.barriers:
            for state in active & self.loops:
                reached.update(closures[state])
        return reached


def _keys(word: str) -> tuple[str, ...]:
    has_digit = not word.isalpha() and any(char.isdigit() for char in word)
    return (word, NUMBER) if has_digit else (word,)


class GrammarError(ValueError):
    """A phrase that cannot be read: an unknown set, a set within itself, a stray brace."""


@dataclass
class Builder:
    """Collects phrases and compiles them. Each word is a tuple of its accepted spellings."""

    sets: Mapping[str, tuple[tuple[str, ...], ...]]
    """name: its alternatives, each a sequence of elements"""
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """word: other ways to write it, such as ue for ü"""

    def __post_init__(self) -> None:
        self._edges: list[dict[str, list[int]]] = [{}]
        self._empty: list[list[int]] = [[]]
        self._loops: set[int] = set()
        self._tags: list[set[Tag]] = [set()]
        self._known: dict[tuple[int, str], int] = {}
        self._open: list[str] = []

    def add(self, elements: Iterable[str], tag: Tag) -> None:
        """Add a phrase. Raises GrammarError."""
        phrase = tuple(elements)
        if all(element == ANY or element.endswith("?}") for element in phrase):
            raise GrammarError("expected a phrase with at least one word")
        state = START
        for element in phrase:
            state = self._append(state, element)
        self._tags[state].add(tag)

    def build(self, barriers: frozenset[str]) -> Network:
        """Compile what was added."""
        return Network(
            steps=tuple({word: tuple(after) for word, after in edges.items()} for edges in self._edges),
            closures=tuple(self._closure(state) for state in range(len(self._edges))),
            loops=frozenset(self._loops),
            tags={state: frozenset(tags) for state, tags in enumerate(self._tags) if tags},
            barriers=barriers,
        )

    def _append(self, state: int, element: str) -> int:
        """Return the state after the element; the same element from the same state is shared."""
        reference = _REFERENCE.fullmatch(element)
        if reference is not None and reference[1] in self._open and element not in (NUMBER, NAME):
            raise GrammarError(f"the set {{{reference[1]}}} uses itself")
        known = self._known.get((state, element))
        if known is not None:
            return known
        after = self._known[state, element] = self._new_state()
        if element == ANY:
            self._loops.add(after)
            self._empty[state].append(after)
        elif element in (NUMBER, NAME):
            self._edges[state].setdefault(element, []).append(after)
        elif reference is not None:
            self._append_set(state, after, reference[1], optional=bool(reference[2]))
        elif "{" in element or "}" in element:
            raise GrammarError(f"expected a set such as {{thing}} or {{thing?}}, found {element!r}")
        else:
            for word in (element, *self.spellings.get(element, ())):
                self._edges[state].setdefault(word, []).append(after)
        return after

    def _append_set(self, state: int, after: int, name: str, *, optional: bool) -> None:
        if name not in self.sets and f"{{{name}}}" not in (NUMBER, NAME):
            raise GrammarError(f"there is no set {{{name}}}; there are: {', '.join(sorted(self.sets))}")
        self._open.append(name)
        for alternative in self.sets.get(name, ((f"{{{name}}}",),)):
            end = state
            for element in alternative:
                end = self._append(end, element)
            self._empty[end].append(after)
        if optional:
            self._empty[state].append(after)
        self._open.pop()

    def _new_state(self) -> int:
        self._edges.append({})
        self._empty.append([])
        self._tags.append(set())
        return len(self._edges) - 1

    def _closure(self, state: int) -> tuple[int, ...]:
        reached, waiting = {state}, [state]
        while waiting:
            for after in self._empty[waiting.pop()]:
                if after not in reached:
                    reached.add(after)
                    waiting.append(after)
        return tuple(reached)
