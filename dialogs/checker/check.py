"""Everything about a script at once: its texts, and the proofs of its conversations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dialogs.cases.play import Traits
from dialogs.checker.channels import Channel
from dialogs.checker.issues import Issue, has_errors
from dialogs.checker.proofs.conversations import conversation_of, written
from dialogs.checker.proofs.faults import Fault
from dialogs.checker.proofs.report import Proofs, prove
from dialogs.checker.texts import Subject, check_texts
from dialogs.script import ByIdentity, Script


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, and what was proved."""

    issues: tuple[Issue, ...]
    proofs: Proofs

    @property
    def is_publishable(self) -> bool:
        return not has_errors(self.issues)


def check(subject: Subject, *, texts: bool = True) -> Report:
    """All faults of a revision, those of its conversations first; of these alone without its texts."""
    proofs = proofs_of(subject.script, subject.channels)
    return Report((*issues_of(proofs), *(check_texts(subject) if texts else ())), proofs)


def issues_of(proofs: Proofs) -> tuple[Issue, ...]:
    """The failed proofs as issues, each with the conversation that shows it."""
    return tuple(map(_issue, proofs.faults))


def _issue(fault: Fault) -> Issue:
    case = conversation_of(fault)
    shown = written(case, fault.kind) if case.talk else None
    return Issue(
        fault.kind,
        "error",
        fault.graph.script.locales[0],
        "",
        fault.message,
        step=fault.step,
        conversation=shown,
    )


def proofs_of(script: Script, channels: Sequence[Channel]) -> Proofs:
    """The proofs about a script, found once for the same script object."""
    return _proofs(ByIdentity(script), tuple(traits_of(channels).items()))


def traits_of(channels: Sequence[Channel]) -> Mapping[str, Traits]:
    """What of each channel that carries a dialog the engine can notice."""
    return {
        channel.name: Traits(channel.shares_contact, channel.sender_is_phone)
        for channel in channels
        if channel.carries == "dialog"
    }


@lru_cache(maxsize=16)
def _proofs(same: ByIdentity, traits: tuple[tuple[str, Traits], ...]) -> Proofs:
    return prove(same.script, dict(traits))
