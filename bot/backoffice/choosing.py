"""Which back office a brand has chosen, and opening it once for as long as the choice stands."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.backoffice.base import BackOffice, Unavailable
from bot.backoffice.breaker import Breaker, guarded
from bot.backoffice.neutral import neutral
from bot.backoffice.opening import Opening
from bot.backoffice.registry import LOCAL, OFFICES, OfficeKind
from bot.profile import has_health
from bot.settings import SettingsError, resolved
from channels.base import made
from dialogs.ids import BrandId
from storage.database import Database
from storage.repositories.brands import BrandRow

log = logging.getLogger("cancelbot.backoffice")

SETTING = "back_office"
"""Where the choice stands in a brand's settings."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A kind of back office and its settings, as they are stored: secrets are references."""

    kind: OfficeKind
    settings: Mapping[str, str]

    def stored(self) -> dict[str, str]:
        """As it stands in the brand's settings."""
        return {"kind": self.kind.kind, **self.settings}


def chosen_by(brand: BrandRow) -> Chosen:
    """What the brand has chosen; who never chose has the built-in one. Raises `SettingsError`."""
    stored: Any = brand.settings.get(SETTING, {"kind": LOCAL.kind})
    if not isinstance(stored, Mapping) or stored.get("kind") not in OFFICES:
        raise SettingsError(f"{_of(brand)}: expected a kind of {', '.join(OFFICES)}")
    given = {str(name): str(value) for name, value in stored.items() if name != "kind"}
    try:
        return choice(OFFICES[stored["kind"]], given)
    except ValueError as error:
        raise SettingsError(f"{_of(brand)}: {error}") from error


def choice(kind: OfficeKind, given: Mapping[str, str]) -> Chosen:
    """The choice of that kind with those settings. Raises `ValueError` naming the setting that is wrong."""
    for name in given:
        if name not in kind.settings:
            raise ValueError(f"{name} is no setting of {kind.kind}; expected {_told(kind)}")
    for name in kind.settings:
        if name not in given and name not in kind.optional:
            raise ValueError(f"{name} is missing: expected {kind.settings[name]}")
    for name in kind.secrets & set(given):
        if not given[name].startswith(("env:", "file:")):
            raise ValueError(f"{name} is a secret: expected env:NAME or file:PATH, never the secret itself")
    if kind.checks is not None:
        made(kind.checks, given)
    return Chosen(kind, dict(given))


def require_office(brand: BrandRow) -> None:
    """Raises `SettingsError` naming what the brand's back office lacks, such as the first missing secret."""
    _resolved(brand, chosen_by(brand))


class Offices:
    """The back offices of all brands, those of others behind a circuit breaker.

    One is opened anew when its brand's row has changed.
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database, self._clock, self._seconds = database, clock, seconds
        self._lock = threading.Lock()
        self._open: dict[BrandId, tuple[BrandRow, BackOffice]] = {}

    def of(self, brand: BrandRow) -> BackOffice:
        """The brand's back office. Raises `Unavailable` where it cannot be opened."""
        with self._lock:
            kept = self._open.get(brand.id)
            if kept is not None and kept[0] == brand:
                return kept[1]
            try:
                office = self.opened(brand)
            except SettingsError as error:
                log.error("%s", error)
                raise Unavailable(str(error)) from error
            if not chosen_by(brand).kind.is_ours:
                office = guarded(office, Breaker(brand.slug, self._seconds))
            if has_health(brand):
                office = neutral(office, brand)
            # Whoever still uses the one before goes on with it; it closes when nobody does.
            self._open[brand.id] = brand, office
            return office

    def opened(self, brand: BrandRow) -> BackOffice:
        """The brand's back office, opened for the caller alone. Raises `SettingsError`."""
        chosen = chosen_by(brand)
        opening = Opening(_resolved(brand, chosen), brand, self._database, self._clock)
        try:
            office: BackOffice = made(chosen.kind.opens, opening)
        except ValueError as error:
            raise SettingsError(f"{_of(brand)}: {error}") from error
        return office


def _resolved(brand: BrandRow, chosen: Chosen) -> Mapping[str, str]:
    try:
        return {
            name: resolved(value) if name in chosen.kind.secrets else value
            for name, value in chosen.settings.items()
        }
    except SettingsError as error:
        raise SettingsError(f"{_of(brand)}: {error}") from error


def _of(brand: BrandRow) -> str:
    return f"the back office of {brand.slug}"


def _told(kind: OfficeKind) -> str:
    return "".join(f"\n  {name}: {what}" for name, what in kind.settings.items()) or "none"
