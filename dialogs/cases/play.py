"""Plays a case: the very engine and understanding, with the state through JSON between turns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from dialogs.cases.deeds import event_of
from dialogs.cases.form import ConversationCase, Expected, Line
from dialogs.cases.world import Surroundings
from dialogs.engine import advance, begin
from dialogs.events import Event
from dialogs.meaning import Meaning, Question
from dialogs.script import Script
from dialogs.steps import EXPECTS, question_kind
from dialogs.texts import RenderedSay, Texts
from dialogs.turn import STATE, Say, State
from dialogs.understanding import Phrases, understand


@dataclass(frozen=True, slots=True)
class Traits:
    """What the case's channel is like, as far as the dialog can notice."""

    shares_contact: bool = False
    sender_is_phone: bool = False


@dataclass(frozen=True, slots=True)
class Played:
    """What one line led to, and where it differs from what was expected."""

    line: Line
    state: State
    said: Sequence[Say]
    rendered: Sequence[RenderedSay]
    effects: Sequence[str]
    differences: Sequence[str]


def play(
    case: ConversationCase, script: Script, texts: Texts, phrases: Phrases, traits: Traits
) -> list[Played]:
    """All lines of a case in order."""
    around = Surroundings(case.world, case.channel, traits.shares_contact, traits.sender_is_phone)
    player = Player(script, texts, phrases, around, begin(script, case.locale, around.identity()))
    return [player.play(line) for line in case.talk]


class Player:
    """One conversation under way."""

    def __init__(
        self, script: Script, texts: Texts, phrases: Phrases, around: Surroundings, state: State
    ) -> None:
        self._script, self._texts, self._phrases = script, texts, phrases
        self._around = around
        self.state = state

    def play(self, line: Line) -> Played:
        self._around.now += timedelta(days=line.after_days, minutes=1)
        said: list[Say] = []
        effects: list[str] = []
        kind = self._script.steps[self.state.step].kind
        event, facts = event_of(line, self.state, kind, self._around, self._understood)
        events: list[Event] = [event]
        while events:
            turn = advance(self._script, self.state, events.pop(0), facts)
            self.state = STATE.validate_json(STATE.dump_json(turn.state))
            said += turn.replies
            effects += [effect.type for effect in turn.effects]
            events += self._around.answers(turn.effects)
            facts = self._around.facts()
        rendered = [self._texts.render(each, self.state.locale, facts.brand, facts.zone) for each in said]
        found = differences(line.expect, self.state, said, rendered, effects)
        return Played(line, self.state, said, rendered, effects, found)

    def _understood(self, words: str) -> Meaning:
        return understand(words, self.question(), self._phrases)

    def question(self) -> Question:
        """What was last asked, as the receiving side would describe it."""
        state = self.state
        step = self._script.steps[state.step]
        options = tuple(service.name for service in state.services if service.can_be_cancelled)
        labels = self._texts.render(Say("thanks", choices=state.prompt), state.locale, "", "UTC").labels
        return Question(
            step=state.step,
            kind=question_kind(step.kind, state.prompt),
            choices=tuple(choice.id for choice in state.prompt),
            labels=labels,
            options=options if step.kind == "choose" else (),
            expects=EXPECTS.get(step.kind, ()),
            locales=(state.locale, *(name for name in self._script.locales if name != state.locale)),
            region="DE",
        )


def differences(
    expected: Expected,
    state: State,
    said: Sequence[Say],
    rendered: Sequence[RenderedSay],
    effects: Sequence[str],
) -> list[str]:
    """Where a turn differs from what was expected, in words."""
    read = "\n".join(each.text for each in rendered)
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
    )
    found = [
        f"{name}: expected {wanted!r}, found {actual!r}"
        for name, wanted, actual in compared
        if wanted is not None and wanted != actual
    ]
    found += [f"shows: expected {name!r} among {shown!r}" for name in expected.shows if name not in shown]
    labels = next((each.labels for each in reversed(rendered) if each.labels), ())
    if expected.labels is not None and expected.labels != labels:
        found.append(f"labels: expected {expected.labels!r}, found {labels!r}")
    found += [f"expected to read {words!r} in {read!r}" for words in expected.contains if words not in read]
    found += [f"expected not to read {words!r}" for words in expected.lacks if words in read]
    return found
