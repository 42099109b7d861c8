"""What an audit came to, as an auditor reads it: the result first, then each finding. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.audit.findings import LISTED, TO_DO, Ledger

COUNTED = ("records", "erased records", "entries", "checkpoints", "copies", "cases", "samples")


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of an audit of one brand."""

    brand: str
    begun_at: datetime
    ended_at: datetime
    origin: str | None
    """The log's name; None while there is no log."""
    size: int
    ledger: Ledger
    seed: str = ""
    """From which follows what was sampled: the same one draws the same cases again."""

    @property
    def is_clean(self) -> bool:
        return not self.ledger.found

    def as_json(self) -> dict[str, Any]:
        """The report as JSON values."""
        return {
            "brand": self.brand,
            "begun_at": self.begun_at.isoformat(timespec="milliseconds"),
            "ended_at": self.ended_at.isoformat(timespec="milliseconds"),
            "log": self.origin,
            "size": self.size,
            "looked_at": dict(self.ledger.counts),
            "found": dict(self.ledger.found),
            "findings": [finding.as_json() for finding in self.ledger.findings],
            "not_looked_at": list(self.ledger.remarks),
            "seed": self.seed,
        }


def result_of(report: Mapping[str, Any]) -> str:
    """What it came to, in some words. Where something was not looked at it is not called clean."""
    count = sum(report["found"].values())
    if count:
        return f"{count} finding{'' if count == 1 else 's'}"
    return "no findings in what was looked at" if remarks_of(report) else "no findings"


def remarks_of(report: Mapping[str, Any]) -> Sequence[str]:
    """What was not looked at; reports of before samples were compared do not say it."""
    return tuple(report.get("not_looked_at", ()))


def lines_of(report: Mapping[str, Any]) -> Iterator[str]:
    """A report, as `Report.as_json` writes it, for people."""
    begun_at = report["begun_at"][:19].replace("T", " ")
    yield f"Audit of {report['brand']}, {begun_at} UTC: {result_of(report)}."
    looked_at = report["looked_at"]
    yield f"Looked at: {', '.join(f'{looked_at.get(each, 0)} {each}' for each in COUNTED)}."
    yield f"Log: {report['log']}, {report['size']} entries." if report["log"] else "Log: none yet."
    for remark in remarks_of(report):
        yield f"Not looked at: {remark}."
    for number, finding in enumerate(report["findings"], 1):
        yield ""
        about = f"  {finding['record']}" if finding["record"] else ""
        yield f"{number}. {finding['code']}{about}"
        yield f"   {finding['what']}"
        yield f"   {finding['means']}"
        yield f"   To do: {TO_DO[finding['code']]}"
    for code, found in report["found"].items():
        if found > LISTED:
            yield ""
            yield f"Of {code} there are {found}; {LISTED} of them are listed."
