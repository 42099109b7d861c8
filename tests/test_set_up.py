"""A checkout sets itself up: what is done, and when nothing is.

The launcher runs here as on a machine where nothing is installed (`python -S`), in a copy of the checkout.
Its environment is an actor: it answers as a Python does and writes down what it is asked to do.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.structure.sources import ROOT

ACTOR = """#!/bin/sh
case "$1" in
    -c) printf '%s\\n' "3 11" True True /usr/bin/python3 ;;
    *) echo "$@" >> "$(dirname "$0")/asked" ;;
esac
"""
PROGRAM = """#!/bin/sh
echo "started with $*"
"""


@dataclass(frozen=True)
class Checkout:
    """A copy of what the launcher needs, in a folder whose name has a space in it."""

    folder: Path

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-S", "-m", "bot", *arguments],
            cwd=self.folder,
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
        )

    def asked(self) -> list[str]:
        """What the environment's Python was asked to do so far."""
        log = self.folder / ".venv" / "bin" / "asked"
        return log.read_text().splitlines() if log.exists() else []


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    folder = tmp_path / "a checkout"
    (folder / "bot").mkdir(parents=True)
    for name in (
        "bot/__init__.py",
        "bot/__main__.py",
        "bot/bootstrap.py",
        "constraints.txt",
        "pyproject.toml",
    ):
        shutil.copy(ROOT / name, folder / name)
    executables = folder / ".venv" / "bin"
    executables.mkdir(parents=True)
    for name, text in (("python", ACTOR), ("cancelbot", PROGRAM)):
        (executables / name).write_text(text)
        (executables / name).chmod(0o755)
    return Checkout(folder)


def test_the_first_start_installs_the_pinned_versions_and_runs_the_program(checkout: Checkout) -> None:
    run = checkout.run("run", "--port", "8080")

    assert run.stdout == "started with run --port 8080\n"
    build_tool, program = checkout.asked()
    assert build_tool.endswith("-c constraints.txt hatchling")
    assert program.endswith("-c constraints.txt --no-build-isolation --editable .")


def test_the_second_start_installs_nothing(checkout: Checkout) -> None:
    checkout.run("run")
    asked = checkout.asked()

    run = checkout.run("run")

    assert run.stdout == "started with run\n"
    assert checkout.asked() == asked


@pytest.mark.parametrize("name", ["constraints.txt", "pyproject.toml"])
def test_a_changed_requirement_is_installed(checkout: Checkout, name: str) -> None:
    checkout.run("run")
    asked = checkout.asked()
    with (checkout.folder / name).open("a") as file:
        file.write("# changed\n")

    checkout.run("run")

    assert checkout.asked() == asked * 2


def test_a_moved_checkout_is_installed_again(checkout: Checkout) -> None:
    checkout.run("run")
    asked = checkout.asked()

    moved = Checkout(checkout.folder.rename(checkout.folder.with_name("elsewhere")))
    moved.run("run")

    assert moved.asked() == asked * 2


def test_a_failed_set_up_shows_the_command_and_is_tried_again(checkout: Checkout) -> None:
    python = checkout.folder / ".venv" / "bin" / "python"
    python.write_text(ACTOR.replace(">>", "&& false >>"))

    failed = checkout.run("run")
    python.write_text(ACTOR)
    again = checkout.run("run")

    assert failed.returncode == 1
    assert f"cd '{checkout.folder}' && '{python}' -m pip install" in failed.stderr
    assert again.stdout == "started with run\n"


def test_pip_is_kept_from_installing_elsewhere(checkout: Checkout) -> None:
    python = checkout.folder / ".venv" / "bin" / "python"
    python.write_text(ACTOR.replace('echo "$@"', 'echo "user=$PIP_USER target=$PIP_TARGET path=$PYTHONPATH"'))

    checkout.run("run", PIP_USER="1", PIP_TARGET="/elsewhere", PYTHONPATH="/elsewhere")

    assert set(checkout.asked()) == {"user=0 target= path="}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["script", "publish", "--help"]])
def test_whoever_asks_for_help_installs_nothing(checkout: Checkout, arguments: list[str]) -> None:
    asking = checkout.run(*arguments)

    assert (asking.returncode, checkout.asked()) == (0, [])
    assert "python3 -m bot run" in asking.stdout
    assert "This folder is not set up" in asking.stdout


def test_help_comes_from_the_program_once_it_is_there(checkout: Checkout) -> None:
    checkout.run("run")

    assert checkout.run("--help").stdout == "started with --help\n"


def test_an_environment_of_another_checkout_is_left_alone(checkout: Checkout) -> None:
    own = checkout.folder / ".venv"
    other = own.rename(checkout.folder.parent / "other")
    own.symlink_to(other)

    refused = checkout.run("run")

    assert (refused.returncode, checkout.asked()) == (1, [])
    assert f"{own} is a link to {other}" in refused.stderr
    assert f"rm '{own}'" in refused.stderr
    assert list(other.iterdir()) == [other / "bin"]


APT = """#!/bin/sh
echo "$@" >> "$(dirname "$0")/asked"
"""
NEEDS = 'from bot import bootstrap; bootstrap.set_up_press((("libc.so.6", "libc6"), ("libx.so.9", "libx9")))'


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may install packages without being asked")
def test_a_library_that_prints_pdfs_is_installed_and_told_where_it_cannot_be(
    checkout: Checkout, tmp_path: Path
) -> None:
    apt = tmp_path / "apt-get"
    apt.write_text(APT)
    apt.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"

    run = subprocess.run(
        [sys.executable, "-S", "-c", NEEDS],
        cwd=checkout.folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )

    asked = (tmp_path / "asked").read_text().splitlines()
    assert [line.split("Dpkg::Use-Pty=0 ")[1] for line in asked] == [
        "update",
        "install -y --no-install-recommends libx9",
    ]
    assert "confirmations go without a PDF until these are installed" in run.stderr
    assert run.stderr.endswith("apt-get install -y libx9\n")
