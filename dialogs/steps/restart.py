"""`restart`: takes up again what has ended, because its customer asked for that: a contract made anew.

Nobody is asked whether they want it. The terms are those of today; only a plain yes to them orders.
"""

from dataclasses import replace

from dialogs.case import Case
from dialogs.effects import RestartService, SealRecord, SendConfirmation, WithdrawCancellation
from dialogs.filling import Filling, quote_values, restart_values
from dialogs.meaning import Label, Meaning
from dialogs.returning import was_ordered
from dialogs.scene import Scene, choice, chosen_outcome, order_choice
from dialogs.step_kinds import RestartStep
from dialogs.steps.account import option_of
from dialogs.steps.answers import REST, STAY
from dialogs.turn import Choice, State
from dialogs.understanding.named import named_among
from dialogs.values import Service


def enter(scene: Scene, step: RestartStep) -> str | None:
    service = scene.state.service or _meant(scene)
    if service is None and len(possible(scene.state)) > 1:
        _ask_which(scene, step)
        return None
    if service is None or service.restart is None:
        _say_what_ended(scene, service)
        return "none"
    scene.put(chosen=scene.state.services.index(service))
    if was_ordered(scene, service):
        return _order(scene)
    choices = (order_choice(scene), choice("leave", "choice-leave-ended"))
    scene.ask(step.text, choices, **_values(scene, service))
    return None


def _say_what_ended(scene: Scene, meant: Service | None) -> None:
    ended = [each for each in scene.state.services if each.status == "ended" and meant in (None, each)]
    for each in ended:
        scene.say("service-ended", service=each.name, ends_on=each.ends_on)


def possible(state: State) -> tuple[Service, ...]:
    """What has ended and can be taken up again."""
    return tuple(service for service in state.services if service.restart is not None)


def asks_which(state: State) -> bool:
    """Whether it is still to be said which of several is meant."""
    return state.chosen is None and len(possible(state)) > 1


def _meant(scene: Scene) -> Service | None:
    """What was named, which may be something that the brand has no more; otherwise the only one there is."""
    ended = [service for service in scene.state.services if service.status == "ended"]
    named = scene.state.named
    scene.put(named=None)
    position = None if named is None else named_among(named, [service.name for service in ended])
    if position is not None:
        return ended[position]
    found = possible(scene.state)
    return found[0] if len(found) == 1 else None


def _ask_which(scene: Scene, step: RestartStep) -> None:
    options = tuple(_option(position, each) for position, each in enumerate(possible(scene.state), 1))
    scene.ask(f"{step.text}-which", (*options, choice("leave", "choice-leave-ended")))


def _option(position: int, service: Service) -> Choice:
    return choice(f"option-{position}", "choice-ended-service", service=service.name, ends_on=service.ends_on)


def _values(scene: Scene, service: Service) -> dict[str, Filling]:
    terms = service.restart
    assert terms is not None, "only what can be taken up again is asked about"
    return {
        "brand": scene.facts.brand,
        "service": service.name,
        "ends_on": service.ends_on,
        "changed": 0 if (service.price, service.interval) == (terms.price, terms.interval) else 1,
        "price_before": service.price,
        "interval_before": service.interval,
        **restart_values(terms, scene.at, scene.facts),
    }


def answer(scene: Scene, step: RestartStep, meaning: Meaning) -> str | None:
    if chosen_outcome(meaning, "leave") or meaning.decision == "no":
        return "leave"
    if asks_which(scene.state):
        return _choose(scene, step, meaning)
    if chosen_outcome(meaning, "restart") or meaning.decision == "yes":
        return _order(scene)
    if meaning.label in IN_THE_TERMS:
        enter(scene, step)
        return STAY
    return None


IN_THE_TERMS = (Label.RESTART, Label.KEEP, Label.REFUND, Label.CHARGES, Label.WHY)
"""What the terms answer: that it is wanted is clear, a yes is said to them, and what it costs they say."""


def _choose(scene: Scene, step: RestartStep, meaning: Meaning) -> str | None:
    option, found = option_of(meaning), possible(scene.state)
    if option is None or not 0 <= option < len(found):
        return "leave" if meaning.label is Label.DENY else None
    scene.put(chosen=scene.state.services.index(found[option]))
    enter(scene, step)
    return STAY


def _order(scene: Scene) -> str:
    """The yes: sealed, and to be carried out. What ended the service before stays as it is."""
    service, identity = scene.state.service, scene.state.identity
    assert identity is not None, "nobody's services were looked up"
    if service is None or service.restart is None:
        return "none"
    standing = next((each for each in scene.facts.cases if _is_order_of(each, service)), None)
    if standing is not None:
        # Ordered on another channel meanwhile: once is enough.
        scene.put(case=standing)
        scene.tell_standing(standing)
        return REST
    number = scene.facts.fresh_number
    case = Case(
        scene.facts.fresh_case,
        scene.at,
        "restart",
        "accepted",
        service=service.ref,
        service_name=service.name,
        customer=identity.customer,
        identified_by=identity.by,
        decision="restart",
        decided_at=scene.at,
        record_number=number,
        record_kind="restart",
        source_channel=scene.facts.channel,
        restart=service.restart,
    )
    scene.put(case=case)
    scene.do(SealRecord("restart", number))
    scene.do(RestartService(case.id, identity.customer, service.ref, service.restart))
    scene.do(SendConfirmation(number))
    scene.forget_account()
    return "restart"


def _is_order_of(case: Case, service: Service) -> bool:
    return case.kind == "restart" and case.is_open and case.service == service.ref


def can_be_taken_back(case: Case | None, meaning: Meaning) -> bool:
    """Whether "cancel" is about the order that was just given, and is not carried out."""
    ordered = case is not None and case.kind == "restart" and case.status == "accepted"
    return ordered and meaning.named is None and not meaning.guessed


def take_back(scene: Scene) -> None:
    """Take the order back: at once where the back office has heard nothing of it."""
    case = scene.case
    assert case is not None
    if scene.facts.attempted:
        scene.say("restart-under-way", **quote_values(case, scene.facts))
        return
    number = scene.facts.fresh_number
    case = replace(case, status="reversed", record_number=number, record_kind="reversal")
    scene.put(case=case)
    scene.forget_account()
    scene.do(WithdrawCancellation(case.id))
    scene.do(SealRecord("reversal", number))
    scene.do(SendConfirmation(number))
    scene.notify("restart-taken-back", **quote_values(case, scene.facts))
