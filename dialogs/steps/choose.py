"""`choose`: finds out what the customer has, and which of it is meant."""

from dataclasses import replace

from dialogs.case import Case, CaseKind, OfferShown
from dialogs.effects import MergeCase
from dialogs.ids import CaseId
from dialogs.meaning import Meaning
from dialogs.returning import offer_as_it_is, settled_service, tell_what_changed
from dialogs.scene import Scene, choice
from dialogs.step_kinds import ChooseStep
from dialogs.steps.account import READY, close_what_is_about_nothing, find_account, option_of
from dialogs.turn import Choice
from dialogs.understanding.named import named_among
from dialogs.values import Quote, Service


def enter(scene: Scene, step: ChooseStep) -> str | None:
    found = find_account(scene, _say_services)
    return _choose(scene, step) if found is READY else found


def answer(scene: Scene, step: ChooseStep, meaning: Meaning) -> str | None:
    option = option_of(meaning)
    available = _cancellable(scene)
    if option is None or not 0 <= option < len(available):
        return None
    return _take(scene, available[option])


def _say_services(scene: Scene) -> bool:
    """Say how each service stands. Whether there is any."""
    for service in scene.state.services:
        _say_service(scene, service)
    return bool(scene.state.services)


def _say_service(scene: Scene, service: Service) -> None:
    scene.say(
        f"service-{service.status}",
        service=service.name,
        price=service.price,
        interval=service.interval,
        ends_on=service.ends_on,
    )


def _cancellable(scene: Scene) -> tuple[Service, ...]:
    return tuple(service for service in scene.state.services if service.can_be_cancelled)


def quote_for(kind: CaseKind, service: Service) -> Quote | None:
    """What that would mean for the service; None where only a person can tell."""
    return service.withdrawal if kind == "withdrawal" else service.quote


def _choose(scene: Scene, step: ChooseStep) -> str | None:
    available = _cancellable(scene)
    if not available:
        for service in scene.state.services:
            _say_service(scene, service)
        close_what_is_about_nothing(scene)
        return "none"
    settled = settled_service(scene, available)
    if settled is not None:
        return _take(scene, settled)
    named = _named(scene)
    if named in available and len(available) > 1:
        # Nobody was asked, so back leads to the question.
        scene.put(previous=scene.state.step)
        return _take(scene, named)
    if named is not None and named not in available:
        _say_service(scene, named)
    elif len(available) == 1:
        return _take(scene, available[0])
    scene.ask(step.text, tuple(_option(n, s) for n, s in enumerate(available, 1)), brand=scene.facts.brand)
    return None


def _named(scene: Scene) -> Service | None:
    """The service that the wish to cancel named; it is looked for once."""
    named, services = scene.state.named, scene.state.services
    scene.put(named=None)
    position = None if named is None else named_among(named, [service.name for service in services])
    return None if position is None else services[position]


def _option(position: int, service: Service) -> Choice:
    return choice(
        f"option-{position}",
        "choice-service",
        service=service.name,
        price=service.price,
        interval=service.interval,
    )


def _take(scene: Scene, service: Service) -> str:
    """Settle on the service; a second open case of it merges and the earliest declaration wins."""
    if _is_being_ended_otherwise(scene, service):
        return "none"
    scene.put(chosen=scene.state.services.index(service))
    case = before = _merged(scene, service)
    identity = scene.state.identity
    assert identity is not None
    scene.put(
        case=replace(
            case,
            service=service.ref,
            service_name=service.name,
            customer=identity.customer,
            identified_by=identity.by,
            offer=_offer_to(case, service),
            quote=case.quote if case.is_decided else quote_for(case.kind, service),
            follows=case.follows or _earlier(scene, service),
        )
    )
    if case.is_decided and case.decision == "cancel":
        scene.tell_standing(case)
        return "decided"
    tell_what_changed(scene, before)
    return "chosen"


