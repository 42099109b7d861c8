"""Coverage: what of a script no case reached.

Counted are its steps, the outcomes that lead on from them, the guards (each with
a yes and with a no) and the texts that it can say.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dialogs.cases.play import Played
from dialogs.script import Script
from dialogs.texts import INTRODUCTION
from dialogs.turn import Say


@dataclass(frozen=True, slots=True)
class Part:
    """What there is of one sort, and what of it was not reached."""

    name: str
    there: int
    missing: tuple[str, ...]

    @property
    def reached(self) -> int:
        return self.there - len(self.missing)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a script its cases reach together."""

    script: str
    parts: tuple[Part, ...]

    def of(self, name: str) -> Part:
        """One of ``steps``, ``outcomes``, ``guards`` and ``texts``."""
        return next(part for part in self.parts if part.name == name)


def coverage_of(script: Script, texts: Collection[str], played: Sequence[Played]) -> Coverage:
    """What the turns reached, of all that the script has.

    Args:
        texts: the ids of all texts that the script can say.
    """
    outcomes = {f"{name}.{outcome}" for name, step in script.steps.items() for outcome in step.targets()}
    guards = {_answered(guard, answer) for guard in script.guards for answer in (True, False)}
    return Coverage(
        script.script,
        (
            _part("steps", script.steps, _steps_reached(script, played)),
            _part("outcomes", outcomes, (f"{step}.{outcome}" for step, outcome in _followed(played))),
            _part("guards", guards, (_answered(*asked) for each in played for asked in each.asked)),
            _part("texts", texts, (name for each in played for say in each.said for name in _texts(say))),
        ),
    )


def _part(name: str, there: Collection[str], reached: Iterable[str]) -> Part:
    return Part(name, len(there), tuple(sorted(set(there) - set(reached))))


def _steps_reached(script: Script, played: Sequence[Played]) -> set[str]:
    passed = {step for step, _ in _followed(played)}
    return {script.start, *passed, *(each.state.step for each in played)}


def _followed(played: Sequence[Played]) -> Iterable[tuple[str, str]]:
    return (followed for each in played for followed in each.followed)


def _answered(guard: str, answer: bool) -> str:
    return f"{guard}: {'yes' if answer else 'no'}"


def _texts(say: Say) -> set[str]:
    """All that stands in a message: its own text, its labels, the introduction."""
    labels, parts = (choice.label for choice in say.choices), (name for name, _ in say.parts)
    return {say.text, *labels, *parts, *((INTRODUCTION,) if say.introduces else ())}
