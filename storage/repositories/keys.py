"""Wrapped keys of persons and brands: where the vault finds them, and their rotation."""

from sqlalchemy import select, update

from dialogs.ids import BrandId, PersonId
from storage.encryption import BrandKeys
from storage.errors import Unreadable
from storage.statements import given
from storage.tables import brand, person
from storage.transaction import Executing

_PERSON_KEY = select(person.c.wrapped_key).where(person.c.id == given("person_id"))
_BRAND_KEYS = select(brand.c.lookup_key_wrapped, brand.c.data_key_wrapped).where(
    brand.c.id == given("brand_id")
)
_DESTROY = (
    update(person)
    .where(person.c.id == given("person_id"))
    .values(wrapped_key=None, master_key_id=None)
)  # fmt: skip


class StoredKeys:
    """The database as the vault's store of wrapped keys."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Executing) -> None:
        self._connection = connection

    def person_key(self, person_id: PersonId) -> bytes | None:
        """The wrapped key, or None when it was destroyed or the person never existed."""
        wrapped: bytes | None = self._connection.execute(_PERSON_KEY, {"person_id": person_id}).scalar()
        return wrapped

    def brand_keys(self, brand_id: BrandId) -> BrandKeys:
        """The brand's wrapped keys. Raises Unreadable for an unknown brand."""
        found = self._connection.execute(_BRAND_KEYS, {"brand_id": brand_id}).first()
        if found is None:
            raise Unreadable(f"there is no brand {brand_id}")
        return BrandKeys(lookup=found[0], data=found[1])

    def destroy(self, person_id: PersonId) -> None:
        """Remove the person's key for good."""
        self._connection.execute(_DESTROY, {"person_id": person_id})
