"""Conversations under way: told by revision, and moved where nothing that was asked means anything else."""

import re
from collections.abc import Callable

import pytest

from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.studio.admin import OTHER, SHORT, Admin

CONFIRM = "choice-confirm = Yes, cancel it\n"


@pytest.fixture
def seeded_url(seeded_on_both: str) -> str:
    """Who follows which revision is counted and moved by SQL."""
    return seeded_on_both


def published(studio: House, admin: Admin) -> str:
    """Publish the draft; where its page is, without /studio/ before it."""
    answer = admin.publish()
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"].removeprefix("/studio/").removesuffix("/published")


def revision_of(studio: House, visitor: Visitor) -> int:
    with studio.app.database.read() as uow:
        row = uow.revisions.get(studio.brand.id, studio.conversation(visitor.token).revision_id or "")  # type: ignore[arg-type]
    assert row is not None
    return row.number


def counts(page: str) -> list[tuple[int, int, int]]:
    """The rows of the table: revision, under way, could move."""
    rows = re.findall(r">(\d+)</a></th><td>(\d+)</td><td>(\d+)", page)
    return [(int(a), int(b), int(c)) for a, b, c in rows]


def asked_to_confirm(studio: House) -> Visitor:
    visitor = Visitor(studio.client()).begin(customer="BL-1003")
    visitor.say("cancel")
    while "Confirm cancellation" not in visitor.labels:
        visitor.press(visitor.labels[0])
    return visitor


def test_publishing_says_how_many_are_under_way_and_could_move(studio: House, admin: Admin) -> None:
    Visitor(studio.client()).begin()
    asked_to_confirm(studio)
    admin.save(CONFIRM)

    before = admin.page("publish")
    after = admin.page(f"{published(studio, admin)}/published")

    assert counts(before) == counts(after) == [(1, 2, 1)]
    assert "Move 1 that could" in after


def test_those_that_could_are_moved_with_one_press_and_go_on(studio: House, admin: Admin) -> None:
    greeted, deciding = Visitor(studio.client()).begin(), asked_to_confirm(studio)
    admin.save(CONFIRM)
    admin.save(SHORT)
    place = published(studio, admin)

    answer = admin.post(f"{place}/move")
    page = admin.client.get(answer.headers["Location"]).text

    assert "1 conversation moved to revision 4" in page
    assert counts(page) == [(1, 1, 0)]
    assert (revision_of(studio, greeted), revision_of(studio, deciding)) == (4, 1)
    assert "1 conversation under way stays" in " ".join(re.sub("<[^>]*>", "", page).split())
    greeted.say("help")
    assert greeted.labels[0] == "Cancel something"
    deciding.press("Confirm cancellation")
    assert "accepted" in deciding.text


def test_a_moved_conversation_follows_the_new_script_to_its_end(
    studio: House, admin: Admin, proved: Callable[[str], None]
) -> None:
    deciding = asked_to_confirm(studio)
    proved(OTHER)
    admin.save_script(OTHER)
    place = published(studio, admin)

    admin.post(f"{place}/move")
    deciding.press(deciding.labels[-1])

    assert revision_of(studio, deciding) == 3
    with studio.app.database.read() as uow:
        case = uow.conversations.get(studio.brand.id, studio.conversation(deciding.token).id)
    assert case is not None
    assert b'"step":"rest"' in case.state


def test_conversations_move_to_what_is_published_only(studio: House, admin: Admin) -> None:
    visitor = Visitor(studio.client()).begin()
    admin.save(SHORT)
    first = published(studio, admin)
    admin.save("rest = More?\n")
    published(studio, admin)

    assert admin.post(f"{first}/move").status_code == 409
    assert revision_of(studio, visitor) == 1


def test_nobody_hears_anything_when_they_are_moved(studio: House, admin: Admin) -> None:
    visitor = Visitor(studio.client()).begin()
    before = len(visitor.look()["messages"])
    updated = studio.conversation(visitor.token).updated_at
    admin.save(SHORT)
    studio.clock.go_on(minutes=5)

    admin.post(f"{published(studio, admin)}/move")

    assert len(visitor.look()["messages"]) == before
    assert studio.conversation(visitor.token).updated_at == updated
