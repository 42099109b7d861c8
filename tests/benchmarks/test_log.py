"""What appending to a long log costs, and a proof out of it.

    python -m tests.benchmarks.test_log 1000000

makes a log as long as that, and prints the figures.
"""

import sys
import time
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import insert

from bot.bench.figures import median
from bot.bench.world import World, commit_milliseconds, new_world
from bot.records.log.sequencer import Sequencer
from bot.records.log.stored import StoredTiles, consistency_of, proof_of
from bot.records.log.tiles import grown
from bot.records.log.tree import leaf_hash
from dialogs.ids import RecordId
from storage.ids import new_id
from storage.repositories.record_log import WaitingRecord
from storage.tables import record

SHORT = 3_000
RUNS = 15
_AT_ONCE = 20_000


def test_the_cost_of_a_log() -> None:
    with new_world(customers=0) as world:
        fill(world, SHORT)
        print(f"\na log of {SHORT}: {figures(world)}")  # noqa: T201


def figures(world: World) -> str:
    """Milliseconds, the median of some runs."""
    sequencer = Sequencer(world.app)
    append = _milliseconds(sequencer.go_on, before=lambda: wait_in(world, 1))
    computed = _milliseconds(sequencer.go_on, before=lambda: wait_in(world, 1), clock=time.process_time)
    first = world.app.database
    with first.read() as uow:
        row = uow.records.by_number(world.brand.id, "BL-0")
        newest = uow.record_logs.newest_checkpoint(world.brand.id)
        old = uow.record_logs.checkpoint_over(world.brand.id, 0)
    assert row is not None
    assert newest is not None
    assert old is not None

    def prove() -> None:
        with first.read() as uow:
            assert proof_of(uow, row) is not None

    def grow() -> None:
        with first.read() as uow:
            consistency_of(uow, world.brand.id, old.note, world.brand.signing_public)

    def search() -> None:
        with first.read() as uow:
            assert uow.records.by_number(world.brand.id, "BL-7") is not None

    told = {
        "appended, signed and copied": append,
        "of which computing": computed,
        "proved": _milliseconds(prove),
        "consistency proved": _milliseconds(grow),
        "found by number": _milliseconds(search),
    }
    durable = f"; a durable commit takes {commit_milliseconds(world):.1f} ms here, and four are in the first"
    return ", ".join(f"{what} in {took:.1f} ms" for what, took in told.items()) + durable


def fill(world: World, count: int) -> None:
    """Let a log be so long, the last entries waiting for the sequencer to sign."""
    for begin in range(0, count, _AT_ONCE):
        rows = wait_in(world, min(_AT_ONCE, count - begin), begin)
        now = world.app.clock()
        with world.app.database.write() as uow:
            found = uow.record_logs.acquire(world.brand.id, "x/records/demo/1", "bench", now, timedelta(0))
            assert found is not None
            tiles = grown(
                found.size, [leaf_hash(each.digest) for each in rows], StoredTiles(uow, world.brand.id)
            )
            uow.record_logs.release(uow.record_logs.append(found, rows, tiles, now))
    Sequencer(world.app).go_on()


def wait_in(world: World, count: int, begin: int | None = None) -> list[WaitingRecord]:
    """Seal as many, as far as the log is concerned: their contents are nothing that anybody reads."""
    now = world.app.clock()
    numbers = [f"BL-{begin + each}" if begin is not None else f"BL-{new_id()}" for each in range(count)]
    rows = [WaitingRecord(RecordId(new_id()), each, sha256(each.encode()).digest(), now) for each in numbers]
    raw = world.app.database.engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA foreign_keys=OFF")
    finally:
        raw.close()
    with world.app.database.engine.connect() as connection:
        connection.execute(
            insert(record),
            [
                {
                    "id": each.id,
                    "brand_id": world.brand.id,
                    "case_id": each.id,
                    "person_id": each.id,
                    "kind": "termination",
                    "number": each.number,
                    "digest": each.digest,
                    "signature": b"s" * 64,
                    "key_id": "0" * 16,
                    "created_at": now,
                    "body_enc": b"b" * 1500,
                }
                for each in rows
            ],
        )
        connection.commit()
    return rows


def _milliseconds(
    work: Callable[[], object],
    before: Callable[[], object] = lambda: None,
    clock: Callable[[], float] = time.perf_counter,
) -> float:
    taken = []
    for _ in range(RUNS):
        before()
        begin = clock()
        work()
        taken.append((clock() - begin) * 1000)
    return median(taken)


if __name__ == "__main__":
    with new_world(customers=0) as made:
        fill(made, int(sys.argv[1]))
        sys.stdout.write(f"a log of {sys.argv[1]}: {figures(made)}\n")
