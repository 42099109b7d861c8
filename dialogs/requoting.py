"""What was confirmed is not what the back office would do any more: another quote takes its place.

What is no worse for the customer is carried out and told. What is worse waits for a yes, unless the
declaration takes effect by law without one: then it is carried out without a higher fee, and told.
"""

from dialogs.cancelling_anew import cancel_anew
from dialogs.case import Case
from dialogs.events import EffectCompleted, QuoteChanged
from dialogs.filling import quote_values, values_before
from dialogs.outcomes import learn_outcome
from dialogs.requoting_orders import MOST_QUOTES, learn_order_quote
from dialogs.scene import Scene
from dialogs.steps.choose import quote_for
from dialogs.values import Quote, Service


def learn_quote(scene: Scene, event: QuoteChanged) -> bool:
    """Nothing was done: what holds now is carried out, asked about or left to a person.

    Returns: whether the customer is to be asked.
    """
    case = scene.case
    if case is None or case.id != event.case or case.standing not in ("accepted", "failed"):
        return False
    if event.order_quote is not None:
        may_ask = scene.script.wishes.fee is not None and not case.agreed_anew
        return learn_order_quote(scene, case, event.order_quote, may_ask)
    if case.quote is None or event.service is None:
        return False
    quotes = quotes_of(case, event.service)
    better = next((quote for quote in quotes if is_no_worse(quote, case.quote)), None)
    by_law = better or _by_law(scene, case, quotes, case.quote)
    if not quotes or case.requoted >= MOST_QUOTES or (by_law is None and case.agreed_anew):
        _refuse(scene, event)
    elif by_law is not None:
        _carry_out(scene, case, by_law, case.quote, "terms-by-law" if better is None else "terms-better")
    else:
        free = event.service.free_quote
        scene.put_case(
            status="accepted",
            quote=quotes[0],
            quote_before=case.quote,
            fee_open=True,
            free_quote=free,
            requoted=case.requoted + 1,
        )
        return True
    return False


def quotes_of(case: Case, service: Service) -> tuple[Quote, ...]:
    """What ending the service can mean now, the earliest end first: with a fee, and later without it."""
    first = quote_for(case.kind, service)
    free = service.free_quote if case.kind == "termination" else None
    return tuple(quote for quote in (first, free) if quote is not None)


def is_same(quote: Quote, confirmed: Quote) -> bool:
    """Whether both mean the same to the customer."""
    return (quote.end_date, quote.fee, quote.refund) == (confirmed.end_date, confirmed.fee, confirmed.refund)


def is_no_worse(quote: Quote, confirmed: Quote) -> bool:
    """Whether the customer loses nothing against what they confirmed.

    It ends no later, costs no more, pays back no less and leaves nothing more to do. An earlier end
    that saves nothing takes away time that is paid for: that is worse.
    """
    if quote.fee.currency != confirmed.fee.currency or quote.refund.currency != confirmed.refund.currency:
        return False
    if quote.end_date > confirmed.end_date or not set(quote.remains) <= set(confirmed.remains):
        return False
    if quote.fee.amount > confirmed.fee.amount or quote.refund.amount < confirmed.refund.amount:
        return False
    return quote.end_date == confirmed.end_date or _saves(quote, confirmed)


def _saves(quote: Quote, confirmed: Quote) -> bool:
    """Whether more comes back, or a payment less is taken."""
    before, now = confirmed.last_charged_on, quote.last_charged_on
    return quote.refund.amount > confirmed.refund.amount or (
        before is not None and (now is None or now < before)
    )


def _by_law(scene: Scene, case: Case, quotes: tuple[Quote, ...], confirmed: Quote) -> Quote | None:
    """What takes effect without a yes: a withdrawal, and a declaration that nobody has to agree to.

    So German law has it (BGB 312k, 355), and French (Code de la consommation L215-1-1): whoever gives
    notice, or withdraws, ends the contract. A fee that nobody agreed to is not taken along with it.
    """
    if case.kind == "withdrawal":
        return next(iter(quotes), None)
    if not scene.facts.rules.declaration_first:
        return None
    same = (quote for quote in quotes if quote.fee.currency == confirmed.fee.currency)
    return next((quote for quote in same if quote.fee.amount <= confirmed.fee.amount), None)


def _carry_out(scene: Scene, case: Case, quote: Quote, confirmed: Quote, text: str) -> None:
    """The record of what was confirmed stays as it is: it proves what was agreed to."""
    case = scene.put_case(status="accepted", quote=quote, requoted=case.requoted + 1)
    scene.do(cancel_anew(case))
    scene.reach(text, **quote_values(case, scene.facts), **values_before(confirmed))


def _refuse(scene: Scene, event: QuoteChanged) -> None:
    learn_outcome(scene, EffectCompleted("cancel_service", event.case, "refused", event.at))
