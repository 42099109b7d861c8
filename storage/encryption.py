"""Sealing personal data: AES-256-GCM under one key per person, wrapped by a rotating master key.

Erasing a person means destroying that one key. What belongs to a brand but to no person (a payload before
its sender is known) is sealed under the brand's own data key. Look-ups go through ``blind_index``, a keyed
hash per brand, so that a search never needs plain text on disk.

Layout of a sealed value: one version byte (1), a 96-bit random nonce, ciphertext with its 128-bit tag.
Layout of a wrapped key: one version byte (1), one byte length of the master key's id, that id in ASCII,
then nonce and ciphertext as above. Source: NIST SP 800-38D, sections 5.2 and 8.2.2 (random nonces).
"""

import hmac
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dialogs.ids import BrandId, PersonId
from storage.errors import Erased, Unreadable

Random = Callable[[int], bytes]
"""Gives that many unpredictable bytes; ``os.urandom`` outside of tests."""

KEY_BYTES = 32
_NONCE_BYTES = 12
_VERSION = b"\x01"
_CACHED_KEYS = 4096
_CACHED_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A key as it is stored, and the id of the master key that opens it."""

    wrapped: bytes
    master_key_id: str


@dataclass(frozen=True, slots=True)
class BrandKeys:
    """A brand's two symmetric keys as stored: one for keyed hashes, one for payloads without a person."""

    lookup: bytes
    data: bytes


class KeyStore(Protocol):
    """Where wrapped keys are kept; the database's implementation is ``repositories.keys.StoredKeys``."""

    def person_key(self, person_id: PersonId) -> bytes | None:
        """The wrapped key, or None when it was destroyed or the person never existed."""
        ...

    def brand_keys(self, brand_id: BrandId) -> BrandKeys:
        """The brand's wrapped keys. Raises Unreadable for an unknown brand."""
        ...

    def destroy(self, person_id: PersonId) -> None:
        """Remove the person's key for good."""
        ...


class MasterKeys:
    """The ring of master keys: the newest wraps, all of them unwrap.

    ``keys`` maps an id (1 to 255 ASCII characters) to 32 bytes, oldest first. Raises ValueError for an empty
    ring, a wrong length or an unusable id.
    """

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        if not keys:
            raise ValueError("at least one master key is needed")
        for key_id, key in keys.items():
            if len(key) != KEY_BYTES:
                raise ValueError(f"master key {key_id!r} must be {KEY_BYTES} bytes, not {len(key)}")
            if not (key_id.isascii() and 1 <= len(key_id) <= 255):
                raise ValueError("a master key's id must be 1 to 255 ASCII characters")
        self._ciphers = {key_id: AESGCM(key) for key_id, key in keys.items()}
        self.newest: str = list(keys)[-1]

    @classmethod
    def from_bytes(cls, key: bytes, key_id: str = "1") -> "MasterKeys":
        """A ring of one key of 32 bytes."""
        return cls({key_id: key})

    def wrap(self, key: bytes, owner: str, random: Random = os.urandom) -> WrappedKey:
        """Seal a key under the newest master key, bound to its owner (as by ``person_owner``)."""
        label = self.newest.encode("ascii")
        body = _seal(self._ciphers[self.newest], key, owner.encode(), random)
        return WrappedKey(_VERSION + bytes([len(label)]) + label + body[1:], self.newest)

    def unwrap(self, wrapped: bytes, owner: str) -> bytes:
        """The key in plain. Raises Unreadable if its master key is missing or it was altered or moved."""
        if len(wrapped) < 2 or wrapped[:1] != _VERSION:
            raise Unreadable("not a wrapped key of a known version")
        end = 2 + wrapped[1]
        key_id = wrapped[2:end].decode("ascii", "replace")
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise Unreadable(f"master key {key_id!r} is not in the ring")
        return _open(cipher, _VERSION + wrapped[end:], owner.encode())


