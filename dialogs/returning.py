"""Coming back to a question after a while: its terms are looked up anew before they decide anything."""

from dataclasses import replace
from datetime import timedelta

from dialogs.case import Case, OfferShown
from dialogs.filling import quote_values
from dialogs.meaning import Meaning, Named
from dialogs.scene import Scene, chosen_outcome
from dialogs.turn import Agreement
from dialogs.understanding.positions import shown_words
from dialogs.values import Alternative, OrderQuote, Quote, Service

TERMS_HOLD = timedelta(minutes=15)
"""So long what the back office said is taken for what it would say now.

A record says what the back office says when it is sealed. Who reads and answers at once is answered on what
was just looked up; after that a bill may have been written, or a parcel sent. To look once more costs the
customer nothing: on the same terms the yes counts as it was said.
"""
ON_TERMS = ("offer", "confirm", "restart")
"""Kinds of steps whose question is about terms."""


def are_out_of_date(scene: Scene) -> bool:
    """Whether the question at hand is about terms that may no longer be what they were."""
    case, state = scene.case, scene.state
    if scene.step.kind not in ON_TERMS or is_settled(scene):
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
    """Ask the back office once more; a yes is kept, and counts on the same terms."""
    if scene.step.kind == "restart":
        _look_up_restart(scene, is_yes=meaning is not None)
        return
    case = scene.case
    assert case is not None
    agreement = None
    if meaning is not None and not chosen_outcome(meaning, "hear"):
        agreement = Agreement(case.id, _told(scene, case), scene.state.step)
        if case.permission == "asked":
            scene.put_case(permission="refused")
    scene.put(agreement=agreement)
    if agreement is not None and case.order_quote is not None:
        # What is in the order is settled: only what cancelling it means is asked again.
        scene.put_case(order_quote=None)
        return
    scene.forget_account()
    scene.put(wish=None, returning_to=case.id)
    scene.jump(scene.script.wishes.cancel)


def _told(scene: Scene, case: Case) -> Quote | OrderQuote | Alternative:
    """The terms of which the question at hand tells."""
    if scene.step.kind == "offer":
        assert case.offer is not None, "what is accepted was shown"
        return case.offer.alternative
    told = case.quote or case.order_quote
    assert told is not None, "only terms that were told are out of date"
    return told


def _look_up_restart(scene: Scene, is_yes: bool) -> None:
    """What was ordered a day late begins on another day: its terms are told, and asked about, once more."""
    service = scene.state.service
    named, agreement = None, None
    if service is not None:
        named = Named(shown_words(service.name))
        agreement = Agreement(None, service.restart, scene.state.step, service.ref) if is_yes else None
    scene.forget_account()
    scene.put(wish="restart", named=named, agreement=agreement)
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
        scene.put(agreement=None)
        scene.say("offer-gone")
    if before.quote is not None and case.quote is not None and before.quote != case.quote:
        scene.put(agreement=None)
        scene.say("terms-changed", **quote_values(case, scene.facts))


def forget_terms(scene: Scene) -> None:
    """The back office does not say what holds now: what it said before is not taken for it.

    A yes that was said already counts: to cancel without a quote; to the alternative as it was shown, which
    the back office applies on these terms or not at all.
    """
    case, agreement = scene.case, scene.state.agreement
    if not _is_returning(scene) or case is None or case.is_decided:
        if agreement is not None and agreement.case is None:
            forget(scene)
        return
    if agreement is not None and isinstance(agreement.quote, Alternative):
        scene.put(returning_to=None)
        scene.jump(agreement.step)
        return
    agreed = has_agreed(scene)
    forget(scene)
    scene.put(agreement=Agreement(case.id, None) if agreed else None)
    scene.put_case(quote=None, order_quote=None)


def go_on_as_told(scene: Scene) -> bool:
    """Let a yes to what cancelling an order means count as it was said: the back office, which cannot be
    asked now, looks at these terms once more before it does anything. Whether there was one."""
    agreement = scene.state.agreement
    if not has_agreed(scene) or agreement is None or not isinstance(agreement.quote, OrderQuote):
        return False
    scene.put_case(order_quote=agreement.quote)
    return True


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
    agreement = scene.state.agreement
    return _is_of_case(scene, agreement) and not isinstance(agreement and agreement.quote, Alternative)


def is_settled(scene: Scene) -> bool:
    """Whether the question at hand is answered on the very terms that it tells of."""
    agreement, case = scene.state.agreement, scene.case
    if agreement is None or case is None or not _is_of_case(scene, agreement):
        return False
    shown = None if case.offer is None else case.offer.alternative
    return agreement.quote is not None and agreement.quote in (shown, case.order_quote)


def _is_of_case(scene: Scene, agreement: Agreement | None) -> bool:
    case = scene.case
    return agreement is not None and case is not None and case.is_open and agreement.case == case.id


def was_agreed(scene: Scene, quote: Quote | OrderQuote | Alternative | None) -> bool:
    """Whether these very terms were agreed to a moment ago; that is asked once."""
    agreement = scene.state.agreement
    agreed = _is_of_case(scene, agreement)
    scene.put(agreement=None)
    return agreed and agreement is not None and agreement.quote == quote


def was_ordered(scene: Scene, service: Service) -> bool:
    """Whether this service was ordered a moment ago on the very terms on which it is taken up again."""
    agreement = scene.state.agreement
    scene.put(agreement=None)
    if agreement is None or agreement.case is not None or service.restart is None:
        return False
    return (agreement.service, agreement.quote) == (service.ref, service.restart)
