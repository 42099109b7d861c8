"""The fixtures of conftest.py deliver what they say."""

from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Page
from sqlalchemy import text

from storage.encryption import MasterKeys
from tests.__main__ import has_room, variables
from tests.engines import opened_database
from tests.postgres import PostgresServer


def test_a_database_is_empty_and_new_for_each_use(postgres_server: PostgresServer) -> None:
    first = postgres_server.create_database()
    second = postgres_server.create_database()

    assert first.startswith("postgresql+psycopg://")
    assert first != second
    for url in (first, second):
        with psycopg.connect(url.replace("+psycopg", "")) as connection:
            connection.execute("CREATE TABLE only_here (x int)")
        postgres_server.drop_database(url)


def test_a_copy_holds_what_its_template_held_and_is_apart_from_it(postgres_server: PostgresServer) -> None:
    template = postgres_server.create_database()
    with psycopg.connect(template.replace("+psycopg", "")) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS x")
    copy = postgres_server.copy_database(template)
    with psycopg.connect(copy.replace("+psycopg", "")) as connection:
        connection.execute("INSERT INTO kept VALUES (8)")

        assert connection.execute("SELECT x FROM kept").fetchall() == [(7,), (8,)]
    with psycopg.connect(template.replace("+psycopg", "")) as connection:
        assert connection.execute("SELECT x FROM kept").fetchall() == [(7,)]


def test_a_database_is_dropped_under_a_connection_left_open(postgres_server: PostgresServer) -> None:
    url = postgres_server.create_database()
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        postgres_server.drop_database(url)

        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")


def test_a_test_runs_on_both_databases(database_url: str, tmp_path: Path) -> None:
    assert database_url.startswith((f"sqlite:///{tmp_path}", "postgresql+psycopg://"))


def test_a_page_shows_what_it_is_given(page: Page) -> None:
    page.set_content("<h1>Welcome back</h1>")

    assert page.get_by_role("heading").inner_text() == "Welcome back"


def test_a_statement_is_compiled_once_for_all_databases_of_a_kind(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    copies = [postgres_server.create_database(), postgres_server.create_database()]
    for pair in ([f"sqlite:///{tmp_path}/{name}.db" for name in "ab"], copies):
        statement = text("SELECT :one").bindparams(one=len(pair))
        hits = []
        for url in pair:
            database = opened_database(url, MasterKeys.from_bytes(bytes(32)))
            with database.engine.connect() as connection:
                answer = connection.execute(statement)
                hits.append(answer.context.cache_hit.name)
                assert answer.scalar_one() == 2, "each still has its own values"
            database.close()

        assert hits[1:] == ["CACHE_HIT"]


def test_files_are_kept_in_memory_only_where_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTEST_DEBUG_TEMPROOT", "/somewhere")

    assert not has_room(str(tmp_path / "none"))
    assert variables()["PYTEST_DEBUG_TEMPROOT"] == "/somewhere", "whoever wants it elsewhere has it there"
    assert "PYTHONDONTWRITEBYTECODE" not in variables()
