"""A demo that the command line itself has made, to be copied with its key."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.cli.offices import Office
from tests.bot.cli.terminal import alone, environment, warm


@pytest.fixture(scope="session", autouse=True)
def warmed() -> Iterator[None]:
    """End what forks for the commands with the last of these tests."""
    yield
    warm().close()


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a seeded database and its key."""
    folder = tmp_path_factory.mktemp("demo")
    made = alone(environment(folder), "seed", "--customers", "3")
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def office(seeded_on_both: str, tmp_path: Path) -> Iterator[Office]:
    """The demo's back office, in which nothing has happened."""
    made = Office(seeded_on_both, tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def demo(demo_folder: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a demo in which nothing has happened."""
    shutil.copytree(demo_folder, tmp_path, dirs_exist_ok=True)
    return environment(tmp_path)
