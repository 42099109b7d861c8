"""Whoever answers requests about data, and what of them there is to see."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select

from bot.records.kept import find_record
from bot.records.numbers import read_number
from bot.rights.document import Export
from bot.rights.erasing import WasErased, erase, scrub
from bot.rights.export import export
from bot.rights.holding import hold_customer, hold_record, release_customer, release_record
from bot.rights.plan import Plan, plan_of
from bot.rights.retention import retention_of
from bot.rights.subject import Subject, subject_of_customer, subject_of_record
from dialogs.ids import CustomerRef
from storage.repositories.rights import ErasureRow
from storage.tables import metadata
from storage.unit_of_work import UnitOfWork
from tests.bot.web.chat.house import House


class Keeper:
    """Names customers by their numbers, and those who were never identified by their record's."""

    def __init__(self, house: House) -> None:
        self.house = house

    def find(self, uow: UnitOfWork, who: str) -> Subject:
        brand = self.house.brand
        if read_number(who) is not None:
            return subject_of_record(uow, brand, who)
        return subject_of_customer(uow, brand, CustomerRef(who))

    def plan(self, who: str) -> Plan:
        brand = self.house.brand
        with self.house.app.database.read() as uow:
            return plan_of(uow, brand, self.find(uow, who), retention_of(brand), self.house.clock())

    def export(self, who: str) -> Export:
        brand = self.house.brand
        with self.house.app.database.read() as uow:
            found = export(uow, brand, self.find(uow, who), retention_of(brand), self.house.clock())
        return Export.model_validate_json(found.model_dump_json())

    def erase(self, who: str) -> WasErased:
        erased = erase(self.house.app, self.house.brand, lambda uow: self.find(uow, who), "requested")
        assert scrub(self.house.app.database)
        return erased

    def hold(self, customer: str | None = None, record: str | None = None) -> None:
        brand, now = self.house.brand, self.house.clock()
        with self.house.app.database.write() as uow:
            if customer is not None:
                hold_customer(uow, brand, CustomerRef(customer), "case 4 O 17/26", "Kim", now)
            if record is not None:
                hold_record(uow, brand, record, "case 4 O 17/26", "Kim", now)

    def release(self, customer: str | None = None, record: str | None = None) -> None:
        brand, now = self.house.brand, self.house.clock()
        with self.house.app.database.write() as uow:
            if customer is not None:
                release_customer(uow, brand, CustomerRef(customer), now)
            if record is not None:
                release_record(uow, brand, record, now)

    def proofs(self) -> list[ErasureRow]:
        with self.house.app.database.read() as uow:
            return uow.erasures.all(self.house.brand.id)

    def receipt(self, number: str) -> bytes | None:
        """A record's receipt, byte for byte; None once it is erased."""
        with self.house.app.database.read() as uow:
            stored = find_record(uow, self.house.brand.id, number)
        return None if stored is None else stored.receipt

    def content(self) -> bytes:
        """All bytes that the database holds: its files, or every value of every table."""
        url = self.house.app.settings.database_url
        if url.startswith("sqlite"):
            file = Path(url.removeprefix("sqlite:///"))
            return b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))
        return b"\0".join(self._values())

    def _values(self) -> Iterator[bytes]:
        with self.house.app.database.engine.connect() as connection:
            for table in metadata.sorted_tables:
                for row in connection.execute(select(table)):
                    yield from (each if isinstance(each, bytes) else str(each).encode() for each in row)
