"""Plays a case: the very engine and understanding, with the state through JSON between turns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from dialogs.cases.form import ConversationCase, Expected, Line
from dialogs.cases.world import CUSTOMER, Surroundings
from dialogs.effects import LookUpAccount
from dialogs.engine import advance, begin
from dialogs.events import (
    AgentReturned,
    CaseReconciled,
    ChatOpened,
    EffectCompleted,
    Event,
    MessageReceived,
)
from dialogs.ids import CaseId
from dialogs.meaning import Label, Meaning, Question
from dialogs.script import Script
from dialogs.steps import EXPECTS, question_kind
from dialogs.texts import RenderedSay, Texts
from dialogs.turn import STATE, Facts, Identity, Say, State
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
        facts = self._around.facts()
        event, facts = self._event(line, facts)
        events: list[Event] = [event]
        while events:
            turn = advance(self._script, self.state, events.pop(0), facts)
            self.state = STATE.validate_json(STATE.dump_json(turn.state))
            said += turn.replies
            effects += [effect.type for effect in turn.effects]
            events += [self._around.answer(e) for e in turn.effects if isinstance(e, LookUpAccount)]
            facts = self._around.facts()
        rendered = [self._texts.render(each, self.state.locale, facts.brand, facts.zone) for each in said]
        found = differences(line.expect, self.state, said, rendered, effects)
        return Played(line, self.state, said, rendered, effects, found)

    def _event(self, line: Line, facts: Facts) -> tuple[Event, Facts]:
        if line.say is not None:
            return self._heard(understand(line.say, self.question(), self._phrases), facts)
        if line.press is not None:
            return self._heard(self._pressed(line.press), facts)
        if line.press_stale is not None:
            return self._heard(Meaning(stale=True), facts)
        return self._happening(line.happens or "", facts)

    def _pressed(self, outcome: str) -> Meaning:
        shown = [choice.id for choice in self.state.prompt]
        wishes = [label.value for label in Label]
        if outcome in shown or outcome in wishes:
            position = outcome.removeprefix("option-")
            return Meaning(choice=outcome, option=int(position) - 1 if position.isdigit() else None)
        return Meaning(stale=True)

    def _heard(self, meaning: Meaning, facts: Facts) -> tuple[Event, Facts]:
        if meaning.code is not None and self._script.steps[self.state.step].kind == "verify":
            verdict = self._around.verdict(meaning.code)
            identity = Identity(CUSTOMER, by="code") if verdict == "right" else None
            facts = replace(facts, code=verdict, vouched=identity)
        return MessageReceived(meaning, self._around.now), facts

    def question(self) -> Question:
        """What was last asked, as the receiving side would describe it."""
        state = self.state
        step = self._script.steps[state.step]
        options = tuple(service.name for service in state.services if service.can_be_cancelled)
        labels = self._texts.render(Say("rest", choices=state.prompt), state.locale, "", "UTC").labels
        return Question(
            step=state.step,
            kind=question_kind(step.kind),
            choices=tuple(choice.id for choice in state.prompt),
            labels=labels,
            options=options if step.kind == "choose" else (),
            expects=EXPECTS.get(step.kind, ()),
            locales=(state.locale, *(name for name in self._script.locales if name != state.locale)),
            region="DE",
        )

    def _happening(self, name: str, facts: Facts) -> tuple[Event, Facts]:
        now = self._around.now
        case = CaseId(self.state.case.id) if self.state.case else CaseId("")
        if name in ("executed", "delayed", "refused", "given_up"):
            return self._completed(name, case), facts
        if name in ("media", "edited"):
            return MessageReceived(Meaning(form=name), now), facts  # type: ignore[arg-type]
        if name in ("own_contact", "foreign_contact"):
            phone = "+491713920042" if name == "own_contact" else None
            return MessageReceived(Meaning(form="contact"), now), replace(facts, vouched_phone=phone)
        simple: dict[str, Event] = {
            "opened": ChatOpened(now),
            "reconciled": CaseReconciled(case, now),
            "agent_returned": AgentReturned(now),
            "agent_resolved": AgentReturned(now, resolved=True),
        }
        return simple[name], facts

    def _completed(self, name: str, case: CaseId) -> Event:
        decided = self.state.case
        alternative = decided is not None and decided.decision == "alternative"
        undoing = self.state.step == self._script.wishes.rest and decided is not None and decided.executed_at
        effect = "apply_alternative" if alternative else "reinstate_service" if undoing else "cancel_service"
        end_date = decided.quote.end_date if decided is not None and decided.quote else None
        return EffectCompleted(
            effect,  # type: ignore[arg-type]
            case,
            "done" if name == "executed" else name,  # type: ignore[arg-type]
            self._around.now,
            service=decided.service if decided else None,
            end_date=end_date,
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
    compared = (
        ("texts", expected.texts, tuple(each.text for each in said)),
        ("choices", expected.choices, tuple(choice.id for choice in state.prompt)),
        ("step", expected.step, state.step),
        ("case", expected.case, status),
        ("effects", expected.effects, tuple(effects)),
        ("locale", expected.locale, state.locale),
    )
    found = [
        f"{name}: expected {wanted!r}, found {actual!r}"
        for name, wanted, actual in compared
        if wanted is not None and wanted != actual
    ]
    found += [f"expected to read {words!r} in {read!r}" for words in expected.contains if words not in read]
    found += [f"expected not to read {words!r}" for words in expected.lacks if words in read]
    return found
