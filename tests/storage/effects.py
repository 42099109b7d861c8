"""What the tests of the outbox have in common."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.ids import EffectId
from storage.database import Database
from storage.repositories.effects import Claimed, NewEffect
from tests.storage.scene import NOW, Brand

LEASE = timedelta(seconds=30)


class Add:
    """Adds an effect of a brand, by default one that is due in a lane of its own."""

    def __init__(self, database: Database, brand: Brand) -> None:
        self._database, self._brand = database, brand

    def __call__(self, key: str, **changes: object) -> EffectId:
        new = NewEffect(self._brand.id, key, "send", f"payload of {key}".encode(), NOW)
        with self._database.write() as work:
            return work.outbox.add([replace(new, **changes)], NOW)[0]  # type: ignore[arg-type]


def claim(
    database: Database, now: datetime = NOW, limit: int = 10, kinds: Sequence[str] | None = None
) -> list[Claimed]:
    with database.write() as work:
        return work.outbox.claim(now, "worker", LEASE, limit, kinds)


def finish(database: Database, claimed: list[Claimed]) -> None:
    with database.write() as work:
        for each in claimed:
            assert work.outbox.complete(each.effect, NOW)


def keys(claimed: list[Claimed]) -> list[str]:
    return [each.effect.key for each in claimed]
