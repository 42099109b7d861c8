"""`offer`: shows the one alternative, the way out first, or passes through."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

from dialogs.case import Case, OfferShown
from dialogs.effects import ApplyAlternative, SealRecord, SendConfirmation
from dialogs.filling import Filling
from dialogs.meaning import Label, Meaning
from dialogs.returning import has_agreed, was_agreed
from dialogs.scene import Scene, choice, chosen_outcome
from dialogs.script import OfferPolicy, Script
from dialogs.step_kinds import OfferStep
from dialogs.steps.declare import end_matching
from dialogs.urgent import spares
from dialogs.values import Alternative, Service


def enter(scene: Scene, step: OfferStep) -> str | None:
    alternative = _to_show(scene)
    if alternative is None:
        return "none"
    case = scene.case
    assert case is not None
    if case.offer is None:
        scene.put_case(offer=OfferShown(alternative, scene.at))
        scene.put(offered_here=True)
    if was_agreed(scene, alternative):
        return _accept(scene)
    scene.ask(
        f"{step.text}-{_text_kind(alternative)}",
        (choice("cancel", "choice-no-cancel"), choice("accept", f"choice-accept-{_text_kind(alternative)}")),
        service=case.service_name,
        **alternative_values(alternative),
    )
    return None


def answer(scene: Scene, step: OfferStep, meaning: Meaning) -> str | None:
    plainly = meaning.label is Label.CANCEL and not meaning.guessed
    if chosen_outcome(meaning, "cancel") or meaning.decision == "no" or plainly:
        _mark(scene, "declined")
        return "cancel"
    if chosen_outcome(meaning, "accept") or meaning.decision == "yes":
        return _accept(scene)
    return None


def _to_show(scene: Scene) -> Alternative | None:
    """The alternative of this case: the open one, or the first that policy and back office name."""
    case = scene.case
    if case is None or not _may_be_shown(scene, case):
        return None
    if case.offer is not None:
        # `back` may show it again in the chat where it was shown; another channel may not.
        again = case.offer.answer == "open" and scene.state.offered_here
        return case.offer.alternative if again else None
    service = scene.state.service
    return None if service is None else _by_policy(scene, service)


def _may_be_shown(scene: Scene, case: Case) -> bool:
    rules = scene.facts.rules
    if has_agreed(scene) or spares(scene):
        return False
    if rules.declaration_first and case.declaration is not None:
        # It was declared already: nothing stands between that and its being carried out.
        return False
    return rules.may_offer and (rules.offers != "after_permission" or case.permission == "given")


def to_describe(scene: Scene) -> Alternative | None:
    """The alternative that there would be, where the customer must be asked first whether to hear of it."""
    case, service = scene.case, scene.state.service
    asks = scene.facts.rules.offers == "after_permission" and any(steps_of(scene.script))
    if not asks or spares(scene) or service is None:
        return None
    if case is None or case.offer is not None or case.permission is not None:
        return None
    return _by_policy(scene, service)


def steps_of(script: Script) -> Iterator[tuple[str, OfferStep]]:
    """Where the script shows alternatives."""
    return ((name, step) for name, step in script.steps.items() if isinstance(step, OfferStep))


def _by_policy(scene: Scene, service: Service) -> Alternative | None:
    for policy in scene.script.policies.offers:
        if policy.alternative not in scene.facts.rules.offer_kinds:
            continue
        if not _fits(policy, scene, service):
            continue
        for alternative in service.alternatives:
            if alternative.kind == policy.alternative:
                return alternative
    return None


def _fits(policy: OfferPolicy, scene: Scene, service: Service) -> bool:
    """Whether the policy is meant for such a service and such a customer."""
    case = scene.case
    reason = case.reason if case is not None else None
    tenure = months_between(service.started_on, scene.facts.now.date())
    return (
        (not policy.plans or service.plan in policy.plans)
        and policy.tenure_months.hold(tenure)
        and policy.price.hold(float(service.price.amount))
        and (not policy.reasons or reason in policy.reasons)
    )


def months_between(first: date, last: date) -> int:
    """Whole months; a month that has begun and not ended does not count."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - 1 if last.day < first.day else months


def _mark(scene: Scene, answer: Literal["declined", "accepted"]) -> None:
    case = scene.case
    if case is not None and case.offer is not None:
        scene.put_case(offer=replace(case.offer, answer=answer))


def _accept(scene: Scene) -> str:
    case = scene.case
    assert case is not None
    assert case.offer is not None
    assert case.service is not None
    assert scene.state.identity is not None
    number = scene.facts.fresh_number
    _mark(scene, "accepted")
    scene.put_case(
        decision="alternative",
        decided_at=scene.at,
        status="accepted",
        record_number=number,
        record_kind="alternative",
    )
    scene.do(SealRecord("alternative", number))
    customer = scene.state.identity.customer
    scene.do(ApplyAlternative(case.id, customer, case.service, case.offer.alternative, case.follows))
    scene.do(SendConfirmation(number))
    end_matching(scene)
    return "accept"


def _text_kind(alternative: Alternative) -> str:
    return alternative.kind.replace("_", "-")


def alternative_values(alternative: Alternative) -> dict[str, Filling]:
    return {
        "starts_on": alternative.starts_on,
        "ends_on": alternative.ends_on,
        "price": alternative.price,
        "price_after": alternative.price_after,
        "percent": alternative.percent,
        "months": alternative.months,
        "plan": alternative.plan,
        "amount": alternative.amount,
        "price_before": alternative.price_before,
    }
