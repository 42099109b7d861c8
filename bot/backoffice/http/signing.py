"""The signature of a request: HMAC-SHA256 over the time and everything that is asked.

What is signed are six lines, joined by single line feeds, in UTF-8:

    v1
    the time in whole seconds since 1970, as in the header Cancelbot-Timestamp
    the method, in capitals
    the path as it stands in the request line, with its query if it has one
    the Idempotency-Key, an empty line where there is none
    the SHA-256 of the body, in lower-case hexadecimal

The key's bytes are its text in UTF-8. The header Cancelbot-Signature holds `v1=` and the
HMAC in lower-case hexadecimal.
"""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

TIMESTAMP = "Cancelbot-Timestamp"
SIGNATURE = "Cancelbot-Signature"
IDEMPOTENCY_KEY = "Idempotency-Key"

VERSION = "v1"
TOLERANCE = timedelta(minutes=5)
"""So far the two clocks may be apart; an older request is refused."""
SHORTEST_KEY = 32
"""Bytes that a key has at least."""


class SignatureRefused(Exception):
    """The request is not from who has the key, or it is an old one. The message says what was expected."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is signed. `target` is the path as it stands in the request line, with its query."""

    method: str
    target: str
    body: bytes
    idempotency_key: str = ""


def signature(key: str, request: Request, timestamp: int) -> str:
    """The value of the header Cancelbot-Signature."""
    lines = (
        VERSION,
        str(timestamp),
        request.method.upper(),
        request.target,
        request.idempotency_key,
        sha256(request.body).hexdigest(),
    )
    return f"{VERSION}=" + hmac.new(key.encode(), "\n".join(lines).encode(), sha256).hexdigest()


def signed_headers(key: str, request: Request, now: datetime) -> dict[str, str]:
    """The headers that a signed request carries."""
    timestamp = int(now.timestamp())
    headers = {TIMESTAMP: str(timestamp), SIGNATURE: signature(key, request, timestamp)}
    return headers | ({IDEMPOTENCY_KEY: request.idempotency_key} if request.idempotency_key else {})


def verify(key: str, request: Request, headers: Mapping[str, str], now: datetime) -> None:
    """What the brand's side does before anything else. Raises `SignatureRefused`."""
    timestamp, given = headers.get(TIMESTAMP, ""), headers.get(SIGNATURE, "")
    if not re.fullmatch(r"[0-9]{1,11}", timestamp):
        raise SignatureRefused(f"{TIMESTAMP}: expected whole seconds since 1970")
    if abs(now.timestamp() - int(timestamp)) > TOLERANCE.total_seconds():
        raise SignatureRefused(f"{TIMESTAMP}: expected within {TOLERANCE.seconds // 60} minutes of now")
    if not hmac.compare_digest(given.encode(), signature(key, request, int(timestamp)).encode()):
        raise SignatureRefused(f"{SIGNATURE}: expected the one of this request under the key we share")
