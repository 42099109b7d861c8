"""What one call of `advance` builds up: the new state, the replies and the effects.

The only mutable thing in the engine; it lives for one turn and never leaves it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Literal
from zoneinfo import ZoneInfo

from dialogs.altered import altered
from dialogs.case import Case, CaseKind
from dialogs.effects import Effect
from dialogs.machine import guards_asked, step_after
from dialogs.meaning import Meaning, Urgency
from dialogs.script import Script, Step
from dialogs.turn import Choice, Facts, Lines, Part, Plain, Say, State, Turn, Value
from dialogs.values import Day, LineQuote, Moment, Money, OrderQuote, Quote, Restart

Filling = Value | date | datetime | None
"""What a step may fill a text with; days and moments are marked as such on the way out."""

READ_AT_ONCE = timedelta(minutes=30)
"""So long after their last word somebody may be taken to be still in the chat."""

Told = CaseKind | Literal["alternative"]
"""What a text tells of: what was declared, or the alternative that was taken instead."""


class Scene:
    """Collects a turn. Steps and wishes speak through it and change the state through it."""

    __slots__ = (
        *("asked", "at", "began_with", "effects", "facts", "followed", "heard", "replies", "script"),
        "state",
    )

    def __init__(self, script: Script, state: State, facts: Facts, at: datetime) -> None:
        self.script = script
        self.state = state
        self.began_with = state.case
        """The case as it is stored."""
        self.facts = facts
        self.at = at
        """When what is being answered came in: the time of declarations and decisions."""
        self.heard: Urgency | None = None
        """What the message at hand tells that calls a person."""
        self.replies: list[Say] = []
        self.effects: list[Effect] = []
        self.followed: list[tuple[str, str]] = []
        self.asked: list[tuple[str, bool]] = []

    @property
    def step(self) -> Step:
        return self.script.steps[self.state.step]

    @property
    def case(self) -> Case | None:
        return self.state.case

    @property
    def kind(self) -> CaseKind:
        """What is being talked about."""
        return self.script.kind if self.state.case is None else self.state.case.kind

    def put(self, **changes: Any) -> None:
        """Replace fields of the state."""
        self.state = altered(self.state, changes)

    def put_case(self, **changes: Any) -> Case:
        """Replace fields of the case, which must be there."""
        assert self.state.case is not None, "no case to change"
        case = altered(self.state.case, changes)
        self.put(case=case)
        return case

    @property
    def wanted(self) -> Literal["services", "orders"]:
        """What the back office is asked for of whoever is writing."""
        return "orders" if self.script.kind == "order" else "services"

    def forget_account(self) -> None:
        """What the back office said of the customer is out of date: it is asked again when it matters."""
        self.put(account="unknown", services=(), orders=(), chosen=None, picked=None, postal=None)

    def do(self, effect: Effect) -> None:
        self.effects.append(effect)

    def say(self, text: str, **values: Filling) -> None:
        """Say something that asks nothing; the present question stays as it is."""
        self._append(Say(text, present(values)))

    def notify(self, text: str, **values: Filling) -> None:
        """Say something that must arrive also when an agent holds the chat."""
        self._append(Say(text, present(values), purpose="notice"))

    def reach(self, text: str, **values: Filling) -> None:
        """Say something that must reach the customer, also one who has left the chat."""
        self._append(Say(text, present(values), purpose="notice", must_reach=True))

    def reach_later(self, text: str, **values: Filling) -> None:
        """The same, but for somebody who confirmed a moment ago and may be taken to be still there."""
        decided_at = None if self.case is None else self.case.decided_at
        left = decided_at is not None and self.at - decided_at > READ_AT_ONCE
        if self.case is not None and self.case.ending is not None:
            left = True  # Nobody confirmed anything: whoever is told of it need not be there.
        self._append(Say(text, present(values), purpose="notice", must_reach=left))

    def confirm_opt_out(self, text: str, **values: Filling) -> None:
        """Say that nothing more will be sent: the one message that goes out after an opt-out."""
        self._append(Say(text, present(values), purpose="opt_out"))

    def receipt(self, text: str, **values: Filling) -> None:
        """Hand over a receipt: it arrives whatever happens to the dialog."""
        self._append(Say(text, present(values), purpose="receipt"))

    def tell_standing(self, case: Case) -> None:
        """Say where a cancellation stands."""
        text = f"status-{case.standing.replace('_', '-')}"
        self._append(Say(text, present(quote_values(case, self.facts))), _told_of(case))

    def ask(self, text: str, choices: tuple[Choice, ...], **values: Filling) -> None:
        """Ask a question; its choices become the only ones that are not stale."""
        asked = self._append(Say(text, present(values), choices=choices))
        self.put(prompt=asked.choices)

    def ask_in_any_case(self, text: str, choices: tuple[Choice, ...], **values: Filling) -> None:
        """Ask what must be asked also when an agent holds the chat."""
        asked = self._append(Say(text, present(values), choices=choices, purpose="notice"))
        self.put(prompt=asked.choices)

    def ask_and_reach(self, text: str, choices: tuple[Choice, ...], **values: Filling) -> None:
        """The same of somebody who may have left the chat."""
        say = Say(text, present(values), choices=choices, purpose="notice", must_reach=True)
        self.put(prompt=self._append(say).choices)

    def _append(self, say: Say, told: Told | None = None) -> Say:
        told = told or (self.kind if self.case is None else _told_of(self.case))
        say = _in_own_words(say, told)
        if not self.state.introduced:
            say = replace(say, introduces=True)
            self.put(introduced=True)
        self.replies.append(say)
        return say

    def move(self, outcome: str) -> None:
        """Follow an outcome of the present step."""
        self.followed.append((self.state.step, outcome))
        self.asked += guards_asked(self.step.targets().get(outcome, ()), self.state, self.facts)
        self.jump(step_after(self.script, self.state, self.facts, outcome))

    def jump(self, step: str) -> None:
        """Go to a step by name, as a wish does."""
        here = self.state.step
        # Back leads to a question that was really asked, not to a step that was only passed through.
        asked = bool(self.state.prompt) and self.script.steps[here].kind != "end" and here != step
        self.put(step=step, previous=here if asked else self.state.previous, prompt=())

    def turn(self) -> Turn:
        followed, asked = tuple(self.followed), tuple(self.asked)
        return Turn(self.state, tuple(self.replies), tuple(self.effects), followed, asked)


def _told_of(case: Case) -> Told:
    """Whoever took the alternative has cancelled nothing, and is told of none."""
    return "alternative" if case.decision == "alternative" else case.kind


OWN_WORDS: Mapping[Told, frozenset[str]] = {
    "termination": frozenset(),
    "ending": frozenset(("charged-after-end",)),
    "alternative": frozenset(
        (
            *("status-accepted", "status-executed", "status-reconciled", "status-failed"),
            *("status-reversing", "status-reversed"),
            *("execution-delayed", "execution-by-person"),
            *("undo", "undone", "executed-undo", "undo-too-late"),
            *("undo-delayed", "undo-by-person", "undo-not-done"),
            *("choice-undo", "choice-leave-cancelled"),
        )
    ),
    "withdrawal": frozenset(
        (
            *("status-accepted", "status-executed", "status-reconciled", "status-failed"),
            *("status-not-confirmed", "nothing-on-record", "cost-of-quote"),
            *("executed", "execution-delayed", "execution-by-person", "not-carried-out"),
            *("terms-better", "terms-by-law"),
            *("undo-too-late", "nothing-to-keep", "keep-or-cancel", "bye-not-confirmed", "help"),
            *("code-locked", "codes-limited", "choice-status"),
        )
    ),
    "restart": frozenset(
        (
            *("status-accepted", "status-executed", "status-reconciled", "status-failed"),
            *("status-reversed", "status-withdrawn"),
            *("executed", "execution-delayed", "execution-by-person", "not-carried-out"),
        )
    ),
    "order": frozenset(
        (
            *("status-accepted", "status-executed", "status-reconciled", "status-failed"),
            *(
                "status-withdrawn",
                "status-merged",
                "status-declared",
                "status-not-confirmed",
                "nothing-on-record",
            ),
            *("cost-of-quote", "refund-of-quote", "refund-comes-with-quote", "terms-come-with-quote"),
            *("executed", "execution-delayed", "execution-by-person", "not-carried-out", "terms-changed"),
            *("undo-too-late", "declared", "help", "change-by-person"),
            *("choice-cancel", "choice-confirm", "choice-status", "rest-over"),
            *("status-terms-open", "status-reversed", "terms-learnt", "fee-reminder", "executed-undo"),
            "choice-new-terms",
        )
    ),
}
"""What is being talked about -> the texts that are said in other words then: ``withdrawal-executed``."""


def _in_own_words(say: Say, told: Told) -> Say:
    own = OWN_WORDS[told]
    if not own:
        return say
    choices = tuple(
        replace(each, label=_own(each.label, told)) if each.label in own else each for each in say.choices
    )
    return replace(say, text=_own(say.text, told), choices=choices)


def _own(text: str, told: Told) -> str:
    return f"{told}-{text}" if text in OWN_WORDS[told] else text


def choice(outcome: str, label: str, **values: Filling) -> Choice:
    return Choice(outcome, label, present(values)) if values else _plain_choice(outcome, label)


@lru_cache(maxsize=512)
def _plain_choice(outcome: str, label: str) -> Choice:
    return Choice(outcome, label)


def entry_choice(scene: Scene, outcome: str = "cancel", label: str = "choice-cancel") -> Choice:
    """The choice that begins a cancellation: in the law's words where it prescribes them."""
    return _in_the_laws_words(scene, "entry", outcome, label)


