"""Money that comes back: what was promised is followed, and what is charged after the last day is fetched."""

from dataclasses import replace

from dialogs.case import Case, RefundOwed
from dialogs.effects import HandOff, RefundCharge
from dialogs.events import ChargeFound, RefundMoved
from dialogs.ids import CustomerRef
from dialogs.scene import Filling, Scene, quote_values


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
    scene.reach_later(f"refund-{event.standing}", **_values(scene, case, owed))
    if event.standing in ("late", "failed"):
        scene.do(HandOff("refund"))


def tell_refunds(scene: Scene, case: Case) -> bool:
    """Say where the money of a case is; False where there is none on its way."""
    for owed in case.refunds:
        text = "charged-after-end" if owed.standing == "promised" else f"refund-{owed.standing}"
        scene.say(text, **_values(scene, case, owed))
    return bool(case.refunds)


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
