"""Accessible in both colour schemes, and whole on every width."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.studio.conftest import LogIn

PAGES = ["./", "flow", "texts?step=confirm", "texts/receipt/en", "try", "publish", "revisions"]


def problems_of(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {[node['target'] for node in each['nodes']]}" for each in found]


def with_a_draft(page: Page) -> None:
    """One change that is sound and one that is not."""
    for name, source in (("rest", "rest = Anything else?"), ("bye", "bye = Goodbye, { $nobody }")):
        page.goto(f"texts/{name}/en")
        page.locator("#source").fill(source)
        page.get_by_role("button", name="Save to the draft").click()
        page.wait_for_url("**saved=1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(log_in: LogIn, scheme: str) -> None:
    page = log_in(scheme=scheme)
    with_a_draft(page)
    found = {}
    for path in PAGES:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        found[path] = problems_of(page)

    assert {path: problems for path, problems in found.items() if problems} == {}


@pytest.mark.parametrize("width", [360, 768, 1600])
def test_no_page_is_wider_than_the_screen(log_in: LogIn, width: int) -> None:
    page = log_in(width=width)
    with_a_draft(page)
    wider = []
    for path in PAGES:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wider.append(path)

    assert wider == []


def test_what_is_written_never_becomes_markup(log_in: LogIn) -> None:
    page = log_in("texts/rest/en")

    page.locator("#source").fill("rest = <img src=x onerror=\"document.title='owned'\"> more?")

    page.get_by_role("region", name="Web chat").get_by_text("<img src=x").wait_for()
    assert "owned" not in page.title()
