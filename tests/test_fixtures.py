"""The fixtures of conftest.py deliver what they say."""

from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Page

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
