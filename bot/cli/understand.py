"""`cancelbot understand` and `cancelbot understanding`: hear messages, measure, learn."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.cli.failures import said_plainly
from bot.cli.opening import application, brand_of
from bot.settings import SettingsError, read_settings
from dialogs.understanding.routing import Model

_MOST_TEXT = 100_000
REGIONS = {"de": "DE", "es": "ES", "fr": "FR", "pt": "PT", "ru": "RU"}
"""Language of a message -> where its phone numbers and days are taken to be from; no account says it here."""


@click.command()
@click.option(
    "--jsonl", is_flag=True, help='Read {"text", "lang"?, "step"?} a line, write what is understood.'
)
@click.option(
    "--score",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='Measure on a file of {"text", "label"} lines.',
)
@click.option("--phrases", "alone", is_flag=True, help="By the closed phrases alone, without guessing.")
def understand(*, jsonl: bool, score: Path | None, alone: bool) -> None:
    """Say what messages mean: a label, how sure that is, and what it would decide.

    The decision is what a message would do as the answer to "Confirm the cancellation?": yes, no, ask, route.
    """
    if jsonl == (score is not None):
        raise click.UsageError("expected either --jsonl or --score FILE")
    from bot.learning.hearing import Hearer
    from dialogs.understanding import packaged_phrases

    hearer = Hearer(packaged_phrases(), None if alone else _model())
    if score is None:
        _answer_lines(hearer)
    else:
        from bot.learning.labelled import read_labelled
        from bot.learning.scoring import judged, report
        from bot.processes.memory import keep_what_is_there

        with said_plainly():
            rows = read_labelled(score)
        for row in rows[:200]:
            hearer.hear(row.text, row.lang)  # what is laid out at its first use is no time of a message
        keep_what_is_there()
        click.echo("\n".join(report(judged(rows, hearer))))


def _answer_lines(hearer: "object") -> None:
    from bot.learning.hearing import QUESTIONS, Hearer
    from bot.learning.labelled import language_of_row, row_of, text_of
    from dialogs.understanding import entities_in, packaged_phrases

    assert isinstance(hearer, Hearer)
    today = datetime.now(UTC).date()
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        try:
            row = row_of(line)
            text, lang, step = text_of(row)[:_MOST_TEXT], language_of_row(row), row.get("step") or "confirm"
            if step not in QUESTIONS:
                raise ValueError(f"expected one of {', '.join(QUESTIONS)} as 'step', found {step!r}")
        except ValueError as error:
            raise click.ClickException(f"line {number}: {error}") from error
        heard = asdict(hearer.hear(text, lang, step))
        named = entities_in(text, REGIONS.get(lang or "", "US"), tuple(packaged_phrases().languages), today)
        heard["entities"] = [each._asdict() for each in named]
        click.echo(json.dumps(heard, ensure_ascii=False))


def _model() -> Model:
    """The shipped model, which is made now if nobody has made it yet."""
    from bot.learning.files import opened
    from bot.learning.making import is_made, make, shipped_model

    with said_plainly():
        folder = _folder()
    if not is_made(folder):
        click.echo("learning from the phrases first, once: this takes a minute at most", err=True)
        make(folder, wait=True)
    model = opened(shipped_model(folder))
    assert model is not None
    return model


def _folder() -> Path:
    settings = read_settings()
    if settings.models is None:
        raise SettingsError("CANCELBOT_UNDERSTANDING is 'phrases': expected 'examples', or --phrases here")
    return settings.models


@click.group()
def understanding() -> None:
    """Teach the bot how customers write."""


@understanding.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--brand", "slug", help="Whose labelled messages these are.")
@click.option("--use", "use_it", is_flag=True, help="Use them from now on; without it they are only judged.")
def train(file: Path | None, slug: str | None, *, use_it: bool) -> None:
    """Make the model from the phrases that ship, or judge and learn a brand's own labelled messages."""
    if (file is None) != (slug is None) or (use_it and file is None):
        raise click.UsageError("expected nothing at all, or FILE --brand BRAND [--use]")
    if file is not None and slug is not None:
        _train_brand(file, slug, use_it=use_it)
    else:
        _train_shipped()


def _train_shipped() -> None:
    from bot.learning.brands import outdated, renew
    from bot.learning.files import BusyElsewhere, learnt_in
    from bot.learning.making import make, shipped_model

    with said_plainly():
        folder = _folder()
    _step_back()
    try:
        made = make(folder)
        behind = outdated(folder, learnt_in)
        if behind:
            renew(folder, behind)
    except BusyElsewhere as error:
        raise click.ClickException(str(error)) from error
    told = "made" if made or behind else "there already"
    click.echo(f"{shipped_model(folder).name}: {told}", err=True)


def _train_brand(file: Path, slug: str, *, use_it: bool) -> None:
    from bot.learning.brands import Learner, require_enough, use
    from bot.learning.labelled import read_labelled

    with said_plainly():
        folder, rows = _folder(), read_labelled(file)
    with application() as app, app.database.read() as uow:
        brand_of(uow, slug)
    missing = require_enough(rows)
    if missing is not None:
        raise click.ClickException(missing)
    learner = Learner(lambda line: click.echo(line, err=True))
    _show("By what ships:", learner.before(rows))
    _show("With these messages, each judged by a model that never saw it:", learner.cross_validated(rows))
    if not use_it:
        click.echo(
            f"Nothing has changed. To use them: cancelbot understanding train {file} --brand {slug} --use"
        )
        return
    use(folder, slug, rows, learner)
    click.echo(f"{slug} uses them from now on.")


def _show(title: str, pairs: "Sequence[tuple[object, object]]") -> None:
    from bot.learning.scoring import accuracy, figures, table

    click.echo(f"{title} accuracy {accuracy(pairs):.3f}")  # type: ignore[arg-type]
    click.echo("\n".join(table(figures(pairs))))  # type: ignore[arg-type]
    click.echo()


def _step_back() -> None:
    """Whoever is served goes first: learning has time."""
    import os
    from contextlib import suppress

    with suppress(OSError):
        os.nice(10)
