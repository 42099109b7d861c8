"""What one call of `advance` builds up: the new state, the replies and the effects.

The only mutable thing in the engine; it lives for one turn and never leaves it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Literal

from dialogs.altered import altered
from dialogs.case import Case, CaseKind
from dialogs.effects import Effect
from dialogs.filling import Filling, present, quote_values
from dialogs.machine import guards_asked, step_after
from dialogs.meaning import Meaning, Urgency
from dialogs.script import Script
from dialogs.step_kinds import Step
from dialogs.turn import Choice, Facts, Say, State, Turn

READ_AT_ONCE = timedelta(minutes=30)
"""So long after their last word somebody may be taken to be still in the chat."""

Told = CaseKind | Literal["alternative"]
"""What a text tells of: what was declared, or the alternative that was taken instead."""


class Scene:
    """Collects a turn. Steps and wishes speak through it and change the state through it."""

    __slots__ = (
        *("asked", "at", "began_with", "effects", "facts", "followed", "heard", "replies", "script"),
        "state",
    )

    def __init__(self, script: Script, state: State, facts: Facts, at: datetime) -> None:
        self.script = script
        self.state = state
        self.began_with = state.case
        """The case as it is stored."""
        self.facts = facts
        self.at = at
        """When what is being answered came in: the time of declarations and decisions."""
        self.heard: Urgency | None = None
        """What the message at hand tells that calls a person."""
        self.replies: list[Say] = []
        self.effects: list[Effect] = []
        self.followed: list[tuple[str, str]] = []
        self.asked: list[tuple[str, bool]] = []

    @property
    def step(self) -> Step:
        return self.script.steps[self.state.step]

    @property
    def case(self) -> Case | None:
        return self.state.case

    @property
    def kind(self) -> CaseKind:
        """What is being talked about."""
        return self.script.kind if self.state.case is None else self.state.case.kind

    def put(self, **changes: Any) -> None:
        """Replace fields of the state."""
        self.state = altered(self.state, changes)

    def put_case(self, **changes: Any) -> Case:
        """Replace fields of the case, which must be there."""
        assert self.state.case is not None, "no case to change"
        case = altered(self.state.case, changes)
        self.put(case=case)
        return case

    @property
    def wanted(self) -> Literal["services", "orders"]:
        """What the back office is asked for of whoever is writing."""
        return "orders" if self.script.kind == "order" else "services"

    def forget_account(self) -> None:
        """What the back office said of the customer is out of date: it is asked again when it matters."""
        self.put(account="unknown", services=(), orders=(), chosen=None, picked=None, postal=None)

    def do(self, effect: Effect) -> None:
        self.effects.append(effect)

    def say(self, text: str, **values: Filling) -> None:
        """Say something that asks nothing; the present question stays as it is."""
        self._append(Say(text, present(values)))

    def notify(self, text: str, **values: Filling) -> None:
        """Say something that must arrive also when an agent holds the chat."""
        self._append(Say(text, present(values), purpose="notice"))

    def reach(self, text: str, **values: Filling) -> None:
        """Say something that must reach the customer, also one who has left the chat."""
        self._append(Say(text, present(values), purpose="notice", must_reach=True))

    def reach_later(self, text: str, **values: Filling) -> None:
        """The same, but for somebody who confirmed a moment ago and may be taken to be still there."""
        decided_at = None if self.case is None else self.case.decided_at
        left = decided_at is not None and self.at - decided_at > READ_AT_ONCE
        if self.case is not None and self.case.ending is not None:
            left = True  # Nobody confirmed anything: whoever is told of it need not be there.
        self._append(Say(text, present(values), purpose="notice", must_reach=left))

    def confirm_opt_out(self, text: str, **values: Filling) -> None:
        """Say that nothing more will be sent: the one message that goes out after an opt-out."""
        self._append(Say(text, present(values), purpose="opt_out"))

    def receipt(self, text: str, **values: Filling) -> None:
        """Hand over a receipt: it arrives whatever happens to the dialog."""
        self._append(Say(text, present(values), purpose="receipt"))

    def tell_standing(self, case: Case) -> None:
        """Say where a cancellation stands."""
        text = f"status-{case.standing.replace('_', '-')}"
        self._append(Say(text, present(quote_values(case, self.facts))), _told_of(case))

    def ask(self, text: str, choices: tuple[Choice, ...], **values: Filling) -> None:
        """Ask a question; its choices become the only ones that are not stale."""
        asked = self._append(Say(text, present(values), choices=choices))
        self.put(prompt=asked.choices)

    def ask_in_any_case(self, text: str, choices: tuple[Choice, ...], **values: Filling) -> None:
        """Ask what must be asked also when an agent holds the chat."""
        asked = self._append(Say(text, present(values), choices=choices, purpose="notice"))
        self.put(prompt=asked.choices)

    def ask_wherever_they_are(self, text: str, choices: tuple[Choice, ...], **values: Filling) -> None:
        """The same of somebody who may have left the chat, unless they just wrote."""
        left = self.state.heard_at != self.at
        asked = self._append(Say(text, present(values), choices=choices, purpose="notice", must_reach=left))
        self.put(prompt=asked.choices)

    def _append(self, say: Say, told: Told | None = None) -> Say:
        told = told or (self.kind if self.case is None else _told_of(self.case))
        say = _in_own_words(say, told)
        if not self.state.introduced:
            say = replace(say, introduces=True)
            self.put(introduced=True)
        self.replies.append(say)
        return say

    def move(self, outcome: str) -> None:
        """Follow an outcome of the present step."""
        self.followed.append((self.state.step, outcome))
        self.asked += guards_asked(self.step.targets().get(outcome, ()), self.state, self.facts)
        self.jump(step_after(self.script, self.state, self.facts, outcome))

    def jump(self, step: str) -> None:
        """Go to a step by name, as a wish does."""
        here = self.state.step
        # Back leads to a question that was really asked, not to a step that was only passed through.
        asked = bool(self.state.prompt) and self.script.steps[here].kind != "end" and here != step
        self.put(step=step, previous=here if asked else self.state.previous, prompt=())

    def turn(self) -> Turn:
        followed, asked = tuple(self.followed), tuple(self.asked)
        return Turn(self.state, tuple(self.replies), tuple(self.effects), followed, asked)


def _told_of(case: Case) -> Told:
    """Whoever took the alternative has cancelled nothing, and is told of none."""
    return "alternative" if case.decision == "alternative" else case.kind


OWN_WORDS: Mapping[Told, frozenset[str]] = {
    "termination": frozenset(),
    "ending": frozenset(("charged-after-end",)),
    "alternative": frozenset(
        (
            *("status-accepted", "status-executed", "status-reconciled", "status-failed"),
            *("status-reversing", "status-reversed"),
            *("execution-delayed", "execution-by-person"),
            *("undo", "undone", "executed-undo", "undo-too-late"),
            *("undo-delayed", "undo-by-person", "undo-not-done"),
            *("choice-undo", "choice-leave-cancelled"),
        )
    ),
    "withdrawal": frozenset(
        (
            *("status-accepted", "status-executed", "status-reconciled", "status-failed"),
            *("status-not-confirmed", "nothing-on-record", "cost-of-quote"),
            *("executed", "execution-delayed", "execution-by-person", "not-carried-out"),
            *("terms-better", "terms-by-law"),
            *("undo-too-late", "nothing-to-keep", "keep-or-cancel", "bye-not-confirmed", "help"),
            *("code-locked", "codes-limited", "choice-status"),
        )
    ),
    "restart": frozenset(
        (
            *("status-accepted", "status-executed", "status-reconciled", "status-failed"),
            *("status-reversed", "status-withdrawn"),
            *("executed", "execution-delayed", "execution-by-person", "not-carried-out"),
        )
    ),
    "order": frozenset(
        (
            *("status-accepted", "status-executed", "status-reconciled", "status-failed"),
            *(
                "status-withdrawn",
                "status-merged",
                "status-declared",
                "status-not-confirmed",
                "nothing-on-record",
            ),
            *("cost-of-quote", "refund-of-quote", "refund-comes-with-quote", "terms-come-with-quote"),
            *("executed", "execution-delayed", "execution-by-person", "not-carried-out", "terms-changed"),
            *("undo-too-late", "declared", "help", "change-by-person"),
            *("choice-cancel", "choice-confirm", "choice-status", "rest-over"),
            *("status-terms-open", "status-reversed", "terms-learnt", "fee-reminder", "executed-undo"),
            "choice-new-terms",
        )
    ),
}
"""What is being talked about -> the texts that are said in other words then: ``withdrawal-executed``."""


def _in_own_words(say: Say, told: Told) -> Say:
    own = OWN_WORDS[told]
    if not own:
        return say
    choices = tuple(
        replace(each, label=_own(each.label, told)) if each.label in own else each for each in say.choices
    )
    return replace(say, text=_own(say.text, told), choices=choices)


def _own(text: str, told: Told) -> str:
    return f"{told}-{text}" if text in OWN_WORDS[told] else text


def choice(outcome: str, label: str, **values: Filling) -> Choice:
    return Choice(outcome, label, present(values)) if values else _plain_choice(outcome, label)


@lru_cache(maxsize=512)
def _plain_choice(outcome: str, label: str) -> Choice:
    return Choice(outcome, label)


def entry_choice(scene: Scene, outcome: str = "cancel", label: str = "choice-cancel") -> Choice:
    """The choice that begins a cancellation: in the law's words where it prescribes them."""
    return _in_the_laws_words(scene, "entry", outcome, label)


def confirm_choice(scene: Scene, label: str = "choice-confirm") -> Choice:
    """The choice that declares a cancellation: in the law's words where it prescribes them."""
    return _in_the_laws_words(scene, "confirm", "confirm", label)


def order_choice(scene: Scene) -> Choice:
    """The choice that orders for money: it says so, in the law's words where it prescribes them."""
    return _in_the_laws_words(scene, "order", "restart", "choice-restart")


def _in_the_laws_words(
    scene: Scene, place: Literal["entry", "confirm", "order"], outcome: str, label: str
) -> Choice:
    words = scene.facts.rules.label(place, scene.state.locale)
    return choice(outcome, label) if words is None else choice(outcome, PRESCRIBED, words=words)


PRESCRIBED = "choice-prescribed"
"""The label that nobody edits: a law's own words."""


def chosen_outcome(meaning: Meaning, *outcomes: str) -> str | None:
    """The outcome that a pressed button or a typed digit names, if it is one of these."""
    return meaning.choice if meaning.choice in outcomes and not meaning.stale else None
