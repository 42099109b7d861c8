"""Seals a record, and tells whether a sealed one is still what it was.

The record is written as canonical JSON (RFC 8785), hashed with SHA-256, and the
hash, with a few words before it that say what is signed, is signed with the
brand's Ed25519 key (RFC 8032). The receipt is canonical JSON as well: record
and seal in one document, of which any changed byte is found.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

DOMAIN = b"cancelbot record v1\n"
"""Signed before the digest, so that a signature under a record is one under nothing else."""

ALGORITHM = "Ed25519"
LARGEST = 1_000_000
"""Bytes of a receipt; longer ones are not read."""


@dataclass(frozen=True, slots=True)
class SealedRecord:
    """A record as it is kept. `body` is its canonical JSON, `digest` that one's SHA-256."""

    body: bytes
    digest: bytes
    signature: bytes
    key_id: str

    @property
    def receipt(self) -> bytes:
        """What the customer holds: record and seal in one document, the same bytes whenever asked for."""
        seal = {
            "alg": ALGORITHM,
            "key": self.key_id,
            "digest": f"sha256:{self.digest.hex()}",
            "signature": self.signature.hex(),
        }
        return canonical({"record": json.loads(self.body), "seal": seal})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a receipt is genuine and unchanged, and if not, what is wrong with it."""

    valid: bool
    problem: str | None = None
    number: str | None = None
    """The record's number as the document says it, also where it is not valid."""


def seal(contents: Mapping[str, Any], signing_key: bytes) -> SealedRecord:
    """Seal a record.

    Args:
        contents: what `bot.records.contents` builds: JSON values without fractions.
        signing_key: the brand's private key, 32 raw bytes.

    Raises `ValueError` for what has no canonical form.
    """
    key = Ed25519PrivateKey.from_private_bytes(signing_key)
    body = canonical(contents)
    digest = sha256(body).digest()
    public = key.public_key().public_bytes_raw()
    return SealedRecord(body, digest, key.sign(DOMAIN + digest), key_id_of(public))


def verify(document: bytes | Mapping[str, Any], public_key: bytes) -> Verdict:
    """Whether this is a receipt that the key's owner sealed, byte for byte. Never raises for a document.

    Args:
        document: the file, or what it says as a dict (then its bytes are not judged).
        public_key: the brand's public key, 32 raw bytes.
    """
    given = document if isinstance(document, bytes) else None
    content = _parsed(given) if given is not None else document
    if not isinstance(content, Mapping):
        return Verdict(False, "this is not a receipt: expected JSON with record and seal")
    record, number = content.get("record"), _number(content)
    signature = _signature(content)
    if not isinstance(record, dict) or signature is None:
        return Verdict(False, "this is not a receipt: expected record and seal", number)
    try:
        body = canonical(record)
    except (ValueError, RecursionError):
        return Verdict(False, "the record cannot be read", number)
    expected = SealedRecord(body, sha256(body).digest(), signature, key_id_of(public_key))
    return Verdict((problem := _problem(expected, content, given, public_key)) is None, problem, number)


def is_sealed(digest: bytes, signature: bytes, key_id: str, public_key: bytes) -> bool:
    """Whether a signature is the key's under a record of that digest, whose contents need not be known.

    Args:
        public_key: the brand's public key, 32 raw bytes.
    """
    is_ours = key_id == key_id_of(public_key)
    return is_ours and _is_signed(SealedRecord(b"", digest, signature, key_id), public_key)


def canonical(value: Any) -> bytes:
    """The value's one form as bytes (RFC 8785). Raises `ValueError` where it has none."""
    return rfc8785.dumps(value)


def key_id_of(public_key: bytes) -> str:
    """A public key's short name: the first 16 hexadecimal digits of its SHA-256."""
    return sha256(public_key).hexdigest()[:16]


def _problem(
    expected: SealedRecord, content: Mapping[str, Any], given: bytes | None, public_key: bytes
) -> str | None:
    """What is wrong, the most telling fault first. At the end the whole document must be the expected one."""
    seal = content["seal"]
    if seal.get("key") != expected.key_id:
        return "it is sealed with another key than this brand's"
    if seal.get("digest") != f"sha256:{expected.digest.hex()}":
        return "the record was changed after it was sealed"
    if not _is_signed(expected, public_key):
        return "the signature is not the brand's"
    whole = expected.receipt
    if given is not None and given != whole:
        return "the file was changed, though not the record in it"
    if given is None and _bytes_of(content) != whole:
        return "the document says more, or other things, than a receipt does"
    return None


def _is_signed(record: SealedRecord, public_key: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(record.signature, DOMAIN + record.digest)
    except InvalidSignature:
        return False
    return True


def _parsed(document: bytes) -> object:
    if len(document) > LARGEST:
        return None
    try:
        return json.loads(document.decode("utf-8"))
    except (ValueError, RecursionError):
        return None


def _bytes_of(content: Mapping[str, Any]) -> bytes | None:
    try:
        return canonical(dict(content))
    except (ValueError, RecursionError):
        return None


def _number(content: Mapping[str, Any]) -> str | None:
    record = content.get("record")
    number = record.get("number") if isinstance(record, dict) else None
    return number if isinstance(number, str) else None


def _signature(content: Mapping[str, Any]) -> bytes | None:
    seal = content.get("seal")
    written = seal.get("signature") if isinstance(seal, dict) else None
    try:
        return bytes.fromhex(written) if isinstance(written, str) else None
    except ValueError:
        return None
