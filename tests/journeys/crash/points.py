"""Every commit, one after the other: the process ends right before it, or right after it, and all goes on.

    python -m tests.journeys.crash.points DATABASE_URL DATA
    python -m tests.journeys.crash.points DATABASE_URL DATA --every 4 --first 3   only commits 3, 7, 11, ...

For each point there is one customer. A child process plays a scene and ends at its n-th commit without a
word; the next one plays it again from the start, as clients do who were not answered, and later, so that
nobody holds any more what the first one held. Then all must be as if nothing had happened. The local back
office and the kept messages are written by commits, too, so every call outside is among the points.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib import import_module
from itertools import count
from typing import Literal
from zoneinfo import ZoneInfo

from bot.backoffice.local import LocalBackOffice
from bot.demo.brand import DEMO_BRAND
from bot.demo.load import seed_load
from bot.printing.press import Press
from bot.processes.prepare import prepare
from bot.publishing import Dialogs
from bot.settings import Settings, master_keys, read_settings
from bot.wiring import Application
from storage.database import Database
from storage.unit_of_work import UnitOfWork
from tests.journeys.crash.checker import brand_of
from tests.journeys.crash.scenes import SCENES, Scene

CUSTOMERS = 260
ENDED, WRONG = 86, 1
"""Exit codes of a child: at its point, and where something is not as it must be."""
LATER = timedelta(minutes=3)
"""Longer than any lease."""

DIALOGS = Dialogs()
PRESS = Press()
When = Literal["before", "after"]


@dataclass(slots=True)
class Point:
    """Where a process ends: at its n-th commit, before or after it; 0 is nowhere."""

    number: int = 0
    when: When = "before"
    armed: bool = False
    passed: int = field(default=0, init=False)

    def reach(self, when: When) -> None:
        if not self.armed:
            return
        if when == "before":
            self.passed += 1
        if self.number == self.passed and self.when == when:
            os._exit(ENDED)


class BreakingDatabase(Database):
    """A database whose process ends at a point."""

    point = Point()

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        with super().write() as uow:
            yield uow
            self.point.reach("before")
        self.point.reach("after")


def main() -> int:
    given = arguments()
    settings = read_settings({"CANCELBOT_DATABASE_URL": given.database_url, "CANCELBOT_DATA": given.data})
    in_child(lambda: seeded(settings))
    learn(settings)
    left: Part | None = None
    for scene in SCENES:
        reached = 0
        for number in count(given.first, given.every):
            ended = False
            for when in ("before", "after"):
                part = Part(scene, 1 if left is None else left.customer + 1)
                ended = in_child(partial(go_on, settings, left, part, Point(number, when))) == ENDED
                left = part
            if not ended:
                break
            reached += 1
        sys.stdout.write(f"{scene.name}: ended before and after {reached} commits\n")
    in_child(partial(go_on, settings, left, None, Point()))
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="End a process at every commit of some scenes.")
    parser.add_argument("database_url")
    parser.add_argument("data", help="an empty folder")
    parser.add_argument("--every", type=int, default=1, help="only each n-th commit (every one)")
    parser.add_argument("--first", type=int, default=1, help="the number of the first of them (1)")
    return parser.parse_args()


@dataclass(frozen=True, slots=True)
class Part:
    """A scene played by one customer."""

    scene: Scene
    customer: int


def go_on(settings: Settings, left: Part | None, part: Part | None, point: Point) -> None:
    """Play again what the last child left and look at it; then play the next part up to its point."""
    app = opened(settings, point, LATER * (part.customer if part else CUSTOMERS))
    if left is not None:
        left.scene.play(app, left.customer)
        left.scene.check(app, left.customer)
    if part is not None:
        point.armed = True
        part.scene.play(app, part.customer)


def in_child(work: Callable[[], None]) -> int:
    """Do it in a process of its own, which owns what it opens; how it ended."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = WRONG
        try:
            work()
            code = 0
        except BaseException:
            traceback.print_exc()
        sys.stderr.flush()
        os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code not in (0, ENDED):
        raise SystemExit(f"a child ended with {code}")
    return code


def seeded(settings: Settings) -> None:
    prepare(settings, True)
    app = opened(settings, Point(), timedelta(0))
    with app.database.read() as uow:
        brand = brand_of(uow)
    seed_load(app.database, brand, CUSTOMERS, app.clock())


def learn(settings: Settings) -> None:
    """Load once, for all children, what takes long: the scripts, the press with its fonts, the sealing."""
    if PRESS.problem is not None:
        raise SystemExit(PRESS.problem)
    import_module("pyhanko.sign")
    app = opened(settings, Point(), timedelta(0))
    with app.database.read() as uow:
        DIALOGS.published(uow, brand_of(uow))
    app.database.close()


def opened(settings: Settings, point: Point, ahead: timedelta) -> Application:
    """The application on a breaking database, with the local back office and a clock that is ahead."""
    BreakingDatabase.point = point
    database = BreakingDatabase.open(settings.database_url, master_keys(settings, demo=True))
    begun, morning = datetime.now(UTC), morning_of_today()

    def now() -> datetime:
        return morning + ahead + (datetime.now(UTC) - begun)

    return Application(
        settings,
        database,
        lambda brand: LocalBackOffice(database, brand, now),
        now,
        dialogs=DIALOGS,
        press=PRESS,
    )


def morning_of_today() -> datetime:
    """The clock begins in the morning: at midnight a quote is over, and rightly so."""
    return datetime.now(ZoneInfo(DEMO_BRAND.zone)).replace(hour=8, minute=0).astimezone(UTC)


if __name__ == "__main__":
    sys.exit(main())
