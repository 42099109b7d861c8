"""One running demo a module: each test takes a phone or a chat of its own."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.web.sandbox.demo import Demo, running_demo

_strangers = itertools.count(491713920050)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The demo's web process on a real port."""
    folder: Path = tmp_path_factory.mktemp("demo")
    with running_demo(folder) as running:
        yield running


@pytest.fixture
def chat() -> int:
    """A Telegram chat that nobody has used."""
    return next(_strangers)


@pytest.fixture
def number(chat: int) -> str:
    """A phone that nobody has used."""
    return f"+{chat}"
