"""Accessible in both colour schemes, whole on every width, and no words of anybody become markup."""

import uuid
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from bot.transcript import Body
from storage.repositories.messages import NewMessage
from tests.bot.web.desk.world import World
from tests.browser.desk.conftest import LogIn
from tests.browser.desk.scene import busy_day

HOSTILE = [
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "</textarea><svg onload=document.title='owned'>",
    "<a href=\"javascript:document.title='owned'\">click</a>",
    "{{ 7*7 }} ${7*7} &lt;b&gt;",
]


def problems_of(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {[node['target'] for node in each['nodes']]}" for each in found]


def opened_chat(page: Page) -> None:
    page.locator(".entry").first.click()
    expect(page.get_by_role("log", name="Messages")).to_be_visible()
    page.wait_for_timeout(200)


def with_details(page: Page) -> None:
    opened_chat(page)
    page.keyboard.press("d")


def with_note(page: Page) -> None:
    opened_chat(page)
    page.keyboard.press("n")
    page.keyboard.type("a note")


def held(page: Page) -> None:
    page.keyboard.press("2")
    expect(page.locator(".entry").first).to_be_visible()
    opened_chat(page)
    page.keyboard.press("r")
    page.keyboard.type("Hello")


def resolving(page: Page) -> None:
    held(page)
    page.keyboard.press("Escape")
    page.keyboard.press("e")


VIEWS: dict[str, Callable[[Page], object]] = {
    "queue": lambda page: page.wait_for_timeout(200),
    "empty": lambda page: page.keyboard.press("3"),
    "stuck": lambda page: page.keyboard.press("6"),
    "all": lambda page: page.keyboard.press("4"),
    "chat": opened_chat,
    "details": with_details,
    "note": with_note,
    "held": held,
    "resolving": resolving,
    "keys": lambda page: page.keyboard.press("?"),
}


@pytest.fixture
def busy(world: World) -> World:
    busy_day(world)
    mine = world.waiting("sms")
    kim = world.client("Kim")
    kim.act(mine, "claim")
    kim.note(mine, "a private note")
    kim.write(mine, "Hello")
    return world


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(busy: World, log_in: LogIn, url: str, scheme: str) -> None:
    page = log_in(scheme=scheme)
    for name, view in VIEWS.items():
        page.goto(f"{url}/desk/")
        expect(page.locator(".entry").first).to_be_visible()
        view(page)
        page.wait_for_timeout(300)
        assert problems_of(page) == [], name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_log_in(world: World, log_in: LogIn, url: str, scheme: str) -> None:
    page = log_in(scheme=scheme)
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    assert problems_of(page) == []
    page.get_by_label("Brand").fill("nobody")
    page.get_by_label("E-mail or user name").fill("nobody")
    page.get_by_label("Password").fill("wrong password")

    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_have_text(
        "Name and password do not match. Check both and try again."
    )
    assert problems_of(page) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1600])
def test_nothing_is_cut_off_at_any_width(busy: World, log_in: LogIn, width: int) -> None:
    page = log_in(width=width, height=700)
    expect(page.locator(".entry").first).to_be_visible()
    for name in ("queue", "stuck", "held"):
        VIEWS[name](page)
        assert cut_off(page) == [], name
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    assert cut_off(page) == []


def cut_off(page: Page) -> list[str]:
    """Elements that reach beyond the window, but for those hidden on purpose."""
    page.wait_for_timeout(100)
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(element => {
            if (!element.checkVisibility()) return false;
            if (element.closest('.hidden-text, .skip, .product span')) return false;
            const { left, right } = element.getBoundingClientRect();
            return right > innerWidth + 1 || left < -1;
        }).map(element => element.outerHTML.slice(0, 120))"""
    )
    return found


def test_on_a_phone_one_goes_from_the_list_to_a_chat_and_back(busy: World, log_in: LogIn) -> None:
    page = log_in(width=320, height=640)
    expect(page.locator("#chat")).to_be_hidden()
    page.locator(".entry").first.click()
    expect(page.locator(".list")).to_be_hidden()

    page.get_by_role("button", name="Details").click()
    expect(page.get_by_role("complementary", name="Customer and case")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="← List").click()

    expect(page.locator(".list")).to_be_visible()
    expect(page.locator("#chat")).to_be_hidden()


def test_hostile_words_are_shown_as_words(world: World, log_in: LogIn) -> None:
    customer = world.waiting()
    for words in HOSTILE:
        customer.says(words)
    declared = world.customer()
    declared.says("I want to cancel")
    declared.says("", choice="unable")
    declared.says(HOSTILE[1])
    world.client("Robin").note(customer, HOSTILE[0])
    hostile_name(world, customer.id)
    page = log_in()

    for conversation in (customer, declared):
        page.locator(f'[data-id="{conversation.id}"]').click()
        expect(page.get_by_role("log")).to_contain_text(conversation.transcript[0].body.text)
        page.wait_for_timeout(200)

    page.locator(f'[data-id="{customer.id}"]').click()
    for words in HOSTILE:
        expect(page.get_by_role("log").get_by_text(words, exact=True).first).to_be_visible()
    assert page.title().endswith("Desk · Cancelbot")
    assert page.locator("main img, main script, main a").count() == 0


def hostile_name(world: World, conversation: str) -> None:
    """A message whose author's name is hostile, as no form lets in today."""
    with world.database.write() as uow:
        row = uow.conversations.get(world.house.id, conversation)  # type: ignore[arg-type]
        assert row is not None
        body = Body("hello", name=HOSTILE[1], purpose="agent")
        message = NewMessage("out", "agent", body.dumped(), world.clock(), event_key=uuid.uuid4().hex)
        changed, _ = uow.messages.append(row, [message])
        uow.conversations.save(changed, row.version, world.clock())
