"""What a single message says by itself: its label, how sure that is, and what it would decide."""

from dataclasses import dataclass, replace
from typing import Literal

from dialogs.meaning import SPARING, Label, Meaning, Question, Urgency
from dialogs.understanding import Phrases, understand
from dialogs.understanding.guessing import wanted
from dialogs.understanding.normalise import normalise
from dialogs.understanding.routing import Guess, Model
from dialogs.understanding.utterances import ROUTE_OF

Decided = Literal["yes", "no", "ask", "route"]

ANSWERS = frozenset({Label.CANCEL, Label.AFFIRM, Label.DENY, Label.KEEP, Label.NONE})
"""Labels that are about what was asked: where they decide nothing, it is asked again."""

QUESTIONS = {
    "confirm": Question(
        step="confirm", kind="confirm", choices=("confirm", "keep"), labels=("Yes, end it now", "No, keep it")
    ),
    "offer": Question(
        step="offer", kind="offer", choices=("cancel", "accept"), labels=("No, cancel", "Yes, take the offer")
    ),
    "menu": Question(step="menu", kind="menu"),
}
"""The questions whose answers can be looked at, by the kind of their step."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, understood by itself."""

    label: Label
    conf: float
    """1 where closed phrases say it."""
    decision: Decided
    lang: str
    urgent: Urgency | None = None
    """What of it brings a person at once."""


class Hearer:
    """Hears messages one by one, as the bot does: with its phrases, and with a model if there is one."""

    def __init__(self, phrases: Phrases, model: Model | None) -> None:
        self._phrases, self._model = phrases, model
        self._languages = tuple(phrases.languages)

    def hear(self, text: str, lang: str | None = None, step: str = "confirm") -> Heard:
        """Say what a message means as an answer to a question of this kind, and what it wants in general."""
        locales = self._in_order(lang)
        answered = self.answered(text, lang, step)
        guess = None if self._model is None else self._model.guess_message(normalise(text), lang)
        label, conf = self._label(text, locales, guess)
        if answered.urgent in SPARING and answered.label is Label.NONE:
            label, conf = Label.HUMAN, 1.0  # what it brings, whatever else its words may be like
        routed = answered.urgent is not None or label not in ANSWERS
        decision: Decided = answered.decision or ("route" if routed else "ask")
        if answered.choice is not None:
            decision = _CHOSEN.get(answered.choice, decision)
        return Heard(
            label, round(conf, 3), decision, answered.written or self._spoken(guess, locales), answered.urgent
        )

    def answered(self, text: str, lang: str | None = None, step: str = "confirm") -> Meaning:
        """What the message means as an answer: all that a chat does for a message."""
        question = replace(QUESTIONS[step], locales=self._in_order(lang))
        return understand(text, question, self._phrases, model=self._model)

    def _in_order(self, lang: str | None) -> tuple[str, ...]:
        if lang not in self._languages:
            return self._languages
        return (lang, *(each for each in self._languages if each != lang))

    def _label(self, text: str, locales: tuple[str, ...], guess: Guess | None) -> tuple[Label, float]:
        """What closed phrases say, or else the best guess, a yes and a no included."""
        said = understand(text, Question(locales=tuple(locales)), self._phrases).label
        if said is not Label.NONE or guess is None:
            return ROUTE_OF.get(said, said), 1.0
        label = wanted(guess)
        return label, guess.chance_of(label)

    def _spoken(self, guess: Guess | None, locales: tuple[str, ...]) -> str:
        return locales[0] if guess is None else guess.language


_CHOSEN: dict[str, Decided] = {"confirm": "yes", "accept": "yes", "keep": "no", "cancel": "no"}
