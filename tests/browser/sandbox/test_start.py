"""The start page: being a customer beside the list of what was sent."""

import re

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.bot.web.sandbox.demo import Demo

pytestmark = pytest.mark.slow


def chat_of(page: Page) -> FrameLocator:
    return page.frame_locator("#frame")


def press(page: Page, label: str) -> None:
    """By the keyboard: a click on what has only just appeared is taken for the end of a double click.

    Among the messages: the chat's head has a button for a person, too, which waits until the chat has begun.
    """
    chat_of(page).get_by_role("log").get_by_role("button", name=label).last.press("Enter")


def chat_as(page: Page, name: str) -> None:
    page.get_by_role("button", name=f"Chat as {name}").click()
    expect(page.locator("#frame")).not_to_have_attribute("aria-busy", "true")


def test_the_chat_does_not_cover_what_stands_below(page: Page, demo: Demo) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{demo.url}/#studio")

    page.get_by_role("button", name="Log in as Admin").click()

    expect(page).to_have_url(f"{demo.url}/studio/")


def test_cancelling_as_a_customer_until_the_mail(page: Page, demo: Demo) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(demo.url)
    expect(page.get_by_text("Nothing was sent yet")).to_be_visible()

    chat_as(page, "Ada")
    expect(page.locator("#who")).to_have_text("As Ada Sommer, whom the company's page vouches for.")
    press(page, "Cancel something")
    press(page, "No, cancel")
    press(page, "Confirm cancellation")

    mail = page.locator("#sent article").filter(has_text="ada.sommer@example.com")
    expect(mail).to_contain_text("Cancellation BL-", timeout=20_000)
    mail.get_by_role("link", name="Open the mail").click()
    inside = page.frame_locator("iframe")
    expect(inside.get_by_role("heading", name="is cancelled")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("link", name=re.compile(r"BL-\w+\.json")).click()
    assert saved.value.suggested_filename.endswith(".json")


def test_a_strangers_code_arrives_beside_the_chat(page: Page, demo: Demo) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=demo.url)
    page.goto(demo.url)
    chat_as(page, "a stranger")
    press(page, "Cancel something")
    expect(chat_of(page).get_by_text("account number")).to_be_visible()
    chat_of(page).get_by_role("textbox").fill("BL-1002")
    chat_of(page).get_by_role("textbox").press("Enter")

    code = page.locator("#sent article").first.get_by_role("button", name=re.compile("Copy code"))
    expect(code).to_be_visible(timeout=20_000)
    words = code.inner_text()
    code.click()

    assert page.evaluate("navigator.clipboard.readText()") == words.removeprefix("Copy code ")


def test_the_chat_can_be_closed_and_opened(page: Page, demo: Demo) -> None:
    page.goto(demo.url)
    chat_of(page).get_by_role("button", name="Close").click()
    expect(page.get_by_text("The chat is closed")).to_be_visible()

    page.get_by_role("button", name="Open it again").click()

    expect(chat_of(page).get_by_role("textbox")).to_be_visible()


def test_a_reload_keeps_the_customer(page: Page, demo: Demo) -> None:
    page.goto(demo.url)
    chat_as(page, "Erin")
    press(page, "Talk to a person")
    expect(chat_of(page).get_by_role("log")).to_contain_text("A person from Brightline")
    page.reload()

    expect(page.locator("#who")).to_contain_text("Erin Vale")
    expect(chat_of(page).get_by_role("log")).to_contain_text("A person from Brightline")


def test_an_account_number_is_copied(page: Page, demo: Demo) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=demo.url)
    page.goto(demo.url)
    page.get_by_role("button", name="BL-1003", exact=True).click()

    assert page.evaluate("navigator.clipboard.readText()") == "BL-1003"


def test_logging_in_as_an_agent(page: Page, demo: Demo) -> None:
    page.goto(demo.url)
    page.get_by_role("button", name="Log in as Alex").click()

    expect(page).to_have_url(f"{demo.url}/desk/")
    page.wait_for_load_state("load")
    expect(page.get_by_role("banner")).to_contain_text("Alex")


def test_starting_over_asks_first(page: Page, demo: Demo) -> None:
    page.goto(demo.url)
    page.get_by_role("button", name="Reset the demo").click()
    page.get_by_role("button", name="Leave it").click()
    expect(page.get_by_role("dialog")).to_be_hidden()

    page.get_by_role("button", name="Reset the demo").click()
    page.get_by_role("button", name="Reset it").click()

    # It waits for what the worker is doing just then, such as printing.
    expect(page.get_by_text("The demo is as new")).to_be_visible(timeout=20_000)
    expect(chat_of(page).get_by_text("Hello, this is")).to_be_visible()


def test_the_way_by_keyboard(page: Page, demo: Demo) -> None:
    page.goto(demo.url)
    page.get_by_role("button", name="Chat as Carla").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#who")).to_contain_text("Carla Winter")
    expect(page.locator("#frame")).to_be_focused()
    expect(chat_of(page).get_by_role("textbox")).to_be_focused()
