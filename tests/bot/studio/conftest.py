"""A brand's script with one draft, without a database."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.publishing import RevisionBody
from bot.studio.workshop import Workshop
from dialogs.ids import BrandId, RevisionId
from dialogs.packaged import packaged_script
from storage.repositories.brands import BrandRow
from storage.repositories.revisions import RevisionRow

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
BRAND = BrandRow(
    BrandId("b"),
    "acme",
    "Acme",
    "Europe/Berlin",
    "EUR",
    "en",
    ["en", "de"],
    "none",
    "AC",
    {},
    False,
    NOW,
    b"",
)
Texts = dict[str, dict[str, str]]


def row(number: int, texts: Texts, status: str, script: str = "service") -> RevisionRow:
    body = RevisionBody(packaged_script(script), texts)
    return RevisionRow(
        RevisionId(f"r{number}"),
        BRAND.id,
        script,
        number,
        body.dumped(),
        body.digest,
        "Kim",
        "",
        status,  # type: ignore[arg-type]
        NOW,
        NOW,
    )


@pytest.fixture
def workshop_with() -> Callable[[Texts], Workshop]:
    """A workshop whose draft has these texts."""
    return lambda texts: Workshop(BRAND, row(1, {}, "published"), row(2, texts, "draft") if texts else None)


@pytest.fixture
def workshop_for_orders() -> Workshop:
    """A shop's workshop, as shipped."""
    return Workshop(BRAND, row(1, {}, "published", "order"), None)
