"""The figures that are reported, and how they are made from what was measured."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Latency:
    """How long turns took, in milliseconds."""

    p50: float
    p95: float
    p99: float


@dataclass(frozen=True, slots=True)
class Cpu:
    """Processor time of one turn, in milliseconds; None where the system does not tell.

    `web` answers the customer, `worker` carries out what follows, `client` is the load generator.
    """

    web: float | None
    worker: float | None
    client: float | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """Turns of so many conversations at once. `per_second` is the median of the rounds."""

    conversations: int
    turns: int
    failed: int
    per_second: float
    latency: Latency
    cpu: Cpu


@dataclass(frozen=True, slots=True)
class Memory:
    """Of a process and its children, in megabytes; `pss` shares what several processes map."""

    rss: float
    pss: float | None


@dataclass(frozen=True, slots=True)
class Start:
    """From the start of the web process to its first answers, in seconds, each the median of `runs`."""

    runs: int
    first_answer: float
    first_turn: float
    """A chat was begun and its first message answered."""
    cpu: float | None
    """Processor time until the first answer: on a busy machine it says more than the time."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was measured."""

    cpus: int
    commit: float
    """Milliseconds of one durable commit on this disk: what no turn can be faster than."""
    inside: Level
    http: Sequence[Level]
    start: Start
    memory_after_start: Memory | None
    """The web process when it has answered for the first time; None where the system does not tell."""
    web: Memory | None
    """After the load, and so is the worker."""
    worker: Memory | None


def latency_of(seconds: Sequence[float]) -> Latency:
    """Percentiles by nearest rank."""
    ordered = sorted(seconds)
    return Latency(*(_percentile(ordered, share) * 1000 for share in (0.50, 0.95, 0.99)))


def _percentile(ordered: Sequence[float], share: float) -> float:
    return ordered[max(math.ceil(share * len(ordered)) - 1, 0)] if ordered else math.nan


def per_turn(seconds: float | None, turns: int) -> float | None:
    """Milliseconds of each turn."""
    return None if seconds is None or not turns else seconds / turns * 1000


def median(values: Sequence[float]) -> float:
    return statistics.median(values) if values else math.nan
