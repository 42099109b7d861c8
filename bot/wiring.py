"""What a process is made of: built in one place, passed to everything, never global."""

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

from bot.backoffice.base import BackOffice, OrderOffice, Unavailable
from bot.learning.models import Models
from bot.outbounds import account_of
from bot.printing.press import Press
from bot.publishing import Dialogs
from bot.settings import Settings
from channels.base import Account
from dialogs.events import Event
from dialogs.ids import AccountId, BrandId, ConversationId
from dialogs.turn import Facts, State, Turn
from storage.database import Database
from storage.repositories.brands import AccountRow, BrandRow
from storage.unit_of_work import UnitOfWork

Clock = Callable[[], datetime]
T = TypeVar("T")


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class TurnTaken:
    """What the dialog was given and what it made of it: one turn of one conversation."""

    conversation: ConversationId
    version: int
    """Of the conversation before the turn: one that is run again after a conflict has the same."""
    script: str
    before: State
    event: Event
    facts: Facts
    turn: Turn
    region: str
    """Where phone numbers are from that are written without their country."""


def nobody(taken: TurnTaken) -> None:
    """Nobody wants to know of turns."""


@dataclass(frozen=True, slots=True)
class Application:
    """The parts that turns, deliveries and pages share."""

    settings: Settings
    database: Database
    office_of: Callable[[BrandRow], BackOffice]
    clock: Clock = utc_now
    dialogs: Dialogs = field(default_factory=Dialogs)
    directory: "Directory" = field(default_factory=lambda: Directory())
    press: Press = field(default_factory=Press)
    """Prints records; loads its library at its first page, in processes that print."""
    models: Models = field(default_factory=Models)
    """Guess what a message wants where its words are in no closed phrase."""
    channel_account: Callable[[AccountRow], Account] = account_of
    """An account with its secrets resolved; in a demo its provider is the sandbox."""
    witness: Callable[[TurnTaken], None] = nobody
    """Told of every turn, inside its transaction: nothing may be done there that lasts."""
    owner: str = field(default_factory=lambda: secrets.token_hex(8))
    """The name under which this process leases effects."""

    def order_office_of(self, brand: BrandRow) -> OrderOffice:
        """The brand's back office, for its orders. Raises Unavailable where it has none."""
        office = self.office_of(brand)
        if not isinstance(office, OrderOffice):
            raise Unavailable(f"the back office of {brand.slug} knows no orders")
        return office


class Directory:
    """Brands and accounts as of a few seconds ago: they are read in every turn and hardly ever change."""

    def __init__(self, seconds: float = 5.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._clock = seconds, clock
        self._lock = threading.Lock()
        self._kept: dict[tuple[str, str], tuple[float, object]] = {}

    def brand(self, uow: UnitOfWork, brand: BrandId) -> BrandRow:
        """Raises LookupError for an unknown brand."""
        row = self._get(("brand", brand), lambda: uow.brands.get(brand))
        if row is None:
            raise LookupError(f"there is no brand {brand!r}")
        return row

    def brand_named(self, uow: UnitOfWork, slug: str) -> BrandRow | None:
        return self._get(("slug", slug), lambda: uow.brands.by_slug(slug))

    def account(self, uow: UnitOfWork, account: AccountId) -> AccountRow:
        """Raises LookupError for an unknown account."""
        row = self._get(("account", account), lambda: uow.accounts.get(account))
        if row is None:
            raise LookupError(f"there is no account {account!r}")
        return row

    def accounts_of(self, uow: UnitOfWork, brand: BrandId) -> list[AccountRow]:
        return self._get(("accounts", brand), lambda: uow.accounts.of_brand(brand)) or []

    def forget(self) -> None:
        """After brands or accounts were changed in this process."""
        with self._lock:
            self._kept.clear()

    def _get(self, key: tuple[str, str], read: Callable[[], T | None]) -> T | None:
        with self._lock:
            found = self._kept.get(key)
        if found is not None and found[0] > self._clock():
            return found[1]  # type: ignore[return-value]
        row = read()
        if row is not None:
            with self._lock:
                self._kept[key] = (self._clock() + self._seconds, row)
        return row
