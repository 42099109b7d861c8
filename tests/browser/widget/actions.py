"""What a customer does on the chat page, and what they see there."""

from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.widget.dialog import RECORD

View = Page | FrameLocator

SETTLED = 450  # milliseconds after which a choice that has just appeared takes a click


def press(page: Page, label: str, view: View | None = None) -> None:
    """Click a choice, as soon as a human could."""
    button = (view or page).get_by_role("button", name=label, exact=True)
    expect(button).to_be_enabled()
    page.wait_for_timeout(SETTLED)
    button.click()


def write(view: View, text: str) -> None:
    view.get_by_role("textbox").fill(text)
    expect(view.locator(".send")).to_be_enabled()
    view.get_by_role("textbox").press("Enter")


def said(view: View) -> list[str]:
    """The words of all messages, in the order shown."""
    return view.locator(".text[data-part=bubble], [data-part=bubble] .text").all_inner_texts()


def expect_said(view: View, text: str, times: int = 1) -> None:
    expect(view.locator(".message").get_by_text(text, exact=True)).to_have_count(times)


def expect_receipt(view: View) -> None:
    expect(view.get_by_role("region", name=f"Confirmation {RECORD}")).to_contain_text("Refund: 4.20 EUR")
