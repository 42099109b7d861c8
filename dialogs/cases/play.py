"""Plays a case: the very engine and understanding, with the state through JSON between turns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from dialogs.cases.deeds import CannotHappen, event_of
from dialogs.cases.form import ConversationCase, Expected, Line
from dialogs.cases.world import Surroundings
from dialogs.engine import advance, begin
from dialogs.events import EffectCompleted, EndingDeclared, EndingUpheld, Event
from dialogs.meaning import Meaning, Question
from dialogs.packs import ruling_pack
from dialogs.script import Script
from dialogs.steps import EXPECTS, options_of, question_kind
from dialogs.texts import RenderedSay, TextError, Texts
from dialogs.turn import STATE, Facts, Say, State, Turn
from dialogs.understanding import Phrases, understand


@dataclass(frozen=True, slots=True)
class Traits:
    """What the case's channel is like, as far as the dialog can notice."""

    shares_contact: bool = False
    sender_is_phone: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """What of a turn is not as it was expected."""

    part: str
    """The name of the expectation."""
    expected: Any
    found: Any
    told: str

    def __str__(self) -> str:
        return self.told


@dataclass(frozen=True, slots=True)
class Played:
    """What one line led to, and where it differs from what was expected."""

    line: Line
    state: State
    said: Sequence[Say]
    rendered: Sequence[RenderedSay]
    effects: Sequence[str]
    differences: Sequence[Difference]
    followed: Sequence[tuple[str, str]] = ()
    """The outcomes that led on, each with its step."""
    asked: Sequence[tuple[str, bool]] = ()
    """The guards that were asked, each with its answer."""


def play(
    case: ConversationCase, script: Script, texts: Texts, phrases: Phrases, traits: Traits
) -> list[Played]:
    """The lines of a case in order, as far as one can follow another."""
    pack = ruling_pack(script.policies.packs, case.world.pack)
    world = case.world.model_copy(update={"pack": pack})
    around = Surroundings(world, case.channel, traits.shares_contact, traits.sender_is_phone)
    player = Player(script, texts, phrases, around, begin(script, case.locale, around.identity()))
    played: list[Played] = []
    for line in case.talk:
        try:
            played.append(player.play(line))
        except Exception as error:
            # Whatever stops the engine would stop a customer: it is a finding about the script or the case.
            return [*played, Played(line, player.state, (), (), (), (_stopped(error),))]
    return played


def _stopped(error: Exception) -> Difference:
    kind = "" if isinstance(error, CannotHappen | TextError) else f"{type(error).__name__}: "
    return Difference("talk", None, None, f"the talk cannot go on: {kind}{error}")


