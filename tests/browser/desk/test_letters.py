"""A confirmation is sent as a letter, by keyboard alone; a mail that came in is read."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.mails.taking import take_mail
from tests.bot.web.desk.world import World
from tests.browser.desk.conftest import LogIn
from tests.browser.desk.test_looks import cut_off, problems_of

PAYLOADS = Path(__file__).parents[2] / "payloads" / "email"


@pytest.fixture
def posting(world: World) -> World:
    """The brand writes letters, and somebody has cancelled and asked for a person."""
    with world.database.write() as uow:
        slug, now = world.house.brand.slug, world.clock()
        uow.accounts.add(world.house.id, kind="email", name="", address=f"{slug}@mail.example", now=now)
        sender, settings = f"{slug} GmbH, Hauptstraße 1, 10115 Berlin", {"country": "DE"}
        uow.accounts.add(world.house.id, kind="letter", name="", address=sender, now=now, settings=settings)
    world.app.directory.forget()
    customer = world.vouched("L-000001")
    for words, choice in (("I want to cancel", None), ("", "cancel"), ("", "confirm"), ("", "skip")):
        customer.says(words, **({} if choice is None else {"choice": choice}))
    customer.says("I want to talk to a human")
    world.deliver()
    return world


def beside(page: Page) -> None:
    expect(page.locator(".entry").first).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".chat-head h2")).to_be_visible()


def asked(page: Page) -> None:
    page.keyboard.press("p")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_letter_is_ordered_by_keyboard_with_its_address_put_right(posting: World, log_in: LogIn) -> None:
    page = log_in()
    beside(page)
    panel, dialog = page.get_by_role("complementary"), page.get_by_role("dialog")
    asked(page)
    expect(dialog).to_contain_text("No postal address is known: expected one in the back office.")
    expect(page.get_by_label("Address below the name")).to_be_focused()

    page.keyboard.insert_text("A street whose name is far too long to be seen in any window of any envelope")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("expected at most 75 mm")
    expect(page.get_by_label("Address below the name")).to_be_focused()
    page.keyboard.insert_text("Kastanienallee 12\n10435 Berlin")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(dialog).to_have_count(0)
    expect(panel).to_contain_text("being made")
    posting.deliver()
    expect(panel).to_contain_text("ordered, waits for the print run")
    asked(page)
    expect(dialog).to_contain_text("this is another one")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_question(posting: World, log_in: LogIn, scheme: str) -> None:
    page = log_in(scheme=scheme)
    beside(page)
    asked(page)
    page.wait_for_timeout(300)
    assert problems_of(page) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_question_fits(posting: World, log_in: LogIn, width: int, tmp_path: Path) -> None:
    page = log_in(width=width, height=700)
    beside(page)
    asked(page)
    assert cut_off(page) == []
    page.screenshot(path=tmp_path / "question.png")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_mail_that_came_in_is_read_on_the_desk(
    posting: World, log_in: LogIn, width: int, tmp_path: Path
) -> None:
    with posting.database.write() as uow:
        raw = (PAYLOADS / "answer.eml").read_bytes()
        take_mail(uow, posting.house.id, "brand.example", raw, posting.clock())
    posting.deliver()
    page = log_in(width=width, height=900)
    expect(page.locator(".entry").first).to_be_visible()
    page.keyboard.press("6")
    card = page.locator(".stuck", has_text="A mail came in")
    card.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(card).to_contain_text("Re: Ihre Kündigung ist bestätigt")
    expect(card.locator("pre")).to_contain_text("Das stimmt nicht")
    assert cut_off(page) == []
    assert problems_of(page) == []
    page.screenshot(path=tmp_path / "mail.png")
