"""Checkpoints: the size and root of a log, signed. Pure.

A checkpoint is a signed note (C2SP signed-note, tlog-checkpoint) with two signature lines of the brand's
Ed25519 key: one over the note, and a timestamped one (C2SP tlog-cosignature) that says when it was signed,
for which a checkpoint's text has no place. What signs a record signs neither: its text begins otherwise.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

LONGEST = 20_000
"""Bytes of a checkpoint; longer ones are not read. With room for many others' signatures."""

_NOTE, _TIMED = b"\x01", b"\x04"
_DASH = "— "
_LINE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")
_SIZE = re.compile(r"0|[1-9][0-9]{0,17}")
_HASH_BYTES = 32


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a log's owner vouches for: so many entries, and the tree's root over them."""

    origin: str
    """Which log; unique to it."""
    size: int
    root: bytes

    @property
    def text(self) -> bytes:
        """What is signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n".encode()


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint whose signature was verified."""

    checkpoint: Checkpoint
    at: datetime | None
    """When it was signed, to the second; None where no valid line says it."""


class Forged(ValueError):
    """This is no checkpoint that the key's owner signed. The message says what is wrong with it."""


def sign(checkpoint: Checkpoint, signing_key: bytes, now: datetime) -> bytes:
    """The checkpoint as a signed note. `signing_key`: the brand's private key, 32 raw bytes."""
    key = Ed25519PrivateKey.from_private_bytes(signing_key)
    public = key.public_key().public_bytes_raw()
    seconds = int(now.timestamp())
    timed = seconds.to_bytes(8) + key.sign(_timed_text(checkpoint.text, seconds))
    lines = (
        _line(checkpoint.origin, _NOTE, public, key.sign(checkpoint.text)),
        _line(checkpoint.origin, _TIMED, public, timed),
    )
    return b"\n".join((checkpoint.text, "".join(lines).encode()))


def opened(note: bytes, public_key: bytes) -> Signed:
    """The checkpoint of a signed note. Signatures of others, such as witnesses, are passed over.

    Args:
        public_key: the brand's, 32 raw bytes.

    Raises:
        Forged: it is none, or the brand did not sign it.
    """
    checkpoint, lines = _parsed(note)
    signatures = dict(_signatures(lines, checkpoint.origin))
    signature = signatures.get(_key_id(checkpoint.origin, _NOTE, public_key))
    if signature is None:
        raise Forged("the checkpoint is not signed with the brand's key")
    if not _is_signed(signature, checkpoint.text, public_key):
        raise Forged("the checkpoint's signature is not the brand's, or the checkpoint was changed")
    timed = signatures.get(_key_id(checkpoint.origin, _TIMED, public_key))
    return Signed(checkpoint, None if timed is None else _time_of(timed, checkpoint.text, public_key))


def read(note: bytes) -> Checkpoint:
    """What a note says, whoever signed it. Raises Forged where it is no checkpoint."""
    return _parsed(note)[0]


def verifier_key(origin: str, public_key: bytes) -> str:
    """The key in the form that tools for signed notes take (a "vkey")."""
    key_id = _key_id(origin, _NOTE, public_key).hex()
    return f"{origin}+{key_id}+{b64encode(_NOTE + public_key).decode()}"


def _parsed(note: bytes) -> tuple[Checkpoint, list[str]]:
    try:
        text = note.decode("utf-8") if len(note) <= LONGEST else ""
    except UnicodeDecodeError:
        text = ""
    body, blank, signed = text.rpartition("\n\n")
    lines = body.split("\n")
    if not blank or not signed.endswith("\n") or len(lines) < 3 or not all(lines):
        raise Forged("this is no checkpoint: expected origin, size, root and signatures")
    if len(lines) > 3:
        raise Forged("the checkpoint says more than a log of ours does")
    origin, size, root = lines
    if not _SIZE.fullmatch(size) or any(ord(each) < 32 for each in text.replace("\n", "")):
        raise Forged("this is no checkpoint: expected a size in its second line")
    return Checkpoint(origin, int(size), _root(root)), signed[:-1].split("\n")


def _root(written: str) -> bytes:
    try:
        root = b64decode(written, validate=True)
    except ValueError:
        root = b""
    # The same bytes can be written in several ways, of which one is signed.
    if len(root) != _HASH_BYTES or b64encode(root).decode() != written:
        raise Forged("this is no checkpoint: expected a root hash in its third line")
    return root


def _signatures(lines: list[str], name: str) -> Iterator[tuple[bytes, bytes]]:
    """Of each line with that name, the key's id and the signature."""
    for line in lines:
        found = _LINE.fullmatch(line)
        if found is None:
            raise Forged("the checkpoint's lines of signatures cannot be read")
        if found[1] == name:
            try:
                decoded = b64decode(found[2], validate=True)
            except ValueError:
                raise Forged("the checkpoint's lines of signatures cannot be read") from None
            yield decoded[:4], decoded[4:]


def _time_of(timed: bytes, text: bytes, public_key: bytes) -> datetime | None:
    seconds = int.from_bytes(timed[:8])
    if not _is_signed(timed[8:], _timed_text(text, seconds), public_key):
        raise Forged("the time of the checkpoint was changed")
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError):
        return None


def _timed_text(text: bytes, seconds: int) -> bytes:
    return b"cosignature/v1\ntime %d\n" % seconds + text


def _is_signed(signature: bytes, text: bytes, public_key: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, text)
    except InvalidSignature:
        return False
    return True


def _line(name: str, kind: bytes, public_key: bytes, signature: bytes) -> str:
    return f"{_DASH}{name} {b64encode(_key_id(name, kind, public_key) + signature).decode()}\n"


def _key_id(name: str, kind: bytes, public_key: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + kind + public_key).digest()[:4]
