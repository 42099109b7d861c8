"""A model is made once, by one process, whole or not at all; a damaged one is made anew."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from bot.learning.files import BusyElsewhere, alone_in, opened, write
from bot.learning.making import is_made, learning_from, make, shipped_model
from bot.learning.models import Models, brand_model
from bot.learning.upkeep import Upkeep
from dialogs.understanding.routing import DamagedModel
from dialogs.understanding.routing.training import train
from tests.dialogs.understanding.routing.small import some_utterances

FEW = some_utterances()[::20]


def learnt() -> bytes:
    return train(FEW, learning_from(), 1, 0)


class Times:
    """Monotonic seconds that pass only when told."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_is_made_once(tmp_path: Path) -> None:
    assert not is_made(tmp_path)
    assert make(tmp_path, learnt=learnt)
    assert is_made(tmp_path)
    assert not make(tmp_path, learnt=learnt)


def test_one_of_two_makes_it(tmp_path: Path) -> None:
    made: list[bool] = []
    threads = [
        threading.Thread(target=lambda: made.append(make(tmp_path, wait=True, learnt=learnt)))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(made) == [False, False, True]


def test_who_need_not_wait_is_told_that_another_is_at_it(tmp_path: Path) -> None:
    with alone_in(tmp_path, wait=False), pytest.raises(BusyElsewhere):
        make(tmp_path, learnt=learnt)


@pytest.mark.parametrize("damage", [b"", b"no model", None])
def test_a_damaged_one_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    make(tmp_path, learnt=learnt)
    path = shipped_model(tmp_path)
    content = bytearray(path.read_bytes())
    content[-1000] ^= 4
    path.write_bytes(bytes(content) if damage is None else damage)

    with pytest.raises(DamagedModel):
        opened(path)
    assert not is_made(tmp_path)
    assert make(tmp_path, learnt=learnt)
    assert is_made(tmp_path)


def test_a_killed_process_leaves_no_half_file(tmp_path: Path) -> None:
    writing = (
        "import sys\n"
        "from pathlib import Path\n"
        "from bot.learning.files import alone_in, write\n"
        "folder = Path(sys.argv[1])\n"
        "with alone_in(folder, wait=True):\n"
        "    print('begun', flush=True)\n"
        "    while True:\n"
        "        write(folder / 'x.model', b'whole' * 2_000_000)\n"
    )
    with subprocess.Popen([sys.executable, "-c", writing, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        deadline = time.monotonic() + 30
        while not (tmp_path / "x.model").exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.1)
        os.kill(process.pid, signal.SIGKILL)

    assert (tmp_path / "x.model").read_bytes() == b"whole" * 2_000_000
    with alone_in(tmp_path, wait=False):
        assert list(tmp_path.glob("*.unfinished")) == []


def test_what_phrases_of_before_have_taught_goes(tmp_path: Path) -> None:
    old = tmp_path / "shipped-0123.model"
    old.write_bytes(b"old")

    make(tmp_path, learnt=learnt)

    assert not old.exists()


def test_a_model_is_found_once_it_is_made(tmp_path: Path) -> None:
    clock = Times()
    models = Models(tmp_path, clock)
    assert models.of("demo") is None

    make(tmp_path, learnt=learnt)
    assert models.of("demo") is None  # nobody looks at the disk for every message
    clock.now = 11
    found = models.of("demo")

    assert found is not None
    assert found.learnt == learning_from()
    assert models.of("demo") is found


def test_a_brands_own_goes_before_what_ships(tmp_path: Path) -> None:
    make(tmp_path, learnt=learnt)
    write(brand_model(tmp_path, "demo"), train(FEW, f"{learning_from()} own", 1, 0))
    write(brand_model(tmp_path, "late"), train(FEW, "phrases of before", 1, 0))
    models = Models(tmp_path)

    assert [model and model.learnt for model in map(models.of, ("demo", "late", "else"))] == [
        f"{learning_from()} own",
        learning_from(),
        learning_from(),
    ]


def test_a_damaged_one_is_not_used(tmp_path: Path) -> None:
    make(tmp_path, learnt=learnt)
    shipped_model(tmp_path).write_bytes(b"garbage")

    assert Models(tmp_path).of("demo") is None


def test_without_a_folder_nothing_is_guessed() -> None:
    assert Models().of("demo") is None


def test_a_file_that_is_replaced_stays_what_was_opened(tmp_path: Path) -> None:
    make(tmp_path, learnt=learnt)
    model = opened(shipped_model(tmp_path))
    assert model is not None
    before = model.guess("cancel my plan")

    write(shipped_model(tmp_path), b"something else")

    assert model.guess("cancel my plan") == before


def test_a_worker_has_it_made_by_a_child_and_ends_that_with_itself(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    upkeep = Upkeep(
        tmp_path, [sys.executable, "-c", f"open({str(begun)!r}, 'w').close(); import time; time.sleep(600)"]
    )
    upkeep.start()
    deadline = time.monotonic() + 30
    while not begun.exists() and time.monotonic() < deadline:
        time.sleep(0.02)

    upkeep.stop()

    assert begun.exists()
    assert not any(thread.name == "learning" and thread.is_alive() for thread in threading.enumerate())


def test_a_worker_leaves_a_whole_one_alone(tmp_path: Path) -> None:
    make(tmp_path, learnt=learnt)
    begun = tmp_path / "begun"
    upkeep = Upkeep(tmp_path, [sys.executable, "-c", f"open({str(begun)!r}, 'w').close()"])

    upkeep.start()
    time.sleep(0.5)
    upkeep.stop()

    assert not begun.exists()
