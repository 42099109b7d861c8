"""Conversations under way: how many follow which revision, and moving those that could follow another one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.publishing import RevisionBody
from bot.receive.inbox import again_on_conflict
from bot.room import KEPT
from bot.studio.changes import changes_between
from bot.studio.sources import unreadable
from dialogs.ids import BrandId, ConversationId, RevisionId
from dialogs.moving import could_move
from dialogs.script import Script, load
from storage.database import Database
from storage.errors import Erased
from storage.repositories.conversations import ConversationRow
from storage.repositories.revisions import RevisionRow
from storage.unit_of_work import UnitOfWork

MOST_LOOKED_AT = 1_000
"""Conversations of a revision that a page looks at; that there are more is said."""
AT_ONCE = 50
"""Conversations that are moved in one transaction."""


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


@dataclass(frozen=True, slots=True)
class Followers:
    """The conversations that follow a revision, looked at for whether they could follow another one."""

    revision: RevisionRow
    count: int
    movable: int
    looked_at: int

    @property
    def is_all(self) -> bool:
        """Whether every one was looked at."""
        return self.looked_at >= self.count


@dataclass(frozen=True, slots=True)
class Move:
    """From one revision of a script to another one."""

    before: Script
    after: Script
    changed: Mapping[str, frozenset[str]]
    """Language -> the texts that read otherwise afterwards."""

    def suits(self, conversation: ConversationRow) -> bool:
        """Whether nothing that the conversation was asked would mean anything else."""
        state = KEPT.validate_json(conversation.state).state
        return could_move(state, self.before, self.after, self.changed.get(state.locale, frozenset()))


def under_way(uow: UnitOfWork, brand: BrandId, revisions: Sequence[RevisionRow]) -> UnderWay:
    """Count the brand's open conversations on these revisions."""
    ids = {row.id for row in revisions}
    counts = uow.conversations.count_by_revision(brand)
    return UnderWay({revision: count for revision, count in counts.items() if revision in ids})


def followers_of(
    uow: UnitOfWork, revisions: Sequence[RevisionRow], onto: RevisionBody
) -> tuple[Followers, ...]:
    """Who follows which of the revisions, and how many of them could follow `onto`; without those of none."""
    counted = under_way(uow, revisions[0].brand_id, revisions) if revisions else UnderWay({})
    found = (row for row in revisions if counted.on(row.id))
    return tuple(_followers(uow, row, counted.on(row.id), onto) for row in found)


def _followers(uow: UnitOfWork, row: RevisionRow, count: int, onto: RevisionBody) -> Followers:
    move = move_between(row, onto)
    every = [each for batch in _batches(uow, row, MOST_LOOKED_AT) for each in batch]
    movable = 0 if move is None else sum(map(move.suits, every))
    return Followers(row, count, movable, min(count, MOST_LOOKED_AT))


def move_between(row: RevisionRow, onto: RevisionBody) -> Move | None:
    """None where one of both cannot be read by now."""
    body = RevisionBody.loaded(row.body)
    if unreadable(body.source, row.script) or unreadable(onto.source, row.script):
        return None
    changed: dict[str, set[str]] = {}
    for change in changes_between(body, onto):
        changed.setdefault(change.locale, set()).add(change.name)
    texts = {locale: frozenset(names) for locale, names in changed.items()}
    return Move(load(body.source), load(onto.source), texts)


def move_followers(database: Database, row: RevisionRow, onto: RevisionRow) -> int:
    """Move the conversations of a revision that could move, and say how many. Nothing is said to anybody."""
    move = move_between(row, RevisionBody.loaded(onto.body))
    if move is None:
        return 0
    after, moved = "", 0
    while (batch := again_on_conflict(partial(_move_batch, database, row, onto, move, after))) is not None:
        after, moved = batch.last, moved + batch.moved
    return moved


@dataclass(frozen=True, slots=True)
class _Batch:
    """What one transaction did."""

    last: str
    """The last conversation that was looked at."""
    moved: int


def _move_batch(
    database: Database, row: RevisionRow, onto: RevisionRow, move: Move, after: str
) -> _Batch | None:
    """The next ones; None where there are no more."""
    with database.write() as uow:
        ids = uow.conversations.following(row.brand_id, row.id, after, AT_ONCE)
        suited = [each for each in _opened(uow, row, ids) if move.suits(each)]
        for each in suited:
            uow.conversations.move(each, onto.id)
    return _Batch(ids[-1], len(suited)) if ids else None


def _batches(uow: UnitOfWork, row: RevisionRow, most: int) -> Iterator[list[ConversationRow]]:
    after = ""
    for _ in range(0, most, AT_ONCE):
        ids = uow.conversations.following(row.brand_id, row.id, after, AT_ONCE)
        if not ids:
            return
        yield list(_opened(uow, row, ids))
        after = ids[-1]


def _opened(uow: UnitOfWork, row: RevisionRow, ids: Sequence[ConversationId]) -> Iterator[ConversationRow]:
    """The conversations whose state can be read: an erased person's cannot, and stays where it is."""
    for each in ids:
        try:
            found = uow.conversations.get(row.brand_id, each)
        except Erased:
            continue
        if found is not None:
            yield found
