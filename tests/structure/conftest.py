"""What the project says of itself in pyproject.toml."""

import re
import tomllib
from typing import Any

import pytest

from tests.structure.sources import ROOT


@pytest.fixture(scope="session")
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def dependencies(pyproject: dict[str, Any]) -> set[str]:
    """The names of the libraries the program needs, normalised."""
    return names_of(pyproject["project"]["dependencies"])


@pytest.fixture(scope="session")
def test_dependencies(pyproject: dict[str, Any]) -> set[str]:
    """The names of what the tests need beyond that, normalised."""
    return names_of(pyproject["project"]["optional-dependencies"]["test"])


def names_of(requirements: list[str]) -> set[str]:
    return {normalised(re.split(r"[\[<>=!~; ]", requirement)[0]) for requirement in requirements}


def normalised(name: str) -> str:
    """Return a distribution's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()
