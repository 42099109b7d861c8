"""A demo that the command line itself has made, to be copied with its key."""

import shutil
from pathlib import Path

import pytest

from tests.bot.cli.terminal import environment, run


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a seeded database and its key."""
    folder = tmp_path_factory.mktemp("demo")
    made = run(environment(folder), "seed", "--customers", "3")
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def demo(demo_folder: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a demo in which nothing has happened."""
    shutil.copytree(demo_folder, tmp_path, dirs_exist_ok=True)
    return environment(tmp_path)
