"""Starts the fake chat server, and a brand's page with the widget in it, on ports of their own.

`python -m tests.browser.widget.fake_server` starts both to look at.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from typing import Any

from flask import Flask, Response
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.browser.widget.fake_chat import FakeChat
from tests.browser.widget.fake_routes import make_app

BRAND_PAGE = """<!doctype html>
<html lang="en">
<head>
  <title>Northwind</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="icon" href="data:,">
  <style>
    body {{ font: 16px/1.5 sans-serif; margin: 40px; max-width: 640px }}
    button {{ padding: 12px; font-size: 40px }} /* must not reach the widget's own buttons */
  </style>
</head>
<body>
  <main>
    <h1>My membership</h1>
    <p>Northwind Plus, since 2022.</p>
    <button data-cancelbot-open>Cancel my contract</button>
  </main>
  <script type="module" src="{origin}/widget/embed.js" data-brand="demo" {data}></script>
</body>
</html>
"""


class Quiet(WSGIRequestHandler):
    """HTTP/1.1, so that streams are chunked, and without a line for each request."""

    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 (werkzeug's name)
        pass


@contextmanager
def serving(app: Flask, port: int = 0) -> Iterator[int]:
    """Serve an app in a thread; gives the port."""
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def running_chat(port: int = 0) -> Iterator[FakeChat]:
    chat = FakeChat()
    with serving(make_app(chat), port) as chat.port:
        yield chat
        chat.cut_streams()


def brand_page(chat: FakeChat, **data: str) -> Flask:
    """A page of the brand, on an origin of its own, with a policy as strict as it may have."""
    app = Flask(__name__, static_folder=None)

    @app.get("/")
    def home() -> Response:
        attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
        response = Response(BRAND_PAGE.format(origin=chat.origin, data=attributes))
        response.headers["Content-Security-Policy"] = (
            f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
            f"script-src {chat.origin}; frame-src {chat.origin}"
        )
        return response

    return app


if __name__ == "__main__":
    with running_chat(port=8099) as running, serving(brand_page(running), 8098):
        running.embed_origins = ("http://localhost:8098",)
        threading.Event().wait()
