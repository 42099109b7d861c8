"""The demo behind a real server, and browsers whose every complaint fails the test."""

import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from werkzeug.serving import WSGIRequestHandler, make_server

from bot.publishing import Dialogs
from tests.bot.casepage.conftest import Browser
from tests.bot.confirming.conftest import cancelling, number_of
from tests.bot.web.chat.house import House, opened, seed
from tests.browser.complaints import complaints

__all__ = ["complaints"]


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - named by werkzeug
        pass


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    seed(f"sqlite:///{folder}/seeded.db", folder)
    return folder / "seeded.db"


@pytest.fixture
def house(seeded: Path, tmp_path: Path) -> Iterator[House]:
    shutil.copy(seeded, tmp_path / "case.db")
    with opened(f"sqlite:///{tmp_path}/case.db", tmp_path, Dialogs()) as house:
        yield house


@pytest.fixture
def url(house: House) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, house.flask, threaded=True, request_handler=_Quiet)
    server.daemon_threads = True  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    house.streams.close()
    server.shutdown()
    thread.join()
    server.server_close()


def deliver(house: House) -> None:
    """On a thread of its own: sealing runs an event loop, as this one does where a browser is driven."""
    with ThreadPoolExecutor(1) as worker:
        worker.submit(house.run_due).result()


@pytest.fixture
def ada(house: House) -> Browser:
    """She has cancelled, and nothing was carried out yet."""
    visitor = cancelling(house)
    return Browser(house, number_of(visitor), visitor.client)
