"""docs/stripe.md names what is set and seen at Stripe, and its examples are read."""

import json
import re
from dataclasses import fields
from typing import get_args

import pytest
import stripe
from stripe.params import InvoiceUpdateParams, SubscriptionUpdateParams

from bot.backoffice.offers import read_offers
from bot.backoffice.registry import STRIPE
from bot.backoffice.stripe_billing import names
from bot.backoffice.stripe_billing.calls import WITH_SUBSCRIPTIONS
from bot.backoffice.stripe_billing.events import FOLLOWED
from bot.backoffice.terms import Terms, read_terms
from dialogs.values import AlternativeKind
from tests.structure.sources import ROOT

PAGE = (ROOT / "docs" / "stripe.md").read_text(encoding="utf-8")


def column(heading: str, head: str) -> list[str]:
    """The names in the first column of the table that begins so, below a heading."""
    table = PAGE.split(f"\n## {heading}\n", 1)[1].split(f"\n| {head} |", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


def examples() -> list[str]:
    found: list[str] = re.findall(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    return found


def test_the_version_of_the_api_is_told() -> None:
    assert f"version `{stripe.api_version}`" in PAGE


def test_what_we_ask_of_stripe_is_what_its_library_knows() -> None:
    """The library's types are made from the API of that version; at run time nothing checks what we name."""
    assert "coupon" in stripe.Discount.Source.__annotations__
    assert "coupon" not in stripe.Discount.__annotations__, "it stands in the source since 2025-09-30.clover"
    subscription = SubscriptionUpdateParams.__annotations__
    assert "''" in str(subscription["cancel_at"]), "an empty one unsets it"
    assert {"cancel_at_period_end", "proration_behavior", "pause_collection", "discounts"} <= set(
        subscription
    )
    invoice = InvoiceUpdateParams.__annotations__
    assert {"auto_advance", "automatically_finalizes_at"} <= set(invoice)
    assert {"current_period_start", "current_period_end"} <= set(stripe.SubscriptionItem.__annotations__)
    assert {"cancel_at", "ended_at", "discounts", "schedule"} <= set(stripe.Subscription.__annotations__)


def test_no_more_is_expanded_than_stripe_does() -> None:
    """Four levels (docs.stripe.com/expand)."""
    assert all(len(path.split(".")) <= 4 for path in WITH_SUBSCRIPTIONS)


def test_settings_are_told() -> None:
    assert column("Settings", "setting") == list(STRIPE.settings)


def test_what_a_brand_sets_is_told() -> None:
    assert column("What you set", "field") == [names.REFERENCE, *names.SET_BY_BRAND]


def test_what_we_set_is_told() -> None:
    told = [name.removesuffix("...") for name in column("What you see of it", "field")]

    assert sorted(told) == sorted(names.SET_BY_US)


def test_terms_are_told() -> None:
    assert column("What you set", "term") == [field.name for field in fields(Terms)]


def test_events_are_told() -> None:
    assert column("Webhooks", "event") == list(FOLLOWED)


def test_the_terms_that_are_told_are_read() -> None:
    assert read_terms(json.loads(examples()[0])).notice_days == 14


def test_the_offers_that_are_told_are_read() -> None:
    told = [
        {name: value for name, value in each.items() if name != "price"} for each in json.loads(examples()[1])
    ]

    assert [each.kind for each in read_offers(told)] == list(get_args(AlternativeKind))


@pytest.mark.parametrize("example", examples(), ids=["terms", "offers"])
def test_examples_fit_into_a_field(example: str) -> None:
    assert len(example) <= 500
