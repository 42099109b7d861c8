"""What is installed is exactly what was tested, and it is all there."""

import os
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from tests.structure.conftest import normalised
from tests.structure.sources import PACKAGES, ROOT

CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pins() -> dict[str, str]:
    """The versions of constraints.txt by normalised name."""
    lines = [line for line in CONSTRAINTS.splitlines() if line and not line.startswith("#")]
    return {normalised(name): version for name, version in (line.split("==") for line in lines)}


def test_everything_asked_for_is_pinned(
    pins: dict[str, str], dependencies: set[str], test_dependencies: set[str]
) -> None:
    assert (dependencies | test_dependencies) - set(pins) == set()


def test_everything_that_is_asked_for_in_turn_is_pinned(pins: dict[str, str]) -> None:
    """Otherwise the same commit is another program next month."""
    missing = {
        f"{name} asks for {needed}" for name in pins for needed in needed_by(name) if needed not in pins
    }

    assert missing == set()


def test_constraints_say_versions_and_never_where_from() -> None:
    assert "://" not in CONSTRAINTS
    assert [line for line in CONSTRAINTS.splitlines() if line.startswith(("-", "."))] == []


def test_constraints_are_sorted() -> None:
    names = [line.split("==")[0].lower() for line in CONSTRAINTS.splitlines() if "==" in line]

    assert names == sorted(names)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--no-index", "--wheel-dir", str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("cancelbot-*.whl")
    return wheel


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_its_packages(wheel: Path) -> None:
    expected = {
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc" and not path.name.startswith(".")
    }

    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert packed == expected


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / "bot" / "cli").is_dir(), reason="there is no command line yet")
def test_the_wheel_runs_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)

    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "import bot; print(bot.__file__); import bot.__main__ as m; m.main()",
            "--help",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )

    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(f"{tmp_path}/bot/__init__.py\nUsage: cancelbot ")


def test_the_program_is_called_cancelbot(pyproject: dict[str, Any]) -> None:
    assert pyproject["project"]["scripts"] == {"cancelbot": "bot.cli:main"}


def needed_by(name: str) -> set[str]:
    """Return what a distribution asks for on this machine, extras left aside; nothing if it is not here."""
    try:
        asked = [Requirement(line) for line in requires(name) or []]
    except PackageNotFoundError:
        return set()
    return {
        normalised(requirement.name)
        for requirement in asked
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
    }