def confirm_choice(scene: Scene, label: str = "choice-confirm") -> Choice:
    """The choice that declares a cancellation: in the law's words where it prescribes them."""
    return _in_the_laws_words(scene, "confirm", "confirm", label)


def order_choice(scene: Scene) -> Choice:
    """The choice that orders for money: it says so, in the law's words where it prescribes them."""
    return _in_the_laws_words(scene, "order", "restart", "choice-restart")


def _in_the_laws_words(
    scene: Scene, place: Literal["entry", "confirm", "order"], outcome: str, label: str
) -> Choice:
    words = scene.facts.rules.label(place, scene.state.locale)
    return choice(outcome, label) if words is None else choice(outcome, PRESCRIBED, words=words)


PRESCRIBED = "choice-prescribed"
"""The label that nobody edits: a law's own words."""


def chosen_outcome(meaning: Meaning, *outcomes: str) -> str | None:
    """The outcome that a pressed button or a typed digit names, if it is one of these."""
    return meaning.choice if meaning.choice in outcomes and not meaning.stale else None


def present(values: dict[str, Filling]) -> tuple[tuple[str, Value], ...]:
    """Values as texts are filled with them: those that are there, by the names that texts write."""
    return tuple(
        [
            (_in_texts(name), value if isinstance(value, _AS_THEY_ARE) else _marked(value))
            for name, value in values.items()
            if value is not None
        ]
    )


