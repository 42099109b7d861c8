"""A desk with things going on: what a browser test, or somebody who wants to look, starts from."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from werkzeug.serving import WSGIRequestHandler, make_server

from storage.changes import Changes
from storage.database import Database
from tests.bot.web.desk.world import World


class _Quiet(WSGIRequestHandler):
    """Logs nothing, and lets the server end while event streams are open."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - named by werkzeug
        pass


@contextmanager
def serving(database: Database, folder: Path) -> Iterator[tuple[World, str]]:
    """The world behind a real server, its streams woken by commits; and the server's address."""
    world = World(database, folder)
    server = make_server("127.0.0.1", 0, world.flask, threaded=True, request_handler=_Quiet)
    server.daemon_threads = True  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    with Changes(database) as changes:
        changes.subscribe(world.streams.wake)
        thread.start()
        try:
            yield world, f"http://127.0.0.1:{server.server_port}"
        finally:
            world.streams.close()
            server.shutdown()
            server.server_close()
            thread.join()


def busy_day(world: World) -> None:
    """Three who wait, one held by a colleague, one with the bot, and a message that was not sent."""
    clock, home = world.clock, world.house
    clock.ahead = timedelta(minutes=-42)
    dispute = world.customer("sms")
    dispute.says("I already cancelled in March and you still charged me 29.90!!! This is wrong")
    world.deliver()
    clock.ahead = timedelta(minutes=-11)
    declared = world.customer()
    declared.says("I want to cancel")
    declared.says("", choice="unable")
    declared.says("Jutta Berg, contract 4711, jutta.berg@example.com, please confirm by mail")
    clock.ahead = timedelta(minutes=-3)
    world.waiting()
    held = world.waiting("sms")
    robin = world.client("Robin")
    robin.act(held, "claim")
    robin.write(held, "Hello, I am looking at your invoice just now.")
    robin.note(held, "Invoice 2207 was paid twice, accounting knows.")
    world.deliver()
    clock.ahead = timedelta(minutes=-1)
    world.customer().says("hello")
    world.sender.refusing = "21610: the number does not exist"
    late = world.customer("sms", home)
    late.says("status please")
    world.deliver()
    world.sender.refusing = None
    clock.ahead = timedelta()
