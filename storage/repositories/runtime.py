"""Pollers, settings of the installation, and the sandbox's outgoing messages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, or_, select, update

from dialogs.ids import AccountId, BrandId
from storage.ids import new_id
from storage.repositories.rows import Repository, Shape
from storage.statements import given, like, upsert
from storage.tables import poller, sandbox_message, setting


@dataclass(frozen=True, slots=True)
class PollerRow:
    """A lease on reading an account's updates: from ``position`` on, while ``fence`` is the newest."""

    account_id: AccountId
    position: int
    fence: int
    lease_until: datetime


@dataclass(frozen=True, slots=True)
class SandboxMessageRow:
    """What the demo would have sent; ``seq`` gives the order."""

    seq: int
    id: str
    brand_id: BrandId
    account_id: AccountId | None
    channel: str
    recipient: str
    subject: str | None
    body: str
    buttons: Sequence[Any] | None
    meta: Mapping[str, Any] | None
    created_at: datetime


_p = poller.c
_add_poller = upsert(poller).values(fence=1, position=0)
_ACQUIRE = _add_poller.on_conflict_do_update(
    index_elements=["account_id"],
    set_={
        "lease_owner": _add_poller.excluded.lease_owner,
        "lease_until": _add_poller.excluded.lease_until,
        "fence": _p.fence + 1,
    },
    where=or_(
        _p.lease_until.is_(None),
        _p.lease_until <= like(_p.lease_until, "now"),
        _p.lease_owner == _add_poller.excluded.lease_owner,
    ),
).returning(_p.account_id, _p.position, _p.fence, _p.lease_until)
_HELD = update(poller).where(_p.account_id == given("the_account"), _p.fence == given("the_fence"))

_GET = select(setting.c.value).where(setting.c.key == given("key"))
_add_setting = upsert(setting)
_SET = _add_setting.on_conflict_do_update(
    index_elements=["key"], set_={"value": _add_setting.excluded.value}
)  # fmt: skip
_UNSET = delete(setting).where(setting.c.key == given("key"))

_MESSAGE = Shape(sandbox_message, SandboxMessageRow, key=("seq",))
_s = sandbox_message.c
_ADD_MESSAGE = insert(sandbox_message).returning(_s.seq)
_MESSAGES = (
    select(*_MESSAGE.columns)
    .where(_s.brand_id == given("brand_id"), _s.channel == given("channel"), _s.seq > given("after"))
    .order_by(_s.seq)
    .limit(given("limit"))
)
_FORGET = delete(sandbox_message).where(
    _s.brand_id == given("brand_id"), _s.recipient.in_(given("recipients", expanding=True))
)
_TO = _MESSAGES.where(_s.recipient == given("recipient"))


class Pollers(Repository):
    """Who reads an account's updates, and how far they are read: one process at a time."""

    __slots__ = ()

    def acquire(
        self, brand_id: BrandId, account_id: AccountId, owner: str, now: datetime, lease: timedelta
    ) -> PollerRow | None:
        """Take or renew the lease; None while another process has it. The fence is new each time."""
        values = {"brand_id": brand_id, "account_id": account_id, "lease_owner": owner}
        found = self._at.run(_ACQUIRE, {**values, "now": now, "lease_until": now + lease}).first()
        return None if found is None else PollerRow(*found)

    def advance(self, row: PollerRow, position: int) -> bool:
        """Note that everything before ``position`` is stored. False when the lease was lost."""
        values = {"the_account": row.account_id, "the_fence": row.fence, "position": position}
        return self._at.run(_HELD, values).rowcount == 1

    def release(self, row: PollerRow) -> None:
        """Let another process take over at once."""
        keys = {"the_account": row.account_id, "the_fence": row.fence}
        self._at.run(_HELD, {**keys, "lease_owner": None, "lease_until": None})


class Settings(Repository):
    """Values of the installation."""

    __slots__ = ()

    def get(self, key: str) -> str | None:
        """The value, or None."""
        value: str | None = self._at.run(_GET, {"key": key}).scalar()
        return value

    def set(self, key: str, value: str | None) -> None:
        """Keep a value; None removes it."""
        if value is None:
            self._at.run(_UNSET, {"key": key})
        else:
            self._at.run(_SET, {"key": key, "value": value})


class Sandbox(Repository):
    """What the demo would have sent."""

    __slots__ = ()

    def add(
        self,
        brand_id: BrandId,
        *,
        channel: str,
        recipient: str,
        body: str,
        now: datetime,
        account_id: AccountId | None = None,
        subject: str | None = None,
        buttons: Sequence[Any] | None = None,
        meta: Mapping[str, Any] | None = None,
    ) -> SandboxMessageRow:
        """Keep a message instead of sending it."""
        row = SandboxMessageRow(
            0, new_id(), brand_id, account_id, channel, recipient, subject, body, buttons, meta, now
        )
        values = _MESSAGE.values(row, self._at.vault)
        del values["seq"]
        seq: int = self._at.run(_ADD_MESSAGE, values).scalar_one()
        self._at.topics.add("sandbox")
        return SandboxMessageRow(
            seq, row.id, brand_id, account_id, channel, recipient, subject, body, buttons, meta, now
        )

    def messages(
        self,
        brand_id: BrandId,
        channel: str,
        recipient: str | None = None,
        after: int = 0,
        limit: int = 200,
    ) -> list[SandboxMessageRow]:
        """The messages after a ``seq``, in order; to one recipient only when given."""
        values: dict[str, Any] = {"brand_id": brand_id, "channel": channel, "after": after, "limit": limit}
        if recipient is None:
            rows = self._at.run(_MESSAGES, values)
        else:
            rows = self._at.run(_TO, {**values, "recipient": recipient})
        return [_MESSAGE.read(found, self._at.vault) for found in rows]

    def forget(self, brand_id: BrandId, recipients: Sequence[str]) -> None:
        """Remove what would have gone to somebody who is erased: here it stands in plain text."""
        self._at.run(_FORGET, {"brand_id": brand_id, "recipients": list(recipients)})
