"""What a back office is opened with, and opening the built-in one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.backoffice.base import BackOffice
from bot.backoffice.local import LocalBackOffice
from storage.database import Database
from storage.repositories.brands import BrandRow


@dataclass(frozen=True, slots=True)
class Opening:
    """A brand's choice with its secrets resolved, and what belongs to us."""

    settings: Mapping[str, str]
    brand: BrandRow
    database: Database
    clock: Callable[[], datetime]


def open_local(opening: Opening) -> BackOffice:
    """The tables of our own database."""
    return LocalBackOffice(opening.database, opening.brand, opening.clock)
