"""An admin changes a text, sees what customers will read, publishes it and opens a chat with it."""

import re

from playwright.sync_api import expect

from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.studio.admin import TRAP
from tests.browser.studio.conftest import LogIn, Served

SHORT = "welcome = Hi! What can I do for you?"


def test_a_text_is_changed_previewed_published_and_read(log_in: LogIn, served: Served) -> None:
    early = Visitor(served.house.client()).begin()
    page = log_in()

    page.get_by_role("link", name="Change a text").click()
    page.get_by_label("Find").fill("What can I do for you")
    page.keyboard.press("Enter")
    page.locator('a[href="/studio/texts/welcome/en"]').click()
    page.get_by_role("textbox", name="English").fill(SHORT)
    preview = page.get_by_role("region", name="SMS")
    expect(preview).to_contain_text("Hi! What can I do for you?")
    expect(preview).to_contain_text("1 Cancel something")
    page.get_by_role("button", name="Save to the draft").click()
    expect(page.get_by_role("status").first).to_contain_text("Kept in the draft")

    page.get_by_role("link", name="Publish 1 changed").click()
    page.get_by_label("What changes, and why").fill("A shorter greeting")
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_role("heading", name="Revision 3 is published")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("1 conversation under way stays on its revision")

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Open a new chat with it").click()
    chat = opened.value
    expect(chat.get_by_role("log")).to_contain_text("Hi! What can I do for you?")
    assert "What can I do for you? You can cancel here" in early.text


def test_a_browser_with_an_open_chat_gets_a_new_one(log_in: LogIn, served: Served) -> None:
    page = log_in("/chat/demo/")
    expect(page.get_by_role("log")).to_contain_text("You can cancel here")
    page.goto("/studio/texts/welcome/en")
    page.locator("#source").fill(SHORT)
    page.get_by_role("button", name="Save to the draft").click()
    page.goto("/studio/publish")
    page.get_by_label("What changes, and why").fill("A shorter greeting")
    page.get_by_role("button", name="Publish", exact=True).click()

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Open a new chat with it").click()

    expect(opened.value.get_by_role("log")).to_contain_text("Hi! What can I do for you?")


def test_faults_appear_while_writing_and_lead_to_their_place(log_in: LogIn) -> None:
    page = log_in("texts/welcome/en")
    source = page.locator("#source")

    source.fill("welcome = Hi!\n    What can { $brand do?")
    place = page.get_by_role("button", name="Line 2, column")
    expect(place).to_be_visible()
    expect(source).to_have_attribute("aria-invalid", "true")
    place.click()
    assert source.evaluate("field => field === document.activeElement")
    assert source.evaluate("field => field.value.slice(0, field.selectionStart)").endswith("{ $brand ")

    source.fill(SHORT)
    expect(page.get_by_text("it fits every channel")).to_be_visible()
    expect(source).to_have_attribute("aria-invalid", "false")


def test_a_variable_is_put_where_the_cursor_is(log_in: LogIn) -> None:
    page = log_in("texts/welcome/en")
    source = page.locator("#source")
    source.fill("welcome = Welcome to ")
    source.press("End")

    page.get_by_role("button", name="{ $brand }").click()

    expect(source).to_have_value("welcome = Welcome to { $brand }")
    expect(page.get_by_role("region", name="Telegram")).to_contain_text("Welcome to Brightline")


def test_every_situation_can_be_looked_at(log_in: LogIn) -> None:
    page = log_in("texts/refund-of-quote/en")
    sms = page.get_by_role("region", name="SMS")
    expect(sms).to_contain_text("€26.60")

    page.get_by_label("Situation").select_option("no refund")

    expect(sms.locator(".reading:visible")).to_contain_text("there is no refund")
    page.locator("#source").press("End")
    page.keyboard.type(" ")
    page.wait_for_timeout(900)
    expect(sms.locator(".reading:visible")).to_contain_text("there is no refund")


def test_publishing_is_closed_while_there_are_errors(log_in: LogIn) -> None:
    page = log_in("texts/nothing-on-record/en")
    page.locator("#source").fill("nothing-on-record = I find nothing.")
    page.get_by_role("button", name="Save to the draft").click()

    page.goto("publish")

    expect(page.get_by_role("heading", name=re.compile(r"^\d+ errors to put right first"))).to_be_visible()
    expect(page.get_by_role("button", name="Publish", exact=True)).to_be_disabled()
    page.get_by_role("region", name=re.compile(r"^\d+ errors")).get_by_role(
        "link", name="nothing-on-record"
    ).first.click()
    expect(page.locator("#source")).to_have_value("nothing-on-record = I find nothing.\n")


def test_a_rehearsal_goes_all_the_way(log_in: LogIn) -> None:
    page = log_in("try")
    log = page.get_by_role("log", name="Messages")

    page.get_by_role("button", name="Cancel something").click()
    for words in ("100234", "482913"):
        expect(log).to_contain_text("account number" if words == "100234" else "six-digit code")
        page.get_by_label("Your message").fill(words)
        page.keyboard.press("Enter")
    page.get_by_role("button", name="No, cancel").click()
    page.get_by_role("button", name="Confirm cancellation").click()

    expect(log).to_contain_text("Your cancellation is accepted")
    expect(log).to_contain_text("The back office would end the service.")
    page.get_by_role("button", name="Begin again").click()
    expect(log).not_to_contain_text("Your cancellation is accepted")


def test_the_flow_is_walked_by_keyboard_to_a_step_in_the_script(log_in: LogIn) -> None:
    page = log_in("flow")
    page.get_by_role("region", name="The flow as a picture").focus()

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    source = page.get_by_role("textbox", name="Source")
    expect(source).to_be_focused()
    assert source.evaluate("field => field.value.slice(field.selectionStart)").startswith("identify:\n")


def test_a_script_that_traps_is_seen_played_and_put_right(log_in: LogIn) -> None:
    page = log_in("script")
    source = page.get_by_role("textbox", name="Source")

    source.fill(TRAP.replace("kind: survey", "kind: survy"))
    page.get_by_role("button", name="Line 15, column 5").click()
    expect(source).to_be_focused()
    assert source.evaluate("field => field.value.slice(field.selectionStart)").startswith("kind: survy")
    source.fill(TRAP)
    expect(page.get_by_text("Every step leads somewhere")).to_be_visible()
    source.press("Control+Enter")

    expect(page.get_by_text("This script must not be published")).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Play it").first.click()
    log = page.get_by_role("log", name="Messages")
    expect(log).to_contain_text("cancel")
    log.get_by_role("button", name="Too expensive").last.click()
    expect(log.locator(".said.customer").last).to_contain_text("Too expensive")

    page.goto("script")
    page.get_by_role("button", name="Back to what is published").click()
    expect(page.get_by_text("There is no difference to what is published")).to_be_visible()
