"""A rehearsal: the real engine with the draft's texts and a sample customer. Nothing is kept or carried out.

The whole conversation is played again for each message, from what was written so
far: so there is no state to keep, to sign or to forget.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.jurisdiction import in_force
from bot.studio.backdrop import Backdrop, Customer, happened
from bot.studio.workshop import Workshop
from dialogs.checker import Channel, Subject, View, loaded_texts, samples
from dialogs.effects import Effect
from dialogs.engine import advance, begin
from dialogs.events import ChatOpened, Event, MessageReceived
from dialogs.meaning import Meaning, Question
from dialogs.packs.rules import InForce
from dialogs.steps import EXPECTS, options_of, question_kind
from dialogs.texts import TextError, Texts
from dialogs.turn import Facts, Say, State
from dialogs.understanding import packaged_phrases, understand

MOST_LINES = 40
LONGEST_LINE = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """What was written, or the id of the choice that was pressed."""

    text: str = ""
    choice: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One message of the rehearsal. `text_id` names the text of what the bot said."""

    author: Literal["bot", "customer", "note"]
    text: str
    choices: tuple[tuple[str, str], ...] = ()
    """Id and label of what can be pressed."""
    text_id: str | None = None
    segments: int | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """A rehearsal so far."""

    messages: tuple[Shown, ...]
    step: str


def rehearse(
    workshop: Workshop, channel: str, locale: str, customer: Customer, lines: Sequence[Line]
) -> Played:
    """Play the conversation.

    Raises:
        LookupError: there is no such channel or language.
    """
    subject = workshop.subject
    found = next((c for c in subject.channels if c.name == channel and c.carries == "dialog"), None)
    if found is None or locale not in subject.script.locales:
        raise LookupError(f"there is no rehearsal on {channel!r} in {locale!r}")
    law = in_force(workshop.brand, subject.script, None, samples.NOW)
    stage = _Stage(subject, found, begin(subject.script, locale), customer, law)
    if not found.sender_is_phone:
        stage.happen(ChatOpened(samples.NOW))
    for line in lines[:MOST_LINES]:
        stage.hear(replace(line, text=line.text[:LONGEST_LINE]))
    if len(lines) >= MOST_LINES:
        stage.note("The rehearsal ends here: begin a new one.")
    return Played(tuple(stage.shown), stage.state.step)


class _Stage:
    """One rehearsal while it is played."""

    def __init__(
        self, subject: Subject, channel: Channel, state: State, customer: Customer, law: InForce
    ) -> None:
        self.subject, self.channel, self.state = subject, channel, state
        self.law = law
        self.texts: Texts = loaded_texts(subject)
        self.backdrop = Backdrop(subject.world, customer)
        self.shown: list[Shown] = []
        self.labels: tuple[str, ...] = ()

    def hear(self, line: Line) -> None:
        meaning = self._pressed(line.choice) if line.choice is not None else self._understood(line.text)
        said = dict(zip((c.id for c in self.state.prompt), self.labels, strict=False))
        self.shown.append(Shown("customer", said.get(line.choice or "", line.text or line.choice or "…")))
        self.happen(MessageReceived(meaning, samples.NOW))

    def note(self, text: str) -> None:
        self.shown.append(Shown("note", text))

    def happen(self, event: Event) -> None:
        """Advance by the event, and by what the back office would answer."""
        due: list[Event] = [event]
        while due:
            effects = self._advance(due.pop(0))
            for effect in effects:
                due += self._carry_out(effect)

    def _advance(self, event: Event) -> tuple[Effect, ...]:
        turn = advance(self.subject.script, self.state, event, self._facts(event))
        self.state = turn.state
        for say in turn.replies:
            self._show(say)
        return turn.effects

    def _carry_out(self, effect: Effect) -> list[Event]:
        notes, events = happened(effect, self.backdrop)
        for each in notes:
            self.note(each)
        return events

    def _facts(self, event: Event) -> Facts:
        channel = self.channel
        facts = samples.facts_of(
            self.subject.world,
            channel.name,
            shares_contact=False,
            sender_is_phone=channel.sender_is_phone,
        )
        facts = replace(facts, pack=self.law.pack, pack_version=self.law.version, rules=self.law.rules)
        code = event.meaning.code if isinstance(event, MessageReceived) else None
        return facts if code is None else self.backdrop.judged(facts, code)

    def _pressed(self, choice: str) -> Meaning:
        known = choice in {shown.id for shown in self.state.prompt}
        option = int(choice.removeprefix("option-")) - 1 if known and choice.startswith("option-") else None
        return Meaning(choice=choice, option=option) if known else Meaning(stale=True)

    def _understood(self, text: str) -> Meaning:
        state, script = self.state, self.subject.script
        step = script.steps[state.step]
        question = Question(
            step=state.step,
            kind=question_kind(step.kind, state.prompt, script.kind),
            choices=tuple(choice.id for choice in state.prompt),
            labels=self.labels,
            options=options_of(step.kind, state),
            expects=EXPECTS.get(step.kind, ()),
            locales=(state.locale, *(name for name in script.locales if name != state.locale)),
        )
        return understand(text, question, packaged_phrases())

    def _show(self, say: Say) -> None:
        world = self.subject.world
        try:
            rendered = self.texts.render(say, self.state.locale, world.brand, world.zone)
        except TextError as error:
            self.note(f"This text cannot be shown: {error}")
            return
        view = self.channel.show(rendered.text, rendered.short, rendered.labels)
        if say.choices:
            self.labels = rendered.labels
        choices = tuple(
            (choice.id, label) for choice, label in zip(say.choices, rendered.labels, strict=True)
        )
        self.shown.append(Shown("bot", view.text, _pressable(view, choices), say.text, view.segments))


def _pressable(view: View, choices: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """What can be pressed; where digits are typed instead they are in the text already."""
    return tuple(choice for choice in choices if choice[1] in view.buttons)
