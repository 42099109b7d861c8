"""Opening a brand's Stripe account, as its settings say."""

import re
from collections.abc import Mapping

from bot.backoffice.base import BackOffice
from bot.backoffice.opening import Opening
from bot.backoffice.stripe_billing.names import REFERENCE
from bot.lines.address import address_of


def open_stripe(opening: Opening) -> BackOffice:
    """The office. Raises `ValueError` for settings that will not do."""
    # Stripe's library takes a fifth of a second and 33 MiB: whose brand has no Stripe loads none of it.
    from bot.backoffice.stripe_billing.calls import STRIPE, Stripe
    from bot.backoffice.stripe_billing.office import StripeBackOffice

    settings = opening.settings
    if not re.fullmatch(r"[!-~]{8,}", settings["key"]):
        raise ValueError("key: expected a secret or restricted key of Stripe")
    address = address_of(settings["base"]) if "base" in settings else STRIPE
    reference = settings.get("reference", REFERENCE)
    return StripeBackOffice(Stripe(settings["key"], address), opening.brand.zone, reference, opening.clock)


def check_settings(settings: Mapping[str, str]) -> None:
    """Raises `ValueError` for settings that will not do."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,40}", settings.get("reference", REFERENCE)):
        raise ValueError("reference: expected the name of a metadata field, letters, digits, _ and -")
    if "base" in settings and not address_of(settings["base"]).is_this_machine:
        raise ValueError("base: expected an address of this machine; Stripe itself is known")
