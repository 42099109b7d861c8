"""How many conversations follow which revision."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.ids import BrandId, ConversationId, RevisionId
from storage.errors import Erased
from storage.repositories.conversations import Status
from storage.unit_of_work import UnitOfWork

OPEN: tuple[Status, ...] = ("bot", "waiting", "agent")
MOST = 500
"""Conversations that are looked at; beyond that the numbers are lower bounds."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Open conversations by revision."""

    by_revision: Mapping[RevisionId, int]
    complete: bool = True
    """False when there are more than were counted."""

    def on(self, revision: RevisionId) -> str:
        """How many, in words: `12`, or `at least 12`."""
        count = self.by_revision.get(revision, 0)
        return str(count) if self.complete else f"at least {count}"

    @property
    def total(self) -> int:
        return sum(self.by_revision.values())


def under_way(uow: UnitOfWork, brand: BrandId, most: int = MOST) -> UnderWay:
    """Count the brand's open conversations, the latest ones first."""
    counted: Counter[RevisionId] = Counter()
    left = most
    for status in OPEN:
        heads = uow.conversations.recent(brand, status, left + 1)
        if len(heads) > left:
            return UnderWay(counted, complete=False)
        left -= len(heads)
        counted.update(found for head in heads if (found := _revision(uow, brand, head.id)) is not None)
    return UnderWay(counted)


def _revision(uow: UnitOfWork, brand: BrandId, conversation: ConversationId) -> RevisionId | None:
    try:
        row = uow.conversations.get(brand, conversation)
    except Erased:
        return None
    return None if row is None else row.revision_id
