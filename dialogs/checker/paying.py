"""Sample situations of money that comes back, and of a payment that should not have been taken."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import get_args

from dialogs.case import Case, RefundOwed, RefundStanding, ReturnOwed, ReturnStanding
from dialogs.checker import samples
from dialogs.checker.samples import IDENTITY, NOW, World
from dialogs.checker.situation import Situation, heard
from dialogs.events import ChargeFound, RefundMoved, ReturnMoved
from dialogs.ids import ChargeRef, OrderLineRef
from dialogs.meaning import Label, Meaning
from dialogs.script import Script
from dialogs.turn import Facts, State

_CHARGE = ChargeRef("sample-charge")
_CHARGED_ON = samples.LAST_DAY + timedelta(days=1)
_LABEL_LINK = "https://returns.example.com/labels/A-100234-R1.pdf?key=4f1c9a7e2b"
_LABEL_ADDRESS = "Example Returns, Warehouse 7, Industriestrasse 112, 10317 Berlin, Germany"
_ARRIVES = samples.LAST_DAY + timedelta(days=15)


def paying_situations(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    """A charge after the last day; each thing that may become of a refund; and the question about it."""
    resting = State(step=script.wishes.rest, locale=script.locales[0], introduced=True, identity=IDENTITY)
    amount = world.money("1249.90")
    ended = samples.decided_case(world, next(iter(samples.few_quotes(world))), "reconciled")
    charged = script.kind != "order"
    if charged:
        found = ChargeFound(ended.id, _CHARGE, amount, _CHARGED_ON, NOW)
        yield Situation(replace(resting, case=ended), found, facts)
    for standing in ("by_hand", "issued", "paid", "late", "failed"):
        moved = RefundMoved(ended.id, "sample", standing, amount, NOW, _ARRIVES, _CHARGED_ON)
        yield Situation(replace(resting, case=ended), moved, facts)
    if not charged:
        yield from _sent_back(resting, ended, world, facts)
    for standing in get_args(RefundStanding):
        if standing == "promised" and not charged:
            # Only a payment that should not have been taken is promised before it is sent off.
            continue
        asked = replace(resting, case=_owing(ended, world, standing))
        yield heard(asked, Meaning(Label.REFUND), facts)


def _sent_back(resting: State, ended: Case, world: World, facts: Facts) -> Iterator[Situation]:
    """Things that come back, as they are told of when they move, and when the customer asks."""
    line, quantity, amount = OrderLineRef("L-1"), 12, world.money("1249.90")
    back_by, name = samples.LAST_DAY, "Stoneware mug, blue"
    for standing in get_args(ReturnStanding):
        moved = ReturnMoved(ended.id, "A-100234-R1", line, quantity, amount, back_by, standing, NOW)
        yield Situation(replace(resting, case=ended), moved, facts)
        owed = ReturnOwed("A-100234-R1", name, quantity, amount, back_by, standing)
        asked = replace(resting, case=replace(ended, returns=(owed,)))
        yield heard(asked, Meaning(Label.REFUND), facts)
    for label in (_LABEL_LINK, _LABEL_ADDRESS):
        moved = ReturnMoved(
            ended.id, "A-100234-R1", line, quantity, amount, back_by, "expected", NOW, label=label
        )
        yield Situation(replace(resting, case=ended), moved, facts)


def _owing(case: Case, world: World, standing: RefundStanding) -> Case:
    owed = RefundOwed(
        "sample", world.money("1249.90"), standing, _ARRIVES, _CHARGED_ON, _CHARGE, charged_on=_CHARGED_ON
    )
    return replace(case, refunds=(owed,))
