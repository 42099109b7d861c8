"""The command itself, as short as it can be: all figures are there. None of them is judged."""

import json
import math
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from bot.bench.figures import Cpu, Latency, Level, Memory, Report, Start
from bot.bench.outside import LEVELS
from bot.bench.printed import table

LEVEL = Level(1, 12, 0, 100.4, Latency(4.04, 8.0, 9.0), Cpu(3.333, None, 0.5))
REPORT = Report(
    2, 1.25, LEVEL, [LEVEL], Start(3, 1.5, 2.0, 1.25), Memory(100.2, 80.0), Memory(120.0, None), None
)


@pytest.mark.slow
@pytest.mark.timeout(600)  # on a machine that is busy with other things
def test_it_measures_everything() -> None:
    report = json.loads(output_of("bench", "--seconds", "0.1", "--json"))

    assert [level["conversations"] for level in report["http"]] == list(LEVELS)
    assert all(level["turns"] and not level["failed"] for level in [report["inside"], *report["http"]])
    assert list(numbers(report))
    assert all(math.isfinite(number) and number >= 0 for number in numbers(report))


def output_of(*arguments: str) -> str:
    """What the command prints. When it takes too long it is told to end, so that nothing stays behind."""
    command = [sys.executable, "-m", "bot.cli", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            output, errors = process.communicate(timeout=500)
        finally:
            process.terminate()
    assert process.returncode == 0, errors
    return output


def numbers(value: Any) -> Iterator[float]:
    """All figures in a report, however deep."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from numbers(each)
    elif value is not None:
        yield value


def test_people_get_a_table() -> None:
    lines = table(REPORT).splitlines()

    assert "one commit takes 1.2 ms" in lines[0]
    assert next(cell for cell in lines[4].split("  ") if cell.strip()) == "HTTP, 1 conversation"
    assert lines[4].split()[3:] == ["100", "4.0", "8.0", "9.0", "3.33", "-", "0.50", "12", "0"]
    assert any("1.50 s after its start, 1.25 s of CPU" in line for line in lines)
    assert any("RSS 100 MB, PSS 80 MB" in line for line in lines)
    assert lines[-1].endswith("unknown on this system")
