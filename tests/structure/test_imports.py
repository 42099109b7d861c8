"""Imports go one way, each library has one home, and the engine touches nothing but its arguments."""

import ast
import sys
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.structure.sources import Import, imports, is_within, modules

# Which of our packages each package may import, besides itself.
MAY_IMPORT = {
    "dialogs": set(),
    "locales": set(),
    "channels": {"dialogs"},
    "storage": {"dialogs"},
    "bot": {"channels", "dialogs", "locales", "storage"},
}

# Where each library is at home. Whoever adds a library decides here where it may be imported.
HOMES = {
    "aiogram": ["channels.telegram"],
    "aiohttp": ["channels.telegram"],  # aiogram lets its errors through
    "alembic": ["storage"],
    "argon2": ["bot"],
    "asn1crypto": ["bot.printing", "bot.records.pdf"],  # what pyhanko speaks
    "babel": ["dialogs", "bot"],
    "click": ["bot"],
    "cryptography": ["storage", "channels", "bot"],
    "flask": ["channels.webchat", "bot.web"],
    "fluent": ["dialogs"],
    "fontTools": ["bot.printing"],  # what weasyprint reads fonts with
    "gunicorn": ["bot"],
    "jwt": ["channels", "bot"],
    "numpy": ["dialogs.understanding.routing.training"],  # what scikit-learn reads
    "phonenumbers": ["dialogs.understanding", "channels", "bot"],
    "psycopg": ["storage"],
    "pydantic": ["dialogs", "bot"],
    "pydyf": ["bot.printing"],  # what weasyprint writes with
    "pyhanko": ["bot.printing", "bot.records.pdf"],
    "pyhanko_certvalidator": ["bot.printing", "bot.records.pdf"],  # pyhanko's own, by which it trusts
    "pypdf": ["bot.printing"],
    "pysqlite3": ["storage"],
    "rapidfuzz": ["dialogs.understanding", "bot.backoffice.csv"],
    "requests": ["channels.twilio"],  # twilio lets its errors through
    "rfc8785": ["bot"],
    "ruamel": ["dialogs", "bot"],
    "scipy": ["dialogs.understanding.routing.training"],  # what scikit-learn reads
    "segno": ["bot.records.pdf"],
    "sklearn": ["dialogs.understanding.routing.training"],  # 100 MB: only who learns imports it
    "sqlalchemy": ["storage"],
    "sqlite3": ["storage"],
    "sqlmodel": ["storage"],
    "stripe": ["bot.backoffice.stripe_billing"],
    "transitions": ["dialogs.machine"],
    "twilio": ["channels.twilio", "channels.voice"],
    "weasyprint": ["bot.printing"],
    "urllib3": ["bot.lines", "channels.twilio"],
    "werkzeug": ["channels.webchat", "bot.web"],
}

# Asked for without being imported by name; and distributions that are called unlike their modules.
NEVER_IMPORTED = {"font-source-sans-pro", "ruamel-yaml-clib", "tzdata"}
MODULE_OF = {
    "argon2-cffi": "argon2",
    "fluent-runtime": "fluent",
    "pyjwt": "jwt",
    "ruamel-yaml": "ruamel",
    "scikit-learn": "sklearn",
}

# What reads a clock, throws dice or reaches outside. `advance` gets time, ids and facts as arguments instead.
OUTSIDE = {
    *("asyncio", "concurrent", "multiprocessing", "signal", "subprocess", "threading"),
    *("ftplib", "http", "requests", "smtplib", "socket", "socketserver", "ssl", "urllib.request"),
    *("glob", "io", "os", "pathlib", "shelve", "shutil", "tempfile"),
    *("random", "secrets", "time", "uuid"),
}
# These modules of dialogs load packaged data, at start and by name; they may touch files, never the rest.
LOADERS = {"loading", "packaged", "training"}
FILES = {"glob", "io", "os", "pathlib"}

