"""Starting and stopping, as seen by whoever does it at a terminal."""

import subprocess
from pathlib import Path

from tests.journeys.people import Visitor
from tests.journeys.running import Running, free_port, own_command, running


def test_a_port_that_is_taken_is_said_plainly(demo: Running, data: Path) -> None:
    answer = subprocess.run(
        own_command("run", "--port", str(demo.port)),
        env={"CANCELBOT_DATA": str(data), "PATH": ""},
        capture_output=True,
        timeout=60,
        check=False,
        text=True,
    )

    assert answer.returncode != 0
    assert f"CANCELBOT_PORT: 127.0.0.1:{demo.port} cannot be listened on" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_what_was_said_is_there_after_a_restart(data: Path) -> None:
    port = free_port()
    with running(own_command("run"), data, port=port) as first:
        ada = Visitor.of(first, "BL-1001")
        ada.say("I want to cancel")
        before = ada.state()
    with running(own_command("run"), data, port=port) as again:
        assert ada.state() == before
        ada.press()
        ada.press()
        assert ada.answer["record"]
        assert not again.errors(), again.log
