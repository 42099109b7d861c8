"""Every kind of back office, one line each. A brand chooses one of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OfficeKind:
    """One line of the registry. What opens it is named, not imported: a process loads what its brands use."""

    kind: str
    meaning: str
    opens: str
    """``module:function``; called with an `Opening`, it gives the `BackOffice`."""
    checks: str | None = None
    """``module:function``; called with the settings as they are stored; raises `ValueError`."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Name of each setting -> what it is and what is expected."""
    secrets: frozenset[str] = frozenset()
    """Those of the settings which are secret: stored only as references (``env:NAME``, ``file:PATH``)."""
    optional: frozenset[str] = frozenset()
    """Those of the settings which need not be given."""
    is_ours: bool = False
    """It fails only together with our own database: no circuit breaker stands before it."""


LOCAL = OfficeKind(
    "local",
    "customers, services and orders in Cancelbot's own tables",
    "bot.backoffice.opening:open_local",
    is_ours=True,
)
HTTP = OfficeKind(
    "http",
    "the brand's own system, asked over HTTP; docs/back-office.md tells how it answers",
    "bot.backoffice.http.opening:open_http",
    "bot.lines.address:check_address",
    {
        "url": "where the brand's side answers, such as https://shop.example/cancelbot",
        "key": "the key that requests are signed with, 32 bytes or more",
        "network": "private where that address is in a private network; default public",
    },
    secrets=frozenset({"key"}),
    optional=frozenset({"network"}),
)

STRIPE = OfficeKind(
    "stripe",
    "Stripe Billing: subscriptions are the services; docs/stripe.md tells what is set there",
    "bot.backoffice.stripe_billing.opening:open_stripe",
    "bot.backoffice.stripe_billing.opening:check_settings",
    {
        "key": "a secret or restricted key of the Stripe account",
        "reference": "the metadata field of a customer that has the account number; default account",
        "webhook_secret": "the signing secret of the webhook endpoint, where there is one",
        "base": "another address on this machine to speak to, for tests",
    },
    secrets=frozenset({"key", "webhook_secret"}),
    optional=frozenset({"reference", "webhook_secret", "base"}),
)

OFFICES: Mapping[str, OfficeKind] = {kind.kind: kind for kind in (LOCAL, HTTP, STRIPE)}
