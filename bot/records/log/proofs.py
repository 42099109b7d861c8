"""The proof that a record is in the log: a document of its own, in two forms. Pure.

As JSON (RFC 8785) it names the record; as a C2SP tlog-proof, other tools read it as well. Both carry the
checkpoint verbatim, and both say the same: an entry, which is the SHA-256 of the sealed record, is at this
place of the tree over which the brand signed.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.records.log.checkpoints import Forged, Signed, opened, read
from bot.records.log.tree import is_consistent, is_included, leaf_hash
from bot.records.sealing import canonical

FIRST_LINE = "c2sp.org/tlog-proof@v1"
SUFFIX = ".tlog-proof"
MEDIA = "text/plain"
"""A tlog-proof is text, for which there is no media type of its own."""

KIND = "cancelbot record proof"
CONSISTENCY = "cancelbot log consistency"
VERSION = 1
LONGEST = 40_000
"""Bytes of a proof; longer ones are not read."""

_INDEX = re.compile(r"index (0|[1-9][0-9]{0,17})")
_HASH_BYTES = 32


@dataclass(frozen=True, slots=True)
class Proof:
    """Where an entry is, and what leads from it to the checkpoint's root."""

    index: int
    path: tuple[bytes, ...]
    """From the leaf's neighbour up to below the root."""
    checkpoint: bytes
    """The signed note, as it was written."""
    number: str | None = None
    """The record's number, in documents that say it. It proves nothing: the entry does."""


@dataclass(frozen=True, slots=True)
class Consistency:
    """What leads from one checkpoint of a log to a later one."""

    path: tuple[bytes, ...]
    old: bytes
    new: bytes


@dataclass(frozen=True, slots=True)
class Included:
    """A record that a brand's log has, by a checkpoint that was verified."""

    signed: Signed
    index: int


class NotProved(ValueError):
    """The document does not prove it. The message says why."""


def as_tlog_proof(proof: Proof) -> bytes:
    """The proof as C2SP's tlog-proof writes it."""
    lines = [FIRST_LINE, f"index {proof.index}", *(b64encode(each).decode() for each in proof.path)]
    return "\n".join(lines).encode() + b"\n\n" + proof.checkpoint


def as_json(proof: Proof) -> bytes:
    """The proof as canonical JSON."""
    return canonical(described(proof))


def described(proof: Proof) -> dict[str, Any]:
    """The proof as JSON values."""
    return {
        "kind": KIND,
        "version": VERSION,
        "number": proof.number,
        "index": proof.index,
        "path": [b64encode(each).decode() for each in proof.path],
        "checkpoint": proof.checkpoint.decode(),
    }


def read_proof(document: bytes) -> Proof:
    """The proof in either form. Raises NotProved where it is none."""
    if document.startswith(b"c2sp.org/"):
        return _of_lines(document)
    return _of_json(_json(document))


def verify_inclusion(proof: Proof, digest: bytes, public_key: bytes) -> Included:
    """Verify that the log has a record.

    Args:
        digest: the SHA-256 of the sealed record.
        public_key: the brand's, 32 raw bytes.

    Raises:
        NotProved: the checkpoint is not the brand's, or the path does not lead from the record to it.
    """
    try:
        signed = opened(proof.checkpoint, public_key)
    except Forged as error:
        raise NotProved(str(error)) from error
    point = signed.checkpoint
    if proof.index >= point.size:
        raise NotProved("the proof names a place that the log has not reached at its checkpoint")
    if not is_included(leaf_hash(digest), proof.index, point.size, proof.path, point.root):
        raise NotProved("the proof does not lead from this record to the checkpoint")
    return Included(signed, proof.index)


def consistency_as_json(proof: Consistency) -> bytes:
    """The proof as canonical JSON."""
    path = [b64encode(each).decode() for each in proof.path]
    points = {"old": proof.old.decode(), "new": proof.new.decode()}
    return canonical({"kind": CONSISTENCY, "version": VERSION, "path": path, **points})


def read_consistency(document: bytes) -> Consistency | None:
    """The proof; None for a document of another kind. Raises NotProved where it cannot be read."""
    found = _json(document)
    if not isinstance(found, Mapping) or found.get("kind") != CONSISTENCY:
        return None
    path, old, new = (found.get(name) for name in ("path", "old", "new"))
    if not isinstance(path, list) or not isinstance(old, str) or not isinstance(new, str):
        raise NotProved("the proof cannot be read: expected path, old and new")
    return Consistency(tuple(map(_hash, path)), _note(old), _note(new))


def verify_consistency(proof: Consistency, public_key: bytes) -> tuple[Signed, Signed]:
    """Verify that the log at the later checkpoint begins with all that the earlier one covers.

    Raises NotProved.
    """
    try:
        old, new = opened(proof.old, public_key), opened(proof.new, public_key)
    except Forged as error:
        raise NotProved(str(error)) from error
    before, now = old.checkpoint, new.checkpoint
    if before.origin != now.origin:
        raise NotProved("the checkpoints are of two different logs")
    if not is_consistent(before.size, now.size, proof.path, before.root, now.root):
        raise NotProved("the later checkpoint does not begin with what the earlier one covers")
    return old, new


def _of_lines(document: bytes) -> Proof:
    try:
        text = document.decode("utf-8") if len(document) <= LONGEST else ""
    except UnicodeDecodeError:
        text = ""
    head, blank, checkpoint = text.partition("\n\n")
    first, *lines = head.split("\n")
    if first != FIRST_LINE or not blank:
        raise NotProved(f"this is no proof that is known here: expected {FIRST_LINE}")
    if lines and lines[0].startswith("extra "):
        del lines[0]
    index = _INDEX.fullmatch(lines[0]) if lines else None
    if index is None:
        raise NotProved("the proof says no place in the log")
    return _checked(int(index[1]), lines[1:], checkpoint, None)


def _of_json(found: object) -> Proof:
    if not isinstance(found, Mapping) or (found.get("kind"), found.get("version")) != (KIND, VERSION):
        raise NotProved(
            "this is no proof: expected a tlog-proof, or JSON of the kind 'cancelbot record proof'"
        )
    index, path, checkpoint, number = (found.get(name) for name in ("index", "path", "checkpoint", "number"))
    if not isinstance(index, int) or isinstance(index, bool) or index < 0:
        raise NotProved("the proof says no place in the log")
    if not isinstance(path, list) or not isinstance(checkpoint, str):
        raise NotProved("the proof cannot be read: expected path and checkpoint")
    return _checked(index, path, checkpoint, number if isinstance(number, str) else None)


def _json(document: bytes) -> object:
    try:
        return json.loads(document.decode("utf-8")) if len(document) <= LONGEST else None
    except (ValueError, RecursionError):
        return None


def _checked(index: int, path: list[Any], checkpoint: str, number: str | None) -> Proof:
    return Proof(index, tuple(map(_hash, path)), _note(checkpoint), number)


def _note(checkpoint: str) -> bytes:
    try:
        note = checkpoint.encode()
        read(note)
    except Forged as error:
        raise NotProved(str(error)) from error
    except UnicodeEncodeError:
        raise NotProved("the proof cannot be read: its checkpoint is no text") from None
    return note


def _hash(written: Any) -> bytes:
    try:
        found = b64decode(written, validate=True) if isinstance(written, str) else b""
    except ValueError:
        found = b""
    if len(found) != _HASH_BYTES or b64encode(found).decode() != written:
        raise NotProved("the proof's path cannot be read: expected hashes of 32 bytes in base64")
    return found
