"""Going on elsewhere, as a person does it: from a text message to the browser, by the link in it."""

import pytest
from playwright.sync_api import Page, expect

from tests.bot.web.sandbox.demo import Demo

pytestmark = pytest.mark.slow
PATIENT_MS = 20_000


def test_the_link_in_a_text_message_opens_the_same_cancellation(page: Page, demo: Demo) -> None:
    page.goto(f"{demo.url}/sandbox/phone?number=%2B491713920044")
    log = page.get_by_role("log")
    for words, answer in (("I want to cancel", "account number"), ("continue in the browser", "?continue=")):
        page.get_by_role("textbox", name="Text message").fill(words)
        page.keyboard.press("Enter")
        expect(log).to_contain_text(answer, timeout=PATIENT_MS)
    address = log.locator("a[href*='?continue=']").get_attribute("href")
    assert address is not None

    page.goto(address)

    expect(log).to_contain_text("where you left off", timeout=PATIENT_MS)
    expect(log).to_contain_text("account number")
    expect(page).to_have_url(f"{demo.url}/chat/demo/")
    page.reload()
    expect(log).to_contain_text("where you left off", timeout=PATIENT_MS)
