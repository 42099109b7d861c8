"""What can happen next in a conversation: every press, every wish, every answer from elsewhere.

Words come in as meanings: whether words are understood is the matter of
understanding and not of a script.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dialogs.cases.form import Line
from dialogs.meaning import GRAVEST_FIRST, Label, Meaning, Reason
from dialogs.turn import State

Deed = Literal["say", "means", "because", "tells", "code", "press", "press_stale", "happens"]

IDENTIFIER = "100234"
DETAILS = "Kim Novak, contract 100234, kim@example.org"
BY_CONTACT = ("own_contact", "foreign_contact")


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that a person does or that happens: a line of a case."""

    deed: Deed
    value: str

    @property
    def is_message(self) -> bool:
        """Whether the customer wrote or pressed something: what a budget counts."""
        return self.deed != "happens" or self.value in BY_CONTACT

    def line(self) -> Line:
        return _line(self)

    def __str__(self) -> str:
        return f"{self.deed}: {self.value}"


@lru_cache(maxsize=512)
def _line(move: Move) -> Line:
    return Line.model_validate({move.deed: move.value})


def heard(words: str) -> Meaning:
    """What the few words mean that moves say."""
    if words == IDENTIFIER:
        return Meaning(identifier=IDENTIFIER, identifier_kind="account")
    return Meaning(details=words)


CANCEL = Move("means", "cancel")
HUMAN = Move("means", "human")
ANSWERED = Move("happens", "answered")
TERMS_LEARNED = Move("happens", "terms_learned")
TERMS_CHANGED = Move("happens", "terms_changed")
ANSWERS = frozenset((ANSWERED, TERMS_LEARNED, TERMS_CHANGED))
"""What the back office says, which is another thing in another world."""

MEANT = tuple(Move("means", label.value) for label in Label)
TOLD = tuple(Move("tells", kind) for kind in GRAVEST_FIRST)
"""What calls a person."""
UNUSABLE = (Move("happens", "media"), Move("happens", "edited"), Move("press_stale", "cancel"))
"""What never decides anything."""

RETURNS = (Move("happens", "agent_returned"),)

DIGRESSIONS = frozenset(
    (
        *UNUSABLE,
        *RETURNS,
        *TOLD,
        *(
            Move("means", label.value)
            for label in (
                Label.THANKS,
                Label.GREET,
                Label.BYE,
                Label.HELP,
                Label.LANGUAGE,
                Label.STOP_TEXTS,
                Label.NONE,
                Label.DISPUTE,
                Label.CHANGE,
                Label.WHY,
                Label.ELSEWHERE,
                # Answered as a question for the status is, which is tried in every state.
                Label.REFUND,
                Label.ENDS,
                Label.CHARGES,
                Label.REMAINS,
                Label.RESEND,
                Label.PREFER,
            )
        ),
    )
)
"""What leads back to where it was said: tried once in every situation, not in every state."""

CODES = tuple(Move("code", verdict) for verdict in ("right", "wrong", "locked", "expired"))
GIVEN = Move("say", IDENTIFIER)
WRITTEN = Move("say", DETAILS)
OUTCOMES = tuple(Move("happens", result) for result in ("executed", "delayed", "refused"))

ASKED_FOR: Mapping[str, tuple[Move, ...]] = {
    "collect": (GIVEN,),
    "verify": (*CODES, GIVEN),
    "declare": (WRITTEN,),
    "survey": (WRITTEN,),
}
"""Kind of step -> what it collects beside its choices."""


def moves_of(
    state: State,
    kind: str,
    *,
    shares_contact: bool,
    known: bool,
    reasons: tuple[Reason, ...] = (),
    changes: bool = False,
) -> Iterator[Move]:
    """Everything that can happen in the state.

    Args:
        known: whether a code reaches the customer, so that it can be right.
        reasons: those that make a difference to the script.
        changes: whether what was confirmed means something else afterwards.
    """
    yield from (Move("press", choice.id) for choice in state.prompt if choice.kind == "reply")
    yield from MEANT
    yield from TOLD
    for move in ASKED_FOR.get(kind, ()):
        if known or move != CODES[0]:
            yield move
    if shares_contact and kind == "collect":
        yield from (Move("happens", contact) for contact in BY_CONTACT)
    if kind == "menu":
        yield from (Move("because", reason) for reason in reasons)
    yield from UNUSABLE
    yield from _from_elsewhere(state)
    if changes and _may_change(state):
        yield TERMS_CHANGED


def _from_elsewhere(state: State) -> Iterator[Move]:
    case = state.case
    if state.looking_up is not None:
        yield ANSWERED
    if case is not None and case.is_decided and case.status == "accepted":
        yield from OUTCOMES
    if case is not None and case.status == "accepted" and not case.is_quoted:
        yield TERMS_LEARNED
    if case is not None and case.fee_open:
        yield Move("happens", "unanswered")
    if case is not None and case.decision == "cancel" and case.status == "executed":
        yield Move("happens", "reconciled")
        yield Move("happens", "executed")
    yield from RETURNS


def _may_change(state: State) -> bool:
    """Whether it is confirmed on terms that the back office may not keep to; that is tried once."""
    case = state.case
    confirmed = case is not None and case.decision == "cancel" and case.standing == "accepted"
    return confirmed and case is not None and case.is_quoted and case.requoted == 0
