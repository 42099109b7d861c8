"""Sample situations of a script that cancels orders: those of every script, about an order, and its own."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations, product

from dialogs.case import Case
from dialogs.checker import samples
from dialogs.checker.samples import IDENTITY, NOW, World
from dialogs.checker.situation import ASKED, Situation, States, heard
from dialogs.events import AnswerDue, ChatContinued, EffectCompleted, OrderQuoted, QuoteChanged, TermsLearned
from dialogs.meaning import Label, Meaning
from dialogs.script import Script
from dialogs.turn import Agreement, Facts, Identity, State
from dialogs.values import OrderQuote


def about_an_order(situation: Situation, world: World) -> Iterator[Situation]:
    """The situation with an order in place of a service; nothing where there is no such thing."""
    state, event = situation.state, situation.event
    if isinstance(event, TermsLearned | QuoteChanged):
        return
    if isinstance(event, EffectCompleted):
        event = replace(event, effect="cancel_order", end_date=None)
    if isinstance(event, ChatContinued) and event.case is not None:
        for case in _as_order(event.case, world):
            yield replace(situation, event=replace(event, case=case))
        return
    orders = samples.orders_of(world)
    for case in _as_order(state.case, world):
        known = replace(state, case=case, services=(), chosen=None)
        if case is not None and case.is_undecided and case.order is not None:
            known = replace(known, orders=orders, chosen=0)
        yield replace(situation, state=known, event=event)


def _as_order(case: Case | None, world: World) -> Iterator[Case | None]:
    """The same about an order, which has no alternative, no fee, no taking back, and always a quote."""
    if case is None:
        yield None
        return
    if case.decision == "alternative" or case.fee_open or case.standing in ("reversing", "reversed"):
        return
    if case.service is None and case.service_name is None:
        yield replace(case, kind="order")
    elif case.quote == samples.few_quotes(world)[0]:
        kind = "order" if case.record_kind == "termination" else case.record_kind
        for quote in samples.order_quotes_of(world):
            yield replace(samples.order_case(world, case, quote), record_kind=kind)


def own_situations(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    """Where it is asked which order, what of it and how many; and what the back office answers."""
    for name, step in script.steps.items():
        at = State(step=name, locale=script.locales[0], introduced=True, identity=IDENTITY, account="found")
        if step.kind == "order":
            for state, meanings in _choosing(at, world):
                yield from (heard(state, meaning, facts) for meaning in meanings)
        if step.kind == "lines":
            for state, meanings in _picking(at, world):
                yield from (heard(state, meaning, facts) for meaning in meanings)
        if step.kind == "confirm":
            yield from _quoted(at, world, facts)
        if step.kind == "fee":
            for case in changed_orders(world):
                waiting = replace(at, case=case)
                yield from (heard(waiting, meaning, facts) for meaning in (*ASKED, *ANSWERS_TO_CHANGES))
                yield Situation(waiting, AnswerDue(case.id, NOW), facts)
    yield from _quoted_anew(State(step=script.wishes.rest, locale=script.locales[0]), world, facts)


ANSWERS_TO_CHANGES = (Meaning(choice="confirm"), Meaning(choice="keep"), Meaning(Label.STATUS))


def changed_orders(world: World) -> Iterator[Case]:
    """Cancellations of orders that wait for a yes to other terms than those that were confirmed."""
    quotes = samples.order_quotes_of(world)
    for before, now in permutations(quotes, 2):
        case = samples.order_case(world, samples.decided_case(world, None), now)
        yield replace(case, record_kind="order", order_quote_before=before, fee_open=True, requoted=1)


def _choosing(at: State, world: World) -> States:
    several = samples.orders_of(world)
    known = replace(at, case=_wish())
    for orders in (several, several[1:], ()):
        yield replace(known, orders=orders), ASKED
    for wish, account in product(("status", "refund", "resend"), ("found", "unavailable")):
        wanted = replace(known, wish=wish, account=account)  # type: ignore[arg-type]
        yield replace(wanted, case=None, orders=several), ASKED
        yield replace(wanted, case=None), ASKED
    yield replace(known, account="unavailable"), ASKED
    yield replace(known, identity=Identity(IDENTITY.customer, by="token", risk="high")), ASKED
    yield replace(known, looking_up="sample-look-up"), (Meaning(Label.CANCEL),)


def _picking(at: State, world: World) -> States:
    orders = samples.orders_of(world)
    for chosen, order in enumerate(orders):
        case = samples.order_case(world, samples.open_case(), None, order)
        known = replace(at, orders=orders, chosen=chosen, case=replace(case, selection=()))
        yield known, (*ASKED, Meaning(option=0))
        first = order.lines[0]
        some = replace(case, selection=((first.ref, 1),))
        yield replace(known, case=some, adding=True), ASKED
        if first.quantity > 1:
            yield replace(known, picked=0), ASKED


def _quoted(at: State, world: World, facts: Facts) -> Iterator[Situation]:
    """The back office says what cancelling the selection means, or cannot, or it has changed meanwhile."""
    waiting = replace(
        at,
        case=samples.order_case(world, samples.open_case(), None),
        orders=samples.orders_of(world),
        chosen=0,
        looking_up=facts.fresh_reference,
    )
    for quote in (*samples.order_quotes_of(world), *samples.refused_quotes(world)):
        yield Situation(waiting, _answer(facts, "found", quote), facts)
        agreed = replace(waiting, agreement=Agreement(_wish().id, samples.order_quotes_of(world)[-1]))
        yield Situation(agreed, _answer(facts, "found", quote), facts)
    for result in ("none", "unavailable"):
        yield Situation(waiting, _answer(facts, result), facts)


def _quoted_anew(at: State, world: World, facts: Facts) -> Iterator[Situation]:
    """What was confirmed does not hold any more: something of it was sent meanwhile."""
    resting = replace(at, introduced=True, identity=IDENTITY)
    quotes = samples.order_quotes_of(world)
    case = samples.order_case(world, samples.decided_case(world, None), quotes[0])
    case = replace(case, record_kind="order")
    for before, quote in product(quotes, repeat=2):
        changed = QuoteChanged(case.id, NOW, order_quote=quote)
        confirmed = replace(case, order_quote=before)
        for told, agreed in ((facts, False), (replace(facts, aside=True), False), (facts, True)):
            yield Situation(replace(resting, case=replace(confirmed, agreed_anew=agreed)), changed, told)
    taken_back = replace(case, status="reversed", record_kind="reversal")
    yield heard(replace(resting, case=taken_back), Meaning(Label.STATUS), facts)


def _answer(facts: Facts, result: str, quote: OrderQuote | None = None) -> OrderQuoted:
    return OrderQuoted(result, NOW, quote, facts.fresh_reference)  # type: ignore[arg-type]


def _wish() -> Case:
    return replace(samples.open_case(settled=False), kind="order")
