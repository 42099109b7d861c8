"""Sizes, contrast, words: what can be measured of how it looks."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from channels.webchat.assets import LOCALES
from tests.browser.widget.actions import expect_receipt, press, write
from tests.browser.widget.fake_chat import FakeChat

LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 6 + " https://northwind.example/" + "a" * 200


def everything(page: Page, chat: FakeChat) -> None:
    """A chat with one of each: choices, receipt, agent, dots, a failed message, a counter."""
    page.goto(chat.url)
    for label in ("Cancel my membership", "No thanks, cancel", "Yes, cancel it"):
        press(page, label)
    expect_receipt(page)
    write(page, LONG)
    expect(page.get_by_text("You wrote: Donau")).to_be_visible()
    chat.say("system", "Mia is on her way.")
    chat.agent_joins("Mia", LONG)
    chat.say("agent", "A file", name="Mia", attachments=[{"name": "receipt.pdf", "url": "/receipt.pdf"}])
    chat.set(typing="Mia")
    expect(page.get_by_text("Mia is typing")).to_be_visible()
    chat.refuse(times=1, status=400)
    write(page, "Not this")
    expect(page.get_by_text("Not sent.")).to_be_visible()
    page.get_by_role("textbox").fill("x" * 2001)
    page.locator("#scroller").evaluate("scroller => { scroller.scrollTop = 0; }")


def complaints_of_axe(page: Page) -> list[str]:
    # The frame is another origin: axe would knock at it in vain, and the chat page has its own test.
    results = Axe().run(page, options={"iframes": False})
    return [
        f"{found['id']}: {node['html']} {node.get('failureSummary')}"
        for found in results.response["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 860), (320, 568)])
@pytest.mark.check(37)
def test_axe_finds_nothing(page: Page, chat: FakeChat, scheme: str, width: int, height: int) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(chat.url)
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    page.mouse.move(0, 0)
    assert complaints_of_axe(page) == []
    everything(page, chat)
    page.wait_for_timeout(200)
    assert complaints_of_axe(page) == []


@pytest.mark.parametrize("accent", ["ffe600", "000000", "ffffff", "e4002b", "7fffd4", "not a colour"])
def test_any_brand_colour_stays_readable(page: Page, chat: FakeChat, accent: str) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(f"{chat.url}?accent=%23{accent}")
    write(page, "Hello")
    expect(page.locator(".message[data-author=bot]")).to_have_count(2)
    chat.agent_joins("Mia", "See https://northwind.example/")
    expect(page.locator(".message[data-author=agent]")).to_have_count(1)
    assert complaints_of_axe(page) == []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert complaints_of_axe(page) == []


def test_axe_finds_nothing_on_the_brands_page(page: Page, brand_url: str) -> None:
    page.goto(brand_url)
    expect(page.get_by_role("button", name="Open chat")).to_be_visible()
    assert complaints_of_axe(page) == []
    page.get_by_role("button", name="Open chat").click()
    expect(page.frame_locator("iframe").get_by_role("button", name="Cancel my membership")).to_be_visible()
    page.wait_for_timeout(300)
    assert complaints_of_axe(page) == []


SCREENS = [(320, 568), (320, 256), (375, 812), (844, 390), (1280, 860)]


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_nothing_overflows(page: Page, chat: FakeChat, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    everything(page, chat)
    page.get_by_role("textbox").fill("")
    expect_to_fit(page, width, height)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_message_fits(page: Page, chat: FakeChat, locale: str) -> None:
    page.goto(f"{chat.url}?locale={locale}")
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        expect_to_fit(page, width, height)
        person = page.locator(".person")
        expect(person).to_be_in_viewport(ratio=1)
        expect(page.get_by_role("combobox")).to_be_in_viewport(ratio=1)


def expect_to_fit(page: Page, width: int, height: int) -> None:
    overflowing = page.evaluate(
        """() => ["html", "body", ".chat", "header", "#scroller", ".below"]
          .filter(name => {
            const node = document.querySelector(name);
            const { right } = node.getBoundingClientRect();
            return node.scrollWidth > node.clientWidth + 1 || right > innerWidth + 1;
          })"""
    )
    assert overflowing == []
    expect(page.get_by_role("textbox")).to_be_in_viewport(ratio=1)
    scroller = page.locator("#scroller").bounding_box()
    assert scroller is not None
    assert scroller["height"] >= 100


def test_everything_is_large_enough_to_be_touched(page: Page, chat: FakeChat) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    everything(page, chat)
    small = page.locator(
        "button:visible, select:visible, textarea:visible, a.choice:visible, a.attachment"
    ).evaluate_all(
        """nodes => nodes.map(node => [node.textContent || node.ariaLabel, node.getBoundingClientRect()])
          .filter(([, box]) => box.width < 44 || box.height < 44).map(([name]) => name)"""
    )
    assert small == []


def test_the_dots_keep_still_for_those_who_asked(page: Page, chat: FakeChat) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(chat.url)
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    chat.set(pending=True)
    expect(page.locator("#typing")).to_be_visible()
    assert page.locator(".dots i").first.evaluate("dot => getComputedStyle(dot).animationName") == "none"


def test_right_to_left_words_are_set_right_to_left(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    write(page, "أريد إلغاء اشتراكي")
    bubble = page.locator(".message[data-author=customer] .bubble")
    expect(bubble).to_be_visible()
    assert bubble.evaluate("bubble => bubble.matches(':dir(rtl)')")


@pytest.mark.check(37)
def test_the_transcript_is_a_log(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log).to_contain_text("automated assistant")


def test_every_locale_has_every_word(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    words = page.evaluate(
        """async (locales) => Promise.all(locales.map(async (locale) =>
          Object.entries((await import(`/widget/locales/${locale}.js`)).default)
            .map(([key, text]) => [key, [...text.matchAll(/\\{\\w+\\}/g)].map(String).sort().join()])
            .sort().map(String)))""",
        list(LOCALES),
    )
    assert all(one == words[0] for one in words)
    assert len(words) == len(LOCALES) >= 2
