"""Conversations: one open thread an address, saved under a version."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Select, case, func, insert, select, update

from dialogs.ids import (
    AccountId,
    AddressId,
    AgentId,
    BrandId,
    CaseId,
    ContactId,
    ConversationId,
    PersonId,
    RevisionId,
)
from storage.errors import Conflict
from storage.ids import new_id
from storage.repositories.contacts import AddressRow
from storage.repositories.rows import Repository, Shape
from storage.statements import given, like, literally
from storage.tables import address, cancellation_case, contact, conversation

Status = Literal["bot", "waiting", "agent", "closed"]


@dataclass(frozen=True, slots=True)
class ConversationRow:
    """A conversation. ``state`` is the dialog's state as the engine serialises it.

    ``epoch`` counts takeovers: a dialog reply of an earlier epoch is not sent any more.
    """

    id: ConversationId
    brand_id: BrandId
    account_id: AccountId
    address_id: AddressId
    contact_id: ContactId
    person_id: PersonId
    status: Status
    revision_id: RevisionId | None
    locale: str
    version: int
    epoch: int
    last_number: int
    case_id: CaseId | None
    assignee_id: AgentId | None
    waiting_since: datetime | None
    handoff_reason: str | None
    unread: int
    created_at: datetime
    updated_at: datetime
    state: bytes


@dataclass(frozen=True, slots=True)
class ConversationHead:
    """What lists show of a conversation: nothing that is sealed, so an erased person breaks no list."""

    id: ConversationId
    brand_id: BrandId
    account_id: AccountId
    address_id: AddressId
    contact_id: ContactId
    status: Status
    locale: str
    version: int
    last_number: int
    case_id: CaseId | None
    assignee_id: AgentId | None
    waiting_since: datetime | None
    handoff_reason: str | None
    unread: int
    created_at: datetime
    updated_at: datetime


_ROW = Shape(conversation, ConversationRow, sealed={"state": bytes})
_HEAD = Shape(conversation, ConversationHead)
_c = conversation.c

_ROWS = select(*_ROW.columns).where(_c.brand_id == given("brand_id"))
_BY_ID = _ROWS.where(_c.id == given("id"))
_OPEN = _ROWS.where(_c.address_id == given("address_id"), literally("status <> 'closed'"))
_LATEST = _ROWS.where(_c.address_id == given("address_id")).order_by(_c.created_at.desc()).limit(1)

_WROTE = (
    select(_c.id)
    .join(address, address.c.id == _c.address_id)
    .where(address.c.account_id == given("account_id"), address.c.sender_hash == given("hash"))
    .limit(1)
)

_HEADS = select(*_HEAD.columns).where(_c.brand_id == given("brand_id"))
_IN_STATUS = _HEADS.where(_c.status == given("status")).limit(given("limit"))
# Danger to life before all else, whoever waited longer.
_GRAVEST = case((_c.handoff_reason == "danger", 0), else_=1)
_WAITING = _IN_STATUS.order_by(_GRAVEST, _c.waiting_since, _c.id)
_RECENT = _IN_STATUS.order_by(_c.updated_at.desc())
_RECENT_OF_AGENT = _RECENT.where(_c.assignee_id == given("assignee_id"))
_OF_CONTACT = _HEADS.where(_c.contact_id == given("contact_id")).order_by(_c.created_at.desc())
_OF_PERSONS = _HEADS.where(
    _c.contact_id.in_(select(contact.c.id).where(contact.c.person_id.in_(given("persons", expanding=True))))
).order_by(_c.created_at, _c.id)
_PERSONS_ABOUT = (
    select(_c.person_id)
    .distinct()
    .where(_c.brand_id == given("brand_id"), _c.case_id.in_(given("cases", expanding=True)))
)
_UNDECIDED = (
    select(*_HEAD.columns)
    .join(cancellation_case, cancellation_case.c.id == _c.case_id)
    .where(
        cancellation_case.c.brand_id == given("brand_id"),
        literally("cancellation_case.status = 'requested'"),
        literally("conversation.status <> 'closed'"),
    )
    .order_by(cancellation_case.c.declared_at)
    .limit(given("limit"))
)
_COUNTS = select(_c.status, func.count()).where(_c.brand_id == given("brand_id")).group_by(_c.status)
_COUNTS_BY_REVISION = (
    select(_c.revision_id, func.count())
    .where(_c.brand_id == given("brand_id"), literally("status <> 'closed'"), _c.revision_id.is_not(None))
    .group_by(_c.revision_id)
)
_FOLLOWING = (
    select(_c.id)
    .where(
        _c.brand_id == given("brand_id"),
        _c.revision_id == given("revision_id"),
        _c.id > given("after"),
        literally("status <> 'closed'"),
    )
    .order_by(_c.id)
    .limit(given("limit"))
)
_CHANGED = (
    select(*_HEAD.columns)
    .where(_c.updated_at >= like(_c.updated_at, "since"))
    .order_by(_c.updated_at)
    .limit(given("limit"))
)

_VERSIONS = select(_c.id, _c.version).where(_c.updated_at >= like(_c.updated_at, "since"))

_ADD = insert(conversation)
_SAVE = update(conversation).where(
    _c.id == given("the_id"), _c.brand_id == given("the_brand"), _c.version == given("expected_version")
)
_MOVE = _SAVE.where(literally("status <> 'closed'"))
_END = (
    update(conversation)
    .where(
        _c.brand_id == given("the_brand"),
        _c.contact_id.in_(
            select(contact.c.id).where(contact.c.person_id.in_(given("the_persons", expanding=True)))
        ),
    )
    .values(
        status="closed", version=_c.version + 1, assignee_id=None, waiting_since=None, handoff_reason=None,
        unread=0,
    )
    .returning(_c.id)
)  # fmt: skip
_KEPT = ("id", "brand_id", "account_id", "address_id", "person_id", "created_at")


class Conversations(Repository):
    """The threads with the addresses."""

    __slots__ = ()

    def create(
        self,
        address: AddressRow,
        *,
        revision_id: RevisionId | None,
        locale: str,
        state: bytes,
        now: datetime,
        status: Status = "bot",
    ) -> ConversationRow:
        """Begin a conversation. Raises Conflict when the address has one that is not closed."""
        row = ConversationRow(
            id=ConversationId(new_id()),
            brand_id=address.brand_id,
            account_id=address.account_id,
            address_id=address.id,
            contact_id=address.contact_id,
            person_id=address.person_id,
            status=status,
            revision_id=revision_id,
            locale=locale,
            version=1,
            epoch=0,
            last_number=0,
            case_id=None,
            assignee_id=None,
            waiting_since=None,
            handoff_reason=None,
            unread=0,
            created_at=now,
            updated_at=now,
            state=state,
        )
        self._at.run(_ADD, _ROW.values(row, self._at.vault))
        self._touched(row.id)
        return row

    def get(self, brand_id: BrandId, conversation_id: ConversationId) -> ConversationRow | None:
        """The conversation, or None. Raises Erased."""
        return self._one(_BY_ID, {"brand_id": brand_id, "id": conversation_id})

    def open_of(self, brand_id: BrandId, address_id: AddressId) -> ConversationRow | None:
        """The address's conversation that is not closed, or None. Raises Erased."""
        return self._one(_OPEN, {"brand_id": brand_id, "address_id": address_id})

    def latest_of(self, brand_id: BrandId, address_id: AddressId) -> ConversationRow | None:
        """The address's newest conversation, closed or not, or None. Raises Erased."""
        return self._one(_LATEST, {"brand_id": brand_id, "address_id": address_id})

    def is_there(self, account_id: AccountId, sender_hash: bytes) -> bool:
        """Whether a sender (`Contacts.sender_hash`) ever had a conversation there; opens nothing sealed."""
        return self._at.run(_WROTE, {"account_id": account_id, "hash": sender_hash}).first() is not None

    def save(self, row: ConversationRow, expected_version: int, now: datetime) -> ConversationRow:
        """Write the row as version ``expected_version + 1``. Raises Conflict when the version moved on."""
        saved = replace(row, version=expected_version + 1, updated_at=now)
        values = _ROW.values(saved, self._at.vault)
        for name in _KEPT:
            del values[name]
        keys = {"the_id": row.id, "the_brand": row.brand_id, "expected_version": expected_version}
        if self._at.run(_SAVE, {**keys, **values}).rowcount != 1:
            raise Conflict(f"conversation {row.id} is no longer at version {expected_version}")
        self._touched(row.id)
        return saved

    def waiting(self, brand_id: BrandId, limit: int = 100) -> list[ConversationHead]:
        """The conversations that wait for a human: who is in danger, and then longest first."""
        return self._heads(_WAITING, {"brand_id": brand_id, "status": "waiting", "limit": limit})

    def recent(
        self, brand_id: BrandId, status: Status, limit: int = 100, assignee_id: AgentId | None = None
    ) -> list[ConversationHead]:
        """The conversations in a status, last changed first; of one agent only when given."""
        values = {"brand_id": brand_id, "status": status, "limit": limit}
        if assignee_id is None:
            return self._heads(_RECENT, values)
        return self._heads(_RECENT_OF_AGENT, {**values, "assignee_id": assignee_id})

    def undecided(self, brand_id: BrandId, limit: int = 100) -> list[ConversationHead]:
        """Conversations about a cancellation that was declared and not decided, the earliest first."""
        return self._heads(_UNDECIDED, {"brand_id": brand_id, "limit": limit})

    def of_contact(self, brand_id: BrandId, contact_id: ContactId) -> list[ConversationHead]:
        """All conversations of a contact, newest first."""
        return self._heads(_OF_CONTACT, {"brand_id": brand_id, "contact_id": contact_id})

    def of_persons(self, brand_id: BrandId, persons: Sequence[PersonId]) -> list[ConversationHead]:
        """All conversations of these persons, oldest first."""
        return self._heads(_OF_PERSONS, {"brand_id": brand_id, "persons": list(persons)})

    def persons_about(self, brand_id: BrandId, cases: Sequence[CaseId]) -> list[PersonId]:
        """Who talks, or talked, about one of these cases."""
        values = {"brand_id": brand_id, "cases": list(cases)}
        return list(self._at.run(_PERSONS_ABOUT, values).scalars())

    def end_of_persons(self, brand_id: BrandId, persons: Sequence[PersonId]) -> None:
        """Close all conversations of these persons, before they are erased.

        A turn that was begun meanwhile finds another version and is run again. When they were last heard of
        stays as it was.
        """
        values = {"the_brand": brand_id, "the_persons": list(persons)}
        for conversation_id in self._at.run(_END, values).scalars().all():
            self._touched(conversation_id)

    def count_by_status(self, brand_id: BrandId) -> dict[Status, int]:
        """How many conversations there are in each status; statuses without any are left out."""
        return dict(tuple(row) for row in self._at.run(_COUNTS, {"brand_id": brand_id}))

    def count_by_revision(self, brand_id: BrandId) -> dict[RevisionId, int]:
        """How many conversations that are not closed follow each revision; those without any are left out."""
        return dict(tuple(row) for row in self._at.run(_COUNTS_BY_REVISION, {"brand_id": brand_id}))

    def following(
        self, brand_id: BrandId, revision_id: RevisionId, after: str = "", limit: int = 100
    ) -> list[ConversationId]:
        """Conversations that are not closed and follow a revision, from behind an id on."""
        values = {"brand_id": brand_id, "revision_id": revision_id, "after": after, "limit": limit}
        return list(self._at.run(_FOLLOWING, values).scalars())

    def move(self, row: ConversationRow, revision_id: RevisionId) -> None:
        """Let it follow another revision from now on; nobody wrote, so it is as old as before.

        Raises Conflict when the conversation moved on since it was read.
        """
        keys = {"the_id": row.id, "the_brand": row.brand_id, "expected_version": row.version}
        moved = {"revision_id": revision_id, "version": row.version + 1}
        if self._at.run(_MOVE, {**keys, **moved}).rowcount != 1:
            raise Conflict(f"conversation {row.id} is no longer at version {row.version}")

    def changed_since(self, since: datetime, limit: int = 1000) -> list[ConversationHead]:
        """What changed at or after a moment, in any brand, oldest first: for the one listener of a process.

        A transaction may commit after a later one: ask again from a few seconds before the last answer.
        """
        return self._heads(_CHANGED, {"since": since, "limit": limit})

    def versions_since(self, since: datetime) -> dict[ConversationId, int]:
        """The same with nothing but the versions: for whoever only has to know what is new."""
        return dict(tuple(row) for row in self._at.run(_VERSIONS, {"since": since}))

    def _one(self, statement: Select[Any], values: dict[str, Any]) -> ConversationRow | None:
        found = self._at.run(statement, values).first()
        return None if found is None else _ROW.read(found, self._at.vault)

    def _heads(self, statement: Select[Any], values: dict[str, Any]) -> list[ConversationHead]:
        return [_HEAD.read(found, self._at.vault) for found in self._at.run(statement, values)]

    def _touched(self, conversation_id: ConversationId) -> None:
        self._at.topics.add(f"conversation:{conversation_id}")
