"""The demo, running, on each database; every journey begins with the demo as it was made."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.running import Running, own_command, running


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def program(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """`cancelbot run` on an empty database, shared by a worker's journeys."""
    data = tmp_path_factory.mktemp("run")
    url = ""
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_server").create_database()
    with running(own_command("run", "--demo"), data, url) as started:
        yield started
    assert not started.errors(), started.log


@pytest.fixture
def demo(program: Running) -> Iterator[Running]:
    """The running demo, reset. Whatever is logged as an error during a journey fails it."""
    assert program.caller().post("/start/reset").status == 303
    since = len(program.log)
    yield program
    errors = program.errors(since)
    assert not errors, "\n".join(errors)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty folder for a program of the test's own."""
    return tmp_path / "data"
