"""Sealed records in quantity: as the confirming transaction keeps them, without the talk before."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import event

from bot.records.log.sequencer import Sequencer
from bot.records.numbers import new_number
from bot.records.stored import sealed_and_stored
from bot.wiring import Application
from dialogs.ids import CaseId, RecordId
from storage.database import Database
from storage.ids import new_id
from storage.repositories.brands import BrandRow
from storage.repositories.cases import CaseRow, RecordRow
from tests.bot.records.examples import contents
from tests.bot.web.chat.house import House


def seal_some(house: House, count: int, now: datetime | None = None) -> list[RecordRow]:
    """So many accepted cases with their records, sealed a second after one another."""
    brand = house.brand
    rows = []
    with house.app.database.write() as uow:
        key = uow.brands.signing_key(brand.id)
        for _ in range(count):
            at = now or house.clock()
            person = uow.contacts.add_person(brand.id)
            account = house.account("webchat")
            contact = uow.contacts.meet(brand.id, account.id, new_id(), at).contact_id
            case = uow.cases.add(
                CaseRow(
                    CaseId(new_id()), brand.id, contact, person, None, None, "accepted", at, at,
                    None, None, None, "cancel", None, 1, at, b"{}",
                )
            )  # fmt: skip
            made = contents()
            number = new_number("BL", os.urandom)
            sealed_at = {"at": at.isoformat(timespec="milliseconds"), "zone": "UTC"}
            record = made.record | {"number": number, "sealed": sealed_at}
            sealed, body = sealed_and_stored(replace(made, record=record), key)
            row = RecordRow(
                RecordId(new_id()), brand.id, case.id, person, "termination", number,
                sealed.digest, sealed.signature, sealed.key_id, at, body,
            )  # fmt: skip
            uow.records.add(row)
            rows.append(row)
            if now is None:
                house.clock.go_on(seconds=1)
    return rows


def log_all(house: House) -> int:
    """What the sequencer of a worker does within a second."""
    return Sequencer(house.app).go_on()


def other_process(app: Application, database: Database) -> Application:
    """The same installation in another process."""
    return replace(app, database=database, owner=new_id())


def brand_of(app: Application) -> BrandRow:
    with app.database.read() as uow:
        found = uow.brands.by_slug("demo")
    assert found is not None
    return found


@contextmanager
def killed_before(database: Database, writes: int) -> Iterator[list[bool]]:
    """End everything before so many writes were done; whether it got through."""
    engine, survived, left = database.engine, [True], [writes]

    def count(connection: Any, cursor: Any, statement: str, *more: Any) -> None:
        if not statement.lstrip().startswith(("UPDATE", "INSERT", "DELETE")):
            return
        if left[0] == 0:
            survived.clear()
            raise KeyboardInterrupt
        left[0] -= 1

    event.listen(engine, "before_cursor_execute", count)
    try:
        yield survived
    finally:
        event.remove(engine, "before_cursor_execute", count)
