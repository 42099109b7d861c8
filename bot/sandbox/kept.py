"""What the sandbox keeps: one row for each thing that happened, by kind, in order.

`sms`, `telegram` and `email` are what the brand would have sent. The other kinds
are what happened at the other end. A row never changes: what comes later is a
row of its own.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from channels.base import Button
from dialogs.ids import AccountId, BrandId
from storage.repositories.runtime import SandboxMessageRow
from storage.unit_of_work import UnitOfWork

SENT = ("sms", "telegram", "email")
"""Kinds of what would have been sent."""

PHONE = "sms-phone"
"""What a phone sent, what the provider answered by itself, and what it refused to deliver."""

RECEPTION = "phone-reception"
"""Whether texts arrive on a phone: ``none`` or ``full``."""

CALL = "phone-call"
"""What happens in calls to a phone, by call: it rings, something is said, a key is pressed, it is over."""

UPDATE = "telegram-update"
"""What a Telegram user did, as an Update without its number: the number is the row's `seq`."""

NOTE = "telegram-note"
"""Buttons changed under a message, and pressed buttons that were acknowledged."""

_PAGE = 200
_LAST = "sandbox.last"


def keep(
    uow: UnitOfWork,
    brand: BrandId,
    kind: str,
    recipient: str,
    body: str,
    now: datetime,
    *,
    account: AccountId | None = None,
    subject: str | None = None,
    buttons: Sequence[Mapping[str, Any]] | None = None,
    meta: Mapping[str, Any] | None = None,
) -> SandboxMessageRow:
    """Keep a row. Whoever reads on from the last `seq` they saw misses none.

    The setting's row is locked until the commit, so that rows are committed in
    the order of their numbers; PostgreSQL alone would not see to it.
    """
    uow.settings.set(_LAST, uow.settings.get(_LAST) or "0")
    row = uow.sandbox.add(
        brand,
        channel=kind,
        recipient=recipient,
        body=body,
        now=now,
        account_id=account,
        subject=subject,
        buttons=None if buttons is None else [dict(each) for each in buttons],
        meta=meta,
    )
    uow.settings.set(_LAST, str(row.seq))
    return row


def last_number(uow: UnitOfWork) -> int:
    """The `seq` of the newest row of all, 0 when there is none."""
    return int(uow.settings.get(_LAST) or 0)


def rows_of(
    uow: UnitOfWork, brand: BrandId, kind: str, recipient: str | None = None, after: int = 0
) -> list[SandboxMessageRow]:
    """All rows of a kind after a `seq`, in order; of one recipient only when given."""
    found: list[SandboxMessageRow] = []
    while True:
        rows = uow.sandbox.messages(brand, kind, recipient, after, _PAGE)
        found += rows
        if len(rows) < _PAGE:
            return found
        after = rows[-1].seq


def row_numbered(uow: UnitOfWork, brand: BrandId, kind: str, number: int) -> SandboxMessageRow | None:
    """The row with that `seq`, if it is of that kind."""
    rows = uow.sandbox.messages(brand, kind, None, number - 1, 1)
    return rows[0] if rows and rows[0].seq == number else None


def sent_rows(uow: UnitOfWork, brand: BrandId, recipient: str | None, after: int) -> list[SandboxMessageRow]:
    """What would have been sent on all channels, oldest first."""
    rows = [row for kind in SENT for row in rows_of(uow, brand, kind, recipient, after)]
    return sorted(rows, key=lambda row: row.seq)


def shown_buttons(buttons: Sequence[Button]) -> list[dict[str, Any]]:
    """Buttons as the outbox lists them."""
    return [
        {"id": each.id, "label": each.label, "kind": each.kind, "url": each.url} for each in buttons
    ]  # fmt: skip


def iso(at: datetime) -> str:
    """A time as pages read it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")
