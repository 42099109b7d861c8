"""What can be measured of how the demo's pages look: contrast, names, sizes, nothing off the screen."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from channels.base import Attachment, Button, Outgoing
from tests.bot.web.sandbox.asking import act, text
from tests.bot.web.sandbox.demo import ADA, ADAS_CHAT, Demo, running_demo

pytestmark = pytest.mark.slow

EMPTY = "?number=%2B491713920045"
PAGES = {
    "start": "/",
    "phone": "/sandbox/phone",
    "phone, empty": f"/sandbox/phone{EMPTY}",
    "telegram": f"/sandbox/telegram?chat={ADAS_CHAT}",
    "telegram, empty": "/sandbox/telegram?chat=491713920045",
    "outbox": "/sandbox/",
    "outbox, empty": "/sandbox/?to=nobody@example.com",
    "mail": "/sandbox/mail/{mail}",
}
LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 4 + " https://brightline.example/" + "a" * 150


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A demo in which something of everything has happened."""
    with running_demo(tmp_path_factory.mktemp("looks")) as running:
        fill(running)
        yield running


def fill(demo: Demo) -> None:
    sms, telegram, mail = (demo.outbound(kind) for kind in ("sms", "telegram", "email"))
    text(demo, ADA, "I want to cancel")
    sms.send(Outgoing(ADA, f"123456 is your code. {LONG}"))
    demo.outbound("voice").send(Outgoing(ADA, "", status_url=f"{demo.url}/webhooks/voice/demo/1"))
    text(demo, ADA, "STOP")
    receipt = Attachment("BL-2GG53DCG.json", "application/json", b"{}")
    act(demo, ADAS_CHAT, "say", text=LONG)
    buttons = (
        Button("c1", "Yes, cancel it"),
        Button("c2", LONG),
        Button("c3", "Site", "link", "https://b.example/x"),
    )
    telegram.send(Outgoing(str(ADAS_CHAT), "Sure?", buttons, attachments=(receipt,)))
    act(demo, ADAS_CHAT, "share_contact", own=True)
    act(demo, ADAS_CHAT, "send_picture")
    keys = (Button("c1", "Share my number", "share_contact"), Button("c2", "Go on without"))
    telegram.send(Outgoing(str(ADAS_CHAT), "Who are you?", keys))
    telegram.close()
    html = "<html><head><title>Mail</title></head><body><p>Your contract ends.</p></body></html>"
    mail.send(
        Outgoing(
            "ada.sommer@example.com", LONG, subject=f"Cancelled {LONG}", html=html, attachments=(receipt,)
        )
    )


def show(page: Page, demo: Demo, name: str) -> None:
    with demo.app.database.read() as uow:
        (mail,) = uow.sandbox.messages(demo.account("email").brand.id, "email")
    page.goto(demo.url + PAGES[name].format(mail=mail.seq))
    page.wait_for_timeout(700)


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, demo: Demo, name: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    show(page, demo, name)

    for width, height in ((1440, 900), (320, 640)):
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert complaints_of_axe(page) == [], f"{width} {scheme}"


def complaints_of_axe(page: Page) -> list[str]:
    # What is in the frames has tests of its own: the chat, and the mail.
    results = Axe().run(page, options={"iframes": False})
    return [
        f"{found['id']}: {node['html']} {node.get('failureSummary')}"
        for found in results.response["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out(page: Page, demo: Demo, name: str) -> None:
    show(page, demo, name)

    for width in (320, 390, 640, 768, 1024, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize(("name", "field"), [("phone", "Text message"), ("telegram", "Message")])
@pytest.mark.parametrize("height", [568, 900])
def test_the_composer_is_in_sight(page: Page, demo: Demo, name: str, field: str, height: int) -> None:
    page.set_viewport_size({"width": 390, "height": height})
    show(page, demo, name)

    box = page.get_by_role("textbox", name=field).bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= height


def test_the_chats_composer_is_in_sight(page: Page, demo: Demo) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    show(page, demo, "start")

    box = page.locator("#frame").bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= 800
    assert box["height"] > 400
