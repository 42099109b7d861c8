"""Many who add, claim and finish at once: nothing lost, nothing twice, nothing out of order."""

import random
import threading
from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from threading import Thread

import pytest
from sqlalchemy import func, select

from storage.database import Database
from storage.repositories.effects import EffectRow, NewEffect
from storage.tables import effect
from tests.storage.scene import NOW, Brand

LEASE = timedelta(seconds=30)
LANES = 4
EACH = 25


class Crew:
    """Some who add effects to lanes of their own, and some who do whatever they can claim."""

    def __init__(self, brand: Brand, seed: int) -> None:
        self.brand, self.seed = brand, seed
        self.done: list[str] = []
        self.failures: list[BaseException] = []
        self.all_added = threading.Barrier(LANES + 1)
        self.added = threading.Event()

    def add(self, database: Database, lane: int) -> None:
        dice = random.Random(self.seed * 100 + lane)
        numbers = list(range(EACH))
        while numbers:
            size = dice.randint(1, 4)
            effects = [self.effect(lane, number) for number in numbers[:size]]
            numbers = numbers[size:]
            with database.write() as work:
                work.outbox.add(effects, NOW)
        self.all_added.wait()

    def effect(self, lane: int, number: int) -> NewEffect:
        return NewEffect(self.brand.id, f"{lane}:{number}", "send", b"", NOW, lane=f"lane {lane}")

    def work(self, database: Database, number: int) -> None:
        dice = random.Random(self.seed * 1000 + number)
        while True:
            finished = self.added.is_set()
            with database.write() as work:
                claimed = work.outbox.claim(NOW, f"worker {number}", LEASE, limit=dice.randint(1, 3))
            if not claimed and finished:
                return
            for each in claimed:
                self.do(database, each.effect, fails=dice.random() < 0.2)

    def do(self, database: Database, held: EffectRow, fails: bool) -> None:
        if not fails:
            self.done.append(held.key)
        with database.write() as work:
            if fails:
                assert work.outbox.retry(held, NOW, "again")
            else:
                assert work.outbox.complete(held, NOW)

    def start(self, task: Callable[[Database, int], None], database: Database, number: int) -> Thread:
        def run() -> None:
            try:
                task(database, number)
            except BaseException as fault:
                self.failures.append(fault)
                self.all_added.abort()

        thread = Thread(target=run)
        thread.start()
        return thread


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_lanes_keep_their_order_whoever_works(
    database: Database, second: Database, brand: Brand, seed: int
) -> None:
    crew, databases = Crew(brand, seed), (database, second)
    threads = [crew.start(crew.add, databases[number % 2], number) for number in range(LANES)]
    threads += [crew.start(crew.work, databases[number % 2], number) for number in range(4)]
    crew.all_added.wait(60)
    crew.added.set()
    for thread in threads:
        thread.join(60)

    assert crew.failures == []
    order = defaultdict(list)
    for key in crew.done:
        lane, number = key.split(":")
        order[lane].append(int(number))
    assert order == {str(lane): list(range(EACH)) for lane in range(LANES)}
    assert states(database) == {"done": LANES * EACH}


@pytest.mark.slow
def test_who_waits_for_something_that_is_being_finished_is_not_forgotten(
    database: Database, second: Database, brand: Brand
) -> None:
    """Adding behind an effect, and after one, in the very moment in which that is completed."""
    for attempt in range(30):
        lane = f"lane {attempt}"
        with database.write() as work:
            work.outbox.add([NewEffect(brand.id, f"first {attempt}", "cancel", b"", NOW, lane=lane)], NOW)
            (claimed,) = work.outbox.claim(NOW, "worker", LEASE)
        held = claimed.effect
        more = [
            NewEffect(brand.id, f"after {attempt}", "send", b"", NOW, depends_on=held.id),
            NewEffect(brand.id, f"behind {attempt}", "send", b"", NOW, lane=lane),
        ]
        start = threading.Barrier(2)
        thread = Thread(target=add_at, args=(start, second, more))
        thread.start()
        start.wait()
        with database.write() as work:
            assert work.outbox.complete(held, NOW)
        thread.join()

        with database.write() as work:
            both = [claimed.effect for claimed in work.outbox.claim(NOW, "worker", LEASE)]
            assert sorted(each.key for each in both) == [each.key for each in more]
            for each in both:
                work.outbox.complete(each, NOW)


def add_at(start: threading.Barrier, database: Database, effects: list[NewEffect]) -> None:
    start.wait()
    with database.write() as work:
        work.outbox.add(effects, NOW)


def states(database: Database) -> dict[str, int]:
    with database.administer() as connection:
        rows = connection.execute(select(effect.c.state, func.count()).group_by(effect.c.state)).all()
    return dict(tuple(row) for row in rows)
