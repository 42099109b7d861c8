"""The worker has a model made once for the phrases that ship, and the chat understands more from then on."""

from pathlib import Path

import pytest

from tests.journeys.people import Visitor
from tests.journeys.running import Running, own_command, running
from tests.journeys.waiting import until

UNSAID = "the gym membership thing has to go, i never train anyway"
"""No closed phrase has it, and no example has it word for word."""
SLOWEST_LEARNING = 240.0
"""Seconds, on a machine that runs all the tests meanwhile: it is some 20 s of a processor."""


@pytest.mark.slow
@pytest.mark.timeout(420)
def test_what_customers_write_is_learnt_beside_the_service(tmp_path: Path) -> None:
    folder = tmp_path / "understanding"
    folder.mkdir()
    (folder / "shipped-of-other-phrases.model").write_bytes(b"old")

    with running(own_command("run"), tmp_path, variables={"CANCELBOT_UNDERSTANDING": "examples"}) as program:
        assert not begins(program), "phrases alone know it"
        until(lambda: "understood from examples, too" in program.log, "a model", SLOWEST_LEARNING)
        until(lambda: begins(program), "a guess in the chat")

        assert len([*folder.glob("*.model")]) == 1, "what other phrases taught is gone"
        assert program.log.count("learning to understand customers") == 1
        for name in ("web", "worker"):
            assert "sklearn" not in Path(f"/proc/{program.pid_of(name)}/maps").read_text(encoding="utf-8")
        program.restart("worker")
        assert not program.errors(), program.log

    assert program.log.count("learning to understand customers") == 1


def begins(program: Running) -> bool:
    """Whether somebody who writes it begins to cancel."""
    return Visitor.of(program, "BL-1001").say(UNSAID)["case"] is not None
