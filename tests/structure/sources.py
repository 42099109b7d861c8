"""Reads the project's own modules and what they import, without importing any of them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "channels", "dialogs", "locales", "storage")


@dataclass(frozen=True)
class Module:
    """A module of the project. name: dotted, without `__init__`."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def package(self) -> str:
        return self.name.split(".")[0]


@dataclass(frozen=True)
class Import:
    """One name that a module imports. only_for_types: inside `if TYPE_CHECKING`, so it never runs."""

    importer: str
    imported: str
    place: str
    only_for_types: bool

    def __str__(self) -> str:
        return f"{self.place}: {self.importer} imports {self.imported}"


@cache
def modules() -> tuple[Module, ...]:
    """All modules of the project's packages, tests not included."""
    return tuple(read_module(path) for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))


def read_module(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, ast.parse(path.read_text(encoding="utf-8"), str(path)))


@cache
def imports() -> tuple[Import, ...]:
    """All imports of the project, also those inside functions."""
    return tuple(found for module in modules() for found in imports_of(module))


def imports_of(module: Module) -> Iterator[Import]:
    for_types = {id(node) for block in type_checking_blocks(module.tree) for node in ast.walk(block)}
    for node in ast.walk(module.tree):
        place = f"{module.path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        for name in imported_names(node):
            yield Import(module.name, name, place, id(node) in for_types)


def imported_names(node: ast.AST) -> Iterator[str]:
    """Yield the dotted names of an import; `from a import b` is `a.b`, whatever b may be.

    Relative imports do not occur: ruff refuses them.
    """
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
        yield from (str(name.value) for name in node.args[:1] if isinstance(name, ast.Constant))


def type_checking_blocks(tree: ast.Module) -> Iterator[ast.stmt]:
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}:
            yield from node.body


def is_within(name: str, folder: str) -> bool:
    """Tell whether a dotted name is a module or one of its parts: `flask.json` is within `flask`."""
    return name == folder or name.startswith(folder + ".")
