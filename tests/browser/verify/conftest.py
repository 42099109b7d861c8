"""The verify page on a real server, of a brand that seals with the examples' key."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import update
from werkzeug.serving import make_server

from bot.brands import NewBrand, create_brand
from bot.settings import read_settings
from bot.web.errors import handle_errors
from bot.web.routing import Web
from bot.web.security import secure
from bot.web.streams import Streams
from bot.web.verify import verify_routes
from bot.wiring import Application, utc_now
from storage.database import Database
from storage.encryption import MasterKeys
from storage.migrate import upgrade
from storage.tables import brand
from tests.bot.records.examples import PUBLIC_KEY
from tests.bot.web.desk.outside import Office
from tests.browser.complaints import complaints

__all__ = ["complaints"]


@pytest.fixture(scope="session")
def verify_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder: Path = tmp_path_factory.mktemp("verify")
    database = Database.open(f"sqlite:///{folder / 'verify.db'}", MasterKeys.from_bytes(b"v" * 32))
    upgrade(database)
    with database.write() as uow:
        create_brand(
            uow,
            NewBrand("acme", "Acme", "Europe/Berlin", "EUR", ("en",), "BL"),
            datetime(2026, 3, 10, tzinfo=UTC),
        )
    with database.engine.begin() as connection:
        connection.execute(update(brand).values(signing_public=PUBLIC_KEY))
    settings = read_settings({"CANCELBOT_DATA": str(folder)})
    app = Application(settings, database, Office(database, utc_now).of, utc_now)  # type: ignore[arg-type]
    flask = Web()
    handle_errors(flask)
    secure(flask, app)
    flask.register_blueprint(verify_routes(app, Streams()))
    yield flask
    database.close()


@pytest.fixture(scope="session")
def url(verify_app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, verify_app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/verify"
    server.shutdown()
    thread.join()
    server.server_close()
