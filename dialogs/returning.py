"""Coming back to a question after a while: its terms are looked up anew before they decide anything."""

from dataclasses import replace
from datetime import timedelta

from dialogs.case import Case, OfferShown
from dialogs.meaning import Meaning, Named
from dialogs.scene import Scene, chosen_outcome, quote_values
from dialogs.turn import Agreement
from dialogs.understanding.positions import shown_words
from dialogs.values import OrderQuote, Quote, Service

TERMS_HOLD = timedelta(hours=12)
"""So long what the back office said is taken for what it would say now."""
ON_TERMS = ("offer", "confirm", "restart")
"""Kinds of steps whose question is about terms."""


def are_out_of_date(scene: Scene) -> bool:
    """Whether the question at hand is about terms that may no longer be what they were."""
    case, state = scene.case, scene.state
    if scene.step.kind not in ON_TERMS:
        return False
    if scene.step.kind != "restart" and (case is None or case.is_decided or not case.is_quoted):
        return False
    known = state.looked_up_at is not None and state.identity is not None
    return known and state.looked_up_at is not None and scene.at - state.looked_up_at > TERMS_HOLD


def agrees(scene: Scene, meaning: Meaning) -> bool:
    """Whether the message decides on the terms that were shown."""
    if scene.step.kind == "restart":
        return bool(chosen_outcome(meaning, "restart")) or meaning.decision == "yes"
    if scene.step.kind == "offer":
        return bool(chosen_outcome(meaning, "accept")) or meaning.decision == "yes"
    hears = any(shown.id == "hear" for shown in scene.state.prompt)
    return bool(chosen_outcome(meaning, "confirm", "hear")) or meaning.decision == ("no" if hears else "yes")


def look_up_anew(scene: Scene, meaning: Meaning | None = None) -> None:
    """Ask the back office once more; a yes to the confirmation is kept, and counts on the same terms."""
    if scene.step.kind == "restart":
        _look_up_restart(scene)
        return
    case = scene.case
    assert case is not None
    agreement = None
    if meaning is not None and scene.step.kind == "confirm" and not chosen_outcome(meaning, "hear"):
        told = case.quote or case.order_quote
        assert told is not None, "only terms that were told are out of date"
        agreement = Agreement(case.id, told)
        if case.permission == "asked":
            scene.put_case(permission="refused")
    scene.forget_account()
    scene.put(wish=None, returning_to=case.id, agreement=agreement)
    scene.jump(scene.script.wishes.cancel)


def _look_up_restart(scene: Scene) -> None:
    """What was ordered a day late begins on another day: its terms are told, and asked about, once more."""
    service = scene.state.service
    named = None if service is None else Named(shown_words(service.name))
    scene.forget_account()
    scene.put(wish="restart", named=named)
    scene.jump(scene.script.wishes.cancel)


def settled_service(scene: Scene, available: tuple[Service, ...]) -> Service | None:
    """The service that was chosen before, where it was only looked up anew."""
    case = scene.case
    if not _is_returning(scene) or case is None or case.service is None:
        return None
    return next((service for service in available if service.ref == case.service), None)


def tell_what_changed(scene: Scene, before: Case) -> None:
    """Say that the terms are other ones than those that were shown, and forget an offer that is no more."""
    case = scene.case
    assert case is not None
    if not _is_returning(scene):
        return
    scene.put(returning_to=None)
    if before.offer is not None and case.offer is not None and before.offer.answer != case.offer.answer:
        scene.say("offer-gone")
    if before.quote is not None and case.quote is not None and before.quote != case.quote:
        scene.put(agreement=None)
        scene.say("terms-changed", **quote_values(case, scene.facts))


def forget_terms(scene: Scene) -> None:
    """The back office does not say what holds now: what it said before is not taken for it."""
    case = scene.case
    if _is_returning(scene) and case is not None and not case.is_decided:
        forget(scene)
        scene.put_case(quote=None, order_quote=None)


def forget(scene: Scene) -> None:
    """The customer went another way: a yes of before decides nothing on it."""
    scene.put(returning_to=None, agreement=None)


def _is_returning(scene: Scene) -> bool:
    case = scene.case
    return case is not None and scene.state.returning_to == case.id


def offer_as_it_is(offer: OfferShown, service: Service) -> OfferShown:
    """An open offer on its terms of now; declined where the back office has it no more."""
    if offer.answer != "open":
        return offer
    same = (each for each in service.alternatives if each.kind == offer.alternative.kind)
    alternative = next(same, None)
    if alternative is None:
        return replace(offer, answer="declined")
    return replace(offer, alternative=alternative)


def has_agreed(scene: Scene) -> bool:
    """Whether the confirmation of this case was said already; only its terms are looked up anew."""
    agreement, case = scene.state.agreement, scene.case
    return agreement is not None and case is not None and case.is_open and agreement.case == case.id


def was_agreed(scene: Scene, quote: Quote | OrderQuote | None) -> bool:
    """Whether these very terms were agreed to a moment ago; that is asked once."""
    agreement, agreed = scene.state.agreement, has_agreed(scene)
    scene.put(agreement=None)
    return agreed and agreement is not None and agreement.quote == quote