CLOCK_READINGS = {"now", "today", "utcnow"}
BUILTINS_THAT_REACH_OUTSIDE = {"input", "open", "print"}


@pytest.mark.parametrize("package", sorted(MAY_IMPORT))
def test_imports_go_one_way(package: str) -> None:
    forbidden = {"tests", *MAY_IMPORT} - MAY_IMPORT[package] - {package}

    wrong = [found for found in imports() if is_within(found.importer, package) and root(found) in forbidden]

    assert listed(wrong) == "", (
        f"{package} may import only: {', '.join(MAY_IMPORT[package]) or 'none of ours'}"
    )


@pytest.mark.parametrize("library", sorted(HOMES))
def test_each_library_stays_at_home(library: str) -> None:
    homes = HOMES[library]

    wrong = [
        found
        for found in imports()
        if is_within(found.imported, library) and not any(is_within(found.importer, home) for home in homes)
    ]

    assert listed(wrong) == "", f"{library} is at home in {', '.join(homes)}"


def test_each_library_has_a_home(dependencies: set[str]) -> None:
    modules_asked_for = {MODULE_OF.get(name, name) for name in dependencies - NEVER_IMPORTED}

    homeless = modules_asked_for - set(HOMES)

    assert homeless == set(), "say in HOMES where these may be imported"


def test_nothing_is_imported_that_has_no_home() -> None:
    """Also what another library brings along."""
    wrong = [
        found for found in imports() if root(found) not in {*HOMES, *MAY_IMPORT, *sys.stdlib_module_names}
    ]

    assert listed(wrong) == "", "say in HOMES where these may be imported"


def test_the_engine_imports_nothing_that_reaches_outside() -> None:
    wrong = [
        found
        for found in imports()
        if is_within(found.importer, "dialogs")
        and any(is_within(found.imported, name) for name in OUTSIDE - allowed_files(found.importer))
    ]

    assert listed(wrong) == "", "dialogs gets time, ids and facts as arguments"


def test_the_engine_reads_no_clock_and_opens_no_file() -> None:
    wrong = [
        f"{module.path.name}:{call.lineno}: {ast.unparse(call.func)}()"
        for module in modules()
        if module.package == "dialogs" and not allowed_files(module.name)
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call) and reaches_outside(call.func)
    ]

    assert wrong == []


def test_the_parts_of_a_package_import_each_other_one_way() -> None:
    """No cycles: of two folders or modules side by side, at most one knows the other."""
    known = {module.name for module in modules()}
    graph: dict[str, set[str]] = {}
    for found in imports():
        importer, imported = part(found.importer), part(module_of(found.imported, known))
        if not found.only_for_types and importer != imported and imported.count(".") == 1:
            graph.setdefault(importer, set()).add(imported)

    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])), pytrace=False)


def test_the_launcher_is_read_by_old_pythons() -> None:
    """A Python that is too old has to get as far as the message that says so."""
    for module in modules():
        if module.name in {"bot", "bot.__main__", "bot.bootstrap"}:
            ast.parse(module.path.read_text(encoding="utf-8"), feature_version=(3, 6))


def root(found: Import) -> str:
    return found.imported.split(".")[0]


def listed(wrong: list[Import]) -> str:
    return "\n".join(map(str, wrong))


def allowed_files(module: str) -> set[str]:
    return FILES if module.rsplit(".", 1)[-1] in LOADERS else set()


def reaches_outside(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        return called.attr in CLOCK_READINGS
    return isinstance(called, ast.Name) and called.id in BUILTINS_THAT_REACH_OUTSIDE


def part(module: str) -> str:
    """Return the folder or module right below its package: `bot.web.desk` is part of `bot.web`."""
    return ".".join(module.split(".")[:2])


def module_of(name: str, known: set[str]) -> str:
    """Return the module an imported name is in: itself, or where the class or function stands."""
    while name and name not in known:
        name = name.rpartition(".")[0]
    return name
