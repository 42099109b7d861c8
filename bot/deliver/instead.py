"""What follows where a confirmation does not arrive by one way: the next way that there is, or a person."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.confirming.forwarding import ForwardConfirmation, go_on
from bot.confirming.ways import INSTEAD
from bot.deliver.settle import Follow, Never, Result, Unwanted
from bot.wiring import Application
from dialogs.values import Way
from storage.repositories.effects import EffectRow
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Instead:
    """The ways that are left where one fails.

    `failing` is what is being tried, with what was tried before; `there` are the ways by which the customer
    can be reached.
    """

    app: Application
    row: EffectRow
    failing: ForwardConfirmation
    there: Collection[Way]

    @property
    def next_way(self) -> Way | None:
        tried = (*self.failing.tried, self.failing.way)
        return next((way for way in INSTEAD if way in self.there and way not in tried), None)

    def result(self, reason: str) -> Result:
        """It failed for good: the next way takes its place; where there is none a person sees to it."""
        return Never(reason) if self.next_way is None else Unwanted(reason, self.because(reason))

    def because(self, reason: str) -> Follow:
        """Queues the next way, if there is one; however often the same failure is told, once."""

        def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
            if self.next_way is not None:
                go_on(uow, self.row, self.failing, self.next_way, reason, self.app.clock())
            return ()

        return follow
