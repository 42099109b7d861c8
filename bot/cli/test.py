"""`cancelbot test`: plays conversation cases, for people and (`--json`) for programs."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from bot.cli.options import messages_folder
from bot.scripts.casebook import Casebook, files_of, play_files, settings_for
from bot.scripts.own_texts import texts_in
from dialogs.cases.coverage import Coverage
from dialogs.cases.form import DEEDS, Line
from dialogs.cases.suite import PlayedCase
from dialogs.documents import DocumentError
from dialogs.texts import RenderedSay

MOST_MISSING = 40
"""So many names are told of what no case reached, of each sort; all of them with ``--json``."""


@click.command(name="test")
@click.argument("cases", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--script",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Play them with this script instead of the one that each names.",
)
@messages_folder
@click.option("--update", is_flag=True, help="Take over what happened into the files, for review.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def test_(
    cases: tuple[Path, ...], *, script: Path | None, folder: Path | None, update: bool, as_json: bool
) -> None:
    """Play conversation cases: files, or folders of them. Exits with 1 when something differs."""
    if folder is not None and script is None:
        raise click.UsageError("--messages goes with --script FILE: expected the script that has these texts")
    started = time.perf_counter()
    try:
        book = play_files(files_of(cases), settings_for(script, texts_in(folder)), update=update)
    except (DocumentError, UnicodeDecodeError) as error:
        raise click.ClickException(str(error)) from error
    seconds = time.perf_counter() - started
    if as_json:
        click.echo(json.dumps(_data_of(book) | {"seconds": round(seconds, 2)}, ensure_ascii=False))
    else:
        click.echo("\n".join(_told(book, seconds)))
    sys.exit(0 if book.holds else 1)


def _told(book: Casebook, seconds: float) -> Iterator[str]:
    yield from book.unreadable
    for case in book.differing:
        yield from told(case)
    for coverage in book.coverage:
        yield from _covered(coverage)
    if book.rewritten:
        yield "rewritten, for your review:"
        yield from (f"  {each}" for each in book.rewritten)
    yield f"{_summed_up(book)}, {seconds:.1f} s"


def _summed_up(book: Casebook) -> str:
    differing, unread = len(book.differing), len(book.unreadable)
    outcome = f"{differing} differ from what is expected" if differing else "all as expected"
    played = f"{len(book.cases)} cases, {outcome}" if book.cases else "no case was played"
    if not unread:
        return played
    files, whose = ("1 file", "its") if unread == 1 else (f"{unread} files", "their")
    return f"{played}; {files} cannot be read, and nothing is known of {whose} cases"


def told(case: PlayedCase) -> Iterator[str]:
    """The conversation as far as it went, with what differs."""
    yield f"{case.place}: {case.name}: {case.case.about}"
    for place, each in zip(case.places, case.played, strict=False):
        yield f"  > {_deed(each.line)}"
        for rendered in each.rendered:
            yield from _read(rendered)
        yield from (f"  ! {place}: {difference}" for difference in each.differences)


def _read(rendered: RenderedSay) -> Iterator[str]:
    yield from (f"      {text}" for text in rendered.text.splitlines() if text)
    if rendered.labels:
        yield f"      [{'] ['.join(rendered.labels)}]"


def _deed(line: Line) -> str:
    """What a line does, as it is written."""
    deed = next(name for name in DEEDS if getattr(line, name) is not None)
    return str(line.say) if deed == "say" else f"({deed}: {getattr(line, deed)})"


def _covered(coverage: Coverage) -> Iterator[str]:
    reached = (f"{part.name} {part.reached} of {part.there}" for part in coverage.parts)
    yield f"{coverage.script}: {', '.join(reached)}"
    for part in coverage.parts:
        shown = ", ".join(part.missing[:MOST_MISSING])
        more = f" and {len(part.missing) - MOST_MISSING} more" if len(part.missing) > MOST_MISSING else ""
        if shown:
            yield f"  {part.name} that no case reaches: {shown}{more}"


def _data_of(book: Casebook) -> dict[str, Any]:
    return {
        "ok": book.holds,
        "cases": len(book.cases),
        "differing": [_case_data(each) for each in book.differing],
        "unreadable": list(book.unreadable),
        "rewritten": list(book.rewritten),
        "coverage": [_coverage_data(each) for each in book.coverage],
    }


def _case_data(case: PlayedCase) -> dict[str, Any]:
    differences = [
        {"place": place, "part": each.part, "expected": each.expected, "found": each.found, "told": str(each)}
        for place, each in case.differences()
    ]
    return {"case": case.name, "place": case.place, "about": case.case.about, "differences": differences}


def _coverage_data(coverage: Coverage) -> dict[str, Any]:
    parts = {part.name: {"there": part.there, "missing": list(part.missing)} for part in coverage.parts}
    return {"script": coverage.script, **parts}
