"""Accessible in both colour schemes, and whole on every width."""

from itertools import combinations
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FloatRect, Page

from tests.browser.studio.conftest import LogIn

PAGES = ["./", "flow", "script", "texts?step=confirm", "texts/receipt/en", "try", "publish", "revisions"]


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (320, 768, 1600)
COLOURS_HAVE_CHANGED = "Promise.all(document.getAnimations().map(each => each.finished)).then(() => null)"


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


def test_no_page_shuts_anybody_out_nor_is_wider_than_the_screen(log_in: LogIn) -> None:
    page = log_in()
    with_a_draft(page)
    found, wider = {}, []
    for path in PAGES:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.evaluate(COLOURS_HAVE_CHANGED)
            found[path, scheme] = problems_of(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 860})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wider.append((path, width))
        page.set_viewport_size({"width": 1280, "height": 860})

    assert {place: problems for place, problems in found.items() if problems} == {}
    assert wider == []


def test_on_a_narrow_screen_nothing_of_the_heads_overlaps(log_in: LogIn) -> None:
    page = log_in(width=320)

    shown = page.locator(".top nav a, .top .who, .top button, .tabs a, .state").all()
    boxes = [box for each in shown if (box := each.bounding_box()) is not None]

    assert len(boxes) >= 11
    overlapping = [(one, other) for one, other in combinations(boxes, 2) if overlap(one, other)]
    assert overlapping == []


def overlap(one: FloatRect, other: FloatRect) -> bool:
    beside = one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
    above = one["y"] + one["height"] <= other["y"] + 1 or other["y"] + other["height"] <= one["y"] + 1
    return not (beside or above)


def test_what_is_written_never_becomes_markup(log_in: LogIn) -> None:
    page = log_in("texts/rest/en")

    page.locator("#source").fill("rest = <img src=x onerror=\"document.title='owned'\"> more?")

    page.get_by_role("region", name="Web chat").get_by_text("<img src=x").wait_for()
    assert "owned" not in page.title()
