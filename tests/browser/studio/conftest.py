"""A served studio, and an admin in a browser whose every complaint fails the test."""

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import WSGIRequestHandler, make_server

from bot.web.studio import studio_routes
from tests.bot.web.chat.house import House, opened, seed
from tests.browser.complaints import Complaints, complaints_of_all

__all__ = ["complaints_of_all"]

LogIn = Callable[..., Page]


@dataclass(frozen=True)
class Served:
    """The demo behind a real server."""

    house: House
    url: str


class Quiet(WSGIRequestHandler):
    """Logs nothing."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - named by werkzeug
        pass


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo, to be copied: making it takes longer than most of these tests."""
    folder = tmp_path_factory.mktemp("seeded")
    seed(f"sqlite:///{folder}/seeded.db", folder)
    return folder / "seeded.db"


@pytest.fixture
def served(seeded_file: Path, tmp_path: Path) -> Iterator[Served]:
    shutil.copy(seeded_file, tmp_path / "demo.db")
    url = f"sqlite:///{tmp_path}/demo.db"
    with opened(url, tmp_path) as house:
        if "studio" not in house.flask.blueprints:
            house.flask.register_blueprint(studio_routes(house.app, house.streams))
        server = make_server("127.0.0.1", 0, house.flask, threaded=True, request_handler=Quiet)
        server.daemon_threads = True  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield Served(house, f"http://127.0.0.1:{server.server_port}")
        finally:
            house.streams.close()
            server.shutdown()
            server.server_close()
            thread.join()


@pytest.fixture
def log_in(browser: Browser, served: Served, complaints: Complaints) -> Iterator[LogIn]:
    """Open a page of the studio as the demo's admin."""
    contexts: list[BrowserContext] = []

    def logged_in(path: str = "", width: int = 1280, scheme: str = "light") -> Page:
        context = browser.new_context(
            base_url=f"{served.url}/studio/",
            viewport={"width": width, "height": 860},
            color_scheme=scheme,  # type: ignore[arg-type]
            locale="en-GB",
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        complaints.listen_to(page)
        page.goto("/login?next=/studio/")
        page.fill("[name=email]", "admin")
        page.fill("[name=password]", "demo-admin-2026")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Revisions", exact=True).wait_for()
        if path:
            page.goto(path)
        return page

    yield logged_in
    for context in contexts:
        context.close()
