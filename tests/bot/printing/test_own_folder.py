"""The press's fonts stand in a folder of its process; who is killed leaves none for long."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.printing.own_folder import own_folder
from tests.structure.sources import ROOT

PRESS = """
import sys
from pathlib import Path
from bot.printing.press import Press
press = Press(folder=Path(sys.argv[1]))
print(press.problem, flush=True)
sys.stdin.read()
"""


def pressing(folder: Path, system: Path) -> subprocess.Popen[str]:
    """A process whose press is ready."""
    process = subprocess.Popen(
        [sys.executable, "-c", PRESS, str(folder)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(system)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "None\n"
    return process


def fonts_in(folder: Path) -> list[list[str]]:
    """The fonts of each folder below this one."""
    own = [each for each in folder.iterdir() if each.is_dir()]
    return [[file.name for file in each.iterdir() if file.name != "lock"] for each in own]


def test_whoever_is_killed_leaves_theirs_to_the_next_who_clears_it(tmp_path: Path) -> None:
    folder, system = tmp_path / "press", tmp_path / "system"
    system.mkdir()
    for _ in range(3):
        process = pressing(folder, system)
        process.kill()
        process.communicate()
        assert [len(fonts) for fonts in fonts_in(folder)] == [3]
    ended = pressing(folder, system)
    ended.communicate("")

    assert fonts_in(folder) == []
    assert list(system.iterdir()) == []


def test_nobody_s_is_cleared_who_lives(tmp_path: Path) -> None:
    folder = tmp_path / "press"
    living = pressing(folder, tmp_path)
    try:
        mine = own_folder(folder)
        again = own_folder(folder)
        assert len({mine, again}) == 2
        assert sorted(len(fonts) for fonts in fonts_in(folder)) == [0, 0, 3]
    finally:
        living.communicate("")


def test_where_no_folder_can_be_made_it_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(OSError, match="file"):
        own_folder(tmp_path / "file" / "press")
