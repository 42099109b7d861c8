"""What holds for all tables, and that the frequent statements walk an index."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import LargeBinary, Table

from dialogs.ids import CustomerRef
from storage.database import Database
from storage.repositories import inbox, local_office, outbox_statements, record_log
from storage.repositories.effects import NewEffect
from storage.repositories.local_office import OfficeCustomerRow
from storage.repositories.messages import NewMessage
from storage.tables import metadata
from storage.times import Milliseconds
from tests.storage.scene import KEYS, NOW, add_brand

# Limits are kept per bucket, settings for the installation.
WITHOUT_BRAND = {"brand", "setting", "usage_limit"}

TABLES = metadata.sorted_tables


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_belongs_to_a_brand(table: Table) -> None:
    if table.name in WITHOUT_BRAND:
        return
    assert not table.c.brand_id.nullable
    assert [key.target_fullname for key in table.c.brand_id.foreign_keys] == ["brand.id"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_are_of_the_kind_their_names_say(table: Table) -> None:
    for column in table.c:
        if re.search(r"_enc$|_wrapped$|(sender|ref|email|phone|item|customer|token)_hash$", column.name):
            assert isinstance(column.type, LargeBinary), column
        if re.search(r"(_at|_since)$|^since$|^lease_until$", column.name):
            assert isinstance(column.type, Milliseconds), column


CLAIMS: dict[str, tuple[Any, str]] = {
    f"{'expired' if interrupted else 'due'}{' of a kind' if kind else ''}": (
        statement,
        "effect_leased" if interrupted else "effect_due_kind" if kind else "effect_due",
    )
    for kinds in (None, ["send"])
    for statement, kind, interrupted in outbox_statements.claims(kinds)
}
FREQUENT: dict[str, tuple[Any, str]] = {
    **CLAIMS,
    "move up": (outbox_statements.MOVE_UP, "effect_queued"),
    "dependents": (outbox_statements.DEPENDENTS, "effect_waiting"),
    "lane": (inbox.OF_LANE, "inbox_lane"),
    "ready": (inbox.READY, "inbox_pending"),
    "records to append": (record_log.WAITING, "record_waiting"),
    "brands with records to append": (record_log.WITH_WAITING, "record_waiting"),
    "checkpoints to copy": (record_log.UNCOPIED, "record_checkpoint_uncopied"),
    "customers in other letters": (
        local_office.CUSTOMERS_SPELLED.params(brand_id="b", refs=["kd-1", "kd1"]),
        "bo_customer_spelled",
    ),
}


@pytest.mark.parametrize("name", FREQUENT)
def test_frequent_statements_walk_an_index(database: Database, name: str) -> None:
    """Partial indexes are easily missed: one parameter in place of a word, and a million rows are read."""
    statement, index = FREQUENT[name]

    assert index in plan(database, statement)


def plan(database: Database, statement: Any) -> str:
    """The database's own account of how it would run the statement."""
    with database.administer() as connection:
        if database.dialect == "postgresql":
            # With tables this small it would rather read them from end to end.
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            connection.exec_driver_sql("SET LOCAL enable_bitmapscan = off")
        compiled = statement.compile(dialect=connection.dialect, compile_kwargs={"render_postcompile": True})
        explain = "EXPLAIN QUERY PLAN" if database.dialect == "sqlite" else "EXPLAIN"
        query = f"{explain} {compiled}"
        values = (
            (1,) * query.count("?")
            if compiled.positional
            else dict.fromkeys(re.findall(r"%\((\w+)\)s", query), "1")
        )
        return "\n".join(str(row) for row in connection.exec_driver_sql(query, values))


def test_nothing_personal_is_on_disk_in_plain(migrated_file: Path, tmp_path: Path) -> None:
    """Phone number, name and words of a customer, in the database's files after a whole conversation."""
    shutil.copy(migrated_file, tmp_path / "x.db")
    database = Database.open(f"sqlite:///{tmp_path}/x.db", KEYS)
    brand = add_brand(database, "acme")
    with database.write() as work:
        work.inbox.store(
            brand.id,
            brand.account.id,
            provider_key="SM1",
            lane="l",
            payload=b"+4915155566677 PERSONAL",
            now=NOW,
        )
        address = work.contacts.meet(brand.id, brand.account.id, "+4915155566677", NOW)
        conversation = work.conversations.create(
            address, revision_id=None, locale="de", state=b"PERSONAL", now=NOW
        )
        work.messages.append(conversation, [NewMessage("in", "customer", b"PERSONAL", NOW)])
        contact = work.contacts.get(brand.id, address.contact_id)
        assert contact is not None
        work.contacts.link_customer(contact, CustomerRef("PERSONAL-17"))
        work.outbox.add([NewEffect(brand.id, "k", "send", b"PERSONAL +4915155566677", NOW)], NOW)
        work.challenges.create(
            conversation, now=NOW, expires_at=NOW, destination="+4915155566677",
            customer_ref=CustomerRef("PERSONAL-17"),
        )  # fmt: skip
        work.local_office.put_customer(
            OfficeCustomerRow(
                brand.id,
                CustomerRef("C-1"),
                address.person_id,
                "low",
                "PERSONAL",
                "PERSONAL@x",
                "+4915155566677",
            )
        )
    content = b"".join(file.read_bytes() for file in tmp_path.glob("x.db*"))
    database.close()

    assert b"acme" in content
    assert b"PERSONAL" not in content
    assert b"5155566677" not in content
