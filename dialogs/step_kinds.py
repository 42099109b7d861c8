"""The kinds of steps as data: what each asks or says, and the outcomes that lead on from it."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Branch(Data):
    """Where an outcome leads: there, if the guard says yes; a branch without a guard always."""

    when: str | None = None
    go: str


def _branches(value: Any) -> Any:
    return ({"go": value},) if isinstance(value, str) else value


Target = Annotated[
    tuple[Branch, ...],
    Field(min_length=1),
    BeforeValidator(_branches, json_schema_input_type=str | tuple[Branch, ...]),
]
"""The name of a step, or branches of which the first that applies is taken."""


class BaseStep(Data):
    text: str
    """Fluent id of the prompt; its attributes hold the labels and the short variant."""

    def branches(self) -> Iterator[tuple[str, Branch]]:
        """Every way on: the outcome with where it leads, in the order in which guards are asked."""
        return ((outcome, branch) for outcome, branches in self.targets().items() for branch in branches)

    def targets(self) -> Mapping[str, tuple[Branch, ...]]:
        """Where each outcome leads."""
        outcomes: Mapping[str, tuple[Branch, ...]] = getattr(self, "outcomes", {})
        return outcomes


class MenuStep(BaseStep):
    """Says what can be done here. The wishes lead on."""

    kind: Literal["menu"]
    choices: tuple[Literal["cancel", "status", "human"], ...] = ("cancel", "status", "human")
    outcomes: Mapping[str, Target] = {}


class CollectStep(BaseStep):
    """Asks who is writing. `known` passes through when that is clear already."""

    kind: Literal["collect"]
    collects: Literal["identifier"] = "identifier"
    outcomes: Mapping[Literal["given", "known", "unable"], Target]


class VerifyStep(BaseStep):
    """Asks for the one-time code."""

    kind: Literal["verify"]
    outcomes: Mapping[Literal["verified", "failed", "unable"], Target]


class ChooseStep(BaseStep):
    """Finds out which service is meant; passes through when there is only one."""

    kind: Literal["choose"]
    outcomes: Mapping[
        Literal["chosen", "none", "unavailable", "doubt", "decided", "answered", "ended"], Target
    ]
    """``ended`` leads to a `restart` step: somebody wants back what has ended. Without it a person helps."""


class OrderStep(BaseStep):
    """Finds out which order is meant; passes through when there is only one."""

    kind: Literal["order"]
    outcomes: Mapping[Literal["chosen", "none", "unavailable", "doubt", "decided", "answered"], Target]


class LinesStep(BaseStep):
    """Finds out how much of the order is meant; passes through when there is one thing only.

    There is a text for each of its questions: its own, ``<text>-more`` and ``<text>-quantity``.
    """

    kind: Literal["lines"]
    outcomes: Mapping[Literal["chosen"], Target]


class OfferStep(BaseStep):
    """Shows the one alternative, with the way out first; passes through when there is none to show."""

    kind: Literal["offer"]
    outcomes: Mapping[Literal["cancel", "accept", "none"], Target]


class ConfirmStep(BaseStep):
    """Says what cancelling means and asks for the yes. Its yes seals the record and cancels.

    What is cancelled of an order may be more, may be refused by a rule, and is never
    confirmed without its quote: ``more``, ``refused`` and ``unavailable`` are outcomes there.
    """

    kind: Literal["confirm"]
    without_quote: str | None = None
    """Text id where the back office could not be asked."""
    outcomes: Mapping[Literal["confirm", "keep", "more", "refused", "unavailable"], Target]


class DeclareStep(BaseStep):
    """Takes the declaration of somebody who could not be identified."""

    kind: Literal["declare"]
    outcomes: Mapping[Literal["given", "back", "nothing"], Target]


class UndoStep(BaseStep):
    """Asks whether a confirmed cancellation shall be taken back."""

    kind: Literal["undo"]
    outcomes: Mapping[Literal["undo", "leave"], Target]


class RestartStep(BaseStep):
    """Takes up again what has ended, on the terms of today: says them and asks for the order.

    There is a text for each of its questions: its own, and ``<text>-which`` where several have ended.
    """

    kind: Literal["restart"]
    outcomes: Mapping[Literal["restart", "leave", "none"], Target]


class FeeStep(BaseStep):
    """Asks about a fee that was learnt after the cancellation had been accepted, and, with the text
    ``fee-changed``, about terms that are not those any more that were confirmed. Of an order it asks about
    these alone, with its own text."""

    kind: Literal["fee"]
    outcomes: Mapping[Literal["settled"], Target]


class InformStep(BaseStep):
    """Says something and goes on."""

    kind: Literal["inform"]
    without_quote: str | None = None
    """Text id where the back office could not be asked."""
    per_alternative: bool = False
    """There is a text for each kind of alternative: ``<text>-pause``, ``<text>-discount``, ..."""
    effects: tuple[Literal["hand_off", "send_confirmation"], ...] = ()
    """What is done beside: call a person, send the confirmation of the last record once more."""
    outcomes: Mapping[Literal["next"], Target]


class HandoffStep(BaseStep):
    """Calls a person, says how long that takes, and goes on: waiting holds nobody up.

    There is a text for each expectation: ``<text>-minutes``, ``<text>-hours`` and ``<text>-later``.
    """

    kind: Literal["handoff"]
    reason: Literal["asked", "dispute", "failed"] = "asked"
    outcomes: Mapping[Literal["next"], Target]


class SurveyStep(BaseStep):
    """Asks something that may be skipped."""

    kind: Literal["survey"]
    options: tuple[str, ...]
    outcomes: Mapping[Literal["answered", "skip"], Target]


class PreferStep(BaseStep):
    """Asks, once, by which way confirmations shall go in future; it may be skipped.

    Whoever has no other way than the mail, or was asked before, passes through. The mail goes in any case.
    There is a text for each answer: ``<text>-mail``, ``<text>-sms`` and ``<text>-telegram``.
    """

    kind: Literal["prefer"]
    outcomes: Mapping[Literal["chosen", "skip"], Target]


class EndStep(BaseStep):
    """Rests. Every wish still works from here."""

    kind: Literal["end"]
    outcomes: Mapping[str, Target] = {}


Step = Annotated[
    MenuStep
    | CollectStep
    | VerifyStep
    | ChooseStep
    | OrderStep
    | LinesStep
    | OfferStep
    | ConfirmStep
    | DeclareStep
    | UndoStep
    | RestartStep
    | FeeStep
    | InformStep
    | HandoffStep
    | SurveyStep
    | PreferStep
    | EndStep,
    Field(discriminator="kind"),
]


def outcomes_of(step: BaseStep) -> set[str]:
    """The outcomes that a step of this kind may have; none for kinds whose outcomes are open."""
    annotation: Any = type(step).model_fields["outcomes"].annotation
    return set(getattr(annotation.__args__[0], "__args__", ()))
