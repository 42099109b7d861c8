"""Turns over HTTP, against a started `web` and `worker`."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from bot.bench.figures import Cpu, Level, Memory, Start, latency_of, median, per_turn
from bot.bench.load import Failed, cancel, open_session
from bot.bench.servers import Server, on_free_port, started, wait_until_answering, wait_until_idle
from bot.bench.watching import cpu_seconds, memory
from bot.bench.world import World
from bot.settings import Settings

LEVELS = (1, 8, 32)
"""Conversations at once."""
STARTS = 3
"""How often the start is measured, if there is time."""
MOST_ROUNDS = 200
FEWEST_CHATS = 6
"""Of a round. A round has more chats than are held at once, unless it shall be over in an instant."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What was measured from outside."""

    levels: Sequence[Level]
    start: Start
    memory_after_start: Memory | None
    web: Memory | None
    worker: Memory | None


@dataclass(slots=True)
class _Measured:
    """What came together at a level."""

    times: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    failed: int = 0
    web: float | None = 0.0
    client: float = 0.0


def measure_outside(world: World, seconds: float, starts: int = STARTS) -> Outside:
    """Start the processes and let each level run about so many seconds. Raises NotServing."""
    settings = on_free_port(world.settings)
    earlier = [_measure_start(world, settings) for _ in range(starts - 1)]
    with ExitStack() as stack:
        web = stack.enter_context(started("web", settings))
        first = _first_answers(world, settings, web)
        after_start = memory(web.pid)
        worker = stack.enter_context(started("worker", settings))
        generator = stack.enter_context(_generator())
        _warm_up(world, settings, generator)
        levels = [_level(world, settings, generator, web, worker, count, seconds) for count in LEVELS]
        return Outside(
            levels, _median_of([*earlier, first]), after_start, memory(web.pid), memory(worker.pid)
        )


def _measure_start(world: World, settings: Settings) -> Start:
    with started("web", settings) as web:
        return _first_answers(world, settings, web)


def _first_answers(world: World, settings: Settings, web: Server) -> Start:
    first = wait_until_answering(web, settings.port)
    cpu = cpu_seconds(web.pid)
    brand = world.brand.slug
    times: list[float] = []
    try:
        cancel(settings.port, brand, open_session(settings.port, brand, world.tokens(1)[0]), times)
    except Failed as error:
        raise web.failed(str(error)) from error
    return Start(1, first, time.perf_counter() - web.began - sum(times[1:]), cpu)


def _median_of(runs: Sequence[Start]) -> Start:
    return Start(
        len(runs),
        median([run.first_answer for run in runs]),
        median([run.first_turn for run in runs]),
        median([run.cpu for run in runs if run.cpu is not None]) if runs[0].cpu is not None else None,
    )


Generator = subprocess.Popen[str]


@contextmanager
def _generator() -> Iterator[Generator]:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.bench.load"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        yield process


def _warm_up(world: World, settings: Settings, generator: Generator) -> None:
    _round(world, settings, generator, None, max(LEVELS), _Measured(), chats=max(LEVELS))


def _level(
    world: World,
    settings: Settings,
    generator: Generator,
    web: Server,
    worker: Server,
    conversations: int,
    seconds: float,
) -> Level:
    wait_until_idle(settings.port)
    measured, before = _Measured(), cpu_seconds(worker.pid)
    spent, chats = 0.0, max(2 * conversations if seconds >= 1 else conversations, FEWEST_CHATS)
    while not measured.rates or (spent < seconds and len(measured.rates) < MOST_ROUNDS):
        if world.customers.left < chats:
            break
        spent += _round(world, settings, generator, web, conversations, measured, chats)
    wait_until_idle(settings.port)
    after, turns = cpu_seconds(worker.pid), len(measured.times)
    by_worker = None if before is None or after is None else after - before
    return Level(
        conversations,
        turns,
        measured.failed,
        median(measured.rates),
        latency_of(measured.times),
        Cpu(per_turn(measured.web, turns), per_turn(by_worker, turns), per_turn(measured.client, turns)),
    )


def _round(
    world: World,
    settings: Settings,
    generator: Generator,
    web: Server | None,
    conversations: int,
    into: _Measured,
    chats: int,
) -> float:
    """Open some chats, then take all their turns; how many seconds the turns took."""
    identities = world.tokens(chats)
    wanted = {
        "port": settings.port,
        "brand": world.brand.slug,
        "conversations": conversations,
        "identities": identities,
    }
    _ask(generator, json.dumps(wanted))
    before = None if web is None else cpu_seconds(web.pid)
    done = _ask(generator, "")
    after = None if web is None else cpu_seconds(web.pid)
    into.web = None if into.web is None or before is None or after is None else into.web + after - before
    into.times += done["times"]
    into.rates.append(len(done["times"]) / done["seconds"])
    into.failed += done["failed"]
    into.client += done["cpu"]
    return cast(float, done["seconds"])


def _ask(generator: Generator, line: str) -> dict[str, Any]:
    assert generator.stdin is not None
    assert generator.stdout is not None
    generator.stdin.write(line + "\n")
    generator.stdin.flush()
    answer = generator.stdout.readline()
    if not answer:
        raise RuntimeError("the load generator ended")
    return cast(dict[str, Any], json.loads(answer))
