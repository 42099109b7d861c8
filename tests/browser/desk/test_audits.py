"""The audits in a browser: accessible in both schemes and on every width, and asked for by keyboard alone."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from bot.audit.auditing import audited, keep
from bot.heartbeat import note_worker
from tests.bot.web.desk.test_audits import lose
from tests.bot.web.desk.test_history import cancelled
from tests.bot.web.desk.world import World
from tests.browser.desk.conftest import LogIn
from tests.browser.desk.test_looks import cut_off, problems_of


@pytest.fixture
def found(world: World) -> World:
    """One audit that found nothing, and one that found a record gone."""
    number = cancelled(world)
    world.clock.ahead += timedelta(minutes=5)
    keep(world.app, world.house.brand, audited(world.app, world.house.brand))
    lose(world, number)
    world.clock.ahead += timedelta(minutes=5)
    keep(world.app, world.house.brand, audited(world.app, world.house.brand))
    return world


def report(page: Page, url: str) -> None:
    page.goto(f"{url}/desk/audit")
    page.locator("tbody a").first.click()
    expect(page.get_by_role("heading", name="Findings", exact=True)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(found: World, log_in: LogIn, url: str, scheme: str) -> None:
    page = log_in("sam", scheme=scheme)
    page.goto(f"{url}/desk/audit")
    assert problems_of(page) == []
    report(page, url)
    assert problems_of(page) == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_is_cut_off_at_any_width(found: World, log_in: LogIn, url: str, width: int) -> None:
    page = log_in("sam", width=width, height=700)
    report(page, url)
    assert cut_off(page) == []


def test_an_audit_is_asked_for_by_keyboard_alone(found: World, log_in: LogIn, url: str) -> None:
    with found.database.write() as uow:
        note_worker(uow, found.clock())
    page = log_in("sam")
    page.goto(f"{url}/desk/audit")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Audit now":
            break
    page.keyboard.press("Enter")

    expect(page.get_by_role("main").get_by_role("status").last).to_contain_text("Sam asked for an audit")


def test_a_report_is_printed(found: World, log_in: LogIn, url: str) -> None:
    page = log_in("sam")
    report(page, url)
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.get_by_role("button", name="Print").press("Enter")
    expect(page).to_have_title("printed")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.get_by_text("What to do").first).to_be_visible()
