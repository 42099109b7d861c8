"""What others do appears by itself."""

import re

from playwright.sync_api import expect

from tests.bot.web.desk.world import World
from tests.browser.desk.conftest import LogIn


def test_new_chats_and_messages_appear_and_are_counted_in_the_title(world: World, log_in: LogIn) -> None:
    page = log_in()
    expect(page.get_by_text("Nobody is waiting")).to_be_visible()
    expect(page).to_have_title("Desk · Cancelbot")

    customer = world.waiting()

    expect(page.locator(".entry")).to_contain_text("I want to talk to a human")
    expect(page).to_have_title("(1) Desk · Cancelbot")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    customer.says("are you there?")
    expect(page.locator(".message.customer").last).to_contain_text("are you there?")


def test_a_colleagues_claim_takes_the_chat_out_of_the_queue(world: World, log_in: LogIn) -> None:
    customer = world.waiting()
    page = log_in()
    expect(page.locator(".entry")).to_have_count(1)

    world.client("Robin").act(customer, "claim")

    expect(page.get_by_text("Nobody is waiting")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^All"))).to_have_text("All1")


def test_whoever_reads_further_up_is_not_dragged_down(world: World, log_in: LogIn) -> None:
    customer = world.waiting()
    kim = world.client("Kim")
    kim.act(customer, "claim")
    for number in range(30):
        customer.says(f"message {number}")
    page = log_in()
    page.keyboard.press("2")
    page.locator(".entry").click()
    expect(page.locator(".message.customer").last).to_be_in_viewport()
    page.locator(".scroller").evaluate("element => element.scrollTop = 0")

    customer.says("one more")

    expect(page.get_by_role("button", name="New messages ↓")).to_be_visible()
    expect(page.locator(".message").first).to_be_in_viewport()
    page.get_by_role("button", name="New messages ↓").click()
    expect(page.locator(".message.customer").last).to_be_in_viewport()


def test_unread_words_of_ones_own_customers_are_counted_until_read(world: World, log_in: LogIn) -> None:
    customer = world.waiting()
    world.client("Kim").act(customer, "claim")
    page = log_in()

    customer.says("hello?")
    customer.says("hello??")

    expect(page).to_have_title("(2) Desk · Cancelbot")
    page.keyboard.press("2")
    page.locator(".entry").click()
    expect(page).to_have_title("Desk · Cancelbot")


def test_a_broken_line_is_said_and_mended(world: World, log_in: LogIn) -> None:
    page = log_in()
    expect(page.get_by_text("Nobody is waiting")).to_be_visible()

    page.context.set_offline(True)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("Connection lost. Trying again…")).to_be_visible()
    world.waiting()
    page.context.set_offline(False)

    expect(page.locator(".entry")).to_have_count(1, timeout=15_000)
    expect(page.get_by_text("Connection lost")).to_have_count(0)


def test_whoever_is_logged_out_elsewhere_is_led_to_the_log_in(world: World, log_in: LogIn) -> None:
    page = log_in()
    with world.database.write() as uow:
        uow.agents.end_sessions_of(world.house.staff["Kim"].id)

    world.waiting()

    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
