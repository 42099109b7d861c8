"""Turns in this process: no HTTP, one after the other."""

import secrets
import time
from dataclasses import dataclass, field

from bot.bench.figures import Cpu, Level, latency_of, median, per_turn
from bot.bench.script import SAYS
from bot.bench.world import World
from bot.chats import Visitor, new_token, open_chat, say, sender_of
from bot.deliver.loop import Deliverer
from bot.demo.load import load_ref
from bot.identification.tokens import Vouched
from bot.outbounds import Outbounds
from bot.sandbox.wiring import direct_outbound
from channels.base import Incoming

ROUND = 4
"""Conversations of a round."""
MOST_ROUNDS = 1_000


@dataclass(slots=True)
class _Measured:
    """What came together."""

    seconds: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    worker_cpu: float = 0.0
    failed: int = 0


def measure_inside(world: World, seconds: float) -> Level:
    """Take turns for about so many seconds; what follows from them is carried out between the rounds."""
    outbounds = Outbounds(direct_outbound(world.app.database, world.app.clock))
    deliverer = Deliverer(world.app, outbounds, threads=1)
    measured = _Measured()
    try:
        _round(world, deliverer, _Measured())  # the first one loads what the others find loaded
        end = time.monotonic() + seconds
        while not measured.rates or (time.monotonic() < end and len(measured.rates) < MOST_ROUNDS):
            if world.customers.left < ROUND:
                break
            _round(world, deliverer, measured)
    finally:
        deliverer.close()
        outbounds.close()
    return _level(measured)


def _level(measured: _Measured) -> Level:
    turns = len(measured.seconds)
    cpu = Cpu(web=median(measured.cpu) * 1000, worker=per_turn(measured.worker_cpu, turns))
    rate = median(measured.rates)
    return Level(1, turns, measured.failed, rate, latency_of(measured.seconds), cpu)


def _round(world: World, deliverer: Deliverer, into: _Measured) -> None:
    visitors = [_opened(world) for _ in range(ROUND)]
    begin, cpu = time.perf_counter(), time.process_time()
    for visitor in visitors:
        _cancel(world, visitor, into)
    turns = ROUND * len(SAYS)
    into.cpu.append((time.process_time() - cpu) / turns)
    into.rates.append(turns / (time.perf_counter() - begin))
    cpu = time.process_time()
    deliverer.run_due()
    into.worker_cpu += time.process_time() - cpu


def _opened(world: World) -> Visitor:
    visitor = Visitor(world.account, sender_of(new_token()))
    vouched = Vouched(load_ref(world.customers.take()), secrets.token_hex(8))
    open_chat(world.app, visitor, "en", vouched)
    return visitor


def _cancel(world: World, visitor: Visitor, into: _Measured) -> None:
    answer = None
    for text in SAYS:
        incoming = Incoming(f"bench:{secrets.token_hex(8)}", visitor.sender, world.app.clock(), text=text)
        begin = time.perf_counter()
        _, answer = say(world.app, visitor, incoming)
        into.seconds.append(time.perf_counter() - begin)
    if answer is None or answer.case is None or answer.case.record_number is None:
        into.failed += 1
