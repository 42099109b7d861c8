#!/usr/bin/env python3
"""Verifies a sealed cancellation record, and that it is in its brand's log. Needs nothing but Python 3.8.

    python3 verify_record.py --key KEY RECORD.json [RECORD.tlog-proof]
    python3 verify_record.py --key KEY CONSISTENCY.json

KEY is the brand's public key: 64 hexadecimal digits, as the brand publishes it. Nothing is sent anywhere.
The exit code is 0 when everything given is genuine, 1 when something is not, 2 when nothing could be tried.

What is verified:
- a record: it is canonical JSON (RFC 8785), its SHA-256 is the seal's, and the Ed25519 signature (RFC 8032)
  over the line "cancelbot record v1" and that digest is the brand's. The file is compared byte for byte;
- a proof (C2SP tlog-proof, or JSON): the checkpoint is signed by the brand (C2SP signed-note), and the path
  leads from the record to its root (RFC 9162, 2.1.3);
- a proof of consistency (JSON): the log at its later checkpoint begins with all that the earlier one covers
  (RFC 9162, 2.1.4): nothing was changed, taken away or put in between.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any, Tuple

LONGEST = 1000000

Point = Tuple[int, int, int, int]
Proof = Tuple[int, "list[bytes]", str]
"""Index, path and checkpoint."""


class NotGenuine(Exception):
    """Something does not verify. The message says what."""


# --- Ed25519 (RFC 8032), verification only: points of the twisted Edwards curve in extended coordinates

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def recover_x(y: int, sign: int) -> int | None:
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x % 2 != sign else x


def add(first: Point, second: Point) -> Point:
    a = (first[1] - first[0]) * (second[1] - second[0]) % P
    b = (first[1] + first[0]) * (second[1] + second[0]) % P
    c = 2 * first[3] * second[3] * D % P
    d = 2 * first[2] * second[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(number: int, point: Point) -> Point:
    found = (0, 1, 1, 0)
    while number:
        if number & 1:
            found = add(found, point)
        point = add(point, point)
        number >>= 1
    return found


def point_of(encoded: bytes) -> Point | None:
    number = int.from_bytes(encoded, "little")
    y, sign = number & (2**255 - 1), number >> 255
    x = recover_x(y, sign) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


def encoded_point(point: Point) -> bytes:
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0) or 0
BASE: Point = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def is_signed(key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether this is the key's Ed25519 signature under the message."""
    point = point_of(key) if len(key) == 32 else None
    if point is None or len(signature) != 64:
        return False
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    if s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % ORDER
    minus = (P - point[0], point[1], point[2], P - point[3])
    return encoded_point(add(multiply(s, BASE), multiply(k, minus))) == r


# --- canonical JSON (RFC 8785), for what records are made of: no fractions


def canonical(value: Any) -> str:
    if value is None or value is True or value is False or isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int) and abs(value) < 2**53:
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    raise NotGenuine("the record cannot be read")


def canonical_bytes(value: Any) -> bytes:
    try:
        return canonical(value).encode("utf-8")
    except (ValueError, RecursionError):
        raise NotGenuine("the record cannot be read") from None


# --- the record and its seal


def verified_record(document: bytes, content: dict[str, Any], key: bytes) -> tuple[bytes, str]:
    """The digest of a genuine record, and its number."""
    record, seal = content.get("record"), content.get("seal")
    if not isinstance(record, dict) or not isinstance(seal, dict):
        raise NotGenuine("this is not a receipt: expected record and seal")
    digest = hashlib.sha256(canonical_bytes(record)).digest()
    key_id = hashlib.sha256(key).hexdigest()[:16]
    if seal.get("key") != key_id:
        raise NotGenuine("it is sealed with another key than this brand's")
    if seal.get("digest") != "sha256:" + digest.hex():
        raise NotGenuine("the record was changed after it was sealed")
    signature = from_hex(seal.get("signature"))
    if not is_signed(key, signature, b"cancelbot record v1\n" + digest):
        raise NotGenuine("the signature is not the brand's")
    expected = {"alg": "Ed25519", "key": key_id, "digest": seal["digest"], "signature": signature.hex()}
    if document != canonical_bytes({"record": record, "seal": expected}):
        raise NotGenuine("the file was changed, though not the record in it")
    return digest, str(record.get("number"))


