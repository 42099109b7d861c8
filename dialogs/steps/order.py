"""`order`: finds out which orders the customer has, and which of them is meant."""

from dialogs.case import Case
from dialogs.effects import MergeCase
from dialogs.meaning import Meaning
from dialogs.scene import Scene, choice
from dialogs.step_kinds import OrderStep
from dialogs.steps.account import READY, close_what_is_about_nothing, find_account, option_of
from dialogs.turn import Choice
from dialogs.understanding.named import named_among
from dialogs.values import Order, Selection


def enter(scene: Scene, step: OrderStep) -> str | None:
    found = find_account(scene, _say_orders)
    return _choose(scene, step) if found is READY else found


def answer(scene: Scene, step: OrderStep, meaning: Meaning) -> str | None:
    option = option_of(meaning)
    orders = scene.state.orders
    if option is None or not 0 <= option < len(orders):
        return None
    return _take(scene, orders[option])


def _say_orders(scene: Scene) -> bool:
    """Say what orders there are. Whether there is any."""
    for order in scene.state.orders:
        scene.say("order-open", order=order.ref, placed=order.placed_on, count=things_in(order))
    return bool(scene.state.orders)


def _choose(scene: Scene, step: OrderStep) -> str | None:
    orders = scene.state.orders
    if not orders:
        close_what_is_about_nothing(scene)
        return "none"
    meant = _settled(scene) or _named(scene)
    if meant is not None and len(orders) > 1:
        # Nobody was asked, so back leads to the question.
        scene.put(previous=scene.state.step)
    if meant is not None or len(orders) == 1:
        return _take(scene, meant or orders[0])
    scene.ask(step.text, tuple(_option(n, each) for n, each in enumerate(orders, 1)), brand=scene.facts.brand)
    return None


def _settled(scene: Scene) -> Order | None:
    """The order that was chosen before, where it was only looked up anew."""
    case = scene.case
    if case is None or case.order is None or scene.state.returning_to != case.id:
        return None
    return next((order for order in scene.state.orders if order.ref == case.order), None)


def words(order: Order) -> str:
    """By what an order can be named: its number, and what is in it."""
    return " ".join((order.ref, *(line.name for line in order.lines)))


def _named(scene: Scene) -> Order | None:
    """The order that the wish to cancel named, by its number or by something in it; it is looked for once."""
    named, orders = scene.state.named, scene.state.orders
    scene.put(named=None)
    if named is None:
        return None
    position = named_among(named, [words(order) for order in orders])
    return None if position is None else orders[position]


def _option(position: int, order: Order) -> Choice:
    return choice(
        f"option-{position}",
        "choice-order",
        order=order.ref,
        placed=order.placed_on,
        count=things_in(order),
    )


def things_in(order: Order) -> int:
    """How many things are left in it."""
    return sum(line.quantity for line in order.lines)


def _take(scene: Scene, order: Order) -> str:
    """Settle on the order; a second open case of it becomes one with this, and the earliest declaration wins.

    While one is being carried out nothing else of the order can be quoted: what sending
    costs is shared among all that is cancelled of it.
    """
    scene.put(chosen=scene.state.orders.index(order), picked=None, adding=False, returning_to=None)
    own, identity = scene.case, scene.state.identity
    assert own is not None, "a wish to cancel opens a case before anything is chosen"
    assert identity is not None, "only what somebody identified has can be looked up"
    others = [each for each in scene.facts.cases if _is_about(each, order) and each.id != own.id]
    under_way = next((each for each in others if each.is_decided), None)
    if under_way is not None:
        scene.do(MergeCase(own.id, under_way.id))
        scene.put(case=under_way)
        scene.tell_standing(under_way)
        return "decided"
    for each in others:
        scene.do(MergeCase(each.id, own.id))
    scene.put_case(
        order=order.ref,
        service_name=order.ref,
        customer=identity.customer,
        identified_by=identity.by,
        declared_at=min(each.declared_at for each in (own, *others)),
        selection=_still_there(own, order),
        order_quote=None,
    )
    return "chosen"


def _is_about(case: Case, order: Order) -> bool:
    return case.is_open and case.kind == "order" and case.order == order.ref


def _still_there(case: Case, order: Order) -> Selection:
    """What was selected before, where the order still has all of it."""
    left = {line.ref: line.quantity for line in order.lines}
    if case.order != order.ref or any(quantity > left.get(line, 0) for line, quantity in case.selection):
        return ()
    return case.selection
