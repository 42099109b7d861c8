"""The conversation that shows a fault, played by the real engine: to be read, and to be gone on with."""

from collections.abc import Mapping, Sequence

from bot.studio.rehearsal import Line, Played, Shown
from bot.studio.workshop import Workshop
from dialogs.cases.form import ConversationCase, load_cases
from dialogs.cases.form import Line as Told
from dialogs.cases.play import Played as Turn
from dialogs.cases.play import Player, Traits
from dialogs.cases.world import Surroundings
from dialogs.checker import Issue, Subject, loaded_texts, traits_of
from dialogs.engine import begin
from dialogs.meaning import Label
from dialogs.understanding import packaged_phrases

HAPPENINGS: Mapping[str, str] = {
    "opened": "The chat is opened.",
    "answered": "The back office answers.",
    "executed": "The back office has carried it out.",
    "delayed": "The back office takes longer.",
    "refused": "The back office refuses.",
    "given_up": "The back office could not be reached, however often it was tried.",
    "reconciled": "The back office shows that it is done.",
    "charged": "A payment is taken after the last day.",
    "refund_by_hand": "A person had the refund sent off by hand.",
    "refund_issued": "The refund is on its way.",
    "refund_paid": "The refund is paid.",
    "refund_late": "The refund is not there in time.",
    "refund_failed": "The refund cannot be paid.",
    "ending": "The brand ends the service itself.",
    "ending_upheld": "A person says that what the brand ends stands, though it is disputed.",
    "ending_executed": "What the brand ends is carried out.",
    "ending_withdrawn": "The brand takes back that it ends the service.",
    "return_expected": "Something is to be sent back.",
    "return_labelled": "The label for what is sent back is there.",
    "return_due_soon": "The parcel is not there, and some days are left.",
    "return_overdue": "The parcel is not there in time.",
    "return_arrived": "The parcel has arrived.",
    "return_rejected": "What was sent back is not taken.",
    "return_accepted": "What was sent back is taken.",
    "terms_learned": "The back office says what cancelling means.",
    "terms_changed": "The back office cancels on other terms only than those that were confirmed.",
    "unanswered": "Nobody answers for a day.",
    "agent_returned": "A person gives the chat back to the bot.",
    "agent_resolved": "A person has settled it.",
    "media": "The customer sends a picture.",
    "edited": "The customer edits an earlier message.",
    "own_contact": "The customer shares their own contact.",
    "foreign_contact": "The customer forwards somebody else's contact.",
}


def demonstrated(workshop: Workshop, issue: Issue, more: Sequence[Line] = ()) -> Played:
    """The conversation of a failed proof, and what is said after it.

    Raises LookupError when the fault comes with no conversation.
    """
    if issue.conversation is None:
        raise LookupError("nothing shows this fault")
    (case,) = load_cases(issue.conversation, "shown").values()
    stage = _Stage(workshop.subject, case)
    for told in (*case.talk, *map(_told, more)):
        if not stage.play(told):
            break
    return Played(tuple(stage.shown), stage.step)


def _told(line: Line) -> Told:
    return Told(press=line.choice) if line.choice is not None else Told(say=line.text or "…")


class _Stage:
    """A conversation while it is played."""

    def __init__(self, subject: Subject, case: ConversationCase) -> None:
        traits = traits_of(subject.channels).get(case.channel, Traits())
        around = Surroundings(case.world, case.channel, traits.shares_contact, traits.sender_is_phone)
        state = begin(subject.script, case.locale, around.identity())
        self._player = Player(subject.script, loaded_texts(subject), packaged_phrases(), around, state)
        self._labels: dict[str, str] = {}
        self.shown: list[Shown] = []

    @property
    def step(self) -> str:
        return self._player.state.step

    def play(self, told: Told) -> bool:
        """Whether the conversation can go on."""
        self.shown.append(self._written(told))
        try:
            turn = self._player.play(told)
        except Exception as error:
            # That the engine stops is what some conversations show.
            said = str(error) or "it needs something that is not known there"
            self.shown.append(Shown("note", f"Here the conversation stops: {said}"))
            return False
        self._answer(turn)
        return True

    def _written(self, told: Told) -> Shown:
        if told.happens is not None:
            return Shown("note", HAPPENINGS.get(told.happens, told.happens.replace("_", " ")))
        if told.press is not None:
            return Shown("customer", self._labels.get(told.press, told.press))
        if told.press_stale is not None:
            return Shown("note", "The customer presses a button of an earlier question.")
        if told.code is not None:
            return Shown("customer", "123456" if told.code == "right" else f"000000 ({told.code})")
        return Shown("customer", told.say or self._words(told.means or ""))

    def _words(self, meaning: str) -> str:
        """Words of that meaning, as phrases know them."""
        if meaning not in set(Label):
            return meaning or "…"
        language = packaged_phrases().languages.get(self._player.state.locale)
        examples = () if language is None else language.examples.get(Label(meaning), ())
        return examples[0] if examples and meaning not in examples else meaning

    def _answer(self, turn: Turn) -> None:
        for say, rendered in zip(turn.said, turn.rendered, strict=True):
            choices = tuple(
                (choice.id, label) for choice, label in zip(say.choices, rendered.labels, strict=True)
            )
            self._labels = dict(choices) or self._labels
            self.shown.append(Shown("bot", rendered.text, choices, say.text))