def from_hex(text: Any) -> bytes:
    try:
        return bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError:
        return b""


# --- checkpoints


def verified_checkpoint(note: str, key: bytes) -> tuple[str, int, bytes, int | None]:
    """Origin, size, root and, where it says so, the second in which a checkpoint of the brand was signed."""
    body, _, signatures = note.rpartition("\n\n")
    lines = body.split("\n")
    if len(lines) != 3 or not lines[0] or not re.fullmatch("0|[1-9][0-9]{0,17}", lines[1]):
        raise NotGenuine("this is no checkpoint: expected origin, size and root")
    origin, size, root = lines[0], int(lines[1]), hash_of(lines[2])
    text = (body + "\n").encode("utf-8")
    signed = signatures_of(signatures, origin)
    if not is_signed(key, signed.get(note_key_id(origin, b"\x01", key), b""), text):
        raise NotGenuine("the checkpoint's signature is not the brand's, or the checkpoint was changed")
    timed = signed.get(note_key_id(origin, b"\x04", key))
    if timed is None:
        return origin, size, root, None
    seconds = int.from_bytes(timed[:8], "big")
    if not is_signed(key, timed[8:], b"cosignature/v1\ntime %d\n" % seconds + text):
        raise NotGenuine("the time of the checkpoint was changed")
    return origin, size, root, seconds


def signatures_of(lines: str, name: str) -> dict[bytes, bytes]:
    found = {}
    for line in lines.split("\n"):
        parts = line.split(" ")
        if len(parts) == 3 and parts[:2] == ["\u2014", name]:
            decoded = from_base64(parts[2])
            found[decoded[:4]] = decoded[4:]
    return found


def note_key_id(name: str, kind: bytes, key: bytes) -> bytes:
    return hashlib.sha256(name.encode("utf-8") + b"\n" + kind + key).digest()[:4]


def from_base64(text: Any) -> bytes:
    try:
        return base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError:
        return b""


def hash_of(text: Any) -> bytes:
    found = from_base64(text)
    if len(found) != 32 or base64.b64encode(found).decode() != text:
        raise NotGenuine("expected hashes of 32 bytes in base64")
    return found


