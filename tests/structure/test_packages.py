"""Every folder of code says what belongs in it."""

import ast
from pathlib import Path

import pytest

from tests.structure.sources import PACKAGES, ROOT

FOLDERS = sorted(
    {path.parent for package in (*PACKAGES, "tests") for path in (ROOT / package).rglob("*.py")},
)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_a_folder_of_code_says_what_belongs_there(folder: Path) -> None:
    init = folder / "__init__.py"

    assert init.exists(), f"{init.relative_to(ROOT)} is missing: a docstring that says what belongs there"
    assert ast.get_docstring(ast.parse(init.read_text(encoding="utf-8")))


def test_the_application_package_itself_is_empty() -> None:
    """bot is imported by Pythons that have none of its libraries yet: a docstring and nothing else."""
    body = ast.parse((ROOT / "bot" / "__init__.py").read_text(encoding="utf-8")).body

    assert len(body) == 1
