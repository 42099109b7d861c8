"""Writing a conversation down as a case: what was said, what was so around it, what was said in answer.

The recorder is told of every turn. What the back office knew becomes the case's
world, and what changed meanwhile a change of it, so that the case comes to the
same without a back office.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.wiring import TurnTaken
from dialogs.case import Case
from dialogs.cases.form import (
    Change,
    ConversationCase,
    Expected,
    HasAlternative,
    HasCase,
    HasEnding,
    HasRestart,
    HasService,
    Line,
    World,
)
from dialogs.events import (
    AccountLookedUp,
    AgentReturned,
    AnswerDue,
    CaseReconciled,
    ChargeFound,
    EffectCompleted,
    EndingDeclared,
    Event,
    MessageReceived,
    QuoteChanged,
    RefundMoved,
    ReturnMoved,
    TermsLearned,
)
from dialogs.ids import ConversationId
from dialogs.turn import State
from dialogs.understanding import is_code
from dialogs.values import Alternative, Restart, Service

NO_CODE = "000000"
"""Written in place of a code that nobody asked for any more."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was typed or pressed, as it came in."""

    text: str = ""
    choice: str | None = None


class Recorder:
    """Keeps the turns of a conversation, and what was typed at each."""

    def __init__(self) -> None:
        self.hearing = Heard()
        """What the next message consists of: the dialog is told meanings only."""
        self._turns: dict[tuple[ConversationId, int], tuple[TurnTaken, Heard]] = {}

    def __call__(self, taken: TurnTaken) -> None:
        self._turns[taken.conversation, taken.version] = taken, self.hearing

    def case(self, conversation: ConversationId, about: str) -> ConversationCase | None:
        """The conversation as a case; None where nothing happened in it."""
        turns = [kept for (each, _), kept in sorted(self._turns.items()) if each == conversation]
        return _Writing(about, turns).case() if turns else None


@dataclass(slots=True)
class _Around:
    """What has been learnt so far of what is so around the talk."""

    known: dict[str, Any] = field(default_factory=dict)
    first: dict[str, Any] = field(default_factory=dict)
    """By name what was so when it was first learnt: the world in which the case begins."""

    def learn(self, **found: Any) -> dict[str, Any]:
        """Take note; what is another thing than before, by name."""
        changed = {name: each for name, each in found.items() if self.known.get(name, each) != each}
        self.first = found | self.first
        self.known |= found
        return changed


