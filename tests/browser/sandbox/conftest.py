"""A demo with its worker, and pages whose every complaint fails the test."""

from collections.abc import Iterator

import pytest

from tests.bot.web.sandbox.demo import Demo, running_demo, working
from tests.browser.complaints import complaints

__all__ = ["complaints"]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """One demo a module: each test is a customer or a phone of its own."""
    with running_demo(tmp_path_factory.mktemp("demo")) as running, working(running):
        yield running
