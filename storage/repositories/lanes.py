"""The order within lanes: who is first, who moves up, who waits for whom."""

from collections.abc import Iterable, Sequence

from dialogs.ids import EffectId
from storage.repositories import outbox_statements as sql
from storage.repositories.rows import Repository


class Lanes(Repository):
    """What adding and finishing effects have in common. The states are told in ``storage.tables.outbox``."""

    __slots__ = ()

    def _lock(self, keys: Iterable[str | None]) -> None:
        """Until the commit, nobody else adds to or leaves these lanes.

        On PostgreSQL the one who adds behind a head and the one who finishes that head would otherwise not
        see each other, and the new effect would wait for ever. SQLite has one writer at a time anyway.
        """
        if self._at.dialect == "postgresql":
            self._at.run(sql.LOCK, {"keys": sorted({key for key in keys if key is not None})})

    def _move_up(self, lanes: Sequence[str]) -> None:
        """Make the next of each lane its head, unless it has one."""
        self._lock(lanes)
        for lane in lanes:
            if self._at.run(sql.MOVE_UP, {"the_lane": lane}).rowcount:
                self._at.topics.add("outbox")

    def _release_dependents(self, effect_id: EffectId) -> None:
        """Let what depends on this one, which is done now, join its lanes."""
        self._lock([effect_id])
        # One after the other: two of the same lane must not both become its head.
        for waiting_id, lane in self._at.run(sql.DEPENDENTS, {"the_dependency": effect_id}).all():
            self._lock([lane])
            self._at.run(sql.RELEASE, {"the_id": waiting_id, "the_lane": lane})
            self._at.topics.add("outbox")
