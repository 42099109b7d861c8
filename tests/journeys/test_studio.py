"""An admin changes a text and publishes it: new chats have it, chats under way keep the old one."""

import re

from tests.journeys.calling import Reply
from tests.journeys.people import Colleague, Visitor
from tests.journeys.running import Running

OLD = "Nothing has been cancelled"
NEW = "Good that you stay"


def test_new_chats_have_a_published_text_and_chats_under_way_the_old_one(demo: Running) -> None:
    under_way = Visitor.of(demo, "BL-1001")
    under_way.say("I want to cancel")
    admin = Colleague.logged_in(demo, "admin", "demo-admin-2026")

    publish(admin, "kept", f"kept = {NEW}. You can cancel here at any time.")
    fresh = Visitor.of(demo, "BL-1002")
    fresh.say("I want to cancel")

    assert NEW in kept(fresh)
    assert OLD in kept(under_way)


def test_a_text_that_cannot_be_filled_in_is_not_published(demo: Running) -> None:
    admin = Colleague.logged_in(demo, "admin", "demo-admin-2026")

    refused = try_to_publish(admin, "kept", "kept = See you in { $winter }.")

    assert refused.status == 422
    stays = Visitor.of(demo, "BL-1001")
    stays.say("I want to cancel")
    assert OLD in kept(stays)


def test_an_agent_publishes_nothing(demo: Running) -> None:
    alex = Colleague.logged_in(demo, "alex", "demo-alex-2026")

    assert alex.caller.submit("/studio/publish", published="1", message="Mine").status == 403


def kept(visitor: Visitor) -> str:
    """What is said to somebody who stays."""
    visitor.say("keep it, I do not want to cancel")
    if visitor.answer["step"] == "confirm":
        visitor.press(1)
    return visitor.said


def publish(admin: Colleague, name: str, source: str) -> None:
    published = try_to_publish(admin, name, source)
    assert published.status == 303, published.text


def try_to_publish(admin: Colleague, name: str, source: str) -> Reply:
    """Save an English text and press the button on the page for publishing."""
    editor = admin.caller.get(f"/studio/texts/{name}/en").text
    was = field(editor, r'<textarea name="was"[^>]*>([^<]*)<')
    saved = admin.caller.submit(f"/studio/texts/{name}/en", source=source, was=was)
    assert saved.status == 303, saved.text
    page = admin.caller.get("/studio/publish").text
    return admin.caller.submit(
        "/studio/publish",
        published=field(page, r'name="published" value="(\d+)"'),
        draft=field(page, r'name="draft" value="(\d+)"'),
        message="Friendlier",
    )


def field(page: str, pattern: str) -> str:
    found = re.search(pattern, page)
    assert found, page
    return found[1]
