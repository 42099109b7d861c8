"""The demo's mailbox."""

import hashlib
from datetime import datetime

from bot.sandbox.files import stored_files
from bot.sandbox.kept import keep
from bot.wiring import Clock
from channels.base import Outgoing, Sent
from channels.email.message import checked_receiver
from dialogs.ids import AccountId, BrandId
from storage.database import Database


class SandboxMail:
    """A mailbox for everybody: keeps each mail with its HTML and its files."""

    def __init__(
        self, database: Database, brand: BrandId, clock: Clock, account: AccountId | None = None
    ) -> None:
        self._database, self._brand, self._clock, self._account = database, brand, clock, account

    def send(self, outgoing: Outgoing) -> Sent:
        """Keep the mail, or raise `Unreachable` for what is no address. A repeat has the same id."""
        to = checked_receiver(outgoing.to)
        now = self._clock()
        with self._database.write() as uow:
            keep(
                uow,
                self._brand,
                "email",
                to,
                outgoing.text,
                now,
                account=self._account,
                subject=outgoing.subject,
                meta={"html": outgoing.html, **stored_files(outgoing)},
            )
        return Sent(_message_id(outgoing, now))

    def close(self) -> None:
        """Nothing is open."""


def _message_id(outgoing: Outgoing, now: datetime) -> str:
    digest = hashlib.sha256(f"{outgoing.key or now.isoformat()}\n{outgoing.to}".encode()).hexdigest()
    return f"<{digest[:32]}@sandbox.invalid>"
