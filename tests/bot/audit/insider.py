"""What somebody can do who may write anything into the database, and cannot sign."""

import base64
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

from sqlalchemy import text

from bot.audit.auditing import audited
from bot.audit.report import Report
from bot.records.log.checkpoints import read
from bot.records.log.copies import Copies, Copy
from bot.records.log.tiles import grown, node_in
from bot.records.log.tree import leaf_hash, range_hash
from storage.database import Database
from storage.repositories.cases import RecordRow
from tests.bot.web.chat.house import KEYS, House


class Insider:
    """Edits the database by hand. `rows` are the records as they were sealed."""

    def __init__(self, house: House, rows: Sequence[RecordRow]) -> None:
        self.house, self.rows = house, rows

    def sql(self, statement: str, **values: Any) -> None:
        """Run a statement, past all constraints that refer from table to table, and all triggers."""
        engine = self.house.app.database.engine
        if engine.dialect.name == "postgresql":
            with engine.begin() as connection:
                connection.execute(text("SET LOCAL session_replication_role = replica"))
                connection.execute(text(statement), values)
            return
        # Foreign keys are switched outside a transaction only, where SQLAlchemy never is.
        with closing(engine.raw_connection()) as raw, closing(raw.cursor()) as cursor:
            cursor.execute("PRAGMA foreign_keys=OFF")
            triggers = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute(statement, values)
            for _, made in triggers:
                cursor.execute(made)
            cursor.execute("PRAGMA foreign_keys=ON")

    def rebuild(self) -> None:
        """Compute the tree anew over what the entries say now, and write its size and roots everywhere."""
        with self.house.app.database.read() as uow:
            digests = [each.digest for each in uow.record_logs.entries(self.house.brand.id, 0, 10_000)]
        tiles = grown(0, [leaf_hash(each) for each in digests], lambda *_: b"")
        self.sql("DELETE FROM record_log_tile")
        for (level, position), hashes in tiles.items():
            self.sql(
                "INSERT INTO record_log_tile (brand_id, level, position, hashes) VALUES (:b, :l, :p, :h)",
                b=self.house.brand.id,
                l=level,
                p=position,
                h=hashes,
            )
        self.sql("UPDATE record_log SET size = :s, signed_size = :s", s=len(digests))
        self._write_roots(
            lambda size: range_hash(0, size, node_in(lambda *at: tiles.get(at, b""))), len(digests)
        )

    def _write_roots(self, root_of: Any, most: int) -> None:
        """Put the new roots into the checkpoints, under signatures that stay what they were."""
        with self.house.app.database.read() as uow:
            rows = uow.record_logs.checkpoints(self.house.brand.id, 0, self.house.brand.created_at, 1000)
        for row in rows:
            if row.size <= most:
                old, new = read(row.note).root, root_of(row.size)
                note = row.note.replace(base64.b64encode(old), base64.b64encode(new))
                self.sql("UPDATE record_checkpoint SET note = :n WHERE size = :s", n=note, s=row.size)

    def delete(self, position: int) -> None:
        """Take a cancellation away: case, record and entry."""
        row = self.rows[position]
        self.sql("DELETE FROM record_log_entry WHERE position = :p", p=position)
        self.sql("DELETE FROM record WHERE id = :id", id=row.id)
        self.sql("DELETE FROM cancellation_case WHERE id = :id", id=row.case_id)

    def move_up(self, first: int) -> None:
        """Let everything from a position on come one place earlier."""
        for position in range(first, len(self.rows)):
            for table in ("record", "record_log_entry"):
                self.move(table, position, position - 1)

    def move(self, table: str, position: int, to: int) -> None:
        """Give what is at one place of a table another one."""
        moved = f"UPDATE {table} SET position = :to WHERE position = :p"  # noqa: S608 - names of ours
        self.sql(moved, to=to, p=position)

    def put_back_checkpoints(self) -> None:
        """Put the signed ones back in place of those with new roots."""
        for copy in self.copies():
            point = read(copy.note)
            self.sql("UPDATE record_checkpoint SET note = :n WHERE size = :s", n=copy.note, s=point.size)

    def copies(self) -> list[Copy]:
        return list(Copies(self.house.app.settings.checkpoints).of("demo"))

    def report(self, *given: Copy) -> Report:
        """What an auditor finds who comes now: in a process that knows nothing of before."""
        url = self.house.app.settings.database_url
        database = Database.open(url, KEYS)
        try:
            return audited(replace(self.house.app, database=database), self.house.brand, given)
        finally:
            database.close()

    def found(self, *given: Copy) -> set[tuple[str, str | None]]:
        """What an audit finds: what, and of which record."""
        return {(each.code, each.record) for each in self.report(*given).ledger.findings}

    def codes(self, *given: Copy) -> set[str]:
        return {code for code, _ in self.found(*given)}
