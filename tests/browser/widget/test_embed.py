"""The widget on a brand's page, which has an origin and a strict policy of its own."""

import re

from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.complaints import Complaints
from tests.browser.widget.actions import expect_receipt, expect_said, press
from tests.browser.widget.fake_chat import FakeChat
from tests.browser.widget.fake_server import brand_page, serving


def frame(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


def opened(page: Page, brand_url: str) -> FrameLocator:
    page.goto(brand_url)
    page.get_by_role("button", name="Open chat").click()
    expect(frame(page).get_by_role("button", name="Cancel my membership")).to_be_visible()
    return frame(page)


def test_nothing_is_loaded_before_it_is_opened(page: Page, chat: FakeChat, brand_url: str) -> None:
    page.goto(brand_url)
    expect(page.get_by_role("button", name="Open chat")).to_be_visible()
    assert page.locator("iframe").count() == 0
    assert chat.begun == []


def test_the_focus_goes_in_and_comes_back(page: Page, brand_url: str) -> None:
    chat_frame = opened(page, brand_url)
    expect(page.get_by_role("dialog", name="Chat")).to_be_visible()
    expect(chat_frame.get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    button = page.get_by_role("button", name="Open chat")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(chat_frame.get_by_role("textbox")).to_be_focused()
    chat_frame.get_by_role("button", name="Close chat").click()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_brands_own_button_opens_it_and_gets_the_focus_back(page: Page, brand_url: str) -> None:
    page.goto(brand_url)
    page.get_by_role("button", name="Cancel my contract").click()
    expect(frame(page).get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Cancel my contract")).to_be_focused()


def test_the_whole_flow_within_the_frame(page: Page, brand_url: str) -> None:
    chat_frame = opened(page, brand_url)
    for label in ("Cancel my membership", "No thanks, cancel", "Yes, cancel it"):
        press(page, label, chat_frame)
    expect_receipt(chat_frame)


def test_a_closed_and_opened_chat_is_the_same(page: Page, chat: FakeChat, brand_url: str) -> None:
    chat_frame = opened(page, brand_url)
    press(page, "Cancel my membership", chat_frame)
    page.get_by_role("button", name="Close chat").click()
    page.get_by_role("button", name="Open chat").click()
    expect(chat_frame.get_by_role("button", name="No thanks, cancel")).to_be_visible()
    assert len(chat.begun) == 1


def test_the_signed_identity_is_handed_over_out_of_sight(page: Page, chat: FakeChat, brand_url: str) -> None:
    opened(page, brand_url)
    assert chat.begun[0]["identity"] == "a.signed.token"
    assert "signed" not in str(page.locator("iframe").get_attribute("src"))


def test_an_expired_identity_still_lets_in(page: Page, chat: FakeChat) -> None:
    with serving(brand_page(chat, identity="expired")) as port:
        chat.embed_origins = (f"http://localhost:{port}",)
        opened(page, f"http://localhost:{port}/")
        assert [body.get("identity") for body in chat.begun] == ["expired", None]
        page.goto("about:blank")


def test_unread_messages_are_counted_on_the_launcher(page: Page, chat: FakeChat, brand_url: str) -> None:
    opened(page, brand_url)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    chat.agent_joins("Mia", "Hello")
    button = page.get_by_role("button", name="Open chat, 1 unread")
    expect(button).to_be_visible()
    button.click()
    expect_said(frame(page), "Hello")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Open chat", exact=True)).to_be_visible()


def test_on_a_phone_it_takes_the_whole_screen(page: Page, brand_url: str) -> None:
    page.set_viewport_size({"width": 375, "height": 667})
    opened(page, brand_url)
    page.wait_for_timeout(300)
    box = page.get_by_role("dialog").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 375, "height": 667}
    assert page.get_by_role("dialog").evaluate("dialog => dialog.matches(':modal')")
    frame(page).get_by_role("button", name="Close chat").click()
    expect(page.get_by_role("button", name="Open chat")).to_be_focused()


def test_a_page_that_is_not_allow_listed_gets_no_chat(
    page: Page, chat: FakeChat, complaints: Complaints
) -> None:
    with serving(brand_page(chat)) as port:
        page.goto(f"http://localhost:{port}/")
        page.get_by_role("button", name="Open chat").click()
        page.wait_for_timeout(500)
        assert chat.begun == []
        # Nobody is left before an empty frame.
        expect(page.get_by_role("link", name="Open the chat in a new tab")).to_be_visible(timeout=10_000)
        page.goto("about:blank")
    refusals = [text for text in complaints if re.search("frame-ancestors", text)]
    assert refusals
    complaints.clear()


def test_a_browser_that_keeps_no_cookie_is_led_to_a_tab(page: Page, chat: FakeChat, brand_url: str) -> None:
    chat.cookies = False
    page.goto(brand_url)
    page.get_by_role("button", name="Open chat").click()
    link = frame(page).get_by_role("link", name="Open the chat in a new tab")
    expect(link).to_be_visible()
    assert link.get_attribute("href") == "/chat/demo/"
