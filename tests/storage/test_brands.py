"""Brands with their keys, and accounts."""

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from dialogs.ids import BrandId
from storage.database import Database
from storage.encryption import MasterKeys
from storage.errors import Conflict, Unreadable
from storage.repositories.contacts import AddressRow
from storage.tables import brand as brand_table
from storage.tables import person
from tests.storage.scene import KEYS, NOW, Brand, add_brand


def test_a_brand_is_found_by_id_and_slug(database: Database, brand: Brand) -> None:
    with database.read() as work:
        assert work.brands.get(brand.id) == brand.row
        assert work.brands.by_slug("acme") == brand.row
        assert work.brands.by_slug("other") is None
        assert work.brands.get(BrandId("other")) is None


def test_all_brands_come_by_slug(database: Database, brand: Brand) -> None:
    zeta, beta = add_brand(database, "zeta"), add_brand(database, "beta")

    with database.read() as work:
        assert work.brands.all() == [brand.row, beta.row, zeta.row]


def test_a_brands_settings_are_saved(database: Database, brand: Brand) -> None:
    changed = replace(brand.row, name="Acme Ltd", settings={"tone": "formal"}, locales=["de"])
    with database.write() as work:
        assert work.brands.save(changed)

    with database.read() as work:
        assert work.brands.get(brand.id) == changed


def test_a_brand_signs_with_its_own_key(database: Database, brand: Brand) -> None:
    with database.read() as work:
        private = Ed25519PrivateKey.from_private_bytes(work.brands.signing_key(brand.id))

    assert private.public_key().public_bytes_raw() == brand.row.signing_public
    with database.read() as work, pytest.raises(LookupError):
        work.brands.signing_key(BrandId("other"))


def test_an_account_is_found_by_id_and_by_what_a_message_was_sent_to(
    database: Database, brand: Brand
) -> None:
    with database.read() as work:
        assert work.accounts.get(brand.account.id) == brand.account
        assert work.accounts.by_address("sms", "+49acme") == brand.account
        assert work.accounts.by_address("telegram", "+49acme") is None
        assert work.accounts.of_brand(brand.id) == work.accounts.all() == [brand.account]


def test_an_address_belongs_to_one_account(database: Database, brand: Brand) -> None:
    other = add_brand(database, "other")

    with pytest.raises(Conflict), database.write() as work:
        work.accounts.add(other.id, kind="sms", name="Stolen", address="+49acme", now=NOW)


def test_an_accounts_settings_are_saved(database: Database, brand: Brand) -> None:
    changed = replace(brand.account, name="New", settings={"token": "env:TOKEN"})
    with database.write() as work:
        assert work.accounts.save(changed)
        assert not work.accounts.save(replace(changed, brand_id=BrandId("other")))

    with database.read() as work:
        assert work.accounts.get(brand.account.id) == changed


def test_keys_are_brought_under_a_new_master_key_and_the_old_one_can_go(
    migrated_url: str, database: Database, brand: Brand, address: AddressRow
) -> None:
    both = Database.open(migrated_url, MasterKeys({"2026-01": b"m" * 32, "2026-02": b"n" * 32}))
    with both.write() as work:
        assert work.contacts.rewrap_keys() == 1
        assert work.brands.rewrap_keys() == 1
        assert work.contacts.rewrap_keys() == work.brands.rewrap_keys() == 0
    both.close()

    new = Database.open(migrated_url, MasterKeys({"2026-02": b"n" * 32}))
    with new.read() as work:
        assert work.contacts.address(brand.id, address.id) == address
        assert work.contacts.by_sender(brand.id, brand.account.id, address.sender) == address
        assert work.brands.signing_key(brand.id)
    new.close()


def test_a_rotation_that_is_cut_short_leaves_everything_readable(
    migrated_url: str, database: Database, brand: Brand
) -> None:
    with database.write() as work:
        addresses = [work.contacts.meet(brand.id, brand.account.id, f"+49{n}", NOW) for n in range(3)]
    both = Database.open(migrated_url, MasterKeys({"2026-01": b"m" * 32, "2026-02": b"n" * 32}))
    with both.write() as work:
        assert work.contacts.rewrap_keys(limit=2) == 2

    with both.read() as work:
        assert [work.contacts.address(brand.id, each.id) for each in addresses] == addresses
    with both.administer() as connection:
        keys = connection.execute(select(person.c.master_key_id)).scalars().all()
    assert sorted(key or "" for key in keys) == ["2026-01", "2026-02", "2026-02"]
    both.close()


def test_without_the_master_key_nothing_opens(
    migrated_url: str, database: Database, brand: Brand, address: AddressRow
) -> None:
    stranger = Database.open(migrated_url, MasterKeys.from_bytes(b"x" * 32, "2026-01"))

    with stranger.read() as work, pytest.raises(Unreadable):
        work.contacts.address(brand.id, address.id)
    stranger.close()


def test_no_key_is_stored_in_plain(database: Database, brand: Brand) -> None:
    with database.read() as work:
        private = work.brands.signing_key(brand.id)
    with database.administer() as connection:
        stored = connection.execute(select(brand_table)).one()

    assert all(private not in value for value in stored if isinstance(value, bytes))
    assert stored.master_key_id == KEYS.newest
