"""Sample situations of what the brand ends itself: told, asked about, disputed, done, taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from dialogs.case import Case, CaseStatus, Ending
from dialogs.checker import samples
from dialogs.checker.elsewhere import CAUSES
from dialogs.checker.samples import IDENTITY, NOW, World
from dialogs.checker.situation import Situation, heard
from dialogs.events import ChargeFound, EffectCompleted, EndingDeclared, EndingUpheld
from dialogs.ids import CaseId, ChargeRef, ServiceRef
from dialogs.meaning import Label, Meaning
from dialogs.script import Script
from dialogs.turn import Facts, State

_SERVICE, _NAME = ServiceRef("S-1"), "Fibre 250 Plus"
_FACTS = "invoice 100234 of 3 March 2027, 1,249.90 EUR"
_REASON = "Invoice 100234 was not paid by 3 April."
_OUTCOMES: tuple[Literal["done", "withdrawn"], ...] = ("done", "withdrawn")


def ending_situations(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    """The notice for each cause, with facts and without; what becomes of it; status and dispute."""
    if script.kind == "order":
        return
    resting = State(step=script.wishes.rest, locale=script.locales[0], introduced=True, identity=IDENTITY)
    for cause in CAUSES:
        for stated in (_FACTS, None):
            ending = Ending("sample", cause, samples.LAST_DAY, 14, stated)
            declared = EndingDeclared(IDENTITY.customer, _SERVICE, _NAME, ending, NOW)
            yield Situation(resting, declared, facts)
    announced = _ending(world, "accepted")
    for outcome in _OUTCOMES:
        completed = EffectCompleted(
            "terminate_service", announced.id, outcome, NOW, end_date=samples.LAST_DAY
        )
        yield Situation(replace(resting, case=announced), completed, facts)
    disputed = replace(announced, ending=replace(_stated(announced), disputed_at=NOW))
    answer = EndingUpheld(announced.id, _REASON, NOW)
    yield Situation(replace(resting, case=disputed), answer, facts)
    charged_on = samples.LAST_DAY + timedelta(days=1)
    charged = ChargeFound(announced.id, ChargeRef("sample-charge"), world.money("1249.90"), charged_on, NOW)
    yield Situation(replace(resting, case=_ending(world, "reconciled")), charged, facts)
    # There is something of their own to tell as well, so that the status is told at once.
    own = samples.decided_case(world, next(iter(samples.few_quotes(world))), "reconciled")
    for case in _each(world):
        knowing = replace(facts, endings=(case,))
        yield heard(replace(resting, case=own), Meaning(Label.STATUS), knowing)
        yield heard(resting, Meaning(Label.DISPUTE), knowing)


def _each(world: World) -> Iterator[Case]:
    announced = _ending(world, "accepted")
    yield announced
    disputed = replace(_stated(announced), disputed_at=NOW)
    yield replace(announced, ending=disputed)
    yield replace(announced, ending=replace(disputed, upheld_at=NOW))
    yield from (_ending(world, status) for status in ("executed", "reconciled", "failed"))


def _stated(case: Case) -> Ending:
    assert case.ending is not None
    return case.ending


def _ending(world: World, status: CaseStatus) -> Case:
    return Case(
        CaseId("sample-ending"),
        NOW,
        "ending",
        status,
        service=_SERVICE,
        service_name=_NAME,
        customer=IDENTITY.customer,
        end_date=samples.LAST_DAY,
        record_number=world.number,
        record_kind="ending",
        ending=Ending("sample", "non_payment", samples.LAST_DAY, 14, _FACTS),
    )
