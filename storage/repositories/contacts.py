"""Persons, contacts and addresses: who is writing, and forgetting them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import exists, func, insert, select, update

from dialogs.ids import AccountId, AddressId, BrandId, ContactId, CustomerRef, PersonId
from storage.encryption import person_owner
from storage.ids import new_id
from storage.repositories.rows import Repository, Shape
from storage.statements import given, like, literally, upsert
from storage.tables import address, contact, conversation, opt_out, person


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Somebody known by addresses; ``customer_ref`` is set once they are identified."""

    id: ContactId
    brand_id: BrandId
    person_id: PersonId
    created_at: datetime
    customer_ref: CustomerRef | None


@dataclass(frozen=True, slots=True)
class AddressRow:
    """One sender at one account; ``sender`` is normalised (E.164, chat id, widget visitor, e-mail)."""

    id: AddressId
    brand_id: BrandId
    account_id: AccountId
    contact_id: ContactId
    person_id: PersonId
    opted_out_at: datetime | None
    unreachable_at: datetime | None
    created_at: datetime
    sender: str


_CONTACT = Shape(contact, ContactRow, sealed={"customer_ref": str})
_CONTACTS = select(*_CONTACT.columns).where(contact.c.brand_id == given("brand_id"))
_CONTACT_BY_ID = _CONTACTS.where(contact.c.id == given("id"))
_CONTACTS_OF_CUSTOMER = _CONTACTS.where(contact.c.customer_ref_hash == given("hash")).order_by(
    contact.c.created_at
)
_CONTACTS_OF_PERSONS = (
    _CONTACTS.where(contact.c.person_id.in_(given("persons", expanding=True)))
    .join_from(contact, person, person.c.id == contact.c.person_id)
    .where(person.c.erased_at.is_(None))
    .order_by(contact.c.created_at)
)
_HASHES_OF_PERSONS = (
    select(contact.c.customer_ref_hash)
    .distinct()
    .where(
        contact.c.brand_id == given("brand_id"),
        contact.c.person_id.in_(given("persons", expanding=True)),
        contact.c.customer_ref_hash.is_not(None),
    )
)
# Nothing happened since then, and nobody waits for an answer of a person.
_QUIET = (
    select(person.c.id)
    .join(contact, contact.c.person_id == person.c.id)
    .where(
        person.c.brand_id == given("brand_id"),
        literally("person.erased_at IS NULL"),
        person.c.id > given("after"),
        contact.c.created_at < like(contact.c.created_at, "before"),
        ~exists().where(
            conversation.c.contact_id == contact.c.id,
            (conversation.c.updated_at >= like(conversation.c.updated_at, "before"))
            | conversation.c.status.in_(("waiting", "agent")),
        ),
    )
    .order_by(person.c.id)
    .limit(given("limit"))
)
_ADD_CONTACT = insert(contact)
_LINK = update(contact).where(contact.c.id == given("the_id"), contact.c.brand_id == given("the_brand"))

_ADDRESS = Shape(address, AddressRow, sealed={"sender": str})
_ADDRESSES = select(*_ADDRESS.columns).where(address.c.brand_id == given("brand_id"))
_ADDRESS_BY_ID = _ADDRESSES.where(address.c.id == given("id"))
_ADDRESS_BY_SENDER = _ADDRESSES.where(
    address.c.account_id == given("account_id"), address.c.sender_hash == given("hash")
)
_ADDRESSES_BY_SENDERS = _ADDRESSES.where(
    address.c.account_id.in_(given("accounts", expanding=True)),
    address.c.sender_hash.in_(given("hashes", expanding=True)),
)
_ADDRESSES_OF_CONTACT = _ADDRESSES.where(address.c.contact_id == given("contact_id")).order_by(
    address.c.created_at
)
_ADD_ADDRESS = (
    upsert(address)
    .on_conflict_do_nothing(index_elements=["account_id", "sender_hash"])
    .returning(address.c.id)
)  # fmt: skip
_CHANGE_ADDRESS = update(address).where(
    address.c.id == given("the_id"), address.c.brand_id == given("the_brand")
)
_ADDRESSES_OF_PERSON = (
    select(address.c.id, address.c.account_id, address.c.sender_hash, address.c.opted_out_at)
    .join(contact, contact.c.id == address.c.contact_id)
    .where(address.c.brand_id == given("brand_id"), contact.c.person_id == given("person_id"))
)
_OPTED_OUT = select(opt_out.c.since).where(
    opt_out.c.account_id == given("account_id"), opt_out.c.sender_hash == given("hash")
)
_ADD_OPT_OUT = upsert(opt_out).on_conflict_do_nothing(index_elements=["account_id", "sender_hash"])

_ADD_PERSON = insert(person)
_MARK_ERASED = update(person).where(
    person.c.id == given("the_id"), person.c.brand_id == given("the_brand"), person.c.erased_at.is_(None)
)
_UNLINK = update(contact).where(
    contact.c.person_id == given("the_person"), contact.c.brand_id == given("the_brand")
)
_OLD_KEYS = (
    select(person.c.id, person.c.wrapped_key)
    .where(person.c.master_key_id != given("newest"))
    .limit(given("limit"))
    .with_for_update(skip_locked=True)
)
_KEYS_IN_USE = (
    select(person.c.master_key_id, func.count())
    .where(person.c.master_key_id.is_not(None))
    .group_by(person.c.master_key_id)
)
_REWRAP = update(person).where(
    person.c.id == given("the_id"), person.c.wrapped_key == given("the_old_key")
)  # fmt: skip


