"""A channel that keeps each message instead of sending it, where no web server runs: the terminal chat's."""

from bot.sandbox.files import stored_files
from bot.sandbox.kept import keep, shown_buttons
from bot.wiring import Clock
from channels.base import Outgoing, Sent
from storage.database import Database
from storage.repositories.brands import AccountRow


class SandboxOutbound:
    """Keeps the messages of one account of any channel. What the terminal chat sends through."""

    def __init__(self, database: Database, row: AccountRow, clock: Clock) -> None:
        self._database, self._row, self._clock = database, row, clock

    def send(self, outgoing: Outgoing) -> Sent:
        """Keep the message; its id is the row's."""
        with self._database.write() as uow:
            kept = keep(
                uow,
                self._row.brand_id,
                self._row.kind,
                outgoing.to,
                outgoing.text,
                self._clock(),
                account=self._row.id,
                subject=outgoing.subject,
                buttons=shown_buttons(outgoing.buttons),
                meta=stored_files(outgoing),
            )
        return Sent(kept.id)

    def close(self) -> None:
        """Nothing is open."""
