"""What the operator is told at the start about PDFs."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.printing.press import Press
from bot.processes.printing import look_after_printing
from bot.publishing import Dialogs
from tests.bot.web.chat.house import House, opened
from tests.structure.sources import ROOT

PRINTING = ("weasyprint", "pydyf", "pyhanko", "asn1crypto", "segno", "lxml", "PIL", "fontTools")


@pytest.fixture
def house(seeded_sqlite: str, tmp_path: Path, dialogs: Dialogs) -> Iterator[House]:
    with opened(seeded_sqlite, tmp_path, dialogs) as house:
        yield house


def told(house: House, press: Press, caplog: pytest.LogCaptureFixture) -> list[str]:
    look_after_printing(replace(house.app, press=press)).join()
    return [record.getMessage() for record in caplog.records if record.name == "cancelbot.printing"]


def test_where_all_is_well_nothing_is_told(
    house: House, press: Press, caplog: pytest.LogCaptureFixture
) -> None:
    assert told(house, press, caplog) == []


def test_missing_libraries_are_told_with_what_to_install(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    def load() -> Any:
        raise OSError("cannot load library 'libpango-1.0-0'")

    (line,) = told(house, Press(load), caplog)

    assert "on Debian: sudo apt-get install -y libpango-1.0-0 " in line
    assert line.endswith("Until then confirmations go by mail without a PDF.")


def test_a_seal_that_is_amiss_is_told(
    house: House, press: Press, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with house.app.database.write() as uow:
        gone = {**house.brand.settings, "seal": f"file:{tmp_path / 'gone.p12'}"}
        uow.brands.save(replace(house.brand, settings=gone))

    (line,) = told(house, press, caplog)

    assert line.endswith("gone.p12' cannot be read: No such file or directory. "
                         "PDFs get the brand's own seal meanwhile.")  # fmt: skip


def test_the_web_process_loads_nothing_that_prints() -> None:
    """It has a memory budget, and prints nothing."""
    ask = f"import sys, bot.web.app; print([name for name in {PRINTING!r} if name in sys.modules])"

    answer = subprocess.run([sys.executable, "-c", ask], check=True, capture_output=True, text=True, cwd=ROOT)

    assert answer.stdout == "[]\n"
