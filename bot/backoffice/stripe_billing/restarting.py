"""Taking up again what has ended: Stripe revives no subscription, so that a new one begins.

What it costs is what the brand sells now: the price it had, or where that is archived the product's default.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.backoffice.base import NotPossible
from bot.backoffice.stripe_billing import names
from bot.backoffice.stripe_billing.amounts import money_of
from bot.backoffice.stripe_billing.calls import Stripe
from bot.backoffice.stripe_billing.journal import Note, ending, noted
from bot.backoffice.stripe_billing.reading import Subscribed, found_in, interval_of
from bot.backoffice.terms import restart
from dialogs.values import Restart

if TYPE_CHECKING:
    from stripe.params import SubscriptionCreateParams

Json = Mapping[str, Any]


def restart_of(
    subscription: Json, read: Subscribed, products: Mapping[str, Json], every: Sequence[Json], today: date
) -> Restart | None:
    """On what terms what has ended is taken up again; None where only a person can.

    Args:
        every: all subscriptions of the customer: it is taken up once.
    """
    prices = _sold(subscription, products)
    if prices is None or _is_closed(subscription, products) or _taken_up(subscription, every) is not None:
        return None
    minor = sum(price["unit_amount"] * quantity for price, quantity in prices)
    price = money_of(minor, subscription["currency"])
    return restart(read.contract.terms, price, read.contract.interval, today)


def done_before(subscriptions: Sequence[Json], key: str, service: str) -> Json | None:
    """The subscription that was made under that key. Raises `NotPossible` where it stands for something
    else, or the service was taken up again under another one."""
    for each in subscriptions:
        note = noted(each, key)
        if note is not None and (note.did, each["metadata"].get(names.RESTARTS)) != ("restart", service):
            raise NotPossible(f"the key {key} stands for {note.did} of {each['id']}")
        if note is not None:
            return each
    made = next((each for each in subscriptions if each["metadata"].get(names.RESTARTS) == service), None)
    if made is not None:
        raise NotPossible(f"{service} was taken up again already, as {made['id']}")
    return None


def begin(stripe: Stripe, subscription: Json, products: Mapping[str, Json], note: Note) -> Json:
    """The new subscription, paid as the one before was; without its discounts, which nobody promised."""
    prices = _sold(subscription, products)
    assert prices is not None, "only what is sold is taken up again"
    kept = {name: told for name in names.SET_BY_BRAND if (told := subscription["metadata"].get(name))}
    params: SubscriptionCreateParams = {
        "customer": subscription["customer"],
        "items": [{"price": price["id"], "quantity": quantity} for price, quantity in prices],
        "metadata": {**kept, **note.metadata, names.RESTARTS: subscription["id"]},
    }
    if subscription.get("collection_method") == "send_invoice":
        params["collection_method"] = "send_invoice"
        params["days_until_due"] = subscription.get("days_until_due") or 14
    else:
        params["payment_behavior"] = "error_if_incomplete"
        params["off_session"] = True
        if subscription.get("default_payment_method"):
            params["default_payment_method"] = subscription["default_payment_method"]
    # It takes money: one key for ever.
    return stripe.subscribe(params, f"{note.key}:restart")


def _taken_up(subscription: Json, every: Sequence[Json]) -> Json | None:
    ref = subscription["id"]
    return next((each for each in every if each["metadata"].get(names.RESTARTS) == ref), None)


def _is_closed(subscription: Json, products: Mapping[str, Json]) -> bool:
    """Whether the brand ended it itself, or leaves this to people."""
    note = ending(subscription)
    ended_by_brand = note is not None and note.did == "terminate"
    return ended_by_brand or found_in(subscription, products, names.RESTART) == "no"


def _sold(subscription: Json, products: Mapping[str, Json]) -> list[tuple[Json, int]] | None:
    """What each item costs now, with how many of it; None where the brand has one of them no more."""
    found = []
    for item in subscription["items"]["data"]:
        price = _price_now(item["price"], products.get(item["price"]["product"], {}))
        if price is None:
            return None
        found.append((price, int(item.get("quantity", 1))))
    return found


def _price_now(price: Json, product: Json) -> Json | None:
    if not product.get("active", True):
        return None
    if price.get("active", True):
        return price
    other = product.get("default_price")
    if not isinstance(other, dict) or not other.get("active", True) or other.get("unit_amount") is None:
        return None
    alike = (other["currency"], interval_of(other)) == (price["currency"], interval_of(price))
    return other if alike else None
