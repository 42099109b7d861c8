"""Requests of a brand's own systems: signed with its key, and good for a few minutes."""

import hmac
from datetime import datetime, timedelta

from bot.settings import SettingsError, resolved
from storage.repositories.brands import BrandRow

TOLERANCE = timedelta(minutes=5)
"""By so much a clock may be wrong. Within it a request that is sent again changes nothing."""
SHORTEST_KEY = 32
TIMESTAMP = "X-Cancelbot-Timestamp"
SIGNATURE = "X-Cancelbot-Signature"


class Unsigned(Exception):
    """It is not said, or not believable, who asks: 401. The message says what was expected."""


class Forbidden(Exception):
    """The signature is not the brand's, or the brand has no key: 403."""


def signature_of(key: str, timestamp: str, method: str, path: str, body: bytes) -> str:
    """HMAC-SHA256 in hexadecimal over time, method, path and body, one to a line."""
    signed = f"{timestamp}\n{method}\n{path}\n".encode() + body
    return hmac.digest(key.encode(), signed, "sha256").hex()


def verify(
    brand: BrandRow, *, timestamp: str, signature: str, method: str, path: str, body: bytes, now: datetime
) -> None:
    """Raises Unsigned, Forbidden."""
    if not timestamp or not signature:
        raise Unsigned(f"expected the headers {TIMESTAMP} and {SIGNATURE}")
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
        raise Unsigned(f"expected {TIMESTAMP} in seconds since 1970")
    if abs(now.timestamp() - int(timestamp)) > TOLERANCE.total_seconds():
        raise Unsigned(f"expected a time within {TOLERANCE.seconds // 60} minutes of ours")
    expected = signature_of(_key(brand), timestamp, method, path, body)
    if not hmac.compare_digest(expected.encode(), signature.encode()):
        raise Forbidden("the signature is not the brand's")


def _key(brand: BrandRow) -> str:
    reference = str(brand.settings.get("api_key", ""))
    if not reference:
        raise Forbidden("the brand has no api_key")
    try:
        key = resolved(reference)
    except SettingsError as error:
        raise Forbidden("the brand's api_key is not there") from error
    if len(key.encode()) < SHORTEST_KEY:
        raise Forbidden(f"the brand's api_key is shorter than {SHORTEST_KEY} characters")
    return key
