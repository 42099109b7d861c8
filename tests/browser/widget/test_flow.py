"""A cancellation from the first message to the receipt."""

import uuid

import pytest
from playwright.sync_api import Page, expect

from tests.browser.widget.actions import expect_receipt, expect_said, press, said, write
from tests.browser.widget.dialog import RECEIPT, RECORD, choice
from tests.browser.widget.fake_chat import FakeChat


def test_three_clicks_lead_to_the_receipt(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    press(page, "Cancel my membership")
    press(page, "No thanks, cancel")
    press(page, "Yes, cancel it")
    expect_receipt(page)
    assert page.locator(".receipt > .text").inner_text() == RECEIPT
    assert [post["choice"] for post in chat.posts] == ["cancel", "cancel", "confirm"]
    assert len({str(uuid.UUID(post["id"])) for post in chat.posts}) == 3


@pytest.mark.check(37)
def test_the_keyboard_alone_leads_to_the_receipt(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    box = page.get_by_role("textbox")
    for label in ("Cancel my membership", "No thanks, cancel", "Yes, cancel it"):
        expect(page.get_by_role("button", name=label)).to_be_visible()
        expect(box).to_be_focused()
        tab_back_to(page, label)
        page.keyboard.press("Enter")
    expect_receipt(page)
    expect(box).to_be_focused()
    page.keyboard.type("Thank you")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Bye")
    page.keyboard.press("Enter")
    expect_said(page, "Thank you\nBye")
    assert chat.posts[-1]["text"] == "Thank you\nBye"


def tab_back_to(page: Page, label: str) -> None:
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.textContent") == label:
            return
    raise AssertionError(f"{label} cannot be reached")


@pytest.mark.check(4)
def test_all_choices_look_the_same(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    press(page, "Cancel my membership")
    expect(page.get_by_role("button", name="No thanks, cancel")).to_be_visible()
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)
    looks = page.locator(".choice").evaluate_all(
        """buttons => buttons.map(button => {
          const style = getComputedStyle(button);
          const { width, height } = button.getBoundingClientRect();
          const looks = ["color", "backgroundColor", "fontSize", "fontWeight", "opacity", "borderColor"];
          return [width, height, ...looks.map(name => style[name])].join();
        })"""
    )
    assert len(looks) == 2
    assert len(set(looks)) == 1
    assert page.locator(".choice").first.inner_text() == "No thanks, cancel"


def test_old_choices_go_away(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    press(page, "Cancel my membership")
    expect(page.get_by_role("button", name="No thanks, cancel")).to_be_visible()
    expect(page.get_by_role("button", name="Cancel my membership")).to_have_count(0)


CLICK_WHAT_APPEARS = """label => new Promise(resolve => {
  const click = () => {
    const found = [...document.querySelectorAll(".choice")].find(button => button.textContent === label);
    if (!found) return requestAnimationFrame(click);
    for (const detail of [1, 2]) found.dispatchEvent(new MouseEvent("click", { detail }));
    resolve();
  };
  click();
})"""


def test_a_double_click_sends_once(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    button = page.get_by_role("button", name="Cancel my membership")
    expect(button).to_be_visible()
    page.wait_for_timeout(450)
    button.dblclick()
    expect(page.get_by_role("button", name="No thanks, cancel")).to_be_visible()
    assert [post["choice"] for post in chat.posts] == ["cancel"]


def test_a_click_that_hits_what_just_appeared_presses_nothing(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    press(page, "Cancel my membership")
    page.evaluate(CLICK_WHAT_APPEARS, "No thanks, cancel")
    page.wait_for_timeout(500)
    assert [post["choice"] for post in chat.posts] == ["cancel"]
    press(page, "No thanks, cancel")
    expect(page.get_by_role("button", name="Yes, cancel it")).to_be_visible()


def test_scripted_clicks_in_one_moment_send_once(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    button = page.get_by_role("button", name="Cancel my membership")
    button.evaluate("button => { button.click(); button.click(); button.click(); }")
    expect(page.get_by_role("button", name="No thanks, cancel")).to_be_visible()
    assert len(chat.posts) == 1


@pytest.mark.check(35)
def test_reload_resumes(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    press(page, "Cancel my membership")
    press(page, "No thanks, cancel")
    expect(page.get_by_role("button", name="Yes, cancel it")).to_be_visible()
    before = said(page)
    page.reload()
    press(page, "Yes, cancel it")
    expect_receipt(page)
    assert said(page)[: len(before)] == before
    page.reload()
    expect_receipt(page)
    assert len(chat.begun) == 1


def test_no_token_is_within_reach_of_scripts(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    kept = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")
    assert kept == ["", 0, 0]


def test_what_is_written_is_shown_at_once(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    chat.delay = 1.0
    write(page, "Hello there")
    expect_said(page, "Hello there")
    expect(page.get_by_text("Sending…")).to_be_visible()
    expect(page.locator("#typing")).to_be_visible()
    expect_said(page, "You wrote: Hello there")
    expect(page.get_by_text("Sending…")).to_have_count(0)
    expect(page.locator("#typing")).to_be_hidden()
    expect_said(page, "Hello there")


def test_messages_written_quickly_keep_their_order(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    chat.delay = 0.1
    for word in ("one", "two", "three"):
        write(page, word)
    expect_said(page, "You wrote: three")
    assert [post["text"] for post in chat.posts] == ["one", "two", "three"]
    assert [text for text in said(page) if text in ("one", "two", "three")] == ["one", "two", "three"]


def test_markup_is_shown_as_text(page: Page, chat: FakeChat) -> None:
    markup = '<img src=x onerror="document.title=1"><script>document.title=2</script><b>bold</b>'
    page.goto(chat.url)
    write(page, markup)
    expect_said(page, f"You wrote: {markup}")
    chat.say("agent", markup, name=markup, choices=[choice("x", markup)])
    expect(page.get_by_role("button", name=markup)).to_be_visible()
    chat.say("system", markup)
    expect(page.locator(".notice-line").last).to_have_text(markup)
    assert page.title() == "Northwind"
    assert page.locator("#log").locator("img, script, b").count() == 0


def test_only_harmless_addresses_become_links(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    chat.say(
        "bot",
        "See https://northwind.example/a_(b)?c=1. Not http://plain.example, javascript:alert(1), "
        f"or https://bank.example@evil.example/, but ours: {chat.origin}/verify/1",
        choices=[
            {"id": "a", "label": "Our page", "kind": "link", "url": "https://northwind.example/"},
            {"id": "b", "label": "A trap", "kind": "link", "url": "javascript:alert(1)"},
        ],
    )
    links = page.locator("#log a")
    expect(links).to_have_count(3)
    assert [link.get_attribute("href") for link in links.all()] == [
        "https://northwind.example/a_(b)?c=1",
        f"{chat.origin}/verify/1",
        "https://northwind.example/",
    ]
    assert {link.get_attribute("rel") for link in links.all()} == {"noopener noreferrer"}


def test_the_receipt_number_is_copied(page: Page, chat: FakeChat) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(chat.url)
    for label in ("Cancel my membership", "No thanks, cancel", "Yes, cancel it"):
        press(page, label)
    page.locator(".copy").click()
    expect(page.locator(".copy")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == RECORD


def test_an_unmarked_receipt_is_known_by_the_record(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    chat.say("bot", RECEIPT)
    expect(page.locator(".bubble").last).to_contain_text(RECORD)
    chat.set(record={"number": RECORD})
    expect_receipt(page)


def test_only_the_receipt_is_printed(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    for label in ("Cancel my membership", "No thanks, cancel", "Yes, cancel it"):
        press(page, label)
    expect_receipt(page)
    page.emulate_media(media="print")
    expect(page.locator(".receipt")).to_be_visible()
    expect(page.get_by_text("May I ask why")).to_be_hidden()
    expect(page.get_by_role("textbox")).to_be_hidden()


def test_a_person_is_one_press_away_and_announced_by_name(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    press(page, "Talk to a person")
    expect(page.get_by_text("A person will join you here")).to_be_visible()
    assert chat.posts[0]["text"] == "I would like to talk to a person"
    chat.agent_joins("Mia", "Hello, how can I help?")
    expect(page.get_by_text("Mia has joined the chat")).to_be_visible()
    expect(page.locator("header")).to_contain_text("You are chatting with Mia")
    chat.say("agent", "Take your time.", name="Mia")
    expect_said(page, "Take your time.")
    expect(page.get_by_text("Mia has joined the chat")).to_have_count(1)
    chat.set(typing="Mia")
    expect(page.get_by_text("Mia is typing")).to_be_visible()


def test_dots_while_the_answer_is_pending(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    chat.set(pending=True)
    expect(page.locator("#typing")).to_be_visible()
    expect(page.get_by_text("One moment, we are looking this up.")).to_be_attached()
    chat.say("bot", "Found it.")
    chat.set(pending=False)
    expect(page.locator("#typing")).to_be_hidden()


def test_another_language(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    page.get_by_label("Language").select_option("de")
    expect(page.get_by_role("button", name="Mit Menschen sprechen")).to_be_visible()
    expect(page.get_by_text("Automatischer Assistent")).to_be_visible()
    expect_said(page, "You wrote: Deutsch")
    assert page.locator("html").get_attribute("lang") == "de"
    page.reload()
    expect(page.get_by_role("textbox", name="Nachricht schreiben")).to_be_visible()


def test_the_page_follows_the_language_of_the_bot(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url + "?locale=de")
    expect(page.get_by_role("button", name="Mit Menschen sprechen")).to_be_enabled()
    assert chat.begun[0]["locale"] == "de"
    chat.set(locale="en")
    expect(page.get_by_role("button", name="Talk to a person")).to_be_visible()


def test_too_long_a_message_is_not_sent(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    box = page.get_by_role("textbox")
    box.fill("x" * 1700)
    expect(page.locator("#counter")).to_be_hidden()
    box.fill("x" * 1950)
    expect(page.locator("#counter")).to_have_text("50 characters left")
    box.fill("x" * 2003)
    expect(page.locator("#counter")).to_have_text("3 characters too many")
    expect(page.get_by_role("button", name="Send")).to_be_disabled()
    box.press("Enter")
    assert chat.posts == []
    box.fill("😀" * 2000)
    box.press("Enter")
    expect(box).to_have_value("")
    expect(page.locator(".message[data-author=customer]")).to_have_count(1)


def test_a_link_from_another_channel_continues_and_leaves_no_trace(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url + "?continue=once-only")
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    assert chat.begun[0]["continue"] == "once-only"
    assert page.url == chat.url


def test_an_expired_link_still_lets_in(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url + "#continue=expired")
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    assert [body.get("continue") for body in chat.begun] == ["expired", None]
    assert page.url == chat.url
