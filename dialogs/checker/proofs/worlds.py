"""The surroundings in which a script must hold: customers, their services, a back office that fails."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import product
from math import ceil, floor
from typing import get_args

from dialogs.cases.form import HasCase, HasLine, HasOrder, HasRestart, HasService, World
from dialogs.cases.world import START
from dialogs.script import Bounds, OfferPolicy, Script
from dialogs.steps.offer import months_between
from dialogs.values import AlternativeKind, LineState

Answering = Callable[[World, bool], World]

TEMPTING = HasService(
    name="Fibre 100",
    alternatives=get_args(AlternativeKind),
    remains="return-equipment",
    withdrawal=Decimal("29.90"),
)
COSTLY = HasService(name="Mobile 20", fee=Decimal("119.70"))
DEARER = COSTLY.model_copy(update={"fee": Decimal("149.70"), "free_date": date(2027, 6, 30)})
PAID_BACK = HasService(name="Fitness", refund=Decimal("26.60"), interval="year")
ENDED = HasService(name="Old phone", status="ended")
ONCE_MORE = HasService(
    name="Fibre 100",
    status="ended",
    end_date=date(2026, 10, 31),
    restart=HasRestart(price=Decimal("34.90"), minimum_until=date(2027, 11, 21), notice_days=30),
)
OVER = HasCase(
    declared_days_ago=60, service="S-1", decision="cancel", status="reconciled", end_date=date(2026, 10, 31)
)
UNDO_IS_OVER = HasService(name="Fibre 100", undo_days=-1)

WORLDS: Mapping[str, World] = {
    "known, one service": World(services=(TEMPTING,)),
    "to be identified": World(vouched=False, services=(TEMPTING,)),
    "known, no alternative, a fee": World(services=(COSTLY,), after_yes=DEARER),
    "known, several services": World(services=(TEMPTING, PAID_BACK, ENDED)),
    "known, nothing to cancel": World(services=(ENDED,)),
    "known, ended, can be taken up again": World(services=(ONCE_MORE,)),
    "known, ended, several can be taken up again": World(
        services=(ONCE_MORE, ONCE_MORE.model_copy(update={"name": "Mobile 20"}), ENDED),
        cases=(OVER,),
    ),
    "known, undo is over": World(services=(UNDO_IS_OVER,)),
    "known, suspicious": World(services=(TEMPTING,), risk="high"),
    "known, back office down": World(office="down"),
    "known, back office down, a fee": World(office="down", services=(COSTLY,)),
    "known, back office slow": World(services=(TEMPTING,), office="slow"),
    "known, offered elsewhere": World(
        services=(TEMPTING,), cases=(HasCase(service="S-1", offered="pause", answer="declined"),)
    ),
    "known, cancelled elsewhere": World(
        services=(TEMPTING,), cases=(HasCase(service="S-1", decision="cancel"),)
    ),
    "known, failed elsewhere": World(services=(TEMPTING,), cases=(HasCase(service="S-1", failed=True),)),
    "known, several ways": World(services=(TEMPTING,), ways=("mail", "sms", "telegram")),
    "to be identified, several services": World(vouched=False, services=(TEMPTING, PAID_BACK, ENDED)),
    "to be identified, back office down": World(vouched=False, office="down"),
    "to be identified, no more codes": World(vouched=False, codes_allowed=False),
    "unknown": World(vouched=False, known=False),
}
"""What it is called in reports -> the world."""


ONE_THING = HasOrder(number="A-1001", lines=(HasLine(name="Blue mug"),))
SENT = HasOrder(number="A-1001", lines=(HasLine(name="Blue mug", state="shipped"),))
OF_ALL_KINDS = HasOrder(
    number="A-1002",
    shipping=Decimal("4.90"),
    lines=(
        HasLine(name="Plate", quantity=2),
        HasLine(name="T-shirt", state="shipped"),
        HasLine(name="E-book", state="digital"),
    ),
)
NOT_PAID = HasOrder(number="A-1003", lines=(HasLine(name="Desk lamp", state="unpaid"),))
TOO_LATE = HasOrder(number="A-1004", lines=(HasLine(name="Rug", state="delivered", returnable=False),))

ORDER_WORLDS: Mapping[str, World] = {
    "known, one order": World(orders=(ONE_THING,)),
    "to be identified": World(vouched=False, orders=(ONE_THING,)),
    "known, one order of several things": World(orders=(OF_ALL_KINDS,)),
    "known, one order that is sent after the yes": World(orders=(ONE_THING,), orders_after_yes=(SENT,)),
    "known, several orders": World(orders=(ONE_THING, NOT_PAID)),
    "known, nothing can be cancelled": World(orders=(TOO_LATE,)),
    "known, no order": World(),
    "known, suspicious": World(orders=(ONE_THING,), risk="high"),
    "known, back office down": World(office="down"),
    "known, back office slow": World(orders=(ONE_THING,), office="slow"),
    "known, no quotes": World(orders=(ONE_THING,), office="no_quotes"),
    "known, begun elsewhere": World(orders=(ONE_THING,), cases=(HasCase(kind="order", order="A-1001"),)),
    "known, cancelled elsewhere": World(
        orders=(ONE_THING,), cases=(HasCase(kind="order", order="A-1001", decision="cancel"),)
    ),
    "known, failed elsewhere": World(
        orders=(ONE_THING,), cases=(HasCase(kind="order", order="A-1001", decision="cancel", failed=True),)
    ),
    "to be identified, several orders": World(vouched=False, orders=(ONE_THING, TOO_LATE)),
    "to be identified, back office down": World(vouched=False, office="down"),
    "to be identified, no more codes": World(vouched=False, codes_allowed=False),
    "unknown": World(vouched=False, known=False),
}
"""The same for a script that cancels orders."""


def worlds_of(script: Script) -> Mapping[str, World]:
    """The worlds in which a script must hold: all combinations of answers to the guards that it asks."""
    worlds, answers = (ORDER_WORLDS, OF_ORDERS) if script.kind == "order" else (WORLDS, ANSWERS)
    plain = World(orders=(ONE_THING,)) if script.kind == "order" else PLAIN
    asked = sorted(script.guards & answers.keys())
    every = product((True, False), repeat=len(asked))
    combined = {_called(asked, each): _where(plain, answers, asked, each) for each in every}
    both = {
        f"{who}, {name}": world.model_copy(update={"vouched": vouched})
        for name, world in (combined.items() if script.guards else ())
        for who, vouched in (("known", True), ("to be identified", False))
    }
    return {**worlds, **_meant(script), **both}


def _meant(script: Script) -> Mapping[str, World]:
    """For each alternative that is not for everybody a customer whom it is for."""
    fitting = ((number, _fitting(policy)) for number, policy in enumerate(script.policies.offers, 1))
    return {
        f"known, offer {number} is for them": World(services=(service,))
        for number, service in fitting
        if service != TEMPTING
    }


def _fitting(policy: OfferPolicy) -> HasService:
    """A service that the policy is for, as usual otherwise."""
    plan = TEMPTING.plan if TEMPTING.plan in policy.plans else next(iter(policy.plans), TEMPTING.plan)
    price, tenure = policy.price, policy.tenure_months
    usual = months_between(TEMPTING.started_on, START.date())
    return TEMPTING.model_copy(
        update={
            "plan": plan,
            "price": TEMPTING.price if price.hold(float(TEMPTING.price)) else Decimal(str(_within(price))),
            "started_on": TEMPTING.started_on if tenure.hold(usual) else _months_ago(_whole(tenure)),
        }
    )


def _within(bounds: Bounds) -> float:
    """A value that holds, where one is named."""
    return bounds.at_least if bounds.at_least is not None else bounds.at_most or 0


def _whole(bounds: Bounds) -> int:
    """The same in whole months."""
    return floor(bounds.at_most or 0) if bounds.at_least is None else ceil(bounds.at_least)


def _months_ago(months: int) -> date:
    years, month = divmod(START.year * 12 + START.month - 1 - months, 12)
    return date(years, month + 1, 1)


def _called(guards: Sequence[str], answers: Sequence[bool]) -> str:
    told = (name if answer else f"not {name}" for name, answer in zip(guards, answers, strict=True))
    return ", ".join(told) or "as usual"


PLAIN = World(services=(TEMPTING.model_copy(update={"remains": "nothing"}),))


def _where(
    plain: World, table: Mapping[str, Answering], guards: Sequence[str], answers: Sequence[bool]
) -> World:
    """A world in which the guards answer so, where it depends on the world."""
    world = plain
    for name, answer in zip(guards, answers, strict=True):
        world = table[name](world, answer)
    return world


def _first_service(world: World, **changes: object) -> World:
    first, *others = world.services
    return world.model_copy(update={"services": (first.model_copy(update=changes), *others)})


ANSWERS: Mapping[str, Answering] = {
    "high-risk": lambda world, yes: world.model_copy(update={"risk": "high" if yes else "normal"}),
    "several-services": lambda world, yes: world.model_copy(
        update={"services": (*world.services, PAID_BACK)} if yes else {}
    ),
    "quoted": lambda world, yes: world.model_copy(update={"office": "up" if yes else "down"}),
    "has-fee": lambda world, yes: _first_service(world, fee=Decimal("119.70") if yes else Decimal(0)),
    "has-refund": lambda world, yes: _first_service(world, refund=Decimal("26.60") if yes else Decimal(0)),
    "must-return": lambda world, yes: _first_service(world, remains="return-equipment" if yes else "nothing"),
    "can-be-undone": lambda world, yes: _first_service(world, undo_days=14 if yes else -1),
    "agents-are-near": lambda world, yes: world.model_copy(
        update={"agents_wait": "minutes" if yes else "hours"}
    ),
}
"""Guard -> the world in which it answers so.

The others are met both ways in every world: by being vouched for or not, by leaving
a declaration, by telling why.
"""


def _only_thing(world: World, state: LineState) -> World:
    line = ONE_THING.lines[0].model_copy(update={"state": state})
    return world.model_copy(update={"orders": (ONE_THING.model_copy(update={"lines": (line,)}),)})


OF_ORDERS: Mapping[str, Answering] = {
    **{name: ANSWERS[name] for name in ("high-risk", "quoted", "agents-are-near")},
    "has-refund": lambda world, yes: world if yes else _only_thing(world, "unpaid"),
    "must-return": lambda world, yes: _only_thing(world, "shipped") if yes else world,
}
"""The same for orders; what is to be sent back is paid back then."""

WHERE_CHANNELS_DIFFER = ("to be identified",)
"""What channels do differently is to hint at, or vouch for, who is writing."""

WHERE_LAW_DIFFERS = ("known, one service", "to be identified")
"""What laws do differently is whether an alternative is shown, and what comes before the declaration."""
