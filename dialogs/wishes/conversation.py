"""To have the talk itself go another way: back, in another language, elsewhere, or not by text any more."""

from dataclasses import replace

from dialogs.case import Case
from dialogs.continuing import show_ways
from dialogs.effects import OptOut
from dialogs.meaning import Meaning, Named
from dialogs.returning import forget
from dialogs.scene import Scene, choice, entry_choice
from dialogs.texts import own_names
from dialogs.understanding.positions import shown_words
from dialogs.values import Service
from dialogs.wishes.answers import ASK_AGAIN, SAID_ALL, still_asking
from dialogs.wishes.leaving import is_under_way, names_another
from dialogs.wishes.record import refund
from dialogs.wishes.staying import can_be_kept, keep


def change(scene: Scene, meaning: Meaning) -> bool:
    """Something other than cancelling: where an offer is open it is shown, otherwise a person helps."""
    if scene.step.kind == "offer":
        return ASK_AGAIN
    scene.say("change-by-person")
    if scene.step.kind in ("menu", "end"):
        scene.ask("anything-else", (entry_choice(scene), choice("human", "choice-human")))
        return SAID_ALL
    return ASK_AGAIN


def help_(scene: Scene, meaning: Meaning) -> bool:
    scene.say("help", brand=scene.facts.brand)
    return ASK_AGAIN


def back(scene: Scene, meaning: Meaning) -> bool:
    previous = scene.state.previous
    case = scene.case
    if previous is None or _is_closed(case) or _is_answered_for_good(scene, previous):
        scene.say("cannot-go-back")
        return ASK_AGAIN
    forget(scene)
    if scene.script.steps[previous].kind in ("choose", "order"):
        scene.put(chosen=None, picked=None, adding=False)
    if case is not None and scene.script.steps[previous].kind in ("order", "lines"):
        scene.put(picked=None, adding=False)
        scene.put_case(selection=(), order_quote=None)
    if scene.script.steps[previous].kind == "offer" and case is not None and case.offer is not None:
        # The same single offer, because the customer asks to see it again.
        scene.put_case(offer=replace(case.offer, answer="open"))
    scene.put(step=previous, previous=None, prompt=())
    return ASK_AGAIN


def _is_closed(case: Case | None) -> bool:
    """Whether nothing leads back into the case: it is decided, or was kept, and a new wish opens one anew."""
    return case is not None and (case.is_decided or case.came_to_nothing)


def _is_answered_for_good(scene: Scene, previous: str) -> bool:
    """Whoever has proved who they are is not asked it again."""
    identified = scene.state.identity is not None
    return identified and scene.script.steps[previous].kind in ("collect", "verify")


def language(scene: Scene, meaning: Meaning) -> bool:
    if meaning.language in scene.script.locales:
        scene.put(locale=meaning.language, language_chosen=True)
        return ASK_AGAIN
    scene.say("language-unknown", languages=own_names(scene.script.locales))
    return ASK_AGAIN


def other(scene: Scene, meaning: Meaning) -> bool:
    """Not this service but another one: the one that is named, the only other, or the question which."""
    state = scene.state
    if meaning.named is not None and not names_another(scene, meaning):
        scene.say("unclear")
        return ASK_AGAIN
    available = [service for service in state.services if service.can_be_cancelled]
    if state.chosen is None or scene.step.kind not in ("offer", "confirm") or len(available) < 2:
        return back(scene, meaning)
    others = [service for service in available if service != state.service]
    named = meaning.named or (_by_name(others[0]) if len(others) == 1 else None)
    scene.put(chosen=None, named=named)
    scene.jump(scene.script.wishes.cancel)
    return ASK_AGAIN


def _by_name(service: Service) -> Named:
    return Named(shown_words(service.name))


def elsewhere(scene: Scene, meaning: Meaning) -> bool:
    """On with it on another channel."""
    show_ways(scene)
    return SAID_ALL


def why(scene: Scene, meaning: Meaning) -> bool:
    """Why the present question is asked, or why it costs what it costs."""
    case = scene.case
    if scene.step.kind in ("collect", "verify"):
        scene.say("why-identify")
        return ASK_AGAIN
    if scene.step.kind == "survey":
        scene.say("why-reason", brand=scene.facts.brand)
        return ASK_AGAIN
    return refund(scene, meaning) if case is not None and case.is_quoted else help_(scene, meaning)


def greet(scene: Scene, meaning: Meaning) -> bool:
    return ASK_AGAIN


def thanks(scene: Scene, meaning: Meaning) -> bool:
    scene.say("thanks")
    return still_asking(scene)


def bye(scene: Scene, meaning: Meaning) -> bool:
    case = scene.case
    undecided = case is not None and case.is_undecided and case.declaration is None
    scene.say("bye-not-confirmed" if undecided else "bye")
    return SAID_ALL


def stop_texts(scene: Scene, meaning: Meaning) -> bool:
    if meaning.one_word and scene.facts.sender_phone is None and _may_mean_the_cancellation(scene):
        return keep(scene, meaning)
    scene.do(OptOut())
    text = "messages-stopped" if scene.facts.sender_phone is None else "texts-stopped"
    scene.confirm_opt_out(text, brand=scene.facts.brand)
    return SAID_ALL


def _may_mean_the_cancellation(scene: Scene) -> bool:
    """Whether "stop" may answer the question that stands. On a phone it stops the texts by custom and law."""
    case = scene.case
    if case is None or case.declaration is not None or not is_under_way(scene):
        return False
    return bool(scene.state.prompt) and can_be_kept(case)