class _Writing:
    """One conversation being written down."""

    def __init__(self, about: str, turns: list[tuple[TurnTaken, Heard]]) -> None:
        self._about, self._turns = about, turns
        self._around = _Around()
        self._refs: dict[str, str] = {}
        self._own = {taken.turn.state.case.id for taken, _ in turns if taken.turn.state.case is not None}
        self._own |= {taken.facts.fresh_case for taken, _ in turns}

    def case(self) -> ConversationCase:
        opening = self._turns[0][0]
        talk = tuple(self._lines())
        return ConversationCase(
            about=self._about,
            script=opening.script,
            channel=opening.facts.channel,
            locale=opening.before.locale,
            world=self._world(opening),
            talk=talk,
        )

    def _world(self, opening: TurnTaken) -> World:
        facts = opening.facts
        given = {
            "vouched": opening.before.identity is not None,
            "pack": facts.pack,
            "agents_wait": facts.agents_wait,
            "now": opening.event.at - timedelta(minutes=1),
            "brand": facts.brand,
            "zone": facts.zone,
            "region": opening.region,
        }
        return World.model_validate(given | self._around.first)

    def _lines(self) -> Iterator[Line]:
        """A line for each thing that happened; what the back office answers belongs to what asked it."""
        line: dict[str, Any] = {}
        before = self._turns[0][0].event.at
        for taken, heard in self._turns:
            deed = _deed_of(taken, heard)
            if deed is None and not isinstance(taken.event, AccountLookedUp):
                continue
            if deed is not None:
                yield from _line_of(line)
                line = {**deed, "texts": (), "world": {}, **_later(taken.event.at - before)}
                before = taken.event.at
            if line:
                line["texts"] += tuple(reply.text for reply in taken.turn.replies)
                line["step"] = taken.turn.state.step
                line["world"] |= self._learnt(taken)
        yield from _line_of(line)

    def _learnt(self, taken: TurnTaken) -> dict[str, Any]:
        event, facts = taken.event, taken.facts
        found: dict[str, Any] = {}
        if isinstance(event, AccountLookedUp):
            found = self._looked_up(event) | {"cases": self._cases(facts.cases), "ways": facts.ways}
        elif isinstance(event, TermsLearned | QuoteChanged) and event.service is not None:
            found = {"services": (_service(event.service),)}
        elif isinstance(event, MessageReceived):
            found = {"codes_allowed": facts.codes_allowed}
        if facts.endings:
            found["endings"] = tuple(_ending_before(case, self._began()) for case in facts.endings)
        if facts.mailed_enough or not self._around.known.get("mailed_enough"):
            found["mailed_enough"] = bool(facts.mailed_enough)
        changed = self._around.learn(**found)
        # Cases of the talk itself are remembered by whoever plays it.
        return {name: each for name, each in changed.items() if name in Change.model_fields}

    def _looked_up(self, event: AccountLookedUp) -> dict[str, Any]:
        if event.result == "unavailable":
            return {"office": "down"}
        if event.result == "none":
            return {"office": "up", "known": False}
        self._refs = {service.ref: f"S-{n}" for n, service in enumerate(event.services, 1)}
        services = tuple(map(_service, event.services))
        found = {"office": "up", "known": True, "risk": event.risk, "services": services}
        return found | ({"currency": event.services[0].price.currency} if event.services else {})

    def _began(self) -> datetime:
        return self._turns[0][0].event.at

    def _cases(self, cases: tuple[Case, ...]) -> tuple[HasCase, ...]:
        start = self._began()
        return tuple(
            _case_before(case, (start - case.declared_at).days, self._refs)
            for case in cases
            if case.id not in self._own
        )


def _later(passed: timedelta) -> dict[str, int]:
    """How long after the line before; some minutes matter to nothing but what they leave out of date."""
    minutes = passed.seconds // 60
    found = {"after_days": passed.days} if passed.days else {}
    return found | ({"after_minutes": minutes} if minutes > 1 else {})


def _line_of(line: dict[str, Any]) -> Iterator[Line]:
    if line:
        expected = Expected(texts=line.pop("texts"), step=line.pop("step"))
        change = Change(**line.pop("world"))
        yield Line(**line, world=change, expect=expected)


def _deed_of(taken: TurnTaken, heard: Heard) -> dict[str, Any] | None:
    """What happened, as a line of a case names it; None where it has no name there."""
    event = taken.event
    if isinstance(event, MessageReceived):
        return _message(event, taken, heard)
    if taken.facts.aside:
        return None
    happens = HAPPENED.get(type(event))
    return None if happens is None else {"happens": happens(event)}


def _message(event: MessageReceived, taken: TurnTaken, heard: Heard) -> dict[str, Any]:
    meaning = event.meaning
    if meaning.form != "text":
        return {"happens": meaning.form}
    if heard.choice is not None:
        return {"press_stale": heard.choice} if meaning.stale else {"press": meaning.choice}
    if taken.facts.code is not None:
        return {"code": taken.facts.code}
    return {"say": NO_CODE if _may_be_sent(taken.before, heard.text) else heard.text}


def _may_be_sent(state: State, text: str) -> bool:
    return state.challenge is not None and is_code(text)


