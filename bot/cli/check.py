"""`cancelbot check`: the proofs about scripts, for people and (`--json`) for programs."""

import gc
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from bot.cli.failures import said_plainly
from bot.cli.options import messages_folder
from bot.scripts.own_texts import texts_in
from bot.studio.channels import checked_channels
from dialogs.checker import Issue, Report, Sources, Subject, World, check
from dialogs.checker.proofs.report import Proofs
from dialogs.script import ScriptError, json_schema, load


@click.command(name="check")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object for each file.")
@click.option("--texts/--no-texts", default=True, help="With the texts, or the conversations alone.")
@messages_folder
@click.option("--schema", is_flag=True, help="Print the JSON Schema of scripts instead.")
def check_(files: tuple[Path, ...], *, as_json: bool, texts: bool, folder: Path | None, schema: bool) -> None:
    """Prove that scripts trap nobody. Exits with 1 when one must not be published."""
    if schema:
        click.echo(json.dumps(json_schema(), indent=2))
        return
    if not files:
        raise click.UsageError("expected the file of a script")
    with said_plainly():
        own = texts_in(folder)
    with _no_cycles_sought():
        checked = [checked_file(file, own, texts=texts) for file in files]
    for each in checked:
        click.echo(json.dumps(each.as_data(), ensure_ascii=False) if as_json else each.as_text())
    sys.exit(0 if all(each.is_publishable for each in checked) else 1)


@contextmanager
def _no_cycles_sought() -> Iterator[None]:
    """Millions of values without a cycle are explored: to look for one again and again takes a sixth."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@dataclass(frozen=True, slots=True)
class Checked:
    """A file with what was found."""

    file: Path
    unreadable: str | None
    report: Report | None
    seconds: float

    @property
    def is_publishable(self) -> bool:
        return self.report is not None and self.report.is_publishable

    def as_data(self) -> dict[str, Any]:
        issues = [] if self.report is None else [asdict(issue) for issue in self.report.issues]
        proofs = {} if self.report is None else _figures(self.report.proofs)
        if self.unreadable is not None:
            issues = [{"kind": "unreadable", "severity": "error", "message": self.unreadable}]
        return {
            "file": str(self.file),
            "ok": self.is_publishable,
            "seconds": round(self.seconds, 2),
            **proofs,
            "issues": issues,
        }

    def as_text(self) -> str:
        if self.report is None:
            return f"{self.unreadable}"
        proofs = self.report.proofs
        lines = [_line(self.file, issue) for issue in self.report.issues]
        lines += [
            f"{self.file}: {'proved' if proof.holds else 'NOT SO'}: {proof.name}" for proof in proofs.proofs
        ]
        lines.append(
            f"{self.file}: {'may be published' if self.is_publishable else 'must not be published'}; "
            f"{proofs.states} states and {proofs.turns} turns in {proofs.worlds} worlds, {self.seconds:.1f} s"
        )
        return "\n".join(lines)


def checked_file(file: Path, own: Sources, *, texts: bool = True) -> Checked:
    """Check one script, with the texts that ship and those of its own, on every channel."""
    started = time.perf_counter()
    try:
        script = load(file.read_text(encoding="utf-8"), file.name)
    except (ScriptError, UnicodeDecodeError) as error:
        return Checked(file, str(error), None, time.perf_counter() - started)
    report = check(Subject(script, own, World(), checked_channels()), texts=texts)
    return Checked(file, None, report, time.perf_counter() - started)


def _figures(proofs: Proofs) -> dict[str, Any]:
    return {
        "worlds": proofs.worlds,
        "states": proofs.states,
        "turns": proofs.turns,
        "proved": [proof.name for proof in proofs.proofs if proof.holds],
        "not_proved": [proof.name for proof in proofs.proofs if not proof.holds],
    }


def _line(file: Path, issue: Issue) -> str:
    where = f"step {issue.step!r}" if issue.step else f"text {issue.text!r} in {issue.locale!r}"
    channel = f" on {issue.channel}" if issue.channel else ""
    shown = "" if issue.conversation is None else "\n" + issue.conversation.rstrip().replace("\n", "\n  ")
    return f"{file}: {issue.severity} {issue.kind} at {where}{channel}: {issue.message}{shown}"
