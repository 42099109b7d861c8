"""Which seal a brand's PDFs get: the one that its settings name, or its own.

A brand's `seal` and `seal_password` are references (``file:``, ``env:``) like all secrets. What is wrong
with a seal never keeps a confirmation back: it is said at the start and on the desk.
"""

import logging
import os
from datetime import datetime
from pathlib import Path

from bot.printing.seals import BadSeal, Seal, own_seal, read_seal
from bot.settings import SettingsError, resolved
from storage.repositories.brands import BrandRow

log = logging.getLogger("cancelbot.seals")

SEAL = "seal"
PASSWORD = "seal_password"  # noqa: S105 - the setting's name


_KEPT_SECONDS = 60


def seal_of(brand: BrandRow, signing_key: bytes) -> Seal:
    """The seal for the brand's PDFs; where the one in its settings cannot be read, its own.

    `signing_key` is the brand's private key for records, 32 raw bytes.
    """
    try:
        given = given_seal(brand)
    except SettingsError as error:
        log.error("%s; its own seal is used", error)
        given = None
    return given or own_seal(signing_key, brand.name, brand.created_at, demo=brand.demo)


def given_seal(brand: BrandRow) -> Seal | None:
    """The seal in the brand's settings, if there is one. Raises SettingsError."""
    reference = str(brand.settings.get(SEAL) or "")
    if not reference:
        return None
    password = str(brand.settings.get(PASSWORD) or "")
    try:
        return read_seal(_content(reference), resolved(password) if password else None)
    except BadSeal as error:
        raise SettingsError(
            f"brand {brand.slug!r}: the seal {reference!r} cannot be used: {error}"
        ) from error


def seal_problem(brand: BrandRow, now: datetime) -> str | None:
    """What is wrong with the seal in the brand's settings, and what follows; None where all is well."""
    try:
        given = given_seal(brand)
    except SettingsError as error:
        return f"{error}. PDFs get the brand's own seal meanwhile."
    problem = None if given is None else given.problem_at(now)
    return problem and f"PDFs of {brand.name}: {problem}. They are sealed all the same; readers will warn."


def _content(reference: str) -> bytes:
    """The file's bytes, which PKCS#12 needs as they are, or the variable's text. Raises SettingsError."""
    scheme, _, name = reference.partition(":")
    if scheme != "file":
        return resolved(reference, os.environ).encode()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise SettingsError(f"{reference!r} cannot be read: {error.strerror}") from error
