"""The master keys: which are in use, and bringing everything under the newest one.

A master key opens keys of persons and brands, never data itself: a rotation writes those few bytes anew
and touches no record, message or proof. It goes in short transactions, each leaving everything readable,
so that it may be stopped or killed anywhere and begun again.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from bot.settings import Settings, SettingsError
from bot.wiring import Application

AT_ONCE = 500
"""Persons in one transaction: short enough for whoever waits to write."""
_PATIENCE = 60
"""How often it is looked again for what somebody else held just then."""


@dataclass(frozen=True, slots=True)
class KeyUse:
    """How much a master key opens."""

    id: str
    persons: int
    brands: int

    @property
    def is_needed(self) -> bool:
        return bool(self.persons or self.brands)


def uses(app: Application) -> tuple[KeyUse, ...]:
    """All master keys under which something lies, by their ids."""
    with app.database.read() as uow:
        persons, brands = uow.contacts.count_by_master_key(), uow.brands.count_by_master_key()
    return tuple(KeyUse(key, persons.get(key, 0), brands.get(key, 0)) for key in sorted({*persons, *brands}))


def rotate(app: Application) -> Iterator[int]:
    """Bring all keys under the newest master key, telling how many were after each transaction.

    Every running process must have the newest key already. Raises Unreadable where one is missing from
    the ring, TimeoutError where others do not let go of some.
    """
    with app.database.write() as uow:
        yield uow.brands.rewrap_keys()
    for _ in range(_PATIENCE):
        while changed := _some(app):
            yield changed
        if _old_persons(app) == 0:
            return
        time.sleep(1.0)
    raise TimeoutError("some keys are held by others; run it again")


def require_master_keys(app: Application, settings: Settings) -> None:
    """Raises SettingsError naming a master key that something lies under and that is not there."""
    if settings.master_keys is None:
        return
    missing = [use.id for use in uses(app) if use.id not in settings.master_keys]
    if missing:
        named = ", ".join(repr(each) for each in missing)
        raise SettingsError(
            f"CANCELBOT_MASTER_KEYS: the data needs the key {named}, which is not among them; "
            "expected every key that is in use (see: cancelbot keys)"
        )


def _some(app: Application) -> int:
    with app.database.write() as uow:
        return uow.contacts.rewrap_keys(AT_ONCE)


def _old_persons(app: Application) -> int:
    with app.database.read() as uow:
        newest = uow.vault.newest_master_key
        return sum(count for key, count in uow.contacts.count_by_master_key().items() if key != newest)