class KeyCache:
    """Unwrapped keys, a bounded number for a short time, shared by all units of work of a process.

    The time bound (``seconds``) is how long another process may still read a person after the erasure.
    """

    def __init__(
        self,
        size: int = _CACHED_KEYS,
        seconds: float = _CACHED_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._size, self._seconds, self._clock = size, seconds, clock
        self._lock = threading.Lock()
        self._entries: OrderedDict[str, tuple[float, bytes, AESGCM]] = OrderedDict()

    def get(self, owner: str) -> tuple[bytes, AESGCM] | None:
        """The key and its cipher, unless unknown or too old."""
        with self._lock:
            entry = self._entries.get(owner)
            if entry is None or entry[0] < self._clock():
                return None
            self._entries.move_to_end(owner)
            return entry[1], entry[2]

    def put(self, owner: str, key: bytes) -> tuple[bytes, AESGCM]:
        """Keep a key, forgetting the one used longest ago when there are too many."""
        cipher = AESGCM(key)
        with self._lock:
            self._entries[owner] = (self._clock() + self._seconds, key, cipher)
            self._entries.move_to_end(owner)
            if len(self._entries) > self._size:
                self._entries.popitem(last=False)
        return key, cipher

    def forget(self, owner: str) -> None:
        """Drop a key at once."""
        with self._lock:
            self._entries.pop(owner, None)


class Vault:
    """Seals and opens with the keys of one unit of work's database connection."""

    __slots__ = ("_cache", "_masters", "_random", "_store")

    def __init__(
        self, masters: MasterKeys, cache: KeyCache, store: KeyStore, random: Random = os.urandom
    ) -> None:
        self._masters, self._cache, self._store, self._random = masters, cache, store, random

    def new_key(self, owner: str) -> WrappedKey:
        """A fresh random key for an owner, ready to be stored."""
        return self._masters.wrap(self._random(KEY_BYTES), owner, self._random)

    def wrap(self, key: bytes, owner: str) -> WrappedKey:
        """Seal a given secret (such as a signing key) under the newest master key."""
        return self._masters.wrap(key, owner, self._random)

    def unwrap(self, wrapped: bytes, owner: str) -> bytes:
        """The plain secret. Raises Unreadable."""
        return self._masters.unwrap(wrapped, owner)

    def rewrap(self, wrapped: bytes, owner: str) -> WrappedKey:
        """The same secret under the newest master key. Raises Unreadable."""
        return self._masters.wrap(self._masters.unwrap(wrapped, owner), owner, self._random)

    @property
    def random(self) -> Random:
        """Where random bytes come from."""
        return self._random

    @property
    def newest_master_key(self) -> str:
        """The id of the master key that wraps."""
        return self._masters.newest

    def seal(self, person_id: PersonId, plaintext: bytes, purpose: str) -> bytes:
        """Seal under the person's key, bound to the person and the purpose (table, column and row).

        Raises Erased when the person's key was destroyed.
        """
        return _seal(self._person_cipher(person_id), plaintext, _bound(person_id, purpose), self._random)

    def open(self, person_id: PersonId, sealed: bytes, purpose: str) -> bytes:
        """The plain bytes. Raises Erased, or Unreadable if altered, moved or another person's."""
        return _open(self._person_cipher(person_id), sealed, _bound(person_id, purpose))

    def seal_for_brand(self, brand_id: BrandId, plaintext: bytes, purpose: str) -> bytes:
        """Seal what belongs to no person under the brand's data key."""
        return _seal(self._brand_key(brand_id, "data")[1], plaintext, _bound(brand_id, purpose), self._random)

    def open_for_brand(self, brand_id: BrandId, sealed: bytes, purpose: str) -> bytes:
        """The plain bytes. Raises Unreadable if altered, moved or another brand's."""
        return _open(self._brand_key(brand_id, "data")[1], sealed, _bound(brand_id, purpose))

    def seal_for(self, person: PersonId | None, brand: BrandId | None, plain: bytes, purpose: str) -> bytes:
        """Seal for the person, or for the brand when there is no person. Raises Erased, ValueError."""
        if person is not None:
            return self.seal(person, plain, purpose)
        if brand is not None:
            return self.seal_for_brand(brand, plain, purpose)
        raise ValueError("a sealed value belongs to a person or to a brand")

    def open_for(self, person: PersonId | None, brand: BrandId | None, sealed: bytes, purpose: str) -> bytes:
        """The counterpart of ``seal_for``. Raises Erased, Unreadable, ValueError."""
        if person is not None:
            return self.open(person, sealed, purpose)
        if brand is not None:
            return self.open_for_brand(brand, sealed, purpose)
        raise ValueError("a sealed value belongs to a person or to a brand")

    def blind_index(self, brand_id: BrandId, kind: str, value: str) -> bytes:
        """HMAC-SHA256 of a normalised value under the brand's look-up key (32 bytes)."""
        key = self._brand_key(brand_id, "lookup")[0]
        return hmac.digest(key, f"{kind}\x1f{value}".encode(), "sha256")

    def erase(self, person_id: PersonId) -> None:
        """Destroy the person's key. Everything sealed under it is unreadable from the commit on."""
        self._store.destroy(person_id)
        self.forget(person_id)

    def forget(self, person_id: PersonId) -> None:
        """Drop the person's key from memory."""
        self._cache.forget(person_owner(person_id))

    def _person_cipher(self, person_id: PersonId) -> AESGCM:
        owner = person_owner(person_id)
        cached = self._cache.get(owner)
        if cached is None:
            wrapped = self._store.person_key(person_id)
            if wrapped is None:
                raise Erased("the key of this person was destroyed")
            cached = self._cache.put(owner, self._masters.unwrap(wrapped, owner))
        return cached[1]

    def _brand_key(self, brand_id: BrandId, use: str) -> tuple[bytes, AESGCM]:
        owner = brand_owner(brand_id, use)
        cached = self._cache.get(owner)
        if cached is None:
            keys = self._store.brand_keys(brand_id)
            wrapped = keys.data if use == "data" else keys.lookup
            cached = self._cache.put(owner, self._masters.unwrap(wrapped, owner))
        return cached


def person_owner(person_id: PersonId) -> str:
    """What a person's wrapped key is bound to."""
    return f"person:{person_id}"


def brand_owner(brand_id: BrandId, use: str) -> str:
    """What a brand's wrapped key is bound to; ``use`` is ``lookup``, ``data`` or ``signing``."""
    return f"brand:{brand_id}:{use}"


def signing_pair(random: Random = os.urandom) -> tuple[bytes, bytes]:
    """A new Ed25519 key (RFC 8032): private and public, 32 raw bytes each."""
    private = random(KEY_BYTES)
    return private, Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def _bound(owner: str, purpose: str) -> bytes:
    return f"{owner}\x1f{purpose}".encode()


def _seal(cipher: AESGCM, plaintext: bytes, bound_to: bytes, random: Random) -> bytes:
    nonce = random(_NONCE_BYTES)
    return _VERSION + nonce + cipher.encrypt(nonce, plaintext, _VERSION + bound_to)


def _open(cipher: AESGCM, sealed: bytes, bound_to: bytes) -> bytes:
    if sealed[:1] != _VERSION:
        raise Unreadable("not a sealed value of a known version")
    nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    try:
        return cipher.decrypt(nonce, body, _VERSION + bound_to)
    except (InvalidTag, ValueError) as fault:
        raise Unreadable("a sealed value was altered or belongs elsewhere") from fault
