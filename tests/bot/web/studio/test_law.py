"""The studio shows whose law holds, with its sources."""

from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from bot.studio.law import WORDS, articles_of
from dialogs.packs import PACKS, packaged_pack
from dialogs.packs.pack import RULE_NAMES
from tests.bot.web.chat.house import Clock, House
from tests.bot.web.studio.admin import Admin


def put_under(house: House, pack: str) -> None:
    with house.app.database.write() as uow:
        uow.brands.save(replace(house.brand, pack=pack))
    house.app.directory.forget()


def test_a_brand_under_no_law_is_told_so(admin: Admin) -> None:
    assert "No law is set down for this brand today" in admin.page("")


def test_the_rules_of_the_day_are_shown_with_their_sources(studio: House, clock: Clock) -> None:
    """The court's ruling on offers comes in July; the demo begins in March."""
    put_under(studio, "de")

    before = unescape(Admin(studio.client()).page(""))
    clock.go_on(days=150)
    page = unescape(Admin(studio.client()).page(""))

    assert "de, as of 2022-07-01" in before
    assert "No alternative is shown." not in before
    assert "Germany" in page
    assert "de, as of 2026-07-16" in page
    assert "No alternative is shown." in page
    assert "The choice that declares reads: “jetzt kündigen” (de)" in page
    assert "BGH, 2026-07-16, I ZR 200/25" in page


def test_every_rule_has_words() -> None:
    assert set(WORDS) == set(RULE_NAMES)


@pytest.mark.parametrize("name", PACKS)
def test_every_rule_in_force_is_put_into_words(name: str) -> None:
    pack = packaged_pack(name)

    for day in (*pack.dates(), date(2040, 1, 1)):
        assert len(articles_of(pack, day)) == len(pack.in_force(day))
        assert all(article.words.endswith((".", ")", "1")) for article in articles_of(pack, day))
