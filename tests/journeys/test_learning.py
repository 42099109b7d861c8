"""The chat understands by a model that is there, and neither it nor the worker loads what learns."""

from pathlib import Path

import pytest

from bot.learning.files import write
from bot.learning.making import learning_from, shipped_model
from dialogs.meaning import Label
from dialogs.understanding.routing.training import train
from tests.dialogs.understanding.routing.small import UNHEARD, some_utterances
from tests.journeys.people import Visitor
from tests.journeys.running import own_command, running


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_running_program_guesses_and_loads_no_training(tmp_path: Path) -> None:
    """A small model has the name of what ships, which takes longer to make than a journey shall."""
    folder = tmp_path / "understanding"
    folder.mkdir()
    write(shipped_model(folder), train(some_utterances(), learning_from()))

    with running(own_command("run"), tmp_path, variables={"CANCELBOT_UNDERSTANDING": "examples"}) as program:
        begun = Visitor.of(program, "BL-1001").say(UNHEARD[Label.CANCEL])

        assert begun["case"] is not None
        assert "learning to understand customers" not in program.log
        for name in ("web", "worker"):
            loaded = Path(f"/proc/{program.pid_of(name)}/maps").read_text(encoding="utf-8")
            assert "sklearn" not in loaded, f"{name} loads 100 MB that only learning needs"
        assert not program.errors(), program.log
