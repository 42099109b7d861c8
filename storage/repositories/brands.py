"""Brands with their keys, and accounts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, insert, select, update

from dialogs.ids import AccountId, BrandId
from storage.encryption import brand_owner, signing_pair
from storage.ids import new_id
from storage.repositories.rows import Repository, Shape
from storage.statements import given
from storage.tables import account, brand, metadata


@dataclass(frozen=True, slots=True)
class BrandRow:
    """A client business. ``zone`` is an IANA name, ``currency`` ISO 4217, ``locales`` BCP 47 tags."""

    id: BrandId
    slug: str
    name: str
    zone: str
    currency: str
    locale: str
    locales: Sequence[str]
    pack: str
    record_prefix: str
    settings: Mapping[str, Any]
    demo: bool
    created_at: datetime
    signing_public: bytes

    def day_of(self, moment: datetime) -> date:
        """The calendar day in the brand's zone, in which all its days are counted."""
        return moment.astimezone(ZoneInfo(self.zone)).date()


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A brand's end of a channel. ``settings`` holds references to secrets (``env:``, ``file:``) only."""

    id: AccountId
    brand_id: BrandId
    kind: str
    name: str
    address: str
    settings: Mapping[str, Any]
    created_at: datetime


_BRAND = Shape(brand, BrandRow)
_BRANDS = select(*_BRAND.columns)
_BRAND_BY_ID = _BRANDS.where(brand.c.id == given("id"))
_BRAND_BY_SLUG = _BRANDS.where(brand.c.slug == given("slug"))
_ALL_BRANDS = _BRANDS.order_by(brand.c.slug)
_ADD_BRAND = insert(brand)
_SAVE_BRAND = update(brand).where(brand.c.id == given("the_id"))
_SIGNING_KEY = select(brand.c.signing_private_wrapped).where(brand.c.id == given("id"))
_WRAPPED = {"lookup": "lookup_key_wrapped", "data": "data_key_wrapped", "signing": "signing_private_wrapped"}
_OLD_KEYS = (
    select(brand.c.id, *(brand.c[column] for column in _WRAPPED.values()))
    .where(brand.c.master_key_id != given("newest"))
    .with_for_update()
)
_KEYS_IN_USE = select(brand.c.master_key_id, func.count()).group_by(brand.c.master_key_id)

_OUTLASTS_CLEARING = {"brand", "account", "agent", "agent_session", "poller"}
# What refers to other rows goes first.
_CLEAR = [
    delete(table).where(table.c.brand_id == given("brand_id"))
    for table in reversed(metadata.sorted_tables)
    if "brand_id" in table.c and table.name not in _OUTLASTS_CLEARING
]

_ACCOUNT = Shape(account, AccountRow)
_ACCOUNTS = select(*_ACCOUNT.columns)
_ACCOUNT_BY_ID = _ACCOUNTS.where(account.c.id == given("id"))
_ACCOUNT_BY_ADDRESS = _ACCOUNTS.where(account.c.kind == given("kind"), account.c.address == given("address"))
_ACCOUNTS_OF_BRAND = _ACCOUNTS.where(account.c.brand_id == given("brand_id")).order_by(account.c.created_at)
_ALL_ACCOUNTS = _ACCOUNTS.order_by(account.c.created_at)
_ADD_ACCOUNT = insert(account)
_SAVE_ACCOUNT = update(account).where(
    account.c.id == given("the_id"), account.c.brand_id == given("the_brand")
)


