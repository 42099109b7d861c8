"""A demo on a real loopback server, with a worker of its own where a test wants one.

`python -m tests.bot.web.sandbox.demo` starts one to look at.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from bot.backoffice.local import LocalBackOffice
from bot.outbounds import Outbounds
from bot.processes.prepare import make_demo
from bot.processes.worker import Worker
from bot.sandbox.accounts import DemoAccount, account_of_brand
from bot.sandbox.wiring import sandbox_account, sandbox_outbound
from bot.settings import Settings
from bot.web.calls import call_routes
from bot.web.chat import chat_routes
from bot.web.desk import desk_routes
from bot.web.errors import handle_errors
from bot.web.routing import Web
from bot.web.sandbox import sandbox_routes
from bot.web.security import secure
from bot.web.start import start_routes
from bot.web.streams import Streams
from bot.web.webhooks import webhook_routes
from bot.web.widget import widget_routes
from bot.wiring import Application, utc_now
from channels.base import Outbound
from storage.changes import Changes
from storage.database import Database
from storage.encryption import MasterKeys
from storage.migrate import upgrade

ADA = "+491713920001"
ADAS_CHAT = 491713920001


@dataclass(frozen=True)
class Demo:
    """The running demo."""

    app: Application
    flask: Flask

    @property
    def url(self) -> str:
        return self.app.settings.base_url

    def account(self, kind: str) -> DemoAccount:
        found = account_of_brand(self.app, kind, "demo")
        assert found is not None
        return found

    def outbound(self, kind: str) -> Outbound:
        """What the worker sends through."""
        return sandbox_outbound(self.app.database, self.app.settings, self.app.clock)(self.account(kind).row)

    def change_account(self, kind: str, **settings: str) -> None:
        """Give the brand's account other settings."""
        row = self.account(kind).row
        with self.app.database.write() as uow:
            uow.accounts.save(replace(row, settings={**row.settings, **settings}))
        self.app.directory.forget()


def settings_of(folder: Path, **changes: Any) -> Settings:
    settings = Settings(
        database_url=f"sqlite:///{folder / 'demo.db'}",
        data=folder,
        checkpoints=folder / "checkpoints",
        base_url="http://127.0.0.1:8700",
        host="127.0.0.1",
        port=8700,
        web_threads=8,
        agents_wait="minutes",
        master_keys=None,
    )
    return replace(settings, **changes)


def made_demo(settings: Settings) -> Application:
    """The application on a fresh database with the demo in it."""
    database = Database.open(settings.database_url, MasterKeys.from_bytes(bytes(32), "test"))
    upgrade(database)
    app = Application(settings, database, lambda brand: LocalBackOffice(database, brand, utc_now))
    make_demo(app)
    return app


def assembled(app: Application, streams: Streams) -> Flask:
    """What the simulators need of the web process."""
    flask = Web()
    handle_errors(flask)
    secure(flask, app)
    reception = (chat_routes, widget_routes, webhook_routes, call_routes)
    for routes in (*reception, desk_routes, start_routes, sandbox_routes):
        flask.register_blueprint(routes(app, streams))
    return flask


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - named by werkzeug
        pass


def _nothing(environ: Any, start_response: Any) -> Any:
    start_response("503 Starting", [])
    return []


@contextmanager
def running_demo(folder: Path, port: int = 0) -> Iterator[Demo]:
    """The demo's web process. The server comes first: what it serves has to know its port."""
    server = make_server("127.0.0.1", port, _nothing, threaded=True, request_handler=_Quiet)
    server.daemon_threads = True  # type: ignore[attr-defined]
    here = {"port": server.server_port, "base_url": f"http://127.0.0.1:{server.server_port}"}
    app = made_demo(settings_of(folder, **here))
    streams = Streams()
    demo = Demo(app, assembled(app, streams))
    server.app = demo.flask
    with Changes(app.database) as changes:
        changes.subscribe(streams.wake)
        yield from _served(server, demo)
        streams.close()
    app.database.close()


def _served(server: BaseWSGIServer, demo: Demo) -> Iterator[Demo]:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield demo
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def working(demo: Demo) -> Iterator[None]:
    """A worker beside the web process, wired as `cancelbot worker` wires it."""
    settings = demo.app.settings
    app = replace(demo.app, channel_account=lambda row: sandbox_account(row, settings))
    worker = Worker(app, Outbounds(sandbox_outbound(app.database, settings, app.clock)))
    thread = threading.Thread(target=worker.run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        worker.stop()
        thread.join(20)


if __name__ == "__main__":
    import tempfile
    import time

    with tempfile.TemporaryDirectory() as kept, running_demo(Path(kept), 8790) as shown, working(shown):
        while True:
            time.sleep(60)