_AS_THEY_ARE = (str, int, Money)
"""Most values by far: to ask each what else it could be takes a tenth of a turn."""


@lru_cache(maxsize=512)
def _in_texts(name: str) -> str:
    """The name as texts write it."""
    return name.replace("_", "-")


def _marked(value: Value | date | datetime) -> Value:
    if isinstance(value, datetime):
        return Moment(value)
    return Day(value) if isinstance(value, date) else value


def quote_values(case: Case, facts: Facts) -> dict[str, Filling]:
    """What a quote, a receipt and a status are filled with. Absent amounts are zero of nothing: left out."""
    if case.kind == "order":
        return _order_values(case, facts)
    quote = case.quote
    shared: dict[str, Filling] = {
        "brand": facts.brand,
        "service": case.service_name or facts.brand,
        "number": case.record_number or "-",
        "declared": case.declared_at,
        "confirmed": case.decided_at,
        "end_date": case.end_date,
    }
    if case.restart is not None:
        return shared | restart_values(case.restart, case.declared_at, facts)
    if case.decision == "alternative":
        shared |= _undo_of_change(case, facts)
    if quote is None:
        return {"has_fee": 0, "has_refund": 0, "has_charge": 0, "has_undo": 0} | shared
    values: dict[str, Filling] = {
        "end_date": case.end_date or quote.end_date,
        "notice_days": quote.notice_days,
        "has_fee": _flag(quote.fee),
        "fee": quote.fee,
        "fee_reason": quote.fee_reason or "none",
        "has_refund": _flag(quote.refund),
        "refund": quote.refund,
        "refund_reason": quote.refund_reason or "none",
        "has_charge": 1 if quote.last_charge is not None and quote.last_charged_on is not None else 0,
        "last_charge": quote.last_charge,
        "last_charged_on": quote.last_charged_on,
        "has_undo": 1 if _undo_is_open(case, quote, facts) else 0,
        "undo_until": quote.undo_until,
        "remains": quote.remains[0] if quote.remains else "nothing",
    }
    return values | shared | {"end_date": values["end_date"]}


