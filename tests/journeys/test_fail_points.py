"""A process may end before or after any commit: what is played again afterwards happens once."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.bootstrap import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1000)]


def test_it_may_end_before_and_after_every_commit(database_url: str, tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "tests.journeys.crash.points", database_url, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )

    assert answer.returncode == 0, answer.stdout + answer.stderr[-5000:]
    assert answer.stdout.count("commits, ended before and after each") == 3
