"""Many rows, limits, and an import that is killed: on both databases, without the command line."""

import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterable
from itertools import count
from pathlib import Path

import pytest

from bot.backoffice.csv.exporting import export_files
from bot.backoffice.csv.findings import Finding
from bot.backoffice.csv.importing import Import, Imported, check_files, import_files
from bot.backoffice.csv.records import Limits
from bot.bootstrap import ROOT
from bot.brands import NewBrand, create_brand
from dialogs.ids import BrandId, CustomerRef
from storage.database import Database
from tests.storage.scene import NOW

MANY = 2_500
TODAY = NOW.date()
BYTES_A_ROW = 1_000
"""More than a reference takes, and less than a row."""

_numbers = count(1)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest) -> Database:
    """A database with tables."""
    opened: Database = request.getfixturevalue(f"{request.param}_database")
    return opened


@pytest.fixture
def brand(database: Database) -> BrandId:
    """A brand without customers."""
    new = NewBrand(f"csv{next(_numbers)}", "Brand", "Europe/Berlin", "EUR", ("en",), "BR")
    with database.write() as work:
        return create_brand(work, new, NOW).id


def written(folder: Path, customers: int, text: str = "Nora") -> Path:
    """That many customers with a service each."""
    refs = [f"N-{number:06}" for number in range(customers)]
    people = (f"{ref},{text},{ref.lower()}@example.com" for ref in refs)
    services = (f"{ref}-1,{ref},Gym,19.99,EUR,2026-01-01" for ref in refs)
    write(folder / "customers.csv", "customer,name,email", people)
    write(folder / "services.csv", "service,customer,name,price,currency,started_on", services)
    return folder


def write(path: Path, header: str, rows: Iterable[str]) -> None:
    path.write_text("\n".join((header, *rows)))


def imported(database: Database, wanted: Import) -> tuple[Imported, list[str]]:
    said: list[Finding] = []
    done = import_files(database, wanted, said.append)
    return done, [finding.as_text() for finding in said]


@pytest.mark.slow
def test_many_rows_are_imported_and_found(database: Database, brand: BrandId, tmp_path: Path) -> None:
    wanted = Import(brand, [written(tmp_path, MANY)], TODAY)

    done, _ = imported(database, wanted)
    again, _ = imported(database, wanted)

    assert [count.added for count in done.counts] == [MANY, MANY]
    assert [count.unchanged for count in again.counts] == [MANY, MANY]
    with database.read() as work:
        last = work.local_office.customers_by_email(brand, f"n-{MANY - 1:06}@example.com")
    assert [row.name for row in last] == ["Nora"]
    assert export_files(database, brand, tmp_path / "out", force=False)["services.csv"] == MANY


@pytest.mark.slow
def test_of_many_rows_only_the_references_are_kept(sqlite_database: Database, tmp_path: Path) -> None:
    wanted = Import(BrandId("nobody"), [written(tmp_path, MANY, text="N" * 450)], TODAY)

    tracemalloc.start()
    done = check_files(sqlite_database, wanted, lambda _: None)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert done.errors == 0
    assert (tmp_path / "customers.csv").stat().st_size > MANY * 450
    assert peak < MANY * BYTES_A_ROW


def test_an_import_that_is_killed_leaves_nothing(database: Database, brand: BrandId, tmp_path: Path) -> None:
    folder = written(tmp_path, 700)
    url = database.engine.url.render_as_string(hide_password=False)
    module = "tests.bot.backoffice.csv.killed"

    killed = subprocess.run(
        [sys.executable, "-m", module, url, brand, str(folder)], cwd=ROOT, timeout=60, check=False
    )

    assert killed.returncode == -signal.SIGKILL
    with database.read() as work:
        assert work.local_office.customers(brand) == []
    done, _ = imported(database, Import(brand, [folder], TODAY))
    assert [count.added for count in done.counts] == [700, 700]


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (Limits(size=50), "customers.csv: expected at most 50 bytes, not 89; split the file"),
        (Limits(rows=1), "customers.csv:3: expected at most 1 rows; split the file"),
    ],
)
def test_a_file_that_is_too_big_is_refused(
    database: Database, brand: BrandId, tmp_path: Path, limits: Limits, told: str
) -> None:
    written(tmp_path, 2)

    done, said = imported(database, Import(brand, [tmp_path / "customers.csv"], TODAY, limits=limits))

    assert done.errors == 1
    assert said == [told]


def test_what_is_right_when_it_is_looked_at_and_wrong_when_it_is_written_is_not_imported(
    database: Database, brand: BrandId, tmp_path: Path
) -> None:
    """Somebody saves another file in its place when the first one was looked at: upon its warning."""
    file = tmp_path / "customers.csv"
    file.write_text("customer,name,shoe size\nN-1,Nora,43\n")
    said: list[str] = []

    def save(finding: Finding) -> None:
        said.append(finding.as_text())
        if finding.severity == "warning":
            other = tmp_path / "other"
            write(other, "customer,name", [*(f"N-{number},Nora" for number in range(600)), "N-0,Nora"])
            other.replace(file)

    done = import_files(database, Import(brand, [file], TODAY), save)

    assert done.errors == 1
    assert "it is in line 2 of customers.csv, too" in said[-1]
    with database.read() as work:
        assert work.local_office.customer(brand, CustomerRef("N-1")) is None
