"""Money and things that come back: followed until they are there; what is charged too late is fetched."""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.case import Case, RefundOwed, RefundStanding, ReturnOwed, ReturnStanding
from dialogs.effects import HandOff, RefundCharge
from dialogs.events import ChargeFound, RefundMoved, ReturnMoved
from dialogs.filling import Filling, quote_values
from dialogs.ids import CustomerRef
from dialogs.scene import Scene


def learn_charge(scene: Scene, event: ChargeFound) -> None:
    """A payment after the last day is asked back at once; the customer learns of it from us first."""
    case = scene.case
    if case is None or case.id != event.case or case.service is None or case.customer is None:
        return
    if case.came_to_nothing or any(owed.charge == event.charge for owed in case.refunds):
        return
    cause = f"refund_charge:{case.id}:{event.charge}"
    owed = RefundOwed(cause, event.amount, charge=event.charge, charged_on=event.charged_on)
    case = scene.put_case(refunds=(*case.refunds, owed))
    customer, service = CustomerRef(case.customer or ""), case.service
    assert service is not None
    scene.do(RefundCharge(case.id, customer, service, event.charge, event.amount, event.charged_on, cause))
    scene.reach("charged-after-end", **_values(scene, case, owed))


def learn_refund(scene: Scene, event: RefundMoved) -> None:
    """What became of money on its way is told, once for each thing that becomes of it."""
    case = scene.case
    if case is None or case.id != event.case:
        return
    known = next((owed for owed in case.refunds if owed.cause == event.cause), None)
    if known is not None and known.standing in (event.standing, "paid"):
        return
    owed = replace(
        known or RefundOwed(event.cause, event.amount),
        standing=event.standing,
        expected_on=event.expected_on,
        paid_on=event.paid_on,
    )
    others = tuple(each for each in case.refunds if each.cause != event.cause)
    case = scene.put_case(refunds=(*others, owed))
    scene.reach_later(_text_of_refund(event.standing), **_values(scene, case, owed))
    if event.standing in ("late", "failed"):
        scene.do(HandOff("refund"))


RANK: Mapping[ReturnStanding, int] = {
    "expected": 0,
    "due_soon": 1,
    "overdue": 2,
    "arrived": 3,
    "rejected": 4,
    "accepted": 5,
}
"""A return only goes on: what was told is not told again, nor taken back."""
TO_BE_SENT: tuple[ReturnStanding, ...] = ("expected", "due_soon", "overdue")
"""Where a label is of use."""


def learn_return(scene: Scene, event: ReturnMoved) -> None:
    """Where things are that are sent back. That they were taken is told by the money that follows."""
    case = scene.case
    if case is None or case.id != event.case or case.order_quote is None:
        return
    known = next((owed for owed in case.returns if owed.ref == event.ref), None)
    moves = known is None or RANK[known.standing] < RANK[event.standing]
    standing = event.standing if known is None or moves else known.standing
    label = event.label or (None if known is None else known.label)
    labelled = standing in TO_BE_SENT and label != (None if known is None else known.label)
    if not moves and not labelled:
        return
    name = next((line.name for line in case.order_quote.lines if line.line == event.line), event.line)
    owed = ReturnOwed(
        event.ref, name, event.quantity, event.refund, event.return_by, standing, event.tracking, label
    )
    others = tuple(each for each in case.returns if each.ref != event.ref)
    case = scene.put_case(returns=(*others, owed))
    if moves and standing not in ("expected", "accepted"):
        scene.reach_later(_text_of(standing), **_values_of_return(scene, case, owed))
    if labelled or (moves and label is not None and standing == "due_soon"):
        # By mail as well: it is printed.
        scene.reach("return-label", **_values_of_return(scene, case, owed))
    if moves and standing == "rejected":
        scene.do(HandOff("refund"))


def tell_refunds(scene: Scene, case: Case) -> bool:
    """Say where the money of a case is, and what has to come back first; False where there is none of it."""
    for owed in case.refunds:
        text = "charged-after-end" if owed.standing == "promised" else _text_of_refund(owed.standing)
        scene.say(text, **_values(scene, case, owed))
    coming = [owed for owed in case.returns if owed.standing != "accepted"]
    for back in coming:
        scene.say(_text_of(back.standing), **_values_of_return(scene, case, back))
        if back.label is not None and back.standing in TO_BE_SENT:
            scene.say("return-label", **_values_of_return(scene, case, back))
    return bool(case.refunds or coming)


def _text_of_refund(standing: RefundStanding) -> str:
    return f"refund-{standing.replace('_', '-')}"


def _text_of(standing: ReturnStanding) -> str:
    return f"return-{standing.replace('_', '-')}"


def _values_of_return(scene: Scene, case: Case, owed: ReturnOwed) -> dict[str, Filling]:
    return {
        "brand": scene.facts.brand,
        "number": case.record_number or "-",
        "return": owed.ref,
        "quantity": owed.quantity,
        "name": owed.name,
        "amount": owed.refund,
        "return_by": owed.return_by,
        "label": owed.label,
        "has_link": 1 if owed.label is not None and owed.label.startswith("https://") else 0,
    }


def _values(scene: Scene, case: Case, owed: RefundOwed) -> dict[str, Filling]:
    shared = quote_values(case, scene.facts)
    return {
        "brand": shared["brand"],
        "number": shared["number"],
        "service": case.service_name or scene.facts.brand,
        "end_date": case.end_date,
        "amount": owed.amount,
        "charged_on": owed.charged_on,
        "expected_on": owed.expected_on,
        "paid_on": owed.paid_on,
    }