HAPPENED: Mapping[type[Event], Callable[[Any], str]] = {
    EffectCompleted: lambda event: "executed" if event.result == "done" else event.result,
    TermsLearned: lambda event: "terms_learned",
    QuoteChanged: lambda event: "terms_changed",
    AnswerDue: lambda event: "unanswered",
    CaseReconciled: lambda event: "reconciled",
    ChargeFound: lambda event: "charged",
    EndingDeclared: lambda event: "ending",
    ReturnMoved: lambda event: f"return_{event.standing}",
    RefundMoved: lambda event: f"refund_{event.standing}",
    AgentReturned: lambda event: "agent_resolved" if event.resolved else "agent_returned",
}
"""What happens elsewhere -> how a case names it."""


def _service(service: Service) -> HasService:
    quote, free = service.quote, service.free_quote
    given: dict[str, Any] = {
        "name": service.name,
        "plan": service.plan,
        "started_on": service.started_on,
        "status": service.status,
        "price": service.price.amount,
        "interval": service.interval,
        "alternatives": tuple(map(_alternative, service.alternatives)),
    }
    if service.ends_on is not None:
        given["end_date"] = service.ends_on
    if free is not None:
        given["free_date"] = free.end_date
    if quote is not None:
        given |= {
            "end_date": quote.end_date,
            "fee": quote.fee.amount,
            "refund": quote.refund.amount,
            "notice_days": quote.notice_days,
        }
        given |= {"undo_days": -1} if quote.undo_until is None else {"undo_until": quote.undo_until}
        given |= {} if quote.last_charged_on is None else {"last_charged_on": quote.last_charged_on}
        given |= {"remains": quote.remains[0]} if quote.remains else {}
    if service.restart is not None:
        given["restart"] = _restart(service.restart)
    return HasService(**given)


def _alternative(alternative: Alternative) -> HasAlternative:
    return HasAlternative(
        kind=alternative.kind,
        starts_on=alternative.starts_on,
        ends_on=alternative.ends_on,
        price=alternative.price.amount,
        price_after=alternative.price_after.amount,
        percent=alternative.percent,
        months=alternative.months,
        plan=alternative.plan,
        amount=None if alternative.amount is None else alternative.amount.amount,
        price_before=None if alternative.price_before is None else alternative.price_before.amount,
    )


def _restart(terms: Restart) -> HasRestart:
    return HasRestart(
        price=terms.price.amount,
        interval=terms.interval,
        minimum_until=terms.minimum_until,
        notice_days=terms.notice_days,
    )


def _case_before(case: Case, days: int, refs: Mapping[str, str]) -> HasCase:
    """A case that was there before, as far as it matters to the talk."""
    given: dict[str, Any] = {
        "declared_days_ago": days,
        "service": None if case.service is None else refs.get(case.service, case.service),
        "status": case.status,
        "reversing": case.reversing_since is not None,
        "permission": case.permission if case.permission != "given" else "asked",
        "decision": case.decision if case.decision in ("cancel", "restart") else None,
    }
    given |= {} if case.service_name is None else {"service_name": case.service_name}
    given |= {} if case.record_number is None else {"number": case.record_number}
    if case.offer is not None:
        kind, answer = case.offer.alternative.kind, case.offer.answer
        given |= {"offered": kind, "answer": "open" if answer == "open" else "declined"}
    if case.quote is not None:
        quote = case.quote
        given |= {"end_date": case.end_date or quote.end_date, "fee": quote.fee.amount}
        given |= {"refund": quote.refund.amount} | ({"undo_days": -1} if quote.undo_until is None else {})
    return HasCase(**given)


def _ending_before(case: Case, start: datetime) -> HasEnding:
    """What the brand ends, as far as it matters to the talk."""
    ending = case.ending
    assert ending is not None, "not an ending"
    return HasEnding.model_validate(
        {
            "cause": ending.cause,
            "service_name": case.service_name,
            "last_day": ending.last_day,
            "facts": ending.facts,
            "status": case.status,
            "disputed": ending.is_disputed,
            "declared_days_ago": (start - case.declared_at).days,
            "number": case.record_number,
        }
    )
