"""Sealing: what opens, what does not, and what is gone for good."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.ids import BrandId, PersonId
from storage.encryption import BrandKeys, KeyCache, MasterKeys, Vault, brand_owner, person_owner
from storage.errors import Erased, Unreadable

ANNA, BERT = PersonId("anna"), PersonId("bert")
ACME, ZETA = BrandId("acme"), BrandId("zeta")
OLD, NEW = b"o" * 32, b"n" * 32


class StoreInMemory:
    """Keys of two persons and two brands, kept in dictionaries."""

    def __init__(self, masters: MasterKeys) -> None:
        self.reads = 0
        self.persons: dict[PersonId, bytes] = {
            person: masters.wrap(person.encode() * 8, person_owner(person)).wrapped for person in (ANNA, BERT)
        }
        self.brands = {
            brand: BrandKeys(
                lookup=masters.wrap(brand.encode() * 8, brand_owner(brand, "lookup")).wrapped,
                data=masters.wrap(brand.encode() * 8, brand_owner(brand, "data")).wrapped,
            )
            for brand in (ACME, ZETA)
        }

    def person_key(self, person_id: PersonId) -> bytes | None:
        self.reads += 1
        return self.persons.get(person_id)

    def brand_keys(self, brand_id: BrandId) -> BrandKeys:
        return self.brands[brand_id]

    def destroy(self, person_id: PersonId) -> None:
        del self.persons[person_id]


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def make_vault(
    masters: MasterKeys | None = None, cache: KeyCache | None = None
) -> tuple[Vault, StoreInMemory]:
    masters = masters or MasterKeys.from_bytes(OLD)
    store = StoreInMemory(masters)
    return Vault(masters, cache or KeyCache(), store), store


@given(plain=st.binary(max_size=2000), purpose=st.text(max_size=40))
def test_what_is_sealed_opens_again(plain: bytes, purpose: str) -> None:
    vault, _ = make_vault()

    assert vault.open(ANNA, vault.seal(ANNA, plain, purpose), purpose) == plain
    assert vault.open_for_brand(ACME, vault.seal_for_brand(ACME, plain, purpose), purpose) == plain


def test_nothing_shows_of_what_is_sealed() -> None:
    vault, _ = make_vault()

    sealed = vault.seal(ANNA, b"my cat is called Mia", "note")

    assert b"Mia" not in sealed
    assert sealed != vault.seal(ANNA, b"my cat is called Mia", "note")


@given(data=st.data())
def test_one_flipped_bit_is_noticed(data: st.DataObject) -> None:
    vault, _ = make_vault()
    sealed = bytearray(vault.seal(ANNA, b"hello", "note"))
    place = data.draw(st.integers(0, len(sealed) * 8 - 1))

    sealed[place // 8] ^= 1 << place % 8

    with pytest.raises(Unreadable):
        vault.open(ANNA, bytes(sealed), "note")


@pytest.mark.parametrize("length", [0, 1, 12, 13, 28])
def test_what_was_cut_off_is_noticed(length: int) -> None:
    vault, _ = make_vault()

    with pytest.raises(Unreadable):
        vault.open(ANNA, vault.seal(ANNA, b"hello", "note")[:length], "note")


def test_another_person_purpose_or_brand_opens_nothing() -> None:
    vault, _ = make_vault()
    of_anna, of_acme = vault.seal(ANNA, b"hello", "note:1"), vault.seal_for_brand(ACME, b"hello", "note:1")

    with pytest.raises(Unreadable):
        vault.open(BERT, of_anna, "note:1")
    with pytest.raises(Unreadable):
        vault.open(ANNA, of_anna, "note:2")
    with pytest.raises(Unreadable):
        vault.open_for_brand(ZETA, of_acme, "note:1")


def test_an_erased_person_is_unreadable_at_once() -> None:
    vault, _ = make_vault()
    sealed = vault.seal(ANNA, b"hello", "note")

    vault.erase(ANNA)

    with pytest.raises(Erased):
        vault.open(ANNA, sealed, "note")
    with pytest.raises(Erased):
        vault.seal(ANNA, b"hello", "note")
    assert vault.open(BERT, vault.seal(BERT, b"hello", "note"), "note") == b"hello"


def test_a_keyed_hash_tells_equal_values_and_nothing_across_brands_or_kinds() -> None:
    vault, _ = make_vault()

    phone = vault.blind_index(ACME, "phone", "+491")

    assert phone == vault.blind_index(ACME, "phone", "+491")
    assert len({phone, *(vault.blind_index(*other) for other in OTHERS)}) == 4


OTHERS = [(ACME, "phone", "+492"), (ACME, "email", "+491"), (ZETA, "phone", "+491")]


def test_a_rotated_ring_opens_old_keys_and_wraps_with_the_newest() -> None:
    old = MasterKeys({"1": OLD})
    both = MasterKeys({"1": OLD, "2": NEW})
    wrapped = old.wrap(b"secret", "person:anna")

    rewrapped = both.wrap(both.unwrap(wrapped.wrapped, "person:anna"), "person:anna")

    assert (wrapped.master_key_id, rewrapped.master_key_id) == ("1", "2")
    assert MasterKeys({"2": NEW}).unwrap(rewrapped.wrapped, "person:anna") == b"secret"
    with pytest.raises(Unreadable, match="master key '1' is not in the ring"):
        MasterKeys({"2": NEW}).unwrap(wrapped.wrapped, "person:anna")


def test_a_wrapped_key_belongs_to_its_owner() -> None:
    masters = MasterKeys.from_bytes(OLD)

    with pytest.raises(Unreadable):
        masters.unwrap(masters.wrap(b"secret", "person:anna").wrapped, "person:bert")


@pytest.mark.parametrize("garbage", [b"", b"\x01", b"\x02\x01", b"\x01\xff1", b"\x01\x011", b"\x01\x001"])
def test_what_is_no_wrapped_key_is_unreadable(garbage: bytes) -> None:
    with pytest.raises(Unreadable):
        MasterKeys.from_bytes(OLD).unwrap(garbage, "person:anna")


@pytest.mark.parametrize("keys", [{}, {"1": b"short"}, {"": OLD}, {"ä": OLD}, {"x" * 256: OLD}])
def test_an_unusable_ring_is_refused(keys: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match="master key"):
        MasterKeys(keys)


def test_keys_are_read_once_and_again_after_a_while() -> None:
    clock = Clock()
    vault, store = make_vault(cache=KeyCache(seconds=30, clock=clock))

    vault.seal(ANNA, b"", "x")
    vault.seal(ANNA, b"", "x")
    assert store.reads == 1

    clock.seconds = 31
    vault.seal(ANNA, b"", "x")
    assert store.reads == 2


def test_the_keys_in_memory_are_bounded() -> None:
    vault, store = make_vault(cache=KeyCache(size=1))

    for person in (ANNA, BERT, ANNA):
        vault.seal(person, b"", "x")

    assert store.reads == 3
