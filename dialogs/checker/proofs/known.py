"""What is known of a script from the worlds explored before: most of what happens in the next one."""

from operator import attrgetter

from dialogs.checker.proofs.moves import Move
from dialogs.effects import Effect, LookUpAccount, LookUpQuote
from dialogs.packs.rules import Rules
from dialogs.turn import Facts, Say, State

Said = tuple[Say, ...]
Effects = tuple[Effect, ...]
Followed = tuple[tuple[str, str], ...]

LOOK_UPS = (LookUpAccount, LookUpQuote)
"""What a world's back office is asked, and answers at once or late, each in its own way."""

Outcome = tuple[int, Said, Effects, Followed]
"""The state after it, as `Known` counts it, and what was said, asked for and followed."""


class Asked:
    """Facts, or the rules in them, that remember what was asked of them."""

    __slots__ = ("__dict__", "_value")

    def __init__(self, value: Facts | Rules) -> None:
        self._value = value

    def __getattr__(self, name: str) -> object:
        value = getattr(self._value, name)
        self.__dict__[name] = value = AskedRules(value) if isinstance(value, Rules) else value
        return value

    def names(self) -> frozenset[str]:
        """What was asked; of the rules with a point between."""
        asked = self.__dict__
        rules = asked.get("rules")
        if rules is None:
            return frozenset(asked)
        return frozenset((*(asked.keys() - {"rules"}), *(f"rules.{name}" for name in rules.__dict__)))


class AskedRules(Asked):
    """What rules work out, they work out of what is asked of them."""

    __slots__ = ()

    label = Rules.label
    may_offer = Rules.may_offer


class Known:
    """What follows in a state, found in one world and true in others of the same script.

    That is exact. The engine is pure, so the same state and event lead to the same turn wherever
    everything that it asked of the facts is the same; what it did not ask made no difference. What a
    move adds to the facts, such as the verdict on a code, is the same in every world. Turns in which the
    back office was asked, or says something, depend on the world itself, and are never known from another.

    Its states are counted, since to compare whole ones again and again is most of the work.
    """

    __slots__ = ("_answers", "_numbers", "outcomes", "states")

    def __init__(self) -> None:
        self.states: list[State] = []
        self._numbers: dict[State, int] = {}
        self._answers: dict[tuple[frozenset[str], tuple[object, ...]], int] = {}
        self.outcomes: dict[tuple[int, Move], list[tuple[frozenset[str], int, Outcome]]] = {}
        """By state and move: what was asked of the facts, what they answered, and the outcome."""

    def number(self, state: State) -> int:
        """The state's number; a new one where it was never met."""
        number = self._numbers.setdefault(state, len(self.states))
        if number == len(self.states):
            self.states.append(state)
        return number

    def answers(self, facts: Facts, names: frozenset[str]) -> int:
        """The number of what the facts say when they are asked that; of the same words the same."""
        said = tuple(attrgetter(name)(facts) for name in sorted(names))
        return self._answers.setdefault((names, said), len(self._answers))
