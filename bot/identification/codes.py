"""One-time codes: derived when needed, stored nowhere.

HOTP (RFC 4226) over a key per challenge; the counter is the number of the
resend, so that only the newest code is right.
"""

import hashlib
import hmac

from dialogs.ids import BrandId, ChallengeId
from storage.encryption import Vault

DIGITS = 6
VALID_MINUTES = 10
MOST_ATTEMPTS = 5
MOST_RESENDS = 2


def code_of(vault: Vault, brand: BrandId, challenge: ChallengeId, resend: int) -> str:
    """The code of a challenge, six decimal digits. Source: RFC 4226, section 5.3."""
    key = vault.blind_index(brand, "challenge", challenge)
    digest = hmac.digest(key, resend.to_bytes(8, "big"), hashlib.sha256)
    offset = digest[-1] & 0x0F
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def is_right(expected: str, given: str) -> bool:
    """Compared in constant time."""
    return hmac.compare_digest(expected.encode(), given.encode())
