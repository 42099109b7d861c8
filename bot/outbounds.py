"""The sending halves of the channels, one per account, made at first use."""

import threading
from collections.abc import Callable, Mapping, Sequence

from bot.settings import resolved
from channels.base import Account, Outbound, made
from channels.registry import CHANNELS
from dialogs.ids import AccountId
from storage.repositories.brands import AccountRow

Make = Callable[[AccountRow], Outbound]


def account_of(row: AccountRow, changes: Mapping[str, str] | None = None) -> Account:
    """The account with its secrets resolved. Raises SettingsError when one is not there."""
    secrets = CHANNELS[row.kind].secrets
    settings = {
        name: resolved(str(value)) if name in secrets else str(value) for name, value in row.settings.items()
    }
    return Account(row.id, row.kind, row.address, {**settings, **(changes or {})})


def mail_account(accounts: Sequence[AccountRow]) -> AccountRow | None:
    """The account that sends the brand's mail."""
    return next((each for each in accounts if each.kind == "email"), None)


def letter_account(accounts: Sequence[AccountRow]) -> AccountRow | None:
    """The account that the brand sends letters from."""
    return next((each for each in accounts if each.kind == "letter"), None)


def real_outbound(row: AccountRow) -> Outbound:
    """The channel's own sender."""
    outbound: Outbound = made(CHANNELS[row.kind].outbound or "", account_of(row))
    return outbound


class Outbounds:
    """Senders by account. Only processes that send make any: the provider's libraries load here."""

    def __init__(self, make: Make = real_outbound) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: dict[AccountId, Outbound] = {}

    def of(self, row: AccountRow) -> Outbound:
        with self._lock:
            outbound = self._made.get(row.id)
            if outbound is None:
                outbound = self._made[row.id] = self._make(row)
            return outbound

    def close(self) -> None:
        with self._lock:
            made_ones, self._made = list(self._made.values()), {}
        for outbound in made_ones:
            outbound.close()
