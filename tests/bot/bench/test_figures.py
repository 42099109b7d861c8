"""Percentiles, and what processes use."""

import math
import os
import subprocess
import sys

import pytest

from bot.bench.figures import Latency, latency_of, per_turn
from bot.bench.watching import cpu_seconds, family, memory

needs_proc = pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="reads /proc")  # noqa: PTH112


def test_percentiles_are_the_nearest_ranks() -> None:
    assert latency_of([number / 1000 for number in range(100, 0, -1)]) == Latency(50.0, 95.0, 99.0)
    assert latency_of([0.004]) == Latency(4.0, 4.0, 4.0)


def test_without_turns_there_are_no_figures() -> None:
    assert math.isnan(latency_of([]).p50)
    assert per_turn(1.0, 0) is None
    assert per_turn(None, 3) is None


def test_cpu_is_told_for_each_turn_in_milliseconds() -> None:
    assert per_turn(0.5, 100) == 5.0


@needs_proc
def test_a_process_is_watched_with_its_children() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        alone, together = memory(child.pid), memory(os.getpid())

        assert child.pid in family(os.getpid())
        assert alone is not None
        assert together is not None
        assert together.rss > alone.rss > 0
        assert cpu_seconds(os.getpid()) is not None
        child.communicate(b"\n")


@needs_proc
def test_a_process_that_is_gone_uses_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()

    assert memory(child.pid) is None
    assert cpu_seconds(child.pid) is None
