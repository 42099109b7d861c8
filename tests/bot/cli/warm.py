"""A process that has loaded the program and forks for each command: a second saved with each of them.

    python -m tests.bot.cli.warm

What is forked is a process of its own with its own environment, arguments, input and outputs, which runs the
very command line. That a command also starts by itself is tested once for each (`terminal.alone`).
"""

import io
import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import NoReturn

from bot.bootstrap import ROOT
from bot.cli import COMMANDS, main
from dialogs.packaged import packaged_script, packaged_scripts
from dialogs.script import load
from dialogs.understanding import packaged_phrases

LOADED = ("chat", "script", "test", "check", "openapi", "seed")
LONGEST_REQUEST = 100_000


class Warm:
    """The process, from outside. Close it."""

    def __init__(self) -> None:
        self._here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with there:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.bot.cli.warm"], stdin=there.fileno(), cwd=ROOT
            )

    def start(self, environment: Mapping[str, str], arguments: Sequence[str], ends: Sequence[int]) -> int:
        """Run a command; where its exit code can be read once it is over.

        Args:
            ends: what it has as input, output and errors. They stay open here.
        """
        ended, tells = os.pipe()
        asked = json.dumps({"environment": dict(environment), "arguments": list(arguments)})
        socket.send_fds(self._here, [asked.encode()], [*ends, tells])
        os.close(tells)
        return ended

    def close(self) -> None:
        self._here.close()
        self._process.wait(30)


def serve(asked: socket.socket) -> None:
    """Fork for each request until nobody asks any more."""
    while True:
        request, ends, _, _ = socket.recv_fds(asked, LONGEST_REQUEST, 4)
        if not request:
            return
        child = os.fork()
        if child == 0:
            asked.close()
            watch(json.loads(request), ends)
        for end in ends:
            os.close(end)
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def watch(request: dict[str, object], ends: list[int]) -> NoReturn:
    """Have a command run, and tell how it ended."""
    *streams, tells = ends
    child = os.fork()
    if child == 0:
        os.close(tells)
        become(request, streams)
    for stream in streams:
        os.close(stream)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.write(tells, str(code).encode())
    os._exit(0)


def become(request: dict[str, object], streams: list[int]) -> NoReturn:
    """Be the command: with its own environment, arguments, input and outputs."""
    environment, arguments = request["environment"], request["arguments"]
    assert isinstance(environment, dict)
    assert isinstance(arguments, list)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["cancelbot", *arguments]
    sys.stdin = io.TextIOWrapper(io.FileIO(0, "r", closefd=False), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), encoding="utf-8", write_through=True)
    try:
        main(prog_name="cancelbot")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())  # as an interpreter that ends by it
        code = 1
    else:
        code = 0
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def get_ready() -> None:
    """What nearly every command reads."""
    for command in LOADED:
        import_module(COMMANDS[command].partition(":")[0])
    packaged_phrases()
    for name in packaged_scripts():
        load(packaged_script(name))


if __name__ == "__main__":
    get_ready()
    with socket.socket(fileno=os.dup(0)) as requests:
        serve(requests)
