"""The phone simulator."""

import pytest
from playwright.sync_api import Page, expect

from tests.bot.web.sandbox.demo import Demo

pytestmark = pytest.mark.slow


def write(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Text message").fill(words)
    page.keyboard.press("Enter")


def test_texting_and_being_answered(page: Page, demo: Demo) -> None:
    page.goto(f"{demo.url}/sandbox/phone")
    expect(page.get_by_text("No texts yet")).to_be_visible()

    write(page, "I want to cancel my contract")

    log = page.get_by_role("log")
    expect(log.locator(".mine")).to_contain_text("I want to cancel my contract")
    expect(log).to_contain_text("Brightline", timeout=20_000)
    expect(page.get_by_role("textbox", name="Text message")).to_have_value("")


def test_a_bare_cancel_opts_out_and_start_takes_it_back(page: Page, demo: Demo) -> None:
    page.goto(f"{demo.url}/sandbox/phone?number=%2B491713920003")
    expect(page.get_by_label("Phone of Carla Winter")).to_be_visible()
    page.get_by_role("button", name="CANCEL", exact=True).click()

    expect(page.get_by_text("Opted out", exact=True)).to_be_visible()
    expect(page.get_by_text("not by the bot")).to_be_visible()
    link = page.get_by_role("log").get_by_role("link")
    expect(link).to_have_attribute("href", f"{demo.url}/chat/demo/")
    write(page, "START")

    expect(page.get_by_text("Opted out", exact=True)).to_be_hidden()


def test_another_phone(page: Page, demo: Demo) -> None:
    page.goto(f"{demo.url}/sandbox/phone")
    page.get_by_role("link", name="Ben Okafor").click()
    expect(page.get_by_label("Phone of Ben Okafor")).to_be_visible()

    page.get_by_label("Or any other number").fill("+49 171 3920042")
    page.get_by_role("button", name="Take it").click()

    expect(page.get_by_label("Phone of +491713920042")).to_be_visible()


def test_a_picture_and_markup_are_shown_as_what_they_are(page: Page, demo: Demo) -> None:
    page.goto(f"{demo.url}/sandbox/phone?number=%2B491713920043")
    page.get_by_role("button", name="Send a picture").click()
    expect(page.get_by_role("log").get_by_text("A picture")).to_be_visible()

    write(page, "<img src=x onerror=alert(1)>")

    expect(page.get_by_role("log").get_by_text("<img src=x onerror=alert(1)>")).to_be_visible()