class Brands(Repository):
    """The brands. Reading one by its id or slug is where every request begins."""

    __slots__ = ()

    def add(
        self,
        *,
        slug: str,
        name: str,
        zone: str,
        currency: str,
        locale: str,
        locales: Sequence[str],
        pack: str,
        record_prefix: str,
        now: datetime,
        settings: Mapping[str, Any] | None = None,
        demo: bool = False,
    ) -> BrandRow:
        """Make a brand with its keys: look-up, data and signing (Ed25519). Raises Conflict: slug taken."""
        vault = self._at.vault
        brand_id = BrandId(new_id())
        private, public = signing_pair(vault.random)
        row = BrandRow(
            brand_id, slug, name, zone, currency, locale, list(locales), pack, record_prefix,
            dict(settings or {}), demo, now, public,
        )  # fmt: skip
        keys = {
            "lookup": vault.new_key(brand_owner(brand_id, "lookup")),
            "data": vault.new_key(brand_owner(brand_id, "data")),
            "signing": vault.wrap(private, brand_owner(brand_id, "signing")),
        }
        wrapped = {_WRAPPED[use]: key.wrapped for use, key in keys.items()}
        values = {**_BRAND.values(row, vault), **wrapped, "master_key_id": vault.newest_master_key}
        self._at.run(_ADD_BRAND, values)
        return row

    def get(self, brand_id: BrandId) -> BrandRow | None:
        """The brand, or None."""
        return self._one(_BRAND_BY_ID, {"id": brand_id})

    def by_slug(self, slug: str) -> BrandRow | None:
        """The brand whose name in addresses this is, or None."""
        return self._one(_BRAND_BY_SLUG, {"slug": slug})

    def all(self) -> list[BrandRow]:
        """Every brand, by slug."""
        return [_BRAND.read(found, self._at.vault) for found in self._at.run(_ALL_BRANDS)]

    def save(self, row: BrandRow) -> bool:
        """Overwrite everything but the keys; False when there is no such brand."""
        values = _BRAND.values(row, self._at.vault)
        for kept in ("id", "created_at", "signing_public"):
            del values[kept]
        return self._at.run(_SAVE_BRAND, {"the_id": row.id, **values}).rowcount == 1

    def clear(self, brand_id: BrandId) -> None:
        """Delete all that happened to a brand, its customers and scripts included, for good.

        The brand with its keys, its accounts and its staff stay.
        """
        for statement in _CLEAR:
            self._at.run(statement, {"brand_id": brand_id})

    def signing_key(self, brand_id: BrandId) -> bytes:
        """The brand's Ed25519 private key, 32 raw bytes. Raises LookupError, Unreadable."""
        wrapped = self._at.run(_SIGNING_KEY, {"id": brand_id}).scalar()
        if wrapped is None:
            raise LookupError(f"there is no brand {brand_id}")
        return self._at.vault.unwrap(wrapped, brand_owner(brand_id, "signing"))

    def rewrap_keys(self) -> int:
        """Bring all brands' keys under the newest master key; how many brands were changed."""
        vault = self._at.vault
        old = self._at.run(_OLD_KEYS, {"newest": vault.newest_master_key}).all()
        for brand_id, *wrapped in old:
            changed = {
                column: vault.rewrap(key, brand_owner(brand_id, use)).wrapped
                for (use, column), key in zip(_WRAPPED.items(), wrapped, strict=True)
            }
            values = {"the_id": brand_id, "master_key_id": vault.newest_master_key, **changed}
            self._at.run(_SAVE_BRAND, values)
        return len(old)

    def count_by_master_key(self) -> dict[str, int]:
        """How many brands' keys each master key opens."""
        found: list[Any] = list(self._at.run(_KEYS_IN_USE, {}).all())
        return dict(found)

    def _one(self, statement: Any, values: dict[str, Any]) -> BrandRow | None:
        found = self._at.run(statement, values).first()
        return None if found is None else _BRAND.read(found, self._at.vault)


class Accounts(Repository):
    """The brands' ends of the channels."""

    __slots__ = ()

    def add(
        self,
        brand_id: BrandId,
        *,
        kind: str,
        name: str,
        address: str,
        now: datetime,
        settings: Mapping[str, Any] | None = None,
    ) -> AccountRow:
        """Make an account. Raises Conflict when a channel's address belongs to one already."""
        row = AccountRow(AccountId(new_id()), brand_id, kind, name, address, dict(settings or {}), now)
        self._at.run(_ADD_ACCOUNT, _ACCOUNT.values(row, self._at.vault))
        return row

    def get(self, account_id: AccountId) -> AccountRow | None:
        """The account; asked without a brand, because a webhook learns its brand from the account."""
        found = self._at.run(_ACCOUNT_BY_ID, {"id": account_id}).first()
        return None if found is None else _ACCOUNT.read(found, self._at.vault)

    def by_address(self, kind: str, address: str) -> AccountRow | None:
        """The account of a bot, number, widget or mailbox (an SMS finds it by ``To``)."""
        found = self._at.run(_ACCOUNT_BY_ADDRESS, {"kind": kind, "address": address}).first()
        return None if found is None else _ACCOUNT.read(found, self._at.vault)

    def of_brand(self, brand_id: BrandId) -> list[AccountRow]:
        """A brand's accounts, oldest first."""
        rows = self._at.run(_ACCOUNTS_OF_BRAND, {"brand_id": brand_id})
        return [_ACCOUNT.read(found, self._at.vault) for found in rows]

    def all(self) -> list[AccountRow]:
        """Every account of every brand, oldest first, for the worker."""
        return [_ACCOUNT.read(found, self._at.vault) for found in self._at.run(_ALL_ACCOUNTS)]

    def save(self, row: AccountRow) -> bool:
        """Overwrite name, address and settings. Raises Conflict when the address is taken."""
        values = {"name": row.name, "address": row.address, "settings": dict(row.settings)}
        keys = {"the_id": row.id, "the_brand": row.brand_id}
        return self._at.run(_SAVE_ACCOUNT, {**keys, **values}).rowcount == 1
