"""What an audit finds: a closed list, each with what it means to whoever has to answer for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MEANS: Mapping[str, str] = {
    "record_missing": "A cancellation was accepted, and there is no record of it. It was deleted.",
    "record_deleted": "The log has an entry of this record, and the record is gone. It was deleted.",
    "record_edited": "The record does not say any more what was sealed. It was changed in the database.",
    "record_unreadable": "The record cannot be opened. It was changed, or moved here from elsewhere.",
    "record_forged": "The brand's key did not sign this. It was changed, or put in by somebody else.",
    "record_erased": "The record's contents were destroyed, and no erasure is noted. It was not the program.",
    "record_relabelled": "Number or kind beside the record are not those that were sealed.",
    "record_redated": "The time beside the record is not that of its sealing or logging: it was back-dated.",
    "record_misnumbered": "No number like this is ever given out: it was written by hand.",
    "record_without_case": "The case that the record is of is gone. It was deleted.",
    "record_left_out": "The record is not in the log, though a worker should have appended it.",
    "entry_removed": "The log had an entry here, and has none any more: a gap.",
    "entry_edited": "The entry is not the one over which the tree was built. It was changed.",
    "entry_moved": "Record and entry name different places: entries were put into another order.",
    "entry_out_of_order": "It is dated long before the one in front of it: reordered, put in, or back-dated.",
    "entry_dated_ahead": "It was logged before the time at which it is said to be sealed.",
    "log_cut": "The log's end is missing: it was truncated, or an older state was put back.",
    "tree_damaged": "The tree does not add up. It was changed, or built anew without care.",
    "log_forked": "What the brand signed is not what the log is now: entries before were changed since.",
    "log_replaced": "There is a copy of another log of this brand: the whole log was taken away.",
    "log_unsigned": "Entries are under no checkpoint, though a worker should have signed them.",
    "checkpoint_forged": "The brand's key did not sign this checkpoint. It was changed, or made by another.",
    "checkpoint_redated": "The time beside the checkpoint is not the one that was signed.",
    "checkpoint_removed": "A copy outside is of a checkpoint that the database has no more.",
    "copy_missing": "The copies outside are incomplete: files were removed, or the place is another one.",
    "copy_not_made": "Checkpoints have no copy outside: the second place cannot be written.",
    "case_rewritten": "The case stands otherwise than its steps say. It was changed in the database.",
    "office_disagrees": "The customer was told something else than the brand's own system says now.",
}
"""Every kind of finding, with what it means."""

_RESTORE = (
    "Leave the database as it is, compare it with the last backup, and find out who could write to it "
    "between the last audit without findings and this one."
)
TO_DO: Mapping[str, str] = {
    **dict.fromkeys(MEANS, _RESTORE),
    "record_unreadable": "Look whether a master key was taken out of the settings too early: cancelbot keys.",
    "record_erased": "Compare the list of erasures (cancelbot customer erasures) with the last backup.",
    "record_left_out": "Look whether a worker runs, and into its log; it appends what waits.",
    "log_unsigned": "Look whether a worker runs, and into its log; it signs what waits.",
    "log_replaced": (
        "If the log was begun anew on purpose, keep the old copies elsewhere; if not, compare with a backup."
    ),
    "copy_missing": "Look whether CANCELBOT_CHECKPOINTS names the same place, and who can write there.",
    "copy_not_made": "Make the folder CANCELBOT_CHECKPOINTS writable for the worker; it copies what waits.",
    "office_disagrees": (
        "Look the case up in the brand's own system: correct it there as the record says, or, where the "
        "customer wanted it otherwise since, note that at the case."
    ),
}
"""What to do about each kind of finding."""

LISTED = 100
"""Findings of one kind that are listed; of more there is only the number."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be."""

    code: str
    what: str
    record: str | None = None
    """The record's number, where one is concerned."""

    @property
    def means(self) -> str:
        return MEANS[self.code]

    def as_json(self) -> dict[str, Any]:
        return {"code": self.code, "record": self.record, "what": self.what, "means": self.means}


@dataclass(slots=True)
class Ledger:
    """What was found and counted so far."""

    findings: list[Finding] = field(default_factory=list)
    found: dict[str, int] = field(default_factory=dict)
    """How many of each kind, also of those that are not listed."""
    counts: dict[str, int] = field(default_factory=dict)
    """How many of what were looked at."""
    remarks: list[str] = field(default_factory=list)
    """What could not be looked at, and why: no finding, and no proof that there is none."""

    def remark(self, what: str) -> None:
        """Write down what could not be looked at."""
        if len(self.remarks) < LISTED:
            self.remarks.append(what)

    def find(self, code: str, what: str, record: str | None = None) -> None:
        """Write down a finding. `code` is one of `MEANS`."""
        finding = Finding(code, what, record)
        assert finding.means
        self.found[code] = self.found.get(code, 0) + 1
        if self.found[code] <= LISTED:
            self.findings.append(finding)

    def count(self, what: str, more: int = 1) -> None:
        """Write down that so many were looked at."""
        self.counts[what] = self.counts.get(what, 0) + more
