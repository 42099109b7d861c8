"""What was confirmed of an order is not what would be done any more: another quote takes its place.

What is no worse for the customer is carried out and told. What is worse waits for a yes.
"""

from dialogs.cancelling_anew import cancel_order_anew
from dialogs.case import Case
from dialogs.effects import HandOff
from dialogs.filling import order_before, order_quote_values, quote_values
from dialogs.scene import Scene
from dialogs.values import LineOutcome, LineQuote, OrderQuote

BURDEN: dict[LineOutcome, int] = {"void": 0, "refund": 0, "return": 1, "refused": 2}
"""What becomes of a thing -> how much is left to its customer to do about it, or to bear."""


def learn_order_quote(scene: Scene, case: Case, quote: OrderQuote, may_ask: bool) -> bool:
    """Nothing was done: what holds now is carried out, asked about or left to a person.

    Args:
        may_ask: whether the script has where to ask, and the customer has not agreed anew before.

    Returns: whether the customer is to be asked.
    """
    confirmed = case.order_quote
    assert confirmed is not None, "an order is never confirmed without a quote"
    if case.requoted >= MOST_QUOTES:
        _leave_to_a_person(scene, case, quote)
    elif is_no_worse(quote, confirmed):
        case = scene.put_case(status="accepted", order_quote=quote, requoted=case.requoted + 1)
        scene.do(cancel_order_anew(case))
        scene.reach("order-terms-better", **quote_values(case, scene.facts), **order_before(confirmed))
    elif may_ask:
        scene.put_case(
            status="accepted",
            order_quote=quote,
            order_quote_before=confirmed,
            fee_open=True,
            requoted=case.requoted + 1,
        )
        return True
    else:
        _leave_to_a_person(scene, case, quote)
    return False


MOST_QUOTES = 3
"""A back office that keeps to none of its quotes is a matter for a person."""


def is_no_worse(quote: OrderQuote, confirmed: OrderQuote) -> bool:
    """Whether the customer loses nothing against what they confirmed.

    Of each thing as much is cancelled, with no more to do about it and no less time for that; and no less is
    paid back, nor later.
    """
    if quote.refund.currency != confirmed.refund.currency:
        return False
    lines = {line.line: line for line in quote.lines}
    kept = all(_is_kept(lines.get(before.line), before) for before in confirmed.lines)
    at_once = quote.refund_at_once.amount >= confirmed.refund_at_once.amount
    return kept and at_once and quote.refund.amount >= confirmed.refund.amount


def _is_kept(now: LineQuote | None, before: LineQuote) -> bool:
    if now is None or now.quantity != before.quantity or BURDEN[now.outcome] > BURDEN[before.outcome]:
        return False
    if now.outcome != "return" or before.return_by is None:
        return True
    return now.return_by is not None and now.return_by >= before.return_by


def _leave_to_a_person(scene: Scene, case: Case, quote: OrderQuote) -> None:
    """It changes again and again: it is shown, and a person completes it."""
    told = {**quote_values(case, scene.facts), **order_quote_values(quote)}
    scene.put_case(status="failed")
    scene.reach("order-terms-by-person", **told)
    scene.do(HandOff("failed"))
