"""From what came in to what it means here: the question at hand, buttons, and the facts for the turn."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from bot.backoffice.base import Customer
from bot.cases import Found, cases_found, cases_of_customer, endings_known
from bot.confirming.preferring import was_asked
from bot.confirming.ways import places_of
from bot.effects import was_attempted
from bot.identification.challenges import codes_allowed, judge
from bot.jurisdiction import in_force
from bot.outbounds import letter_account
from bot.receive.continuations import new_code, ways_elsewhere
from bot.records.numbers import new_number
from bot.resending import sent_enough
from bot.room import Room, region_of
from bot.transcript import choice_id
from bot.wiring import Application
from channels.base import Incoming
from dialogs.case import Case
from dialogs.events import AccountLookedUp, ChatContinued, EffectCompleted, Event, MessageReceived
from dialogs.ids import CaseId, ChallengeId, CustomerRef
from dialogs.meaning import Label, Meaning, Question
from dialogs.steps import EXPECTS, options_of, question_kind
from dialogs.texts import formatted
from dialogs.turn import Facts, State
from dialogs.understanding import understand
from dialogs.urgent import graver
from dialogs.values import Way
from storage.ids import new_id
from storage.unit_of_work import UnitOfWork

LONGEST_READ = 4_000
"""Characters of a message that are read; a longer one is answered, not understood."""


def meaning_of(app: Application, room: Room, incoming: Incoming) -> Meaning:
    """What the message says, in the context of the present question."""
    if incoming.choice is not None:
        return _pressed(room, incoming.choice)
    if len(incoming.text) > LONGEST_READ:
        return understand(incoming.text, question_of(room), room.dialog.phrases, "long")
    model = app.models.of(room.brand.slug)
    return understand(incoming.text, question_of(room), room.dialog.phrases, incoming.form, model)


def question_of(room: Room) -> Question:
    """What the person was last asked. Which lines of an order are left to choose stands in the case."""
    state = room.state
    step = room.dialog.script.steps[state.step]
    return Question(
        step=state.step,
        kind=question_kind(step.kind, state.prompt, room.dialog.script.kind),
        choices=tuple(choice.id for choice in state.prompt),
        labels=_labels(room),
        options=options_of(step.kind, state),
        expects=EXPECTS.get(step.kind, ()),
        locales=(state.locale, *(name for name in room.dialog.script.locales if name != state.locale)),
        region=region_of(room),
    )


def _labels(room: Room) -> tuple[str, ...]:
    state = room.kept.state
    catalogue = room.dialog.texts.catalogues[state.locale]
    return tuple(
        catalogue.text(choice.label, formatted(choice.values, state.locale, room.brand.zone))[0]
        for choice in state.prompt
    )


def _pressed(room: Room, choice: str) -> Meaning:
    """A button: of the present question, of an earlier one, or (in a terminal) an outcome by its name."""
    prompt = room.kept.state.prompt
    for position, shown in enumerate(prompt):
        if choice in (shown.id, choice_id(room.conversation.id, room.kept.prompt_number, position)):
            return Meaning(choice=shown.id, option=_option(shown.id))
    wishes = {label.value for label in Label if label not in (Label.NONE, Label.AFFIRM, Label.DENY)}
    if choice in wishes:
        return Meaning(choice=choice)
    return Meaning(stale=True)


def _option(outcome: str) -> int | None:
    return int(outcome.removeprefix("option-")) - 1 if outcome.startswith("option-") else None


def facts_for(app: Application, uow: UnitOfWork, room: Room, event: Event, now: datetime) -> Facts:
    """Everything else that the turn may need to know."""
    capabilities = room.kind.capabilities
    case = event.case if isinstance(event, ChatContinued) and event.case else room.state.case
    script = room.dialog.script
    law = in_force(room.brand, script, case if case is not None and case.is_open else None, event.at)
    facts = Facts(
        now=now,
        brand=room.brand.name,
        zone=room.brand.zone,
        channel=room.account.kind,
        can_share_contact=capabilities.shares_contact,
        sender_phone=room.address.sender if capabilities.sender_is_phone else None,
        pack=law.pack,
        pack_version=law.version,
        rules=law.rules,
        fresh_case=CaseId(new_id()),
        fresh_challenge=ChallengeId(new_id()),
        fresh_number=new_number(room.brand.record_prefix, uow.vault.random),
        fresh_reference=new_id(),
        agents_wait=app.settings.agents_wait,
        person_comes=room.conversation.status == "waiting",
        called_for=graver(room.conversation.handoff_reason, ""),
        region=region_of(room),
        unprompted=_unprompted(room),
        letters=letter_account(app.directory.accounts_of(uow, room.brand.id)) is not None,
    )
    found = cases_found(app, uow, room, event) if isinstance(event, AccountLookedUp) else Found()
    mailed = _mailed_enough(uow, room, event, now, found.cases)
    ways = ways_to_ask_about(app, uow, room, event) if isinstance(event, AccountLookedUp) else ()
    facts = replace(facts, cases=found.cases, endings=found.endings, mailed_enough=mailed, ways=ways)
    facts = _with_endings(uow, room, event, facts)
    if isinstance(event, EffectCompleted) and event.effect in UNDOING:
        return replace(facts, cases=_others_of(uow, room))
    if isinstance(event, MessageReceived):
        facts = _with_ways_elsewhere(app, uow, room, event.meaning, facts)
        return _facts_about_message(uow, room, event.meaning, facts)
    return facts


def ways_to_ask_about(
    app: Application, uow: UnitOfWork, room: Room, event: AccountLookedUp
) -> tuple[Way, ...]:
    """By which the customer could have confirmations; none for whom nobody knows, or who was asked before."""
    if event.customer is None or was_asked(uow, room.brand.id, event.customer):
        return ()
    customer = Customer(event.customer, event.name or "", event.email, event.phone)
    places = places_of(app, uow, room.brand.id, None, room.conversation.contact_id, customer)
    return tuple(place.way for place in places)


UNDOING = ("reinstate_service", "revoke_alternative")
"""Effects that take back what was decided: whether it was decided anew meanwhile matters then."""


def _with_endings(uow: UnitOfWork, room: Room, event: Event, facts: Facts) -> Facts:
    """Looked for only where they may be told, or disputed."""
    identity = room.kept.state.identity
    customer = None if identity is None else identity.customer
    if isinstance(event, AccountLookedUp):
        disputed = room.conversation.handoff_reason in ("dispute", "legal")
        waiting = disputed and room.conversation.status == "waiting"
        since = room.conversation.waiting_since if waiting else None
        return replace(facts, disputed_at=since)
    if not isinstance(event, MessageReceived):
        return facts
    if disputes(event.meaning) or _asks_where_it_stands(event.meaning):
        return replace(facts, endings=endings_known(uow, room, customer))
    return facts


def disputes(meaning: Meaning) -> bool:
    """Whether it says that something is not right."""
    return Label.DISPUTE in (meaning.label, *meaning.also) or meaning.choice == Label.DISPUTE


def _unprompted(room: Room) -> Literal["welcome", "later", "never"]:
    """Whether this person may be written to without having written first."""
    address, status = room.address, room.conversation.status
    if address.opted_out_at is not None or address.unreachable_at is not None or status == "closed":
        return "never"
    return "later" if status == "agent" else "welcome"


def _with_ways_elsewhere(
    app: Application, uow: UnitOfWork, room: Room, meaning: Meaning, facts: Facts
) -> Facts:
    """Looked for only where somebody wants to go on elsewhere."""
    if Label.ELSEWHERE.value not in (meaning.label.value, meaning.choice):
        return facts
    code = new_code(uow.vault.random)
    return replace(facts, fresh_code=code, elsewhere=ways_elsewhere(app, uow, room, code))


def _mailed_enough(
    uow: UnitOfWork, room: Room, event: Event, now: datetime, cases: Sequence[Case]
) -> tuple[tuple[str, datetime], ...]:
    """Looked for only where a confirmation is asked for again: now, or before it was known who asks."""
    wanted = room.kept.state.wish == "resend"
    if isinstance(event, MessageReceived):
        wanted = wanted or event.meaning.label is Label.RESEND or event.meaning.choice == "resend"
    if not wanted:
        return ()
    own = room.state.case
    numbers = [each.record_number for each in ((own, *cases) if own else cases) if each.record_number]
    return sent_enough(uow, room.brand.id, numbers, now)


def _others_of(uow: UnitOfWork, room: Room) -> tuple[Case, ...]:
    """All cases of the customer whose case this is."""
    customer = None if room.state.case is None else room.state.case.customer
    return () if customer is None else cases_of_customer(uow, room, CustomerRef(customer))


def _facts_about_message(uow: UnitOfWork, room: Room, meaning: Meaning, facts: Facts) -> Facts:
    state = room.kept.state
    kind = room.dialog.script.steps[state.step].kind
    if kind == "verify" and meaning.code is not None and state.challenge is not None:
        verdict, identity = judge(uow, room, state.challenge, meaning.code, facts.now)
        return replace(facts, code=verdict, vouched=identity)
    if _is_ordered(room) and room.case_row is not None:
        facts = replace(facts, attempted=was_attempted(uow, room.brand.id, room.case_row.id))
    if kind in ("undo", "fee") and room.case_row is not None:
        return replace(facts, attempted=was_attempted(uow, room.brand.id, room.case_row.id))
    if state.identity is not None and (_may_choose(room, kind, meaning) or _asks_where_it_stands(meaning)):
        return replace(facts, cases=cases_of_customer(uow, room, state.identity.customer))
    if kind in ("collect", "verify"):
        identifier = meaning.identifier or _asked_for(kind, state, meaning, facts)
        return replace(facts, codes_allowed=codes_allowed(uow, room, identifier, facts.now))
    return facts


def _is_ordered(room: Room) -> bool:
    """Whether the case is an order to take up again what has ended, which may still be taken back."""
    case = room.state.case
    return case is not None and case.kind == "restart" and case.status == "accepted"


SETTLING = ("choose", "order", "restart")
"""Kinds of steps that settle on the service or the order that a case is about."""


def _may_choose(room: Room, kind: str, meaning: Meaning) -> bool:
    """Whether the turn may settle on what is meant: what is under way elsewhere has to be known then."""
    if kind in SETTLING:
        return True
    previous = room.kept.state.previous
    leads_back = previous is not None and room.dialog.script.steps[previous].kind in SETTLING
    return (leads_back or kind in ("offer", "confirm")) and not _only_answers(meaning)


def _asks_where_it_stands(meaning: Meaning) -> bool:
    """Whether something that waits for an answer may have to be found."""
    return Label.STATUS in (meaning.label, *meaning.also) or meaning.choice == Label.STATUS


def _only_answers(meaning: Meaning) -> bool:
    """Whether it is a bare answer to the question at hand, which leads to no other service."""
    moves = (Label.BACK, Label.OTHER)
    if meaning.choice is not None:
        return meaning.choice not in moves
    return (
        meaning.decision is not None
        and meaning.named is None
        and not {meaning.label, *meaning.also} & {*moves}
    )


def _asked_for(kind: str, state: State, meaning: Meaning, facts: Facts) -> str | None:
    """Whose code is wanted where the message names nobody: a new code is for whom the last one was."""
    if kind == "verify" or meaning.choice is None:
        return state.identifier
    return facts.sender_phone
