"""The order within lanes: who is first, who moves up, who waits for whom."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row

from dialogs.ids import EffectId
from storage.repositories import outbox_statements as sql
from storage.repositories.rows import Repository


class Lanes(Repository):
    """What adding and finishing effects have in common. The states are told in ``storage.tables.outbox``."""

    __slots__ = ()

    def _lock_dependencies(self, effect_ids: Iterable[EffectId | None]) -> None:
        """Until the commit, nobody else finishes these effects or adds what depends on them."""
        self._lock("effect", effect_ids)

    def _lock_lanes(self, lanes: Iterable[str]) -> None:
        """Until the commit, nobody else adds to or leaves these lanes."""
        self._lock("lane", lanes)

    def _lock(self, kind: str, keys: Iterable[str | None]) -> None:
        """Take turns with whoever touches the same.

        On PostgreSQL the one who adds behind a head and the one who finishes that head would otherwise not
        see each other, and the new effect would wait for ever. SQLite has one writer at a time anyway.
        Dependencies are locked before lanes, and each sorted, so that two do not wait for each other. Over
        several calls in one transaction that cannot be held; PostgreSQL then ends one of the two (Conflict).
        """
        if self._at.dialect == "postgresql":
            wanted = sorted({f"{kind}:{key}" for key in keys if key is not None})
            if wanted:
                self._at.run(sql.LOCK, {"keys": wanted})

    def _move_up(self, lanes: Iterable[str]) -> None:
        """Make the next of each lane its head, unless it has one. The lanes are locked."""
        for lane in lanes:
            if self._at.run(sql.MOVE_UP, {"the_lane": lane}).rowcount:
                self._at.topics.add("outbox")

    def _dependents(self, effect_id: EffectId, lane: str | None = None) -> list[Row[*tuple[Any, ...]]]:
        """What waits for this effect, in order, with all lanes locked: theirs and the one given."""
        self._lock_dependencies([effect_id])
        found = list(self._at.run(sql.DEPENDENTS, {"the_dependency": effect_id}).all())
        self._lock_lanes([row.lane for row in found] + ([] if lane is None else [lane]))
        return found

    def _release(self, dependents: Iterable[Row[*tuple[Any, ...]]]) -> None:
        """Let what waited join its lanes."""
        # One after the other: two of the same lane must not both become its head.
        for waiting in dependents:
            self._at.run(sql.RELEASE, {"the_id": waiting.id, "the_lane": waiting.lane})
            self._at.topics.add("outbox")
