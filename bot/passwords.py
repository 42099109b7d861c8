"""Passwords of the staff: how they are kept and checked.

Argon2id (RFC 9106) with 19 MiB, two passes and one lane, the smallest setting of
OWASP's password storage cheat sheet: a log-in must not double the memory of a
web process that holds thousands of streams.
"""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 10, 200

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$Y2FuY2VsYm90LW5vYm9keQ$QcvbB9VQUMRXfXwYFPKKIOU1p3wZ4BEVKxoWX2xUfnQ"
"""A hash that no password gives: whoever is unknown takes as long to be refused as somebody known."""


def hash_password(password: str) -> str:
    """What to keep of a password. Raises `ValueError` for one that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise ValueError(f"a password has {SHORTEST} to {LONGEST} characters, not {len(password)}")
    return _HASHER.hash(password)


def verify_password(kept: str | None, password: str) -> bool:
    """Whether this is the password. `kept` is None for somebody unknown; that takes the same time."""
    if len(password) > LONGEST:
        return False
    try:
        _HASHER.verify(_NOBODY if kept is None else kept, password)
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None
