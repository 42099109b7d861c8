"""What customers prefer. Known by the keyed hash of who they are: it is about a person on all channels."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from dialogs.ids import BrandId
from storage.repositories.rows import Repository, Shape
from storage.statements import given, upsert
from storage.tables import preferred_way


@dataclass(frozen=True, slots=True)
class PreferredWayRow:
    """``way`` is None where they were asked and chose nothing."""

    brand_id: BrandId
    customer_hash: bytes
    way: str | None
    chosen_at: datetime


_ROW = Shape(preferred_way, PreferredWayRow, key=("customer_hash",))
_p = preferred_way.c
_OF = select(*_ROW.columns).where(_p.brand_id == given("brand_id"), _p.customer_hash == given("hash"))
_put = upsert(preferred_way)
_PUT = _put.on_conflict_do_update(
    index_elements=["brand_id", "customer_hash"],
    set_={"way": _put.excluded.way, "chosen_at": _put.excluded.chosen_at},
)
_FORGET = delete(preferred_way).where(
    _p.brand_id == given("brand_id"), _p.customer_hash.in_(given("hashes", expanding=True))
)


class Preferences(Repository):
    """By which way customers want their confirmations."""

    __slots__ = ()

    def of(self, brand_id: BrandId, customer_hash: bytes) -> PreferredWayRow | None:
        """What they chose; None where they were never asked."""
        found = self._at.run(_OF, {"brand_id": brand_id, "hash": customer_hash}).first()
        return None if found is None else _ROW.read(found, self._at.vault)

    def put(self, row: PreferredWayRow) -> None:
        """Keep what they chose last."""
        self._at.run(_PUT, _ROW.values(row, self._at.vault))

    def forget(self, brand_id: BrandId, customers: Sequence[bytes]) -> None:
        """Remove what is kept of these customers."""
        self._at.run(_FORGET, {"brand_id": brand_id, "hashes": list(customers)})
