"""A record as the database keeps it: what was sealed, and the person's own values beside it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.records.contents import Contents
from bot.records.sealing import SealedRecord, canonical, seal


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record read back. `receipt` has the same bytes whenever it is asked for."""

    record: Mapping[str, Any]
    personal: Mapping[str, Any]
    sealed: SealedRecord

    @property
    def number(self) -> str:
        return str(self.record["number"])

    @property
    def receipt(self) -> bytes:
        return self.sealed.receipt


def sealed_and_stored(contents: Contents, signing_key: bytes) -> tuple[SealedRecord, bytes]:
    """The sealed record, and the bytes to keep (encrypted for the person) under its digest and signature.

    `signing_key` is the brand's private key, 32 raw bytes.
    """
    sealed = seal(contents.record, signing_key)
    return sealed, canonical({"record": contents.record, "personal": contents.personal})


def read_stored(body: bytes, digest: bytes, signature: bytes, key_id: str) -> StoredRecord:
    """A record from what was kept of it. Whether it is still genuine is `sealing.verify`'s to say."""
    kept = json.loads(body)
    sealed = SealedRecord(canonical(kept["record"]), digest, signature, key_id)
    return StoredRecord(kept["record"], kept["personal"], sealed)
