"""Who is writing, and forgetting them."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, text

from dialogs.ids import ContactId, CustomerRef
from storage import migrate
from storage.database import Database
from storage.errors import Erased
from storage.repositories.contacts import AddressRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.messages import NewMessage
from storage.tables import address as address_table
from storage.tables import person
from tests.storage.scene import KEYS, MINUTE, NOW, Brand, add_brand

PHONE = "+4915112345678"


def test_a_sender_is_met_once(database: Database, brand: Brand, address: AddressRow) -> None:
    with database.write() as work:
        assert work.contacts.meet(brand.id, brand.account.id, PHONE, NOW + MINUTE) == address
        assert work.contacts.meet(brand.id, brand.account.id, "+4915100000000", NOW).id != address.id


def test_an_address_is_read_as_it_was_written(database: Database, brand: Brand, address: AddressRow) -> None:
    with database.read() as work:
        assert work.contacts.address(brand.id, address.id) == address
        assert work.contacts.by_sender(brand.id, brand.account.id, PHONE) == address
        assert work.contacts.addresses_of(brand.id, address.contact_id) == [address]
        assert address.sender == PHONE


def test_the_same_sender_is_somebody_else_at_another_account(
    database: Database, brand: Brand, address: AddressRow
) -> None:
    other = add_brand(database, "other")
    with database.write() as work:
        elsewhere = work.contacts.meet(other.id, other.account.id, PHONE, NOW)

    assert elsewhere.contact_id != address.contact_id
    with database.read() as work:
        assert work.contacts.sender_hash(brand.id, PHONE) != work.contacts.sender_hash(other.id, PHONE)


def test_nothing_crosses_between_brands(database: Database, brand: Brand, address: AddressRow) -> None:
    other = add_brand(database, "other")

    with database.write() as work:
        assert work.contacts.address(other.id, address.id) is None
        assert work.contacts.get(other.id, address.contact_id) is None
        assert work.contacts.addresses_of(other.id, address.contact_id) == []
        assert work.contacts.erase(other.id, address.person_id, NOW) is False
        work.contacts.set_opted_out(other.id, address.id, NOW)
    with database.read() as work:
        assert work.contacts.address(brand.id, address.id) == address


def test_contacts_of_a_customer_are_found_over_all_channels(
    database: Database, brand: Brand, address: AddressRow
) -> None:
    customer = CustomerRef("C-17")
    with database.write() as work:
        second = work.contacts.meet(brand.id, brand.account.id, "+4915100000000", NOW + MINUTE)
        for met in (address, second):
            contact = work.contacts.get(brand.id, met.contact_id)
            assert contact is not None
            work.contacts.link_customer(contact, customer)

    with database.read() as work:
        found = work.contacts.of_customer(brand.id, customer)
        assert [(each.id, each.customer_ref) for each in found] == [
            (address.contact_id, customer),
            (second.contact_id, customer),
        ]
        assert work.contacts.of_customer(brand.id, CustomerRef("C-18")) == []


def test_a_contact_may_have_several_addresses(database: Database, brand: Brand, address: AddressRow) -> None:
    with database.write() as work:
        contact = work.contacts.get(brand.id, address.contact_id)
        assert contact is not None
        added = work.contacts.add_address(contact, brand.account.id, "+4915100000000", NOW + MINUTE)
        again = work.contacts.add_address(contact, brand.account.id, "+4915100000000", NOW + MINUTE)

    assert added == again
    with database.read() as work:
        assert work.contacts.addresses_of(brand.id, contact.id) == [address, added]


def test_whether_messages_are_wanted_and_arrive_is_noted(
    database: Database, brand: Brand, address: AddressRow
) -> None:
    with database.write() as work:
        work.contacts.set_opted_out(brand.id, address.id, NOW)
        work.contacts.set_unreachable(brand.id, address.id, NOW + MINUTE)
    with database.read() as work:
        noted = work.contacts.address(brand.id, address.id)
    with database.write() as work:
        work.contacts.set_opted_out(brand.id, address.id, None)
        work.contacts.set_unreachable(brand.id, address.id, None)

    assert noted == replace(address, opted_out_at=NOW, unreachable_at=NOW + MINUTE)
    with database.read() as work:
        assert work.contacts.address(brand.id, address.id) == address


def test_an_erased_person_is_unreadable_and_no_longer_found(
    database: Database, second: Database, brand: Brand, address: AddressRow, conversation: ConversationRow
) -> None:
    with database.write() as work:
        _, messages = work.messages.append(conversation, [NewMessage("in", "customer", b"my cat", NOW)])
    with database.write() as work:
        assert work.contacts.erase(brand.id, address.person_id, NOW)
        assert not work.contacts.erase(brand.id, address.person_id, NOW)

    for each in (database, second):
        with each.read() as work:
            assert work.contacts.by_sender(brand.id, brand.account.id, PHONE) is None
            with pytest.raises(Erased):
                work.contacts.address(brand.id, address.id)
            with pytest.raises(Erased):
                work.conversations.get(brand.id, conversation.id)
            with pytest.raises(Erased):
                work.messages.since(brand.id, conversation.id, 0)
            assert len(work.conversations.recent(brand.id, "bot")) == 1
    assert len(messages) == 1


def test_who_was_erased_begins_anew(database: Database, brand: Brand, address: AddressRow) -> None:
    with database.write() as work:
        work.contacts.erase(brand.id, address.person_id, NOW)
        again = work.contacts.meet(brand.id, brand.account.id, PHONE, NOW + MINUTE)

    assert (again.id, again.contact_id) != (address.id, address.contact_id)
    assert again.opted_out_at is None


def test_a_wish_for_no_more_messages_outlives_the_erasure(
    database: Database, brand: Brand, address: AddressRow
) -> None:
    with database.write() as work:
        work.contacts.set_opted_out(brand.id, address.id, NOW)
        work.contacts.erase(brand.id, address.person_id, NOW + MINUTE)
        again = work.contacts.meet(brand.id, brand.account.id, PHONE, NOW + MINUTE)

    assert again.opted_out_at == NOW


def test_an_erasure_that_is_rolled_back_did_not_happen(
    database: Database, brand: Brand, address: AddressRow
) -> None:
    with database.read() as work:
        work.contacts.erase(brand.id, address.person_id, NOW)

    with database.read() as work:
        assert work.contacts.address(brand.id, address.id) == address


def test_the_destroyed_key_is_in_no_file_any_more(migrated_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(migrated_file.read_bytes())
    database = Database.open(f"sqlite:///{path}", KEYS)
    brand = add_brand(database, "acme")
    with database.write() as work:
        address = work.contacts.meet(brand.id, brand.account.id, PHONE, NOW)
    with database.administer() as connection:
        wrapped = connection.execute(select(person.c.wrapped_key)).scalar_one()
        sender_hash = connection.execute(select(address_table.c.sender_hash)).scalar_one()
    database.scrub()
    assert wrapped in path.read_bytes()

    with database.write() as work:
        work.contacts.erase(brand.id, address.person_id, NOW)
    database.scrub()

    content = b"".join(file.read_bytes() for file in tmp_path.glob("x.db*"))
    assert wrapped not in content
    assert sender_hash not in content
    database.close()


@pytest.mark.postgresql
def test_postgresql_can_be_scrubbed(postgres_url: str) -> None:
    database = Database.open(postgres_url, KEYS)
    migrate.upgrade(database)

    database.scrub()

    with database.administer() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
    database.close()


def test_an_unknown_contact_is_none(database: Database, brand: Brand) -> None:
    with database.read() as work:
        assert work.contacts.get(brand.id, ContactId("nobody")) is None
