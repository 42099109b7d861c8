"""What processes use, read from /proc; None on systems that have none."""

import os
from pathlib import Path

from bot.bench.figures import Memory

_PROC = Path("/proc")
_KILOBYTE = 1 / 1024


def cpu_seconds(pid: int) -> float | None:
    """Processor time of a process and its children so far, in steps of a hundredth of a second."""
    used = [_cpu(each) for each in family(pid)]
    known = [each for each in used if each is not None]
    return sum(known) if known else None


def memory(pid: int) -> Memory | None:
    """What a process and its children hold now."""
    found = [held for each in family(pid) if (held := _memory(each)) is not None]
    if not found:
        return None
    shares = [each.pss for each in found]
    known = [share for share in shares if share is not None]
    return Memory(sum(each.rss for each in found), sum(known) if len(known) == len(shares) else None)


def family(pid: int) -> list[int]:
    """A process and those it started, and so on."""
    try:
        children = (_PROC / str(pid) / "task" / str(pid) / "children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(member for child in children for member in family(int(child)))]


def _cpu(pid: int) -> float | None:
    try:
        fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    # proc(5): utime and stime are the fields 14 and 15; the command's name, which may hold blanks, the 2nd.
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> Memory | None:
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return None
    kilobytes = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines)}
    pss = kilobytes.get("Pss")
    return Memory(kilobytes["Rss"] * _KILOBYTE, None if pss is None else pss * _KILOBYTE)
