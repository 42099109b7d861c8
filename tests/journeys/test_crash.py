"""Nothing is lost or done twice, whatever is killed: `crash` in its short form.

A seed that failed is added here, with what it found.
"""

from pathlib import Path

import pytest

from tests.journeys.crash.drive import play

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

SEEDS = [1]


@pytest.mark.parametrize("seed", SEEDS)
def test_killed_again_and_again_nothing_is_lost_or_done_twice(
    database_url: str, tmp_path: Path, seed: int
) -> None:
    report = play(tmp_path / "data", database_url, cancellations=6, seed=seed, patience=300, kills=3)

    assert report.problems == [], str(report)
