"""`python -m tests.journeys.crash --cancellations N --seed S --database sqlite|postgresql`."""

import argparse
import signal
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.journeys.crash.drive import Report, play
from tests.postgres import running_postgres

SECONDS_EACH = 30.0
"""How long a cancellation may take, under the killing, until the clients give up."""


def main() -> int:
    options = _options()
    # Told to stop, it stops what it started.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    with ExitStack() as stack:
        url = ""
        if options.database == "postgresql":
            url = stack.enter_context(running_postgres()).create_database()
        folder = Path(tempfile.mkdtemp(prefix="cancelbot-crash-"))
        patience = 120 + SECONDS_EACH * options.cancellations
        report = play(folder, url, options.cancellations, options.seed, patience, options.kills)
    _say(report, folder)
    return 1 if report.problems else 0


def _say(report: Report, folder: Path) -> None:
    sys.stdout.write(f"{report}\nlog and office log: {folder}\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.crash", description=__doc__)
    parser.add_argument("--cancellations", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=100_000, help="stop killing after so many")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
