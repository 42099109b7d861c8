"""A process may end before or after any commit: what is played again afterwards happens once.

The short form of `python -m tests.journeys.crash.points`, which ends at every commit: here each database has
commits of its own, one in five.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.bootstrap import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

EVERY = 5


def test_it_may_end_before_and_after_any_commit(database_url: str, tmp_path: Path) -> None:
    first = 2 if database_url.startswith("sqlite") else 4
    chosen = ["--every", str(EVERY), "--first", str(first)]
    answer = subprocess.run(
        [sys.executable, "-m", "tests.journeys.crash.points", database_url, str(tmp_path), *chosen],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=380,
        check=False,
    )

    assert answer.returncode == 0, answer.stdout + answer.stderr[-5000:]
    counts = [int(line.split()[-2]) for line in answer.stdout.splitlines() if line.endswith(" commits")]
    assert len(counts) == 3, answer.stdout
    assert min(counts) >= 3, answer.stdout
