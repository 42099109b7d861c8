"""The demo, running, on each database; every journey begins with the demo as it was made."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.running import Running, own_command, running
from tests.postgres import PostgresServer


@pytest.fixture(scope="session")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """`cancelbot run` on an empty SQLite database."""
    yield from _program(tmp_path_factory.mktemp("run"))


@pytest.fixture(scope="session")
def on_postgresql(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    """The same on PostgreSQL."""
    yield from _program(tmp_path_factory.mktemp("run"), postgres_server.create_database())


def _program(data: Path, url: str = "") -> Iterator[Running]:
    with running(own_command("run", "--demo"), data, url) as started:
        yield started
    assert not started.errors(), started.log


@pytest.fixture(params=["on_sqlite", pytest.param("on_postgresql", marks=pytest.mark.postgresql)])
def program(request: pytest.FixtureRequest) -> Running:
    """The running program, shared by all journeys of a worker: a start takes longer than most journeys."""
    started: Running = request.getfixturevalue(request.param)
    return started


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
