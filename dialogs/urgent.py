"""What must reach a person at once: said first, whatever the step, and holding nobody up.

A false alarm brings a person and does nothing else. So the present question stays, and what else the
message wants goes on as ever: "my mother died, please cancel her gym" calls a person and cancels.
"""

from dataclasses import replace

from dialogs.effects import HandOff
from dialogs.emergency import numbers_in
from dialogs.endings import dispute_endings
from dialogs.meaning import BEREAVEMENT, GRAVEST_FIRST, SPARING, Label, Meaning, Urgency
from dialogs.scene import Scene, entry_choice

ANSWERED = (Label.HUMAN, Label.DISPUTE, Label.GREET, Label.THANKS, Label.BYE, Label.HELP, Label.CHANGE)
"""Labels of what a person does now, or of what needs no other answer beside it."""


def graver(known: str | None, reason: str) -> Urgency | None:
    """The gravest of what a person was called for before and is called for now; None where neither is."""
    return next((each for each in GRAVEST_FIRST if each in (known, reason)), None)


def call_person(scene: Scene, meaning: Meaning) -> Meaning | None:
    """Call a person with the right words; returns what is left of the message, None where that is nothing.

    Who waits for a person because of the same already is not told so again, but for danger; and who wants
    no more messages gets the one that confirms that.
    """
    urgent = meaning.urgent
    assert urgent is not None, "nothing urgent"
    if urgent == "death":
        _note_bereavement(scene)
    if _is_answered(scene, meaning, urgent):
        return meaning
    labels = [label for label in (meaning.label, *meaning.also) if label not in ANSWERED]
    if Label.DISPUTE in (meaning.label, *meaning.also):
        dispute_endings(scene)
    first, *others = labels or [Label.NONE]
    left = replace(meaning, label=first, also=tuple(others), urgent=None)
    nothing = not _says_more(left)
    scene.do(HandOff(urgent))
    if urgent == "danger" or Label.STOP_TEXTS not in labels:
        _tell(scene, urgent, nothing=nothing)
    return None if nothing else left


def _is_answered(scene: Scene, meaning: Meaning, urgent: Urgency) -> bool:
    """Whether they know that a person comes for it, or hear so in the answer to what they dispute."""
    disputes = urgent == "upset" and Label.DISPUTE in (meaning.label, *meaning.also)
    return disputes or (urgent == scene.facts.called_for and urgent != "danger")


def spares(scene: Scene) -> bool:
    """Whether this is no time to offer anything: somebody died, or is in danger."""
    bereaved = scene.case is not None and scene.case.reason == BEREAVEMENT
    return bereaved or scene.heard in SPARING or scene.facts.called_for in SPARING


def _note_bereavement(scene: Scene) -> None:
    """Nobody who said that somebody died is asked for a reason; what was sealed stays as it is."""
    case = scene.case
    if case is not None and case.reason is None and case.is_undecided:
        scene.put_case(reason=BEREAVEMENT)


def _says_more(meaning: Meaning) -> bool:
    answers = (meaning.choice, meaning.decision, meaning.option, meaning.identifier, meaning.code)
    collected = meaning.details is not None or any(answer is not None for answer in answers)
    return collected or meaning.label is not Label.NONE


def _tell(scene: Scene, urgent: Urgency, *, nothing: bool) -> None:
    numbers = numbers_in(scene.facts.region)
    values: dict[str, str | int] = {"brand": scene.facts.brand, "wait": scene.facts.agents_wait}
    if urgent == "danger":
        values |= {"emergency": numbers.emergency, "has_listening": 0 if numbers.listening is None else 1}
        values |= {"listening": numbers.listening or ""}
        # This much is said also while a person holds the chat, who may not be looking.
        scene.notify("urgent-danger", **values)
    elif nothing and scene.step.kind == "menu":
        scene.ask(f"urgent-{urgent}", (entry_choice(scene),), **values)
    else:
        scene.say(f"urgent-{urgent}", **values)
