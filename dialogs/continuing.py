"""Going on on another channel: a short code, shown here, takes the case over there once.

The code vouches for whoever was identified where it was shown; not for those of high risk.
"""

import re
from dataclasses import replace

from dialogs.case import Case
from dialogs.effects import MergeCase, OpenContinuation
from dialogs.events import ChatContinued
from dialogs.filling import Filling
from dialogs.returning import forget
from dialogs.scene import Scene
from dialogs.turn import Identity

VALID_MINUTES = 10
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that are not taken for each other; no vowel that is easily misread."""
HALF = 4
"""Characters on each side of a code's hyphen."""
_HALF = rf"(?=[A-Z]*[2-9])(?=[2-9]*[A-Z])[{ALPHABET}]{{{HALF}}}"
_CODE = re.compile(rf"(?<![A-Z0-9-])({_HALF})(-?)({_HALF})(?![A-Z0-9-])")
_SHOWN = re.compile(rf"(?<![A-Z0-9-]){_HALF}-{_HALF}(?![A-Z0-9-])")
MOST_WORDS_AROUND = 3


def is_code(written: str) -> bool:
    """Whether that is a code as we show it: two halves, each with a letter and a digit."""
    return _CODE.fullmatch(written) is not None


def code_in(text: str) -> str | None:
    """The code in a message that has little else; as we show it, whatever way it was written."""
    said = text.strip().upper()
    found = _CODE.search(said)
    if found is None or len((said[: found.start()] + said[found.end() :]).split()) > MOST_WORDS_AROUND:
        return None
    return f"{found[1]}-{found[3]}"


def without_codes(text: str, mask: str) -> str:
    """The text without codes: whoever reads along must not be able to use them."""
    return _SHOWN.sub(mask, text)


def show_ways(scene: Scene) -> None:
    """Show a code, and how the brand's other channels take it."""
    facts = scene.facts
    if not facts.elsewhere:
        scene.say("continue-nowhere", brand=facts.brand)
        return
    scene.do(OpenContinuation(facts.fresh_code))
    ways: dict[str, Filling] = {}
    for channel in ("webchat", "telegram", "sms"):
        address = dict(facts.elsewhere).get(channel)
        ways |= {f"has_{channel}": 0 if address is None else 1, channel: address}
    scene.say("continue-elsewhere", code=facts.fresh_code, **ways)


def take_over(scene: Scene, event: ChatContinued) -> bool:
    """Go on here with what was begun elsewhere. True when the question at hand shall be asked."""
    if event.result == "here":
        return True
    if event.result != "found":
        scene.say(f"continue-{event.result}", brand=scene.facts.brand)
        return True
    if belongs_to_another(scene.state.identity, event):
        scene.say("continue-other", brand=scene.facts.brand)
        return True
    if event.locale in scene.script.locales and not scene.state.language_chosen:
        scene.put(locale=event.locale)
    identity = event.identity or scene.state.identity
    scene.forget_account()
    scene.put(identity=identity, wish=None, named=None)
    scene.put(challenge=None, draft=None, offered_here=False, prompt=(), previous=None)
    forget(scene)
    scene.put(case=_case_to_go_on_with(scene, event))
    scene.say("continued", brand=scene.facts.brand)
    _go_where_it_stands(scene)
    return True


def belongs_to_another(here: Identity | None, event: ChatContinued) -> bool:
    """Whether the chat of whoever is known here and that one are of two different customers."""
    there = event.identity
    if here is None:
        return False
    known = there.customer if there is not None else None if event.case is None else event.case.customer
    return known is not None and known != here.customer


def _case_to_go_on_with(scene: Scene, event: ChatContinued) -> Case | None:
    """That chat's case; what was only wished for here before goes into it, with the earlier time."""
    own, other = scene.case, event.case
    if other is not None and scene.state.identity is None and other.customer is not None:
        # Who wishes it has to be shown first; then the cases of the customer are found, and become one.
        return own if own is not None and own.is_open else _fresh(scene)
    if own is None or own.id == (other and other.id) or not own.is_undecided or own.declaration is not None:
        return own if other is None else other
    if other is None or not other.is_undecided:
        return own
    scene.do(MergeCase(own.id, other.id))
    return replace(
        other,
        declared_at=min(own.declared_at, other.declared_at),
        offer=other.offer or own.offer,
        permission=other.permission or own.permission,
        reason=other.reason or own.reason,
        reminded_at=other.reminded_at or own.reminded_at,
    )


def _fresh(scene: Scene) -> Case:
    facts, kind = scene.facts, scene.script.kind
    return Case(facts.fresh_case, declared_at=scene.at, kind=kind, source_channel=facts.channel)


def _go_where_it_stands(scene: Scene) -> None:
    case, wishes = scene.case, scene.script.wishes
    if case is None or case.came_to_nothing:
        scene.jump(scene.script.start)
    elif case.is_undecided and case.declaration is None:
        scene.put(returning_to=None if case.service is None else case.id)
        scene.jump(wishes.cancel)
    else:
        scene.tell_standing(case) if case.is_decided else scene.say("status-declared", **_of(scene, case))
        scene.jump(wishes.fee if case.fee_open and wishes.fee is not None else wishes.rest)


def _of(scene: Scene, case: Case) -> dict[str, Filling]:
    return {"number": case.record_number or "-", "declared": case.declared_at}
