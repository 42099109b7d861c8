"""Files that somebody holds against a brand's key: what they are, and whether they are genuine. Pure.

A receipt, alone or in its PDF, a proof that it is in the log, a proof that the log only grew, a checkpoint:
in any number, the proofs belonging to the one receipt among them.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, assert_never

from bot.records.log.checkpoints import Checkpoint, Forged, Signed, opened, read
from bot.records.log.proofs import (
    Consistency,
    NotProved,
    Proof,
    read_consistency,
    read_proof,
    verify_consistency,
    verify_inclusion,
)
from bot.records.pdf.verifying import is_pdf, receipt_in, verify_pdf
from bot.records.sealing import LARGEST, canonical, verify


@dataclass(frozen=True, slots=True)
class Receipt:
    """A file that has the form of a receipt."""

    document: bytes
    record: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pdf:
    """A sealed PDF, with the receipt in it; None where it cannot be found."""

    receipt: Receipt | None


@dataclass(frozen=True, slots=True)
class Given:
    """A file, and what it is."""

    name: str
    content: Receipt | Pdf | Proof | Consistency | Checkpoint
    document: bytes


class NotGenuine(Exception):
    """Something does not verify, or is nothing that could. The message names the file, and says what."""


def read_file(name: str, document: bytes) -> Given:
    """What a file is. Raises NotGenuine for one that is nothing of ours."""
    try:
        return Given(name, _content(document), document)
    except (NotProved, Forged) as error:
        raise NotGenuine(f"{name}: {error}") from error


def brands_in(files: Sequence[Given]) -> set[str]:
    """The slugs of the brands that the files name. Nothing of it is verified."""
    return {slug for file in files for slug in _brands(file.content) if isinstance(slug, str)}


def receipt_of(content: object) -> Receipt | None:
    """The receipt that a file is, or carries; genuine or not."""
    return content.receipt if isinstance(content, Pdf) else content if isinstance(content, Receipt) else None


def examine(files: Sequence[Given], public_key: bytes, certificates: Collection[str] = ()) -> list[str]:
    """Verify all files; a sentence for each thing that holds.

    Args:
        public_key: the brand's, 32 raw bytes.
        certificates: SHA-256 of the brand's own certificates, which seal PDFs.

    Raises:
        NotGenuine: what does not hold, of the first file of which something does not.
    """
    receipts = [receipt for file in files if (receipt := receipt_of(file.content)) is not None]
    if len({receipt.document for receipt in receipts}) > 1:
        raise NotGenuine("these are several receipts: give one, with the proofs that belong to it")
    told = []
    for file in sorted(files, key=lambda file: not isinstance(file.content, Receipt | Pdf)):
        try:
            told.append(_examined(file, receipts, public_key, certificates))
        except (NotProved, Forged) as error:
            raise NotGenuine(f"{file.name}: {error}") from error
    return told


def _content(document: bytes) -> Receipt | Pdf | Proof | Consistency | Checkpoint:
    if is_pdf(document):
        return Pdf(_receipt_in(document))
    if document.startswith(b"c2sp.org/"):
        return read_proof(document)
    if not document.lstrip().startswith(b"{"):
        return _checkpoint(document)
    found = _json(document)
    if isinstance(found, dict) and isinstance(found.get("record"), dict):
        return Receipt(document, found["record"])
    return read_consistency(document) or read_proof(document)


def _checkpoint(document: bytes) -> Checkpoint:
    try:
        return read(document)
    except Forged as error:
        expected = "this is neither a receipt, nor a proof, nor a checkpoint"
        raise Forged(f"{expected} ({error})" if b"\n\n" in document else expected) from error


def _examined(file: Given, receipts: list[Receipt], public_key: bytes, certificates: Collection[str]) -> str:
    match file.content:
        case Pdf():
            return _pdf(file, public_key, certificates)
        case Receipt():
            return _receipt(file, public_key)
        case Proof() as proof:
            if not receipts:
                raise NotProved("a proof says nothing alone: the receipt that it is of is needed as well")
            return _inclusion(proof, receipts[0], public_key)
        case Consistency() as proof:
            return _consistency(proof, public_key)
        case Checkpoint():
            signed = opened(file.document, public_key)
            return f"The brand signed the checkpoint{_over(signed)}{_when(signed)}."
        case other:
            assert_never(other)


def _receipt(file: Given, public_key: bytes) -> str:
    verdict = verify(file.document, public_key)
    if not verdict.valid:
        raise NotGenuine(f"{file.name}: {verdict.problem}")
    return f"The record {verdict.number} is genuine: the brand sealed it, and nothing was changed."


def _pdf(file: Given, public_key: bytes, certificates: Collection[str]) -> str:
    verdict = verify_pdf(file.document, public_key, certificates)
    if not verdict.valid:
        raise NotGenuine(f"{file.name}: {verdict.problem}")
    when = "" if verdict.sealed_at is None else f" on {verdict.sealed_at:%Y-%m-%d %H:%M:%S} UTC"
    note = "" if verdict.note is None else f" Note: {verdict.note}."
    return (
        f"The PDF of the record {verdict.number} is genuine: {verdict.signer} sealed it{when}, and neither a "
        f"page nor the receipt in it was changed.{note}"
    )


def _receipt_in(document: bytes) -> Receipt | None:
    """The receipt in a PDF, whether or not it is genuine."""
    try:
        held = receipt_in(document)
    except Exception:
        # A changed file may break its reader anywhere; that it is broken is told when it is examined.
        return None
    found = _json(held)
    if not isinstance(found, dict) or not isinstance(found.get("record"), dict):
        return None
    return Receipt(held, found["record"])


def _inclusion(proof: Proof, receipt: Receipt, public_key: bytes) -> str:
    number = receipt.record.get("number")
    if proof.number not in (None, number):
        raise NotProved(f"the proof is of the record {proof.number}, and the receipt of {number}")
    included = verify_inclusion(proof, sha256(canonical(receipt.record)).digest(), public_key)
    origin = included.signed.checkpoint.origin
    by = f"by its checkpoint{_over(included.signed)}{_when(included.signed)}"
    return f"It is entry {included.index + 1} of the log {origin}, {by}."


def _consistency(proof: Consistency, public_key: bytes) -> str:
    old, new = verify_consistency(proof, public_key)
    size, origin = old.checkpoint.size, new.checkpoint.origin
    return (
        f"The log {origin} begins, at{_over(new).removeprefix(' over')}{_when(new)}, "
        f"with the {size} that the earlier checkpoint covers."
    )


def _over(signed: Signed) -> str:
    return f" over {signed.checkpoint.size} entries"


def _when(signed: Signed) -> str:
    return "" if signed.at is None else f", signed {signed.at:%Y-%m-%d %H:%M:%S} UTC"


def _brands(content: Receipt | Pdf | Proof | Consistency | Checkpoint) -> Iterator[Any]:
    match content:
        case Pdf(receipt):
            if receipt is not None:
                yield from _brands(receipt)
        case Receipt():
            brand = content.record.get("brand")
            yield brand.get("slug") if isinstance(brand, dict) else None
        case Proof():
            yield from _brands(read(content.checkpoint))
        case Consistency():
            yield from _brands(read(content.new))
        case Checkpoint():
            parts = content.origin.split("/")
            yield parts[-2] if len(parts) > 2 else None


def _json(document: bytes) -> object:
    try:
        return json.loads(document.decode("utf-8")) if len(document) <= LARGEST else None
    except (ValueError, RecursionError):
        return None
