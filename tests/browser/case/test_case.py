"""A customer looks at their case: by keyboard, in their language, live, accessible, whole on every width."""

import os
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from bot.identification.codes import DIGITS
from tests.bot.casepage.conftest import Browser
from tests.bot.web.chat.house import House
from tests.browser.case.conftest import deliver

pytestmark = pytest.mark.slow

LANGUAGES = ("en", "de", "fr", "es", "pt", "ru")
PICTURES = os.environ.get("CASE_PICTURES")
"""A folder for pictures of the page, for whoever wants to look at them."""


def open_page(page: Page, url: str, number: str, locale: str = "en") -> None:
    page.goto(f"{url}/case/demo/{number}?lang={locale}")
    expect(page.locator("#content section").first).to_be_visible()


def newest_code(house: House) -> str:
    found = [match[1] for each in house.sent() if (match := re.match(rf"(\d{{{DIGITS}}})\b", each.body))]
    return found[-1]


def prove(page: Page, house: House) -> None:
    """By keyboard alone: the first button asks for a code, and the field has the focus then."""
    page.get_by_role("button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#code")).to_be_focused()
    deliver(house)
    page.keyboard.type(newest_code(house))
    page.keyboard.press("Enter")
    expect(page.locator(".steps")).to_be_visible()


def problems_of(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {[node['target'] for node in each['nodes']]}" for each in found]


def is_whole(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


@pytest.mark.check(10)
def test_a_customer_proves_who_they_are_and_sees_how_it_stands(
    page: Page, url: str, house: House, ada: Browser
) -> None:
    open_page(page, url, ada.number)
    expect(page.get_by_role("heading", name="Is it you?")).to_be_visible()
    assert "Fibre" not in page.content()

    prove(page, house)

    expect(page.locator("#title")).to_be_focused()
    expect(page.locator("#title")).to_have_text(f"Your case {ada.number}")
    expect(page.locator("#content")).to_contain_text("Brightline Fibre 100")
    expect(page.locator(".steps li.done")).to_have_count(4)


def test_it_is_live_and_news_is_read_out(page: Page, url: str, house: House, ada: Browser) -> None:
    open_page(page, url, ada.number)
    page.get_by_role("button", name="Send me a code").click()
    expect(page.locator("#code")).to_be_focused()
    claimed = house.deliverer.claim()
    # Only the code is sent: the cancellation waits.
    for each in claimed:
        if each.effect.kind == "send_case_code":
            house.deliverer.carry_out(each)
    page.locator("#code").fill(newest_code(house))
    page.get_by_role("button", name="Show my case").click()
    expect(page.locator(".steps li.done")).to_have_count(2)
    expect(page.get_by_text("not yet")).to_have_count(2)

    house.clock.go_on(minutes=2)
    deliver(house)

    expect(page.locator(".steps li.done")).to_have_count(4, timeout=15_000)
    expect(page.get_by_role("status").first).to_contain_text("Carried out")


def test_a_wrong_code_is_said_where_it_is_read(page: Page, url: str, house: House, ada: Browser) -> None:
    open_page(page, url, ada.number)
    page.get_by_role("button", name="Send me a code").click()
    page.locator("#code").fill("000000")
    page.get_by_role("button", name="Show my case").click()

    expect(page.get_by_role("alert")).to_have_text("That code is not right. Please try again.")
    expect(page.locator("#code")).to_be_focused()


def test_an_unknown_number_looks_like_any_other(page: Page, url: str, house: House, ada: Browser) -> None:
    open_page(page, url, "BL-22222222")
    page.get_by_role("button", name="Send me a code").click()

    expect(page.locator("#content")).to_contain_text("If there is such a case")
    deliver(house)
    page.locator("#code").fill("123456")
    page.get_by_role("button", name="Show my case").click()
    expect(page.get_by_role("alert")).to_have_text("That code is not right. Please try again.")


def test_the_confirmation_is_sent_again_and_a_way_is_kept(
    page: Page, url: str, house: House, ada: Browser
) -> None:
    open_page(page, url, ada.number)
    prove(page, house)

    page.get_by_label("Send it again by").select_option("sms")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("It is on its way.")).to_be_visible()
    page.get_by_label("From now on").select_option("sms")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()

    page.reload()
    expect(page.get_by_label("From now on")).to_have_value("sms")


def test_taking_it_back_leads_into_the_chat(page: Page, url: str, house: House, ada: Browser) -> None:
    open_page(page, url, ada.number)
    prove(page, house)

    page.get_by_role("button", name="Take it back").click()

    expect(page.get_by_text(f"I want to take {ada.number} back.")).to_be_visible(timeout=15_000)


def test_a_file_is_handed_out(page: Page, url: str, house: House, ada: Browser) -> None:
    open_page(page, url, ada.number)
    prove(page, house)

    with page.expect_download() as download:
        page.get_by_role("link", name=f"PDF {ada.number}").click()

    assert download.value.suggested_filename == f"{ada.number}.pdf"
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")


def test_without_a_connection_what_is_shown_stays_and_says_so(
    page: Page, url: str, house: House, ada: Browser
) -> None:
    open_page(page, url, ada.number)
    prove(page, house)

    def lost(route: Route) -> None:
        route.abort()

    page.route("**/state?*", lost)
    expect(page.get_by_text("No connection: what you see may be old.")).to_be_visible(timeout=15_000)
    expect(page.locator(".steps")).to_be_visible()
    page.unroute("**/state?*", lost)
    expect(page.get_by_text("No connection: what you see may be old.")).to_be_hidden(timeout=15_000)


def test_a_page_that_cannot_be_read_can_be_tried_again(page: Page, url: str, ada: Browser) -> None:
    page.route("**/state?*", lambda route: route.fulfill(status=503, body="{}"))
    open_page(page, url, ada.number)
    expect(page.get_by_role("alert")).to_contain_text("This cannot be shown just now")
    assert problems_of(page) == []

    page.unroute_all()
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", name="Is it you?")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, url: str, house: House, ada: Browser, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_page(page, url, ada.number)
    assert problems_of(page) == []
    page.get_by_role("button", name="Send me a code").click()
    expect(page.locator("#code")).to_be_focused()
    assert problems_of(page) == []
    deliver(house)
    page.locator("#code").fill(newest_code(house))
    page.keyboard.press("Enter")
    expect(page.locator(".steps")).to_be_visible()
    assert problems_of(page) == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_language_on_every_width(
    page: Page, url: str, house: House, ada: Browser, locale: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, url, ada.number, locale)
    assert is_whole(page)
    picture(page, f"{locale}-{width}-who")
    prove(page, house)
    assert is_whole(page)
    picture(page, f"{locale}-{width}")

    assert page.evaluate("document.documentElement.lang") == locale
    text = page.locator("main").inner_text()
    for unfilled in ("undefined", "null", "NaN", "{"):
        assert unfilled not in text


def test_the_language_can_be_changed_at_any_time(page: Page, url: str, house: House, ada: Browser) -> None:
    open_page(page, url, ada.number)
    page.locator("#language").select_option("de")
    expect(page.get_by_role("heading", name="Sind Sie es?")).to_be_visible()
    prove(page, house)
    page.locator("#language").select_option("fr")
    expect(page.locator("#title")).to_have_text(f"Votre dossier {ada.number}")
    expect(page.locator("#content")).to_contain_text("Ce qui est convenu")
    expect(page.locator("#content")).not_to_contain_text("Letzter Tag")


def test_every_language_has_every_word(page: Page, url: str, ada: Browser) -> None:
    open_page(page, url, ada.number)
    words = page.evaluate(
        """async () => {
          const { LOCALES } = await import("/static/case/locales/index.js");
          return Object.fromEntries(Object.entries(LOCALES).map(([code, t]) => [code, Object.keys(t)]));
        }"""
    )
    assert sorted(words) == sorted(LANGUAGES)
    for code in words:
        assert words[code] == words["en"], code
