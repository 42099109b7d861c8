"""The temporary installation that is measured: a durable SQLite file, the demo brand, many customers."""

import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.bench.figures import median
from bot.demo.brand import DEMO_BRAND
from bot.demo.load import load_ref, seed_load
from bot.identification.tokens import LONGEST_LIFE, mint_token
from bot.outbounds import account_of
from bot.processes.open import open_application
from bot.processes.prepare import make_demo
from bot.settings import Settings, read_settings
from bot.wiring import Application
from storage.repositories.brands import AccountRow, BrandRow

_COMMITS = 40


@dataclass(slots=True)
class Customers:
    """Customers who have not cancelled yet: each can do so once."""

    count: int
    used: int = 0

    @property
    def left(self) -> int:
        return self.count - self.used

    def take(self) -> int:
        """The number of the next one."""
        self.used += 1
        return self.used


@dataclass(frozen=True, slots=True)
class World:
    """The installation, opened in this process."""

    settings: Settings
    app: Application
    brand: BrandRow
    account: AccountRow
    customers: Customers

    def tokens(self, count: int) -> list[str]:
        """Identity tokens, as the brand's own page would make them, for that many of the customers left."""
        key = account_of(self.account).settings["token_key"]
        now = self.app.clock()
        return [
            mint_token(
                key, self.brand.slug, load_ref(self.customers.take()), secrets.token_hex(8), now, LONGEST_LIFE
            )
            for _ in range(min(count, self.customers.left))
        ]


@contextmanager
def new_world(customers: int) -> Iterator[World]:
    """Make it in a folder for temporary files, which TMPDIR names, and remove it afterwards."""
    with tempfile.TemporaryDirectory(prefix="cancelbot-bench-") as folder:
        settings = read_settings({"CANCELBOT_DATA": str(Path(folder)), "CANCELBOT_UNDERSTANDING": "phrases"})
        app = open_application(settings, demo=True, migrate=True)
        try:
            make_demo(app)
            yield _furnished(settings, app, customers)
        finally:
            app.database.close()


def _furnished(settings: Settings, app: Application, customers: int) -> World:
    with app.database.read() as uow:
        brand = uow.brands.by_slug(DEMO_BRAND.slug)
        assert brand is not None
        account = next(each for each in uow.accounts.of_brand(brand.id) if each.kind == "webchat")
    seed_load(app.database, brand, customers, app.clock())
    return World(settings, app, brand, account, Customers(customers))


def commit_milliseconds(world: World) -> float:
    """The median time of a durable commit that changes next to nothing."""
    times = []
    for number in range(_COMMITS):
        begin = time.perf_counter()
        with world.app.database.write() as uow:
            uow.settings.set("bench", str(number))
        times.append(time.perf_counter() - begin)
    return median(times) * 1000
