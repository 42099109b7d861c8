"""`cancelbot bench`: what this machine does with it."""

import json
import os
import signal
import sys
from dataclasses import asdict

import click

from bot.bench.figures import Report
from bot.bench.inside import measure_inside
from bot.bench.outside import STARTS, measure_outside
from bot.bench.printed import table
from bot.bench.servers import NotServing
from bot.bench.world import commit_milliseconds, new_world
from bot.cli.failures import said_plainly

CUSTOMERS_A_SECOND = 150
"""More than are served at each of the four measurements."""
LONG = 5
"""From so many seconds on, the start is measured several times."""


@click.command()
@click.option(
    "--seconds",
    type=click.FloatRange(0.1, 300),
    default=10,
    show_default=True,
    help="How long each of the four measurements takes, roughly.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="Figures for programs: milliseconds, megabytes, seconds."
)
def bench(seconds: float, as_json: bool) -> None:
    """Measure turns in this process and over HTTP, memory and the start.

    Everything happens on a temporary, durable SQLite database and on the loopback.
    """
    # Told to end, it still stops what it started.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    with said_plainly():
        try:
            report = measure(seconds)
        except NotServing as error:
            raise click.ClickException(str(error)) from error
    click.echo(json.dumps(asdict(report), indent=2) if as_json else table(report))


def measure(seconds: float) -> Report:
    """All figures. Raises NotServing."""
    with new_world(customers=500 + round(4 * CUSTOMERS_A_SECOND * seconds)) as world:
        commit = commit_milliseconds(world)
        inside = measure_inside(world, seconds)
        outside = measure_outside(world, seconds, STARTS if seconds >= LONG else 1)
    return Report(
        cpus=os.cpu_count() or 1,
        commit=commit,
        inside=inside,
        http=outside.levels,
        start=outside.start,
        memory_after_start=outside.memory_after_start,
        web=outside.web,
        worker=outside.worker,
    )
