"""`cancelbot chat --jsonl` in a process of its own, spoken to line by line."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Json = dict[str, Any]
ROOT = Path(__file__).parents[3]


def environment(folder: Path, url: str | None = None) -> dict[str, str]:
    """What a process gets: its database and its key are in the folder."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CANCELBOT_")}
    database = url or f"sqlite:///{folder}/chat.db"
    return {**clean, "CANCELBOT_DATA": str(folder), "CANCELBOT_DATABASE_URL": database}


def cancelbot(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "bot.cli", *arguments]


def run(environment: Mapping[str, str], *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        cancelbot(*arguments),
        input=given,
        env=dict(environment),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


class Terminal:
    """A running chat. `said` collects all that the bot said, `sent` what went to other addresses."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self.answer: Json = {}
        self.sent: list[Json] = []

    def line(self, line: bytes) -> Json:
        """One line in; the one line that comes out upon it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + b"\n")
        self._process.stdin.flush()
        self.answer = json.loads(self._process.stdout.readline())
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
        out, err = self._process.communicate(timeout=30)
        return self._process.returncode, out, err


@contextmanager
def chatting(environment: Mapping[str, str], *arguments: str) -> Iterator[Terminal]:
    """A chat that runs until the end of the block."""
    process = subprocess.Popen(
        cancelbot("chat", "--jsonl", *arguments),
        env=dict(environment),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        try:
            yield Terminal(process)
        finally:
            process.kill()