class Player:
    """One conversation under way."""

    def __init__(
        self, script: Script, texts: Texts, phrases: Phrases, around: Surroundings, state: State
    ) -> None:
        self._script, self._texts, self._phrases = script, texts, phrases
        self._around = around
        self.state = state

    def play(self, line: Line) -> Played:
        """What a line leads to. Raises CannotHappen where there is no way to it."""
        self._around.now += timedelta(days=line.after_days, minutes=line.after_minutes)
        self._around.change(line.world)
        turns = list(self._turns(line))
        said = [reply for turn in turns for reply in turn.replies]
        effects = [effect.type for turn in turns for effect in turn.effects]
        world = self._around.world
        rendered = [self._texts.render(each, self.state.locale, world.brand, world.zone) for each in said]
        return Played(
            line,
            self.state,
            said,
            rendered,
            effects,
            differences(line.expect, self.state, said, rendered, effects),
            [each for turn in turns for each in turn.followed],
            [each for turn in turns for each in turn.asked],
        )

    def _turns(self, line: Line) -> Iterator[Turn]:
        """The line's own turn, and those of what the back office answers at once."""
        kind = self._script.steps[self.state.step].kind
        event, facts = event_of(line, self.state, kind, self._around, self._understood)
        events: list[Event] = [event]
        while events:
            turn = self._turn(events.pop(0), facts)
            events += self._around.answers(turn.effects)
            facts = self._around.facts()
            yield turn

    def _turn(self, event: Event, facts: Facts) -> Turn:
        """What the brand ends is told beside the talk, which stays about its own case."""
        beside = isinstance(event, EndingDeclared) or is_of_ending(event)
        own = self.state.case
        if beside:
            ended = next(iter(facts.endings), None) if is_of_ending(event) else None
            self.state = replace(self.state, case=ended)
        turn = advance(self._script, self.state, event, facts)
        self.state = STATE.validate_json(STATE.dump_json(turn.state))
        if beside:
            self._around.remember_ending(self.state.case)
            self.state = replace(self.state, case=own)
        else:
            self._around.remember(self.state.case)
        return turn

    def _understood(self, words: str) -> Meaning:
        return understand(words, self.question(), self._phrases)

    def question(self) -> Question:
        """What was last asked, as the receiving side would describe it."""
        state = self.state
        step = self._script.steps[state.step]
        labels = self._texts.render(Say("thanks", choices=state.prompt), state.locale, "", "UTC").labels
        return Question(
            step=state.step,
            kind=question_kind(step.kind, state.prompt, self._script.kind),
            choices=tuple(choice.id for choice in state.prompt),
            labels=labels,
            options=options_of(step.kind, state),
            expects=EXPECTS.get(step.kind, ()),
            locales=(state.locale, *(name for name in self._script.locales if name != state.locale)),
            region=self._around.world.region,
        )


def is_of_ending(event: Event) -> bool:
    """Whether it says what became of something that the brand ends."""
    if isinstance(event, EndingUpheld):
        return True
    return isinstance(event, EffectCompleted) and event.effect == "terminate_service"


def differences(
    expected: Expected,
    state: State,
    said: Sequence[Say],
    rendered: Sequence[RenderedSay],
    effects: Sequence[str],
) -> list[Difference]:
    """Where a turn differs from what was expected."""
    status = state.case.status if state.case else "none"
    shown = tuple(choice.id for choice in state.prompt)
    compared: tuple[tuple[str, object, object], ...] = (
        ("texts", expected.texts, tuple(each.text for each in said)),
        ("choices", expected.choices, shown),
        ("step", expected.step, state.step),
        ("case", expected.case, status),
        ("effects", expected.effects, tuple(effects)),
        ("locale", expected.locale, state.locale),
        ("first_choice", expected.first_choice, shown[0] if shown else None),
        ("offers", expected.offers, any(choice.id == "accept" for say in said for choice in say.choices)),
        ("receipt", expected.receipt, any(say.purpose == "receipt" for say in said)),
        ("hands_over", expected.hands_over, "hand_off" in effects),
        ("labels", expected.labels, next((each.labels for each in reversed(rendered) if each.labels), ())),
    )
    found = [
        Difference(name, wanted, actual, f"{name}: expected {_listed(wanted)}, found {_listed(actual)}")
        for name, wanted, actual in compared
        if wanted is not None and wanted != actual
    ]
    return found + _missing(expected, shown, "\n".join(each.text for each in rendered))


def _missing(expected: Expected, shown: tuple[str, ...], read: str) -> list[Difference]:
    hidden = [name for name in expected.shows if name not in shown]
    unread = [words for words in expected.contains if words not in read]
    unwanted = [words for words in expected.lacks if words in read]
    return [
        *(Difference("shows", e, shown, f"shows: expected {e!r} among {_listed(shown)}") for e in hidden),
        *(Difference("contains", e, read, f"contains: expected to read {e!r}") for e in unread),
        *(Difference("lacks", e, read, f"lacks: expected not to read {e!r}") for e in unwanted),
    ]


def _listed(value: object) -> str:
    """As people write it in a case."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"[{', '.join(map(str, value))}]" if isinstance(value, tuple) else str(value)
