"""The signature of a webhook, as Standard Webhooks has it (standardwebhooks.com, specification 1.0.0).

`webhook-id` is the message's own, the same however often it is sent; `webhook-timestamp` is when this attempt
was made, in whole seconds since 1970; `webhook-signature` is `v1,` and the HMAC-SHA256, in Base64, of
`id.timestamp.body`. The secret is `whsec_` and the Base64 of 24 to 64 bytes.
"""

import hmac
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from datetime import datetime, timedelta

PREFIX = "whsec_"
SHORTEST, LONGEST = 24, 64
TOLERANCE = timedelta(minutes=5)


class SignatureRefused(Exception):
    """The request is not from who has the secret, or an old one. The message says what was expected."""


def secret_of(given: str) -> bytes:
    """The secret's bytes. Raises `ValueError` saying what was expected."""
    expected = f"expected {PREFIX} and the Base64 of {SHORTEST} to {LONGEST} bytes"
    if not given.startswith(PREFIX):
        raise ValueError(expected)
    try:
        secret = b64decode(given.removeprefix(PREFIX), validate=True)
    except (NotBase64, ValueError):
        raise ValueError(expected) from None
    if not SHORTEST <= len(secret) <= LONGEST:
        raise ValueError(expected)
    return secret


def signed_headers(secret: bytes, id_: str, body: bytes, at: datetime) -> dict[str, str]:
    """The three headers."""
    timestamp = str(int(at.timestamp()))
    return {
        "webhook-id": id_,
        "webhook-timestamp": timestamp,
        "webhook-signature": _signature(secret, id_, timestamp, body),
    }


def verify(secret: bytes, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """What the brand's side does before anything else. Raises `SignatureRefused`."""
    given = {name.lower(): value for name, value in headers.items()}
    id_, timestamp = given.get("webhook-id", ""), given.get("webhook-timestamp", "")
    if not id_ or not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
        raise SignatureRefused("expected webhook-id, and webhook-timestamp in seconds since 1970")
    if abs(now.timestamp() - int(timestamp)) > TOLERANCE.total_seconds():
        raise SignatureRefused(f"webhook-timestamp: expected within {TOLERANCE.seconds // 60} minutes of now")
    expected = _signature(secret, id_, timestamp, body).encode()
    # While a secret is being replaced there may be several, with spaces between.
    offered = given.get("webhook-signature", "").split()
    if not any(hmac.compare_digest(expected, each.encode()) for each in offered):
        raise SignatureRefused("webhook-signature: expected the one of this body under the secret we share")


def _signature(secret: bytes, id_: str, timestamp: str, body: bytes) -> str:
    signed = f"{id_}.{timestamp}.".encode() + body
    return "v1," + b64encode(hmac.digest(secret, signed, "sha256")).decode()