def _is_being_ended_otherwise(scene: Scene, service: Service) -> bool:
    """Whether somebody withdraws from what they cancelled before: that is declared beside it, in words."""
    if scene.kind != "withdrawal":
        return False
    return any(
        case.is_open
        and case.decision == "cancel"
        and case.kind != "withdrawal"
        and case.service == service.ref
        for case in scene.facts.cases
    )


def _offer_to(case: Case, service: Service) -> OfferShown | None:
    """What was offered for another service was this case's one offer, and nothing that this service has."""
    if case.offer is None or case.offer.answer != "open":
        return case.offer
    if case.service in (None, service.ref):
        return offer_as_it_is(case.offer, service)
    return replace(case.offer, answer="declined")


def _earlier(scene: Scene, service: Service) -> CaseId | None:
    """The first case of a service whose cancellation is being taken back at the moment."""
    return next((case.follows or case.id for case in reversing(scene.facts.cases, service)), None)


def reversing(cases: tuple[Case, ...], service: Service) -> list[Case]:
    """The cases by which a service is about to go on again, though the back office says it is ending."""
    return [case for case in cases if case.standing == "reversing" and case.service == service.ref]


def _merged(scene: Scene, service: Service) -> Case:
    own = scene.case
    assert own is not None, "a wish to cancel opens a case before anything is chosen"
    only_one = len(_cancellable(scene)) == 1
    others = [
        case
        for case in scene.facts.cases
        if case.is_open and case.id != own.id and _is_about(case, own, service, only_one)
    ]
    if not others:
        return own
    everyone = [own, *others]
    # What failed, or was an alternative to cancelling, is taken over and never taken for the answer.
    alive = [case for case in everyone if case.status != "failed" and case.decision != "alternative"]
    decided = [case for case in alive if case.is_decided]
    wished = [case for case in alive if case.kind == own.kind]
    survivor = min(decided or wished, key=lambda case: case.declared_at)
    failed = next((case for case in others if case.status == "failed"), None)
    if failed is not None and not survivor.is_decided:
        survivor = _taking_over(survivor, failed)
    instead = next((case for case in others if case.decision == "alternative"), None)
    if instead is not None and not survivor.is_decided:
        # The back office may be at work on it: what is decided now comes after that.
        survivor = replace(survivor, follows=survivor.follows or instead.follows or instead.id)
    for case in everyone:
        if case.id != survivor.id:
            scene.do(MergeCase(case.id, survivor.id))
    return replace(
        survivor,
        declared_at=min(case.declared_at for case in everyone if case.kind == survivor.kind),
        offer=next((_settled(case.offer) for case in everyone if case.offer is not None), None),
        permission=next((case.permission for case in everyone if case.permission is not None), None),
        reason=next((case.reason for case in everyone if case.reason is not None), None),
        reminded_at=next((case.reminded_at for case in everyone if case.reminded_at is not None), None),
    )


def _taking_over(case: Case, failed: Case) -> Case:
    """The case goes on where another one failed: in its order, and under its record until it has its own."""
    number, kind = failed.record_number, failed.record_kind
    return replace(case, follows=failed.follows or failed.id, record_number=number, record_kind=kind)


def _is_about(case: Case, own: Case, service: Service, only_one: bool) -> bool:
    """A decided case that names no service means this one only where no other can be meant.

    Of the other kind is meant what the back office is carrying out, or a wish that was never confirmed.
    """
    if case.kind == "restart" or (case.kind != own.kind and (case.service is None or _stays_beside(case))):
        return False
    if case.service is None:
        return only_one or not case.is_decided
    return case.service == service.ref


def _stays_beside(case: Case) -> bool:
    """Whether it stays what it was declared as, beside a case of the other kind: it may come to nothing."""
    if case.decision == "cancel":
        return case.status == "failed"
    return case.declaration is not None


def _settled(offer: OfferShown) -> OfferShown:
    """An offer taken before is the one offer of this cancellation, too: there is no second."""
    return replace(offer, answer="declined") if offer.answer == "accepted" else offer
