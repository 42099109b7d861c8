"""How many conversations follow which revision."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.ids import BrandId, RevisionId
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Open conversations by revision."""

    by_revision: Mapping[RevisionId, int]

    def on(self, revision: RevisionId) -> int:
        """How many follow it."""
        return self.by_revision.get(revision, 0)

    @property
    def total(self) -> int:
        return sum(self.by_revision.values())


def under_way(uow: UnitOfWork, brand: BrandId) -> UnderWay:
    """Count the brand's open conversations."""
    return UnderWay(uow.conversations.count_by_revision(brand))