def _undo_of_change(case: Case, facts: Facts) -> dict[str, Filling]:
    """Until when the alternative that was taken can be taken back."""
    day = None if case.offer is None else case.offer.alternative.undo_until
    return {"has_undo": 1 if case.change_may_be_undone(facts.today) else 0, "undo_day": day}


def restart_values(terms: Restart, ordered_at: datetime, facts: Facts) -> dict[str, Filling]:
    """What texts about taking up again what has ended are filled with.

    Args:
        ordered_at: from when the time counts in which the law lets one withdraw from the new contract.
    """
    days = facts.rules.withdrawal_days
    ordered_on = ordered_at.astimezone(ZoneInfo(facts.zone)).date()
    return {
        "starts_on": terms.starts_on,
        "price": terms.price,
        "interval": terms.interval,
        "has_minimum": 0 if terms.minimum_until is None else 1,
        "minimum_until": terms.minimum_until,
        "notice_days": terms.notice_days,
        "has_undo": 0,
        "withdrawal_days": days or 0,
        "withdraw_until": ordered_on + timedelta(days=days) if days else None,
    }


def _order_values(case: Case, facts: Facts) -> dict[str, Filling]:
    shared: dict[str, Filling] = {
        "brand": facts.brand,
        "order": case.service_name or "-",
        "number": case.record_number or "-",
        "declared": case.declared_at,
        "confirmed": case.decided_at,
        "has_undo": 0,
    }
    quote = case.order_quote
    return shared if quote is None else shared | order_quote_values(quote)


def order_quote_values(quote: OrderQuote) -> dict[str, Filling]:
    """What an order's quote, its receipt and its status are filled with."""
    done = [line for line in quote.lines if line.outcome != "refused"]
    return {
        "lines": order_lines(quote),
        "count": sum(line.quantity for line in done),
        "refused": sum(line.quantity for line in quote.lines) - sum(line.quantity for line in done),
        "rule": next((line.rule for line in quote.lines if line.outcome == "refused"), None) or "none",
        "has_refund": _flag(quote.refund),
        "refund": quote.refund,
        "has_return": 1 if quote.must_return else 0,
        "return_by": max((line.return_by for line in done if line.return_by), default=None),
    }


def order_lines(quote: OrderQuote) -> Lines:
    """What becomes of each thing, of the shipping and of a tax."""
    beside = (("order-line-shipping", quote.shipping), ("order-line-tax", quote.tax))
    paid_back = ((text, (("refund", share),)) for text, share in beside if share and not share.is_zero)
    return Lines((*map(_line, quote.lines), *paid_back))


def _line(line: LineQuote) -> Part:
    values: list[tuple[str, Plain]] = [
        ("quantity", line.quantity),
        ("name", line.name),
        ("refund", line.refund),
        ("rule", line.rule or "none"),
    ]
    if line.return_by is not None:
        values.append(("return-by", Day(line.return_by)))
    return f"order-line-{line.outcome}", tuple(values)


def _undo_is_open(case: Case, quote: Quote, facts: Facts) -> bool:
    in_time = quote.undo_until is not None and facts.now <= quote.undo_until
    return in_time and not case.came_to_nothing


def _flag(money: Money) -> int:
    return 0 if money.is_zero else 1
