"""The circuit breaker: who does not answer is not asked for a while, and nobody waits for it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from bot.backoffice.base import NotPossible, OrderOffice, OutcomeUnknown, Unavailable
from bot.backoffice.breaker import Breaker, Patience, guarded
from tests.bot.backoffice.contract import ADA, Laboratory


@dataclass
class Scene:
    """An office that answers as told, behind a breaker whose time is moved by hand."""

    fault: Exception | None = None
    asked: int = 0
    now: float = 0.0
    breaker: Breaker = field(init=False)

    def __post_init__(self) -> None:
        self.breaker = Breaker("acme", lambda: self.now, Patience(failures=3, first=5, longest=20))

    def ask(self) -> str:
        def act() -> str:
            self.asked += 1
            if self.fault is not None:
                raise self.fault
            return "here"

        return self.breaker.call(act)

    def fail(self, times: int = 1) -> None:
        for _ in range(times):
            with pytest.raises((Unavailable, OutcomeUnknown, ZeroDivisionError)):
                self.ask()


@pytest.mark.parametrize("fault", [Unavailable("down"), OutcomeUnknown("lost"), ZeroDivisionError()])
def test_after_some_failures_nobody_asks_any_more(fault: Exception) -> None:
    scene = Scene(fault)
    scene.fail(3)
    scene.fail(5)
    assert scene.asked == 3


def test_one_call_is_let_through_when_the_pause_is_over_and_the_next_pause_is_longer() -> None:
    scene = Scene(Unavailable("down"))
    scene.fail(3)
    pauses = []
    for _ in range(4):
        before, asked = scene.now, scene.asked
        while scene.asked == asked:
            scene.now += 0.5
            scene.fail()
        pauses.append(scene.now - before)
    assert pauses == [5.0, 10.0, 20.0, 20.0]


def test_an_answer_closes_it() -> None:
    scene = Scene(Unavailable("down"))
    scene.fail(3)
    scene.fault, scene.now = None, 5.0
    assert scene.ask() == scene.ask() == "here"
    scene.fault = Unavailable("down")
    scene.fail(2)
    scene.fault = None
    assert scene.ask() == "here"


def test_a_refusal_is_an_answer() -> None:
    scene = Scene(NotPossible("no"))
    for _ in range(10):
        with pytest.raises(NotPossible):
            scene.ask()
    assert scene.asked == 10


def test_while_one_tries_the_others_do_not() -> None:
    scene = Scene(Unavailable("down"))
    scene.fail(3)
    scene.now = 5.0
    refused: list[bool] = []

    def act() -> None:
        try:
            scene.breaker.call(lambda: refused.append(False))
        except Unavailable:
            refused.append(True)

    scene.breaker.call(act)
    assert refused == [True]


def test_a_guarded_office_is_one(lab: Laboratory) -> None:
    clock: Callable[[], float] = lambda: 0.0  # noqa: E731 - it stands still
    office = guarded(lab.office, Breaker("acme", clock))
    assert isinstance(office, OrderOffice) == isinstance(lab.office, OrderOffice)
    found = office.find_customer(ADA, "account")
    assert found is not None
    assert found.ref == ADA