# --- the tree (RFC 9162)


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def is_included(leaf: bytes, index: int, size: int, path: list[bytes], root: bytes) -> bool:
    if index >= size:
        return False
    place, last, found = index, size - 1, leaf
    for each in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(each, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, each)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def is_consistent(old: int, new: int, path: list[bytes], old_root: bytes, new_root: bytes) -> bool:
    if not 0 < old <= new:
        return False
    if old == new:
        return not path and old_root == new_root
    hashes = [old_root, *path] if old & (old - 1) == 0 else path
    if not hashes:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    of_old = of_new = hashes[0]
    for each in hashes[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            of_old, of_new = node_hash(each, of_old), node_hash(each, of_new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            of_new = node_hash(of_new, each)
        place, last = place >> 1, last >> 1
    return last == 0 and of_old == old_root and of_new == new_root


# --- proofs


def read_proof(text: str) -> Proof | None:
    """Index, path and checkpoint of a proof in either form; None where the text is none."""
    if text.startswith("c2sp.org/tlog-proof@v1\n"):
        head, _, checkpoint = text.partition("\n\n")
        lines = head.split("\n")[1:]
        if lines and lines[0].startswith("extra "):
            del lines[0]
        if not lines or not re.fullmatch("index (0|[1-9][0-9]{0,17})", lines[0]):
            raise NotGenuine("the proof says no place in the log")
        return int(lines[0][6:]), [hash_of(line) for line in lines[1:]], checkpoint
    content = parsed(text)
    if not isinstance(content, dict) or content.get("kind") != "cancelbot record proof":
        return None
    index, path, note = content.get("index"), content.get("path"), content.get("checkpoint")
    if not isinstance(index, int) or isinstance(index, bool) or index < 0:
        raise NotGenuine("the proof says no place in the log")
    if not isinstance(path, list) or not isinstance(note, str):
        raise NotGenuine("the proof cannot be read: expected path and checkpoint")
    return index, [hash_of(each) for each in path], note


def parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def verified_inclusion(proof: Proof, digest: bytes, key: bytes) -> str:
    """What a proof shows, in words."""
    index, path, checkpoint = proof
    origin, size, root, seconds = verified_checkpoint(checkpoint, key)
    if not is_included(hashlib.sha256(b"\x00" + digest).digest(), index, size, path, root):
        raise NotGenuine("the proof does not lead from this record to the checkpoint")
    place = f"entry {index + 1} of the log {origin}"
    return f"It is {place}, by its checkpoint over {size} entries{signed_when(seconds)}."


def verified_consistency(content: dict[str, Any], key: bytes) -> str:
    """What a proof of consistency shows, in words."""
    path, before, now = content.get("path"), content.get("old"), content.get("new")
    if not isinstance(path, list) or not isinstance(before, str) or not isinstance(now, str):
        raise NotGenuine("the proof cannot be read: expected path, old and new")
    origin, old, old_root, _ = verified_checkpoint(before, key)
    other, new, new_root, seconds = verified_checkpoint(now, key)
    if origin != other:
        raise NotGenuine("the checkpoints are of two different logs")
    if not is_consistent(old, new, [hash_of(each) for each in path], old_root, new_root):
        raise NotGenuine("the later checkpoint does not begin with what the earlier one covers")
    covers = f"with the {old} that the earlier checkpoint covers"
    return f"The log {origin} begins, at {new} entries{signed_when(seconds)}, {covers}."


def signed_when(seconds: int | None) -> str:
    if seconds is None:
        return ""
    try:
        moment = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc) + dt.timedelta(seconds=seconds)
    except OverflowError:
        return ""
    return f", signed {moment:%Y-%m-%d %H:%M:%S} UTC"


# --- the command


def verified(documents: list[tuple[str, bytes]], key: bytes) -> list[str]:
    """A line for everything that was verified. Raises NotGenuine."""
    lines: list[str] = []
    proofs: list[Proof] = []
    digest = None
    for name, document in documents:
        try:
            text = document.decode("utf-8")
        except UnicodeDecodeError:
            text = ""
        content = parsed(text)
        proof = read_proof(text)
        if proof is not None:
            proofs.append(proof)
        elif isinstance(content, dict) and content.get("kind") == "cancelbot log consistency":
            lines.append(verified_consistency(content, key))
        elif isinstance(content, dict) and "record" in content:
            digest, number = verified_record(document, content, key)
            lines.append(f"The record {number} is genuine: the brand sealed it, and nothing was changed.")
        else:
            raise NotGenuine(f"{name} is neither a record nor a proof")
    if digest is None:
        if proofs:
            raise NotGenuine("a proof says nothing alone: the record that it is of is needed as well")
        return lines
    return lines + [verified_inclusion(proof, digest, key) for proof in proofs]


def main(arguments: list[str]) -> int:
    if len(arguments) < 3 or arguments[0] != "--key" or len(from_hex(arguments[1])) != 32:
        sys.stderr.write("usage: verify_record.py --key KEY FILE [FILE]; KEY: 64 hexadecimal digits\n")
        return 2
    documents = []
    for name in arguments[2:]:
        try:
            with Path(name).open("rb") as file:
                documents.append((name, file.read(LONGEST + 1)))
        except OSError as error:
            sys.stderr.write(f"{name} cannot be read: {error.strerror}\n")
            return 2
    try:
        lines = verified(documents, from_hex(arguments[1]))
    except NotGenuine as error:
        sys.stdout.write(f"NOT GENUINE: {error}\n")
        return 1
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
