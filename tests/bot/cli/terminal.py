"""`cancelbot` as a process: run to its end, or as `chat --jsonl` spoken to line by line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from select import select
from tempfile import TemporaryFile
from typing import IO, Any

from tests.bot.cli.warm import Warm

Json = dict[str, Any]
ROOT = Path(__file__).parents[3]


def environment(folder: Path, url: str | None = None) -> dict[str, str]:
    """What a process gets: its database and its key are in the folder."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CANCELBOT_")}
    database = url or f"sqlite:///{folder}/chat.db"
    return {
        **clean,
        "CANCELBOT_DATA": str(folder),
        "CANCELBOT_DATABASE_URL": database,
        "CANCELBOT_UNDERSTANDING": "phrases",  # a worker would learn meanwhile
    }


def cancelbot(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "bot.cli", *arguments]


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command came to."""

    returncode: int
    stdout: str
    stderr: str


@lru_cache(maxsize=1)
def warm() -> Warm:
    """What forks for the commands of these tests."""
    return Warm()


def run(environment: Mapping[str, str], *arguments: str, given: str = "") -> Ended:
    """Run a command to its end."""
    with TemporaryFile() as stdin, TemporaryFile() as stdout, TemporaryFile() as stderr:
        stdin.write(given.encode())
        stdin.seek(0)
        code = code_of(
            warm().start(environment, arguments, [each.fileno() for each in (stdin, stdout, stderr)])
        )
        stdout.seek(0)
        stderr.seek(0)
        return Ended(code, stdout.read().decode(), stderr.read().decode())


def code_of(ended: int, timeout: float = 60) -> int:
    """The exit code, once it can be read there."""
    with open(ended, "rb") as told:
        assert select([told], [], [], timeout)[0], "the command did not come to its end"
        return int(told.read())


def alone(environment: Mapping[str, str], *arguments: str, given: str = "") -> Ended:
    """The same in a process that begins from nothing, as whoever types the command has it."""
    done = subprocess.run(
        cancelbot(*arguments),
        input=given,
        env=dict(environment),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


class Terminal:
    """A running chat. `said` collects all that the bot said, `sent` what went to other addresses."""

    def __init__(self, into: IO[bytes], out: IO[bytes], errors: IO[bytes], end: Callable[[], int]) -> None:
        self._into, self._out, self._errors, self._end = into, out, errors, end
        self.answer: Json = {}
        self.sent: list[Json] = []

    def line(self, line: bytes) -> Json:
        """One line in; the one line that comes out upon it."""
        self._into.write(line + b"\n")
        self._into.flush()
        self.answer = json.loads(self._out.readline())
        self.sent += self.answer.get("outbox", [])
        return self.answer

    def say(self, text: str) -> Json:
        return self.line(json.dumps({"text": text}).encode())

    def press(self, choice: str) -> Json:
        return self.line(json.dumps({"choice": choice}).encode())

    @property
    def text(self) -> str:
        """All that the newest answer says."""
        return "\n".join(message["text"] for message in self.answer["messages"])

    @property
    def choices(self) -> list[str]:
        """What the newest answer lets choose from."""
        asked: list[list[str]] = [
            [choice["id"] for choice in message["choices"]]
            for message in self.answer["messages"]
            if message["choices"]
        ]
        return asked[-1] if asked else []

    def end(self) -> tuple[int, bytes, bytes]:
        """Close its input: the exit code, and what it still wrote on either output."""
        self._into.close()
        return self._end(), self._out.read(), self._errors.read()


@contextmanager
def chatting(environment: Mapping[str, str], *arguments: str) -> Iterator[Terminal]:
    """A chat that ends with the block, or by `Terminal.end`."""
    stdin, into = os.pipe()
    out, stdout = os.pipe()
    with TemporaryFile() as errors:
        ended = warm().start(environment, ["chat", "--jsonl", *arguments], [stdin, stdout, errors.fileno()])
        os.close(stdin)
        os.close(stdout)
        with os.fdopen(into, "wb") as given, os.fdopen(out, "rb") as said:

            def end() -> int:
                code = code_of(ended)
                errors.seek(0)
                return code

            yield Terminal(given, said, errors, end)


@contextmanager
def chatting_alone(environment: Mapping[str, str], *arguments: str) -> Iterator[Terminal]:
    """The same in a process that begins from nothing."""
    process = subprocess.Popen(
        cancelbot("chat", "--jsonl", *arguments),
        env=dict(environment),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            yield Terminal(process.stdin, process.stdout, process.stderr, lambda: process.wait(30))
        finally:
            process.kill()
