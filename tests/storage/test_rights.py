"""Holds and erasures are a brand's own; a record set apart and a case cut say what they said."""

import pytest
from sqlalchemy import select

from dialogs.ids import CustomerRef, RecordId
from storage.database import Database
from storage.errors import Conflict, Erased
from storage.repositories.cases import RecordRow
from storage.repositories.contacts import AddressRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.inbox import InboxRow
from storage.repositories.rights import ErasureRow, Held
from storage.tables import inbox
from tests.storage.scene import MINUTE, NOW, Brand, add_brand


def test_a_hold_is_one_at_a_time_and_a_brands_own(database: Database, brand: Brand) -> None:
    other = add_brand(database, "other")
    with database.write() as work:
        held = work.holds.set(
            brand.id, who="Kim", reason="4 O 17/26", now=NOW, customer=CustomerRef("C-1"), customer_hash=b"h"
        )
        work.holds.set(brand.id, who="Kim", reason="4 O 17/26", now=NOW, record_number="AC-1")
    with pytest.raises(Conflict), database.write() as work:
        work.holds.set(brand.id, who="Kim", reason="again", now=NOW, customer_hash=b"h")

    with database.write() as work:
        assert work.holds.all(brand.id)[0] == held
        assert work.holds.in_force(brand.id) == Held(frozenset({b"h"}), frozenset({"AC-1"}))
        assert work.holds.in_force(other.id) == Held(frozenset(), frozenset())
        assert not work.holds.release_customer(other.id, b"h", NOW)
        assert work.holds.release_customer(brand.id, b"h", NOW)
        assert not work.holds.release_customer(brand.id, b"h", NOW)
        assert work.holds.release_record(brand.id, "AC-1", NOW)
        assert work.holds.in_force(brand.id) == Held(frozenset(), frozenset())
        work.holds.set(brand.id, who="Kim", reason="again", now=NOW + MINUTE, customer_hash=b"h")
        assert len(work.holds.all(brand.id)) == 3


def test_an_erasure_is_read_as_it_was_noted(database: Database, brand: Brand) -> None:
    other = add_brand(database, "other")
    kept = [{"number": "AC-2", "reason": "retention", "until": "2029-03-01"}]
    row = ErasureRow("e", brand.id, b"h", "requested", NOW, 1, 9, 2, ["AC-1"], kept)
    with database.write() as work:
        work.erasures.add(row)

    with database.read() as work:
        assert work.erasures.all(brand.id) == [row]
        assert work.erasures.of_customer(brand.id, b"h") == [row]
        assert work.erasures.of_customer(brand.id, b"i") == []
        assert work.erasures.all(other.id) == []


def test_a_record_that_is_set_apart_outlives_its_person(
    database: Database, second: Database, brand: Brand, address: AddressRow
) -> None:
    with database.write() as work:
        case = work.cases.create(
            brand.id,
            contact_id=address.contact_id,
            person_id=address.person_id,
            declared_at=NOW,
            status="requested",
            data=b"{}",
            now=NOW,
            item_hash=b"item",
            customer_hash=b"h",
        )
        row = RecordRow(
            RecordId("r"), brand.id, case.id, address.person_id, "termination", "AC-1", b"d", b"s", "k", NOW,
            b"body",
        )  # fmt: skip
        work.records.add(row)
    with database.write() as work:
        apart = work.records.set_apart(row, work.contacts.add_person(brand.id))
        work.cases.forget(brand.id, [case.id], [case.id], NOW)
        work.contacts.erase(brand.id, address.person_id, NOW)

    with second.read() as work:
        assert work.records.by_number(brand.id, "AC-1") == apart
        assert work.records.of_persons(brand.id, [address.person_id]) == []
        (head,) = work.cases.heads_of_customer(brand.id, b"h")
        assert (head.status, head.closed_at, head.declared_at) == ("withdrawn", NOW, NOW)
        assert work.cases.open_for_item(brand.id, b"item") is None
        with pytest.raises(Erased):
            work.cases.get(brand.id, case.id)


def test_who_is_quiet_is_found_page_by_page(
    database: Database, brand: Brand, address: AddressRow, conversation: ConversationRow
) -> None:
    with database.write() as work:
        other = work.contacts.meet(brand.id, brand.account.id, "+4915100000000", NOW)
    other_brand = add_brand(database, "other")
    people = sorted([address.person_id, other.person_id])

    with database.read() as work:
        assert work.contacts.quiet(brand.id, NOW) == []
        assert work.contacts.quiet(brand.id, NOW + MINUTE) == people
        assert work.contacts.quiet(brand.id, NOW + MINUTE, limit=1) == people[:1]
        assert work.contacts.quiet(brand.id, NOW + MINUTE, after=people[0]) == people[1:]
        assert work.contacts.quiet(other_brand.id, NOW + MINUTE) == []


def test_what_was_processed_names_no_sender(database: Database, brand: Brand) -> None:
    with database.write() as work:
        row = work.inbox.store(
            brand.id, brand.account.id, provider_key="SM1", lane="hash", payload=b"x", now=NOW
        )
        assert isinstance(row, InboxRow)
        work.inbox.done(row.id, NOW)
        work.inbox.note(brand.id, brand.account.id, provider_key="SM2", now=NOW)

    with database.administer() as connection:
        assert set(connection.execute(select(inbox.c.lane)).scalars()) == {""}
