"""Sample situations of money that comes back, and of a payment that should not have been taken."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import get_args

from dialogs.case import Case, RefundOwed, RefundStanding
from dialogs.checker import samples
from dialogs.checker.samples import IDENTITY, NOW, World
from dialogs.checker.situation import Situation, heard
from dialogs.events import ChargeFound, RefundMoved
from dialogs.ids import ChargeRef
from dialogs.meaning import Label, Meaning
from dialogs.script import Script
from dialogs.turn import Facts, State

_CHARGE = ChargeRef("sample-charge")
_CHARGED_ON = samples.LAST_DAY + timedelta(days=1)
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
    for standing in ("issued", "paid", "late", "failed"):
        moved = RefundMoved(ended.id, "sample", standing, amount, NOW, _ARRIVES, _CHARGED_ON)
        yield Situation(replace(resting, case=ended), moved, facts)
    for standing in get_args(RefundStanding):
        if standing == "promised" and not charged:
            # Only a payment that should not have been taken is promised before it is sent off.
            continue
        asked = replace(resting, case=_owing(ended, world, standing))
        yield heard(asked, Meaning(Label.REFUND), facts)


def _owing(case: Case, world: World, standing: RefundStanding) -> Case:
    owed = RefundOwed(
        "sample", world.money("1249.90"), standing, _ARRIVES, _CHARGED_ON, _CHARGE, charged_on=_CHARGED_ON
    )
    return replace(case, refunds=(owed,))
