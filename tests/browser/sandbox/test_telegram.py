"""The Telegram simulator."""

import pytest
from playwright.sync_api import Page, expect

from tests.bot.web.sandbox.demo import ADAS_CHAT, Demo

pytestmark = pytest.mark.slow
PATIENT_MS = 20_000


def opened(page: Page, demo: Demo, chat: int) -> None:
    page.goto(f"{demo.url}/sandbox/telegram?chat={chat}")


def attach(page: Page, what: str) -> None:
    page.get_by_role("button", name="Attach").click()
    page.get_by_role("button", name=what).click()


def write(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Message").fill(words)
    page.keyboard.press("Enter")


def test_starting_sharing_the_contact_and_pressing_a_button(page: Page, demo: Demo) -> None:
    opened(page, demo, ADAS_CHAT + 1)
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Cancel something").click(timeout=PATIENT_MS)
    page.get_by_role("group", name="Keyboard of the bot").get_by_role("button", name="Share").click(
        timeout=PATIENT_MS
    )

    expect(page.get_by_role("log")).to_contain_text("+491713920002")
    page.get_by_role("button", name="Brightline Mobile").click(timeout=PATIENT_MS)

    expect(page.get_by_role("log")).to_contain_text("Brightline Mobile means", timeout=PATIENT_MS)


def test_somebody_elses_contact(page: Page, demo: Demo) -> None:
    opened(page, demo, ADAS_CHAT + 2)
    write(page, "/cancel")
    expect(page.get_by_role("group", name="Keyboard of the bot")).to_be_visible(timeout=PATIENT_MS)

    attach(page, "Share somebody else's contact")

    expect(page.get_by_role("log")).to_contain_text("Somebody Else")


def test_an_edit_and_a_picture(page: Page, demo: Demo) -> None:
    opened(page, demo, ADAS_CHAT + 3)
    write(page, "Hello")
    expect(page.get_by_role("log")).to_contain_text("Hello")

    attach(page, "Edit my last message")
    expect(page.get_by_role("textbox", name="Message")).to_have_value("Hello")
    write(page, "Good morning")

    expect(page.get_by_role("log")).to_contain_text("edited")
    expect(page.get_by_role("log")).to_contain_text("Good morning")
    attach(page, "Send a picture")
    expect(page.get_by_role("log")).to_contain_text("A picture")


def test_the_menu_closes_with_escape(page: Page, demo: Demo) -> None:
    opened(page, demo, ADAS_CHAT + 4)
    page.get_by_role("button", name="Attach").click()
    expect(page.get_by_role("button", name="Send a picture")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_role("button", name="Send a picture")).to_be_hidden()
    expect(page.get_by_role("button", name="Attach")).to_be_focused()


def test_a_deep_link_is_sent_with_start(page: Page, demo: Demo) -> None:
    page.goto(f"{demo.url}/sandbox/telegram?chat=491713920047&start=a-token")

    page.get_by_role("button", name="Start", exact=True).click()

    expect(page.get_by_role("log")).to_contain_text("/start a-token")
