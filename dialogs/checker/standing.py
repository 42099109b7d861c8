"""The states in which each kind of step asks, with the messages that try its own answers."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import product

from dialogs.case import Case
from dialogs.checker import samples
from dialogs.checker.restarting import restarting
from dialogs.checker.samples import IDENTITY, NOW, World
from dialogs.checker.situation import ASKED, States
from dialogs.ids import CaseId, ChallengeId
from dialogs.meaning import Label, Meaning
from dialogs.steps import verify
from dialogs.steps.prefer import CHOICES
from dialogs.turn import Identity, State
from dialogs.values import Way

WHY = Meaning(Label.WHY)


ASKED_OF_COST = (*ASKED, Meaning(Label.REFUND))


def menu(at: State, world: World) -> States:
    yield at, ASKED


def _resting(at: State, world: World) -> States:
    for quote in samples.quotes_of(world):
        yield replace(at, identity=IDENTITY, case=samples.decided_case(world, quote)), ASKED_OF_COST


def _collect(at: State, world: World) -> States:
    given = Meaning(identifier="100234", identifier_kind="account")
    shared = Meaning(form="contact")
    yield (
        replace(at, case=wished()),
        (*ASKED, WHY, given, shared, Meaning(choice="use_sender"), Meaning(choice="unable")),
    )


def _verify(at: State, world: World) -> States:
    state = challenged(at)
    yield state, (*ASKED, Meaning(Label.RESEND), Meaning(choice="unable"))
    yield replace(state, prompt=verify.CHOICES), ASKED
    yield replace(state, extra_check=True), ASKED
    yield replace(state, codes_sent=99), (Meaning(Label.RESEND),)


def _declare(at: State, world: World) -> States:
    yield at, ASKED
    yield replace(at, case=wished()), (*ASKED, Meaning(details="Kim Sommer, contract 100234"))


PREFERRED: tuple[Way, ...] = ("mail", "sms", "telegram", "letter")


def _choose(at: State, world: World) -> States:
    several = samples.services_of(world)
    known = replace(at, identity=IDENTITY, case=wished(), account="found")
    for services in (several, several[:1], several[2:3], several[3:], ()):
        yield replace(known, services=services), ASKED
    for quote in (*samples.few_quotes(world), None):
        for kinds in ((), *((kind,) for kind in samples.KINDS)):
            yield replace(known, services=(samples.service_of(world, quote, *kinds),)), ASKED
    for wish, account in product(("status", "refund", "resend"), ("found", "unavailable")):
        wanted = replace(known, wish=wish, account=account)  # type: ignore[arg-type]
        yield replace(wanted, case=None, services=several), ASKED
    yield from ((replace(known, wish="prefer", preferring=way), ASKED) for way in PREFERRED)
    yield replace(known, account="unavailable"), ASKED
    yield replace(known, identity=Identity(IDENTITY.customer, by="token", risk="high")), ASKED
    yield replace(known, looking_up="sample-look-up"), (Meaning(Label.CANCEL),)


def _offer(at: State, world: World) -> States:
    for kind in samples.KINDS:
        quote = samples.few_quotes(world)[0]
        service = samples.service_of(world, quote, kind)
        state = replace(at, identity=IDENTITY, services=(service,), chosen=0, case=samples.open_case(quote))
        yield state, ASKED
        for taken in (samples.alternative_case(world, kind), samples.begun_change(world, kind)):
            open_again = replace(taken, decision=None, status="requested", service_name=service.name)
            yield (
                replace(state, case=open_again, offered_here=True),
                (Meaning(choice="accept"), Meaning(choice="cancel")),
            )


def _confirm(at: State, world: World) -> States:
    for quote in (*samples.quotes_of(world), None):
        yield (
            replace(at, identity=IDENTITY, case=samples.open_case(quote)),
            (*ASKED_OF_COST, Meaning(Label.CANCEL), Meaning(choice="confirm"), Meaning(choice="keep")),
        )
    again = replace(samples.open_case(), follows=CaseId("sample-earlier-case"))
    yield replace(at, identity=IDENTITY, case=again), ASKED


def _survey(at: State, world: World) -> States:
    for quote in (*samples.quotes_of(world), None):
        yield (
            replace(at, identity=IDENTITY, case=samples.decided_case(world, quote)),
            (*ASKED, WHY, Meaning(choice="skip"), Meaning(choice="other")),
        )


def _prefer(at: State, world: World) -> States:
    case = samples.decided_case(world, samples.quotes_of(world)[0])
    answers = tuple(Meaning(choice=each) for each in ("skip", *CHOICES.values()))
    yield replace(at, identity=IDENTITY, case=case, ways=tuple(CHOICES)), (*ASKED, *answers)


def _undo(at: State, world: World) -> States:
    quote = samples.few_quotes(world)[0]
    answers = (*ASKED, Meaning(choice="undo"), Meaning(choice="leave"))
    for status in ("accepted", "executed"):
        case = samples.decided_case(world, quote, status)
        yield replace(at, identity=IDENTITY, case=case), answers
    change = samples.alternative_case(world, "pause")
    made = replace(change, status="executed", executed_at=NOW)
    for case in (change, made, samples.begun_change(world, "pause")):
        yield replace(at, identity=IDENTITY, case=case), answers
    for case in (*samples.beyond_undoing(world), samples.decided_case(world, None, "executed")):
        yield replace(at, identity=IDENTITY, case=case), answers


def _fee(at: State, world: World) -> States:
    answers = (Meaning(choice="confirm"), Meaning(choice="later"), Meaning(choice="keep"))
    for case in (*samples.fee_cases(world), *samples.changed_cases(world)):
        yield replace(at, identity=IDENTITY, case=case), (*ASKED, *answers)


def passing(at: State, world: World) -> States:
    """Such a step never waits: it is reached through the answers of the others."""
    yield from ()


STATES: Mapping[str, Callable[[State, World], States]] = {
    "menu": menu,
    "collect": _collect,
    "verify": _verify,
    "declare": _declare,
    "choose": _choose,
    "offer": _offer,
    "confirm": _confirm,
    "undo": _undo,
    "restart": restarting,
    "fee": _fee,
    "inform": passing,
    "survey": _survey,
    "prefer": _prefer,
    "end": _resting,
}
"""Kind of step -> the states in which it asks, with the messages that try its own answers."""


def wished() -> Case:
    return samples.open_case(settled=False)


def challenged(at: State) -> State:
    return replace(
        at,
        case=wished(),
        challenge=ChallengeId("sample-challenge"),
        identifier="100234",
        identifier_kind="account",
        codes_sent=1,
    )
