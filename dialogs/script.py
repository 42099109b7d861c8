"""A dialog as data: steps of closed kinds, the outcomes that lead on, and policies.

`load` reads the YAML form; every error names the file, the place and what was
expected.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from dialogs.values import AlternativeKind


class ScriptError(Exception):
    """A script cannot be used. The message says where, and what was expected."""


class Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BaseStep(Data):
    text: str
    """Fluent id of the prompt; its attributes hold the labels and the short variant."""


class MenuStep(BaseStep):
    """Says what can be done here. The wishes lead on."""

    kind: Literal["menu"]
    choices: tuple[Literal["cancel", "status", "human"], ...] = ("cancel", "status", "human")
    outcomes: Mapping[str, str] = {}


class CollectStep(BaseStep):
    """Asks who is writing. `known` passes through when that is clear already."""

    kind: Literal["collect"]
    collects: Literal["identifier"] = "identifier"
    outcomes: Mapping[Literal["given", "known", "unable"], str]


class VerifyStep(BaseStep):
    """Asks for the one-time code."""

    kind: Literal["verify"]
    outcomes: Mapping[Literal["verified", "failed", "unable"], str]


class ChooseStep(BaseStep):
    """Finds out which service is meant; passes through when there is only one."""

    kind: Literal["choose"]
    outcomes: Mapping[Literal["chosen", "none", "unavailable", "doubt", "decided", "answered"], str]


class OfferStep(BaseStep):
    """Shows the one alternative, with the way out first; passes through when there is none to show."""

    kind: Literal["offer"]
    outcomes: Mapping[Literal["cancel", "accept", "none"], str]


class ConfirmStep(BaseStep):
    """Says what cancelling means and asks for the yes. Its yes seals the record and cancels."""

    kind: Literal["confirm"]
    without_quote: str
    """Text id where the back office could not be asked."""
    outcomes: Mapping[Literal["confirm", "keep"], str]


class DeclareStep(BaseStep):
    """Takes the declaration of somebody who could not be identified."""

    kind: Literal["declare"]
    outcomes: Mapping[Literal["given", "back", "nothing"], str]


class UndoStep(BaseStep):
    """Asks whether a confirmed cancellation shall be taken back."""

    kind: Literal["undo"]
    outcomes: Mapping[Literal["undo", "leave"], str]


class InformStep(BaseStep):
    """Says something and goes on."""

    kind: Literal["inform"]
    without_quote: str | None = None
    """Text id where the back office could not be asked."""
    per_alternative: bool = False
    """There is a text for each kind of alternative: ``<text>-pause``, ``<text>-discount``, ..."""
    outcomes: Mapping[Literal["next"], str]


class SurveyStep(BaseStep):
    """Asks something that may be skipped."""

    kind: Literal["survey"]
    options: tuple[str, ...]
    outcomes: Mapping[Literal["answered", "skip"], str]


class EndStep(BaseStep):
    """Rests. Every wish still works from here."""

    kind: Literal["end"]
    outcomes: Mapping[str, str] = {}


Step = Annotated[
    MenuStep
    | CollectStep
    | VerifyStep
    | ChooseStep
    | OfferStep
    | ConfirmStep
    | DeclareStep
    | UndoStep
    | InformStep
    | SurveyStep
    | EndStep,
    Field(discriminator="kind"),
]

OPTIONAL_OUTCOMES: Mapping[str, frozenset[str]] = {"declare": frozenset({"back"}), "end": frozenset()}


class OfferPolicy(Data):
    """An alternative that may be offered; the first that the back office has for the service is shown."""

    alternative: AlternativeKind
    plans: tuple[str, ...] = ()
    """Only for these plans; none named: for all."""


class Policies(Data):
    offers: tuple[OfferPolicy, ...] = ()
    trust_vouching_at_high_risk: Literal[False] = False
    """A customer whom the back office marks as high risk is asked for a code although vouched for."""


class Wishes(Data):
    """Where the wishes that work everywhere lead."""

    cancel: str
    kept: str
    undo: str
    rest: str
    """Where a conversation rests after a question was answered."""


class Script(Data):
    """One dialog. Immutable; a revision pins it together with its texts."""

    script: str
    title: str
    locales: tuple[str, ...]
    start: str
    wishes: Wishes
    policies: Policies = Policies()
    steps: Mapping[str, Step]

    @model_validator(mode="after")
    def _leads_somewhere(self) -> "Script":
        for where, name in self._references():
            if name not in self.steps:
                raise ValueError(f"{where} leads to {name!r}; expected one of: {', '.join(self.steps)}")
        for name, step in self.steps.items():
            missing = _outcomes_of(step) - set(step.outcomes) - OPTIONAL_OUTCOMES.get(step.kind, frozenset())
            if missing:
                raise ValueError(
                    f"step {name!r} of kind {step.kind!r} lacks outcomes: {', '.join(sorted(missing))}"
                )
        return self

    def _references(self) -> list[tuple[str, str]]:
        wishes = [(f"wish {k!r}", v) for k, v in self.wishes.model_dump().items()]
        outcomes = [
            (f"outcome {outcome!r} of step {name!r}", target)
            for name, step in self.steps.items()
            for outcome, target in step.outcomes.items()
        ]
        return [("start", self.start), *wishes, *outcomes]


def _outcomes_of(step: Any) -> set[str]:
    annotation = type(step).model_fields["outcomes"].annotation
    names = getattr(annotation.__args__[0], "__args__", ())
    return set(names)


def load(text: str, source: str = "script") -> Script:
    """A script from its YAML form.

    Raises:
        ScriptError: with `source`, the place and what was expected.
    """
    try:
        data = YAML(typ="safe", pure=True).load(text)
    except YAMLError as error:
        raise ScriptError(f"{source}: not readable as YAML: {error}") from error
    try:
        return Script.model_validate(data)
    except ValidationError as error:
        raise ScriptError(f"{source}: " + "; ".join(_said(problem) for problem in error.errors())) from error


def _said(problem: Any) -> str:
    place = ".".join(str(part) for part in problem["loc"])
    return f"{place or 'script'}: {problem['msg']}"
