"""The report for people."""

from collections.abc import Iterator

from bot.bench.figures import Level, Memory, Report

_COLUMNS = (
    "",
    "turns/s",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "web CPU ms",
    "worker CPU ms",
    "client CPU ms",
    "turns",
    "failed",
)


def table(report: Report) -> str:
    """What `cancelbot bench` prints."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"{report.cpus} processors; SQLite, durable: one commit takes {report.commit:.1f} ms"
    yield ""
    yield _row(_COLUMNS)
    yield _row(_cells("in this process", report.inside))
    for level in report.http:
        many = "" if level.conversations == 1 else "s"
        yield _row(_cells(f"HTTP, {level.conversations} conversation{many}", level))
    yield ""
    yield "CPU is for each turn; a turn is one message and its answer."
    yield ""
    start = report.start
    cpu = "" if start.cpu is None else f", {start.cpu:.2f} s of CPU"
    yield f"web's first answer    {start.first_answer:.2f} s after its start{cpu} (median of {start.runs})"
    yield f"web's first turn      {start.first_turn:.2f} s"
    yield f"web's memory          {_memory(report.memory_after_start)} after the start"
    yield f"                      {_memory(report.web)} after the load"
    yield f"worker's memory       {_memory(report.worker)}"


def _cells(name: str, level: Level) -> tuple[str, ...]:
    latency, cpu = level.latency, level.cpu
    return (
        name,
        f"{level.per_second:.0f}",
        *(f"{value:.1f}" for value in (latency.p50, latency.p95, latency.p99)),
        *("-" if value is None else f"{value:.2f}" for value in (cpu.web, cpu.worker, cpu.client)),
        str(level.turns),
        str(level.failed),
    )


def _row(cells: tuple[str, ...]) -> str:
    widths = [max(len(column), 7) for column in _COLUMNS[1:]]
    return "  ".join(
        [cells[0].ljust(24), *(cell.rjust(w) for cell, w in zip(cells[1:], widths, strict=True))]
    )


def _memory(held: Memory | None) -> str:
    if held is None:
        return "unknown on this system"
    shared = "" if held.pss is None else f", PSS {held.pss:.0f} MB"
    return f"RSS {held.rss:.0f} MB{shared}"
