"""Publishing: refused with any fault, never over somebody else's; conversations keep what they began with."""

import re
from html import unescape

import pytest

from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.studio.admin import SERVICE, SHORT, Admin

LONG = f"rest = {'Is there anything else? ' * 20}\n"


@pytest.fixture
def seeded_url(seeded_on_both: str) -> str:
    """Revisions and who follows them are found and written by SQL."""
    return seeded_on_both


def published_of(studio: House) -> int:
    with studio.app.database.read() as uow:
        row = uow.revisions.published(studio.brand.id, "service")
    assert row is not None
    return row.number


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("nothing-on-record = I find nothing.\n", "expected { $brand } in the text"),
        ("undone = Taking { $service } back: { $number }.\n", "too, as in"),
        ("welcome = Hello { $brand\n", "expected a closing brace"),
        (LONG, "320 at most are wanted"),
        ("rest = Reply YES for more.\n", "asks for YES"),
        ("choice-keep = Confirm cancellation\n", "two choices of this question read"),
    ],
)
def test_a_faulty_draft_is_refused(studio: House, admin: Admin, source: str, expected: str) -> None:
    admin.save(source)

    answer = admin.publish()

    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Nothing was published" in page
    assert expected in page.replace("&#39;", "'")
    assert published_of(studio) == 1


def test_a_warning_does_not_stand_in_the_way(admin: Admin) -> None:
    admin.save("rest = Anything else? 🙂\n")

    assert "1 warning" in admin.page("publish")
    assert admin.publish().status_code == 303


def test_publishing_says_where_to_look(admin: Admin) -> None:
    admin.save(SHORT)

    answer = admin.publish("A shorter greeting")

    page = admin.client.get(answer.headers["Location"]).get_data(as_text=True)
    assert "Revision 3 is published" in page
    assert 'href="/chat/demo/"' in page
    assert "None is under way on an older one" in page


def test_new_conversations_read_the_new_text_and_those_under_way_the_old(studio: House, admin: Admin) -> None:
    early = Visitor(studio.client()).begin()
    admin.save(SHORT)
    answer = admin.publish("A shorter greeting")
    late = Visitor(studio.client()).begin()

    early.say("hello")

    assert "Hi! What can I do for you?" in late.text
    assert "Hi! What can I do for you?" not in early.text
    assert "What can I do for you? You can cancel here" in early.text
    page = admin.client.get(answer.headers["Location"]).get_data(as_text=True)
    assert "<strong>1</strong> conversation under way stays on its revision" in page


def test_a_conversation_in_another_language_reads_its_own_text(studio: House, admin: Admin) -> None:
    admin.save("welcome = Hallo! Worum geht es?\n", locale="de")
    admin.publish()

    assert "Hallo! Worum geht es?" in Visitor(studio.client()).begin(locale="de").text
    assert "Hallo! Worum geht es?" not in Visitor(studio.client()).begin(locale="en").text


@pytest.mark.parametrize("message", ["", "   ", "x" * 301])
def test_what_changes_has_to_be_said(studio: House, admin: Admin, message: str) -> None:
    admin.save(SHORT)

    assert admin.publish(message).status_code == 422
    assert published_of(studio) == 1


def test_nothing_to_publish_is_refused(studio: House, admin: Admin) -> None:
    assert admin.publish(published="1").status_code == 409
    assert published_of(studio) == 1


def test_somebody_who_published_meanwhile_is_not_overwritten(studio: House, admin: Admin) -> None:
    admin.save(SHORT)
    seen = admin.seen()
    admin.publish("First")
    admin.save("rest = More?\n")

    answer = admin.publish("Second", **seen)

    assert answer.status_code == 409
    assert "published revision 3 meanwhile" in answer.get_data(as_text=True)
    assert published_of(studio) == 3


def test_a_draft_that_changed_since_it_was_looked_at_is_not_published(studio: House, admin: Admin) -> None:
    admin.save(SHORT)
    seen = admin.seen()
    admin.save("rest = More?\n")

    assert admin.publish("Blind", **seen).status_code == 409
    assert published_of(studio) == 1


def test_a_form_without_numbers_is_refused(admin: Admin) -> None:
    admin.save(SHORT)

    assert admin.publish(published="one").status_code == 400


def test_going_back_publishes_the_old_texts_again(studio: House, admin: Admin) -> None:
    with studio.app.database.read() as uow:
        first = uow.revisions.published(studio.brand.id, "service")
    assert first is not None
    admin.save(SHORT)
    admin.publish("A shorter greeting")

    answer = admin.post(f"revisions/{first.id}/publish", published="3")

    assert answer.status_code == 303
    assert published_of(studio) == 4
    assert "What can I do for you? You can cancel here" in Visitor(studio.client()).begin().text
    assert "Back to revision 1" in admin.page("revisions")


def test_going_back_keeps_the_draft(studio: House, admin: Admin) -> None:
    with studio.app.database.read() as uow:
        first = uow.revisions.published(studio.brand.id, "service")
    assert first is not None
    admin.save(SHORT)
    admin.publish("A shorter greeting")
    admin.save("rest = More?\n")

    admin.post(f"revisions/{first.id}/publish", published="3")

    page = admin.page("publish")
    assert "rest = More?" in " ".join(page.replace("<ins>", "").replace("</ins>", "").split())
    assert "1 text changed since revision 5" in page


def test_going_back_to_what_is_published_is_refused(studio: House, admin: Admin) -> None:
    with studio.app.database.read() as uow:
        first = uow.revisions.published(studio.brand.id, "service")
    assert first is not None

    assert admin.post(f"revisions/{first.id}/publish", published="1").status_code == 409


def test_a_revision_shows_what_it_changed(admin: Admin) -> None:
    admin.save(SHORT)
    answer = admin.publish("A shorter greeting")

    page = admin.client.get(answer.headers["Location"].removesuffix("/published")).get_data(as_text=True)

    assert "1 text unlike revision 1" in page
    assert re.search(r"<ins>\s*Hi!\s*</ins>", page)


def test_languages_that_the_script_does_not_speak_are_warned_of(admin: Admin) -> None:
    admin.save(SHORT)
    assert "does not speak" not in admin.page("publish")

    admin.save_script(SERVICE.replace("locales: [en, de, fr, es, pt, ru]", "locales: [de]"))

    page = unescape(admin.page("publish"))
    assert "offers English, French, Spanish, Portuguese and Russian, which the script 'service'" in page
    assert "is not understood and is answered in German" in page
