"""The demo on a database of its own, with everything at hand that a test of its border asks for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from bot.chats import Visitor, conversation_of, sender_of
from bot.deliver.loop import Deliverer
from bot.handoff import claim
from bot.outbounds import Outbounds
from bot.printing.press import Press
from bot.processes.prepare import make_demo
from bot.publishing import Dialogs
from bot.sandbox.kept import sent_rows
from bot.sandbox.wiring import direct_outbound
from bot.settings import Settings, read_settings
from bot.web.app import create_app
from bot.web.streams import Streams
from bot.wiring import Application
from dialogs.ids import ConversationId
from storage.database import Database
from storage.encryption import MasterKeys
from storage.migrate import upgrade
from storage.repositories.brands import AccountRow, BrandRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.runtime import SandboxMessageRow
from storage.repositories.staff import AgentRow
from storage.tables import metadata
from tests.bot.printing.one_page import OnePagePress
from tests.bot.web.chat.contract import DocumentedClient
from tests.bot.web.chat.office import Offices
from tests.engines import opened_database

KEYS = MasterKeys.from_bytes(b"h" * 32)
NOW = datetime(2026, 3, 10, 9, 30, 15, tzinfo=UTC)
BASE_URL = "http://localhost"
PRESS = Press()
"""Fonts and library are loaded once for all houses of a process."""
ONE_PAGE = OnePagePress(PRESS)
"""For those who do not read what is printed."""


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **span: float) -> None:
        """Let time pass, such as `minutes=11`."""
        self.now += timedelta(**span)


@dataclass(frozen=True)
class House:
    """A demo that is open: its parts, and what went out of it."""

    app: Application
    flask: Flask
    streams: Streams
    clock: Clock
    offices: Offices
    deliverer: Deliverer
    rows_before: dict[str, int]

    @property
    def brand(self) -> BrandRow:
        with self.app.database.read() as uow:
            found = uow.brands.by_slug("demo")
        assert found is not None
        return found

    def account(self, kind: str) -> AccountRow:
        """The demo's account of that kind of channel."""
        with self.app.database.read() as uow:
            return next(each for each in uow.accounts.of_brand(self.brand.id) if each.kind == kind)

    def forget(self, *kinds: str) -> None:
        """From now on the brand has no account of these kinds."""
        account = metadata.tables["account"]
        with self.app.database.engine.begin() as connection:
            connection.execute(
                update(account).where(account.c.kind.in_(kinds)).values(kind="no-" + account.c.kind)
            )
        self.app.directory.forget()

    def client(self) -> FlaskClient:
        """A browser, or a program, that was never here before."""
        return self.flask.test_client()

    def run_due(self) -> int:
        """Carry out every effect that is due; how many."""
        return self.deliverer.run_due()

    def sent(self, to: str | None = None) -> list[SandboxMessageRow]:
        """What went out on all channels, oldest first; to one receiver only when given."""
        with self.app.database.read() as uow:
            return sent_rows(uow, self.brand.id, to, 0)

    def count(self, table: str) -> int:
        """How many rows a table has got since the house was opened."""
        return self.rows()[table]

    @property
    def agent(self) -> AgentRow:
        """Somebody of the demo's staff."""
        with self.app.database.read() as uow:
            return uow.agents.of_brand(self.brand.id)[0]

    def conversation(self, token: str) -> ConversationRow:
        """The web chat with that token."""
        with self.app.database.read() as uow:
            found = conversation_of(uow, Visitor(self.account("webchat"), sender_of(token)))
        assert found is not None
        return found

    def claim(self, token: str) -> ConversationId:
        """Let the agent take over the chat with that token."""
        conversation = self.conversation(token).id
        claim(self.app, self.agent, conversation)
        return conversation

    def rows(self) -> dict[str, int]:
        """How many rows there are more of everything that a request may write."""
        now = rows_of(self.app.database)
        return {table: now[table] - self.rows_before[table] for table in now}


WRITTEN = ("inbox", "conversation", "message", "cancellation_case", "record", "effect", "contact", "person")


def rows_of(database: Database) -> dict[str, int]:
    """How many rows each of those tables has."""
    with database.engine.connect() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(metadata.tables[name])).scalar_one()
            for name in WRITTEN
        }


@contextmanager
def opened(
    url: str,
    data: Path,
    dialogs: Dialogs | None = None,
    clock: Clock | None = None,
    *,
    letters: bool = False,
    press: Press = PRESS,
) -> Iterator[House]:
    """The house on a database that holds the demo.

    Args:
        letters: it writes letters, as the demo does; most tests are about what goes otherwise.
        press: prints its documents.
    """
    clock = clock or Clock()
    database = opened_database(url, KEYS)
    offices = Offices(database, clock)
    app = Application(settings_for(url, data), database, offices.of, clock, dialogs or Dialogs(), press=press)
    streams = Streams()
    database.on_commit(streams.wake)
    outbounds = Outbounds(direct_outbound(database, clock))
    deliverer = Deliverer(app, outbounds, threads=1)
    flask = web_of(app, streams)
    try:
        house = House(app, flask, streams, clock, offices, deliverer, rows_of(database))
        if not letters:
            house.forget("letter")
        yield house
    finally:
        streams.close()
        deliverer.close()
        outbounds.close()
        database.close()


def settings_for(url: str, data: Path) -> Settings:
    environment = {"CANCELBOT_DATABASE_URL": url, "CANCELBOT_DATA": str(data)}
    return read_settings({**environment, "CANCELBOT_BASE_URL": BASE_URL})


def seed(url: str, data: Path, more: Callable[[Application], None] | None = None) -> None:
    """Tables and the demo in an empty database, as `cancelbot run` makes them."""
    database = opened_database(url, KEYS)
    try:
        upgrade(database)
        clock = Clock()
        app = Application(settings_for(url, data), database, Offices(database, clock).of, clock)
        make_demo(app)
        if more is not None:
            more(app)
    finally:
        database.close()


def web_of(app: Application, streams: Streams) -> Flask:
    """The web application, whose clients hold every answer against the contract."""
    flask = create_app(app, streams, demo=True)
    flask.test_client_class = DocumentedClient
    return flask
