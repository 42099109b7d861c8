"""An agent's work from the first message to the settlement, without touching the mouse."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from tests.bot.web.desk.world import World
from tests.browser.desk.conftest import LogIn

WRONG = "I cancelled in March and you charged me again, this is wrong"


def dispute(world: World) -> str:
    customer = world.customer("sms")
    customer.says(WRONG)
    world.deliver()
    return customer.id


def open_first(page: Page) -> None:
    expect(page.locator(".entry").first).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log", name="Messages")).to_be_visible()


def test_a_dispute_is_settled_by_keyboard_alone(world: World, log_in: LogIn) -> None:
    customer = world.customer("sms")
    customer.says(WRONG)
    world.deliver()
    page = log_in()

    open_first(page)
    expect(page.get_by_role("log")).to_contain_text(WRONG)
    page.keyboard.press("c")
    expect(page.get_by_label("Reply", exact=True)).to_be_focused()
    page.keyboard.type("Hello, I am sorry. The second charge goes back today.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".message.agent")).to_contain_text("goes back today")
    world.deliver()
    expect(page.locator(".message.agent .delivery")).to_have_text("sent")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.keyboard.type("Refund 4711 ordered")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".message.note")).to_contain_text("Refund 4711 ordered")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    expect(page.get_by_role("dialog")).to_contain_text("How was it settled?")
    page.keyboard.type("refunded 29.90")
    page.keyboard.press("Enter")

    expect(page.locator(".event").last).to_contain_text("Kim resolved this: refunded 29.90")
    expect(page.get_by_text("Nobody is waiting")).to_be_visible()
    world.deliver()
    sent = [message.text for message in world.sender.sent]
    assert "Hello, I am sorry. The second charge goes back today." in sent
    assert not any("Refund 4711" in text or "refunded 29.90" in text for text in sent)
    assert customer.row.status == "bot"


def test_given_back_the_bot_answers_again(world: World, log_in: LogIn) -> None:
    customer = world.waiting()
    page = log_in()
    open_first(page)
    page.keyboard.press("c")
    expect(page.get_by_label("Reply", exact=True)).to_be_focused()
    page.keyboard.press("Escape")

    page.keyboard.press("b")

    expect(page.get_by_role("log")).to_contain_text("You are with the automated assistant again.")
    expect(page.get_by_role("button", name="Claim this chat")).to_be_visible()
    assert customer.row.status == "bot"


def test_a_chat_is_transferred_to_a_colleague_who_sees_it_as_theirs(world: World, log_in: LogIn) -> None:
    customer = world.waiting()
    kim, robin = log_in("kim"), log_in("robin")
    open_first(kim)
    kim.keyboard.press("c")
    expect(kim.get_by_label("Reply", exact=True)).to_be_focused()
    kim.keyboard.press("Escape")

    kim.keyboard.press("t")
    kim.get_by_label("To whom?").select_option(label="Robin")
    kim.get_by_role("button", name="Transfer", exact=True).last.click()

    expect(robin.get_by_role("button", name=re.compile("Mine"))).to_have_text("Mine1")
    robin.keyboard.press("2")
    open_first(robin)
    expect(robin.locator(".chat-head")).to_contain_text("Yours")
    expect(kim.locator(".blocked")).to_contain_text("Robin has this chat.")
    assert customer.hears[-1] == "Robin has joined this chat."


def test_whoever_is_too_late_is_told_who_was_faster(world: World, log_in: LogIn) -> None:
    customer = world.waiting()
    page = log_in()
    open_first(page)
    page.route("**/desk/events", lambda route: route.abort())
    robin = world.client("Robin")
    page.route("**/desk/api/conversations/*", lambda route: route.abort())
    robin.act(customer, "claim")
    page.unroute("**/desk/api/conversations/*")

    page.keyboard.press("c")

    expect(page.get_by_text(re.compile("Robin has this chat"))).not_to_have_count(0)
    assert customer.row.assignee_id == world.house.staff["Robin"].id


def test_a_draft_stays_with_its_conversation(world: World, log_in: LogIn) -> None:
    first, second = world.waiting(), world.waiting()
    kim = world.client("Kim")
    for customer in (first, second):
        kim.act(customer, "claim")
    page = log_in()
    page.keyboard.press("2")
    page.locator(f'[data-id="{first.id}"]').click()
    expect(page.get_by_label("Reply", exact=True)).to_be_visible()
    page.keyboard.press("r")
    page.keyboard.type("for the first")

    page.locator(f'[data-id="{second.id}"]').click()
    expect(page.get_by_label("Reply", exact=True)).to_have_value("")
    page.locator(f'[data-id="{first.id}"]').click()

    expect(page.get_by_label("Reply", exact=True)).to_have_value("for the first")


def test_what_could_not_be_sent_stays_and_is_sent_once(world: World, log_in: LogIn) -> None:
    customer = world.waiting()
    page = log_in()
    lost = []

    def lose_the_answer(route):  # type: ignore[no-untyped-def]
        lost.append(route.fetch())
        route.abort()

    page.route("**/messages", lose_the_answer)
    page.reload()  # a page that is there already may send what it sends first past a new route
    open_first(page)
    page.keyboard.press("c")
    expect(page.get_by_label("Reply", exact=True)).to_be_focused()
    page.keyboard.type("Hello there")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("No connection.")).to_be_visible()
    expect(page.get_by_label("Reply", exact=True)).to_have_value("Hello there")
    page.unroute("**/messages")
    expect(page.get_by_role("button", name="Send")).to_be_enabled()
    page.keyboard.press("Control+Enter")

    expect(page.get_by_label("Reply", exact=True)).to_have_value("")
    assert len(lost) == 1
    assert customer.hears.count("Hello there") == 1


def test_a_stuck_message_is_tried_again(world: World, log_in: LogIn) -> None:
    world.sender.refusing = "30003: unreachable"
    world.customer("sms").says("hello")
    world.deliver()
    world.sender.refusing = None
    page = log_in()

    page.keyboard.press("6")
    expect(page.locator(".stuck")).to_contain_text("A message was not sent")
    page.get_by_role("button", name="Try again").click()

    expect(page.get_by_text("Nothing is stuck")).to_be_visible()
    world.deliver()
    assert len(world.sender.sent) == 1


def test_a_declaration_is_matched_to_a_customer(world: World, log_in: LogIn) -> None:
    customer = world.declared()
    page = log_in()
    open_first(page)
    expect(page.get_by_role("complementary")).to_contain_text(world.DECLARATION)
    page.keyboard.press("c")
    page.get_by_role("button", name="Match to a customer").click()
    page.keyboard.type("L-000002")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Is this Customer L-000002?")

    page.keyboard.press("Enter")

    expect(page.get_by_role("complementary")).to_contain_text("matched by an agent")
    assert customer.events[-1] == "Kim matched this person to Customer L-000002 (L-000002)"


def test_an_unknown_number_is_told_by_its_field_and_the_question_stays(world: World, log_in: LogIn) -> None:
    world.declared()
    page = log_in()
    open_first(page)
    page.keyboard.press("c")
    expect(page.get_by_label("Reply", exact=True)).to_be_focused()
    page.keyboard.press("Escape")

    page.keyboard.press("m")
    expect(page.get_by_role("dialog")).to_contain_text(world.DECLARATION)
    page.keyboard.type("L-999999")
    page.keyboard.press("Enter")

    number = page.get_by_label("Account number")
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("no customer 'L-999999'")
    expect(number).to_have_attribute("aria-invalid", "true")
    page.keyboard.type("L-000002")
    expect(number).to_have_value("L-000002")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Is this Customer L-000002?")
    expect(page.get_by_role("dialog")).to_contain_text(world.DECLARATION)


@pytest.mark.parametrize("pause", [0, 150, 600])
def test_reply_pressed_right_after_claim_is_no_letter(world: World, log_in: LogIn, pause: int) -> None:
    """However late the claim's answer is: before r was pressed, or after."""
    world.waiting()
    page = log_in()
    open_first(page)

    def late(route: Route) -> None:
        page.wait_for_timeout(pause)
        route.continue_()

    page.route("**/claim", late)
    page.keyboard.press("c")
    page.keyboard.press("r")

    expect(page.get_by_label("Reply", exact=True)).to_be_focused()
    page.wait_for_timeout(50)
    page.keyboard.type("Hello")
    expect(page.get_by_label("Reply", exact=True)).to_have_value("Hello")