class Contacts(Repository):
    """Who is writing. Senders and customer numbers are found by keyed hashes only."""

    __slots__ = ()

    def add_person(self, brand_id: BrandId) -> PersonId:
        """A new person with a key of their own."""
        return self.add_persons(brand_id, 1)[0]

    def add_persons(self, brand_id: BrandId, count: int) -> list[PersonId]:
        """That many new persons (one or more), each with a key of their own."""
        people = [PersonId(new_id()) for _ in range(count)]
        self._at.run(_ADD_PERSON, [self._keyed(brand_id, person_id) for person_id in people])
        return people

    def meet(self, brand_id: BrandId, account_id: AccountId, sender: str, now: datetime) -> AddressRow:
        """The sender's address; a new one with a new contact and person when they never wrote before."""
        known = self.by_sender(brand_id, account_id, sender)
        if known is not None:
            return known
        person_id = self.add_person(brand_id)
        known_as = ContactRow(ContactId(new_id()), brand_id, person_id, now, None)
        self._at.run(_ADD_CONTACT, _CONTACT.values(known_as, self._at.vault))
        return self.add_address(known_as, account_id, sender, now)

    def add_address(self, of: ContactRow, account_id: AccountId, sender: str, now: datetime) -> AddressRow:
        """A further address of a contact; the existing one when the sender is known already."""
        sender_hash = self.sender_hash(of.brand_id, sender)
        opted_out = self._at.run(_OPTED_OUT, {"account_id": account_id, "hash": sender_hash}).scalar()
        row = AddressRow(
            AddressId(new_id()), of.brand_id, account_id, of.id, of.person_id, opted_out, None, now, sender
        )
        values = {**_ADDRESS.values(row, self._at.vault), "sender_hash": sender_hash}
        if self._at.run(_ADD_ADDRESS, values).first() is not None:
            return row
        # Somebody else met them in the same moment; the contact made here stays without address.
        values = {"brand_id": of.brand_id, "account_id": account_id, "hash": sender_hash}
        return _ADDRESS.read(self._at.run(_ADDRESS_BY_SENDER, values).one(), self._at.vault)

    def by_sender(self, brand_id: BrandId, account_id: AccountId, sender: str) -> AddressRow | None:
        """The address of a sender, or None when they never wrote."""
        values = {"account_id": account_id, "hash": self.sender_hash(brand_id, sender)}
        found = self._at.run(_ADDRESS_BY_SENDER, {"brand_id": brand_id, **values}).first()
        return None if found is None else _ADDRESS.read(found, self._at.vault)

    def by_senders(
        self, brand_id: BrandId, accounts: Sequence[AccountId], senders: Sequence[str]
    ) -> list[AddressRow]:
        """The addresses of these senders at these accounts, at once. Raises Erased."""
        hashes = [self.sender_hash(brand_id, sender) for sender in senders]
        values = {"brand_id": brand_id, "accounts": accounts, "hashes": hashes}
        return [_ADDRESS.read(found, self._at.vault) for found in self._at.run(_ADDRESSES_BY_SENDERS, values)]

    def sender_hash(self, brand_id: BrandId, sender: str) -> bytes:
        """The keyed hash of a sender, for lanes and buckets that must not name anybody."""
        return self._at.vault.blind_index(brand_id, "sender", sender)

    def get(self, brand_id: BrandId, contact_id: ContactId) -> ContactRow | None:
        """The contact, or None. Raises Erased."""
        found = self._at.run(_CONTACT_BY_ID, {"brand_id": brand_id, "id": contact_id}).first()
        return None if found is None else _CONTACT.read(found, self._at.vault)

    def address(self, brand_id: BrandId, address_id: AddressId) -> AddressRow | None:
        """The address, or None. Raises Erased."""
        found = self._at.run(_ADDRESS_BY_ID, {"brand_id": brand_id, "id": address_id}).first()
        return None if found is None else _ADDRESS.read(found, self._at.vault)

    def addresses_of(self, brand_id: BrandId, contact_id: ContactId) -> list[AddressRow]:
        """All addresses of a contact, oldest first. Raises Erased."""
        values = {"brand_id": brand_id, "contact_id": contact_id}
        return [_ADDRESS.read(found, self._at.vault) for found in self._at.run(_ADDRESSES_OF_CONTACT, values)]

    def link_customer(self, row: ContactRow, customer_ref: CustomerRef) -> ContactRow:
        """Note that the contact was identified as this customer."""
        linked = replace(row, customer_ref=customer_ref)
        values = {
            "customer_ref_enc": _CONTACT.values(linked, self._at.vault)["customer_ref_enc"],
            "customer_ref_hash": self.customer_hash(row.brand_id, customer_ref),
        }
        self._at.run(_LINK, {"the_id": row.id, "the_brand": row.brand_id, **values})
        return linked

    def customer_hash(self, brand_id: BrandId, customer_ref: CustomerRef) -> bytes:
        """The keyed hash of a customer number."""
        return self._at.vault.blind_index(brand_id, "customer", customer_ref)

    def of_customer(self, brand_id: BrandId, customer_ref: CustomerRef) -> list[ContactRow]:
        """Every contact identified as this customer, oldest first."""
        values = {"brand_id": brand_id, "hash": self.customer_hash(brand_id, customer_ref)}
        return [_CONTACT.read(found, self._at.vault) for found in self._at.run(_CONTACTS_OF_CUSTOMER, values)]

    def of_persons(self, brand_id: BrandId, persons: Sequence[PersonId]) -> list[ContactRow]:
        """The contacts that these persons are, oldest first; of erased ones there are none."""
        values = {"brand_id": brand_id, "persons": list(persons)}
        return [_CONTACT.read(found, self._at.vault) for found in self._at.run(_CONTACTS_OF_PERSONS, values)]

    def customers_of_persons(self, brand_id: BrandId, persons: Sequence[PersonId]) -> list[bytes]:
        """The keyed hashes of the customers as whom these persons are known."""
        values = {"brand_id": brand_id, "persons": list(persons)}
        return list(self._at.run(_HASHES_OF_PERSONS, values).scalars())

    def quiet(self, brand_id: BrandId, before: datetime, after: str = "", limit: int = 100) -> list[PersonId]:
        """Persons of whom nothing was heard since a moment and whom no agent owes anything, by id."""
        values = {"brand_id": brand_id, "before": before, "after": after, "limit": limit}
        return list(self._at.run(_QUIET, values).scalars())

    def set_opted_out(self, brand_id: BrandId, address_id: AddressId, since: datetime | None) -> None:
        """Note that the sender wants no more messages there, or (None) wants them again."""
        self._at.run(_CHANGE_ADDRESS, {"the_id": address_id, "the_brand": brand_id, "opted_out_at": since})

    def set_unreachable(self, brand_id: BrandId, address_id: AddressId, since: datetime | None) -> None:
        """Note that messages do not get there (blocked, number gone), or (None) do again."""
        self._at.run(_CHANGE_ADDRESS, {"the_id": address_id, "the_brand": brand_id, "unreachable_at": since})

    def erase(self, brand_id: BrandId, person_id: PersonId, now: datetime) -> bool:
        """Destroy a person's key and cut the keyed hashes; False when already erased or not of the brand.

        Of a sender who opted out only the keyed hash is kept: without it they would be written to again.
        Afterwards ``Database.scrub`` clears what the database's own files still hold of the key.
        """
        owner = {"the_id": person_id, "the_brand": brand_id, "erased_at": now}
        if self._at.run(_MARK_ERASED, owner).rowcount == 0:
            return False
        vault = self._at.vault
        vault.erase(person_id)
        # A reader may have loaded the key again before the commit.
        self._at.after.append(lambda: vault.forget(person_id))
        whose = {"brand_id": brand_id, "person_id": person_id}
        for address_id, account_id, sender_hash, opted_out_at in self._at.run(
            _ADDRESSES_OF_PERSON, whose
        ).all():
            if opted_out_at is not None:
                kept = {"account_id": account_id, "sender_hash": sender_hash, "since": opted_out_at}
                self._at.run(_ADD_OPT_OUT, {"brand_id": brand_id, **kept})
            self._forget_sender(brand_id, address_id)
        self._at.run(
            _UNLINK,
            {"the_person": person_id, "the_brand": brand_id}
            | {"customer_ref_hash": None, "customer_ref_enc": None},
        )
        return True

    def rewrap_keys(self, limit: int = 500) -> int:
        """Bring up to that many persons' keys under the newest master key; 0 when all are."""
        vault = self._at.vault
        old = self._at.run(_OLD_KEYS, {"newest": vault.newest_master_key, "limit": limit}).all()
        for person_id, wrapped in old:
            key = vault.rewrap(wrapped, person_owner(person_id))
            keys = {"the_id": person_id, "the_old_key": wrapped}
            changed = {"wrapped_key": key.wrapped, "master_key_id": key.master_key_id}
            self._at.run(_REWRAP, {**keys, **changed})
        return len(old)

    def count_by_master_key(self) -> dict[str, int]:
        """How many persons' keys each master key opens; the erased have none."""
        found: list[Any] = list(self._at.run(_KEYS_IN_USE, {}).all())
        return dict(found)

    def _keyed(self, brand_id: BrandId, person_id: PersonId) -> dict[str, Any]:
        key = self._at.vault.new_key(person_owner(person_id))
        values = {"id": person_id, "brand_id": brand_id, "master_key_id": key.master_key_id}
        return {**values, "wrapped_key": key.wrapped}

    def _forget_sender(self, brand_id: BrandId, address_id: AddressId) -> None:
        keys = {"the_id": address_id, "the_brand": brand_id}
        self._at.run(_CHANGE_ADDRESS, {**keys, "sender_hash": self._at.vault.random(32)})