def test_what_is_pressed_during_a_claim_follows_it(world: World, log_in: LogIn) -> None:
    world.waiting()
    page = log_in()
    open_first(page)

    page.keyboard.press("c")
    page.keyboard.press("n")

    expect(page.get_by_label("Private note", exact=True)).to_be_focused()


def test_a_message_that_could_not_be_processed_is_settled(world: World, log_in: LogIn) -> None:
    world.unprocessed("I want to cancel")
    page = log_in()
    page.keyboard.press("6")
    expect(page.locator(".stuck")).to_contain_text("could not be processed")

    page.get_by_role("button", name="Put aside").click()
    page.keyboard.type("answered by phone")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Nothing is stuck")).to_be_visible()


def test_lists_say_how_long_ago_and_the_transcript_when(world: World, log_in: LogIn) -> None:
    world.clock.ahead = timedelta(hours=-2)
    world.customer("sms").says("stop texting me")
    world.clock.ahead = timedelta()
    page = log_in()
    page.keyboard.press("3")

    age = page.locator(".entry time")
    expect(age).to_have_text("2 h")
    expect(age).to_have_attribute("title", re.compile(r"\d{4}"))
    open_first(page)
    confirmed = page.locator(".message.bot .by").last
    expect(confirmed).to_contain_text("opt-out confirmed")
    expect(confirmed.locator("time")).to_have_text(re.compile(r"^\d\d:\d\d$"))


def test_the_keys_are_shown_and_can_be_switched_off(world: World, log_in: LogIn) -> None:
    world.waiting()
    page = log_in()
    expect(page.locator(".entry")).to_have_count(1)

    page.keyboard.press("?")
    page.get_by_label("Single keys are on").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("2")

    expect(page.get_by_role("button", name=re.compile("Waiting"))).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".entry")).to_have_count(1)


@pytest.mark.parametrize(
    ("letter", "words", "told"),
    [
        ("u", "The invoice of March is not paid", "The reason: The invoice of March is not paid."),
        ("x", "It was paid yesterday", "It goes on as before"),
    ],
)
def test_what_the_brand_ends_is_answered_by_keyboard(
    world: World, log_in: LogIn, letter: str, words: str, told: str
) -> None:
    world.disputing()
    page = log_in()
    open_first(page)
    panel = page.get_by_role("complementary")
    expect(panel).to_contain_text("The brand ends it, disputed")
    expect(panel.get_by_role("button", name="It stands")).to_have_count(0)
    page.keyboard.press("c")
    expect(page.get_by_label("Reply", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel.get_by_role("button", name="It stands")).to_be_visible()

    page.keyboard.press(letter)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Enter")  # without words nothing is told
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.type(words)
    page.keyboard.press("Enter")

    expect(page.locator(".message.bot").last).to_contain_text(told)
    expect(page.locator(".event").last).to_contain_text(words)
    expect(panel).not_to_contain_text("The brand ends it, disputed")
    expect(panel.get_by_role("button", name="It stands")).to_have_count(0)
