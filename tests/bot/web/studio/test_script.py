"""Writing a script: faults at their places, proofs with the conversation that shows a trap, publishing."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from sqlalchemy import delete

from bot.publishing import RevisionBody, publish
from bot.studio.release import addable_scripts
from dialogs.script import json_schema, load
from storage.tables import metadata
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.studio.admin import OTHER, SERVICE, TRAP, Admin

BROKEN = SERVICE.replace("kind: menu", "kind: munu")
OWN_TEXT = OTHER.replace("text: goodbye", "text: farewell")
LOOP = SERVICE.replace(
    "text: declared\n    outcomes: {next: rest}", "text: declared\n    outcomes: {next: declared}"
)


def published_of(studio: House, script: str = "service") -> int:
    with studio.app.database.read() as uow:
        row = uow.revisions.published(studio.brand.id, script)
    assert row is not None
    return row.number


def test_a_saved_script_waits_in_the_draft(admin: Admin) -> None:
    answer = admin.save_script(OTHER)

    assert answer.headers["Location"] == "/studio/script?saved=1"
    page = admin.page("script")
    assert "keep: rest}" in page
    assert re.search(r"<ins>.*keep: rest.*</ins>|<ins>\s*rest}\s*</ins>", page)
    assert "the script changed since revision 1" in admin.page("texts")


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        (BROKEN, SERVICE[: SERVICE.index("kind: menu")].count("\n") + 1, "did you mean 'menu'?"),
        (SERVICE.replace("script: service", "script: order"), 1, "expected 'service'"),
        ("a: [", 1, "expected YAML"),
        ("", 1, "expected"),
        ("a: &a [1]\nb: [*a, *a]", 2, "not a reference to it"),
    ],
)
def test_faults_are_told_at_their_place_while_writing(
    admin: Admin, source: str, line: int, told: str
) -> None:
    answer = admin.post_json("script/check", {"source": source}).json

    assert isinstance(answer, dict)
    fault = answer["faults"][0]
    assert (fault["line"], told in fault["message"]) == (line, True), fault
    assert f'data-line="{line}"' in answer["html"]


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        (LOOP, SERVICE[: SERVICE.index("  declared:")].count("\n") + 1, "loops at step 'declared'"),
        (SERVICE.replace("start: welcome", "start: confirm"), 1, "no conversation can go through"),
    ],
)
def test_a_script_that_the_engine_cannot_run_is_told_once_it_is_saved(
    studio: House, admin: Admin, source: str, line: int, told: str
) -> None:
    admin.save_script(source)

    page = unescape(admin.page("script"))
    assert told in page
    assert f'data-line="{line}"' in page
    assert (admin.publish().status_code, published_of(studio)) == (422, 1)


@pytest.mark.parametrize("body", [None, [], {}, {"source": 7}, {"source": "x" * 70_000}])
def test_a_request_without_a_script_is_refused(admin: Admin, body: object) -> None:
    assert admin.post_json("script/check", body).status_code == 400


def test_a_script_too_long_to_be_one_is_refused(admin: Admin) -> None:
    assert admin.save_script("x" * 70_000).status_code == 413


def test_what_is_no_script_yet_may_wait_and_is_not_published(studio: House, admin: Admin) -> None:
    assert admin.save_script(BROKEN).status_code == 303

    assert "did you mean &#39;menu&#39;?" in admin.page("script")
    assert "this page shows the published one" in admin.page("flow")
    assert admin.post_json(
        "try/turn", {"channel": "webchat", "locale": "en", "customer": "one", "lines": []}
    ).json
    answer = admin.publish()
    assert (answer.status_code, published_of(studio)) == (422, 1)
    assert "the script cannot be read yet" in answer.text


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(admin: Admin) -> None:
    admin.save_script(OTHER)

    answer = admin.save_script(TRAP, was=SERVICE)

    assert answer.status_code == 409
    assert "Admin changed the script meanwhile" in answer.text
    assert "again and again" in answer.text
    assert "again and again" not in admin.page("script")


def test_a_script_goes_back_to_what_is_published(admin: Admin) -> None:
    admin.save_script(TRAP)

    admin.post("script/restore")

    assert "Nothing to publish" in admin.page("publish")


def test_a_script_that_traps_is_refused_with_the_conversation_that_shows_it(
    studio: House, admin: Admin
) -> None:
    admin.save_script(TRAP)
    early = admin.publish()

    proofs = unescape(admin.proofs())
    answer = admin.publish()

    assert (early.status_code, "its conversations are being run" in early.text) == (409, True)
    assert 'data-open="no"' in proofs
    assert "A receipt is reachable from every state within the budget" in proofs
    assert "Whoever always takes the way out must get a receipt" in proofs
    assert re.search(
        r'<li class="said customer">.*?</li>\s*<li class="said bot">.*?Too expensive', proofs, re.S
    )
    assert 'href="/studio/script?step=why"' in proofs
    assert (answer.status_code, published_of(studio)) == (422, 1)
    assert "this script traps somebody" in answer.text

    number = re.search(r"/studio/try\?shown=(\d+)", proofs)
    assert number is not None
    assert f'data-shown="{number[1]}"' in admin.page(f"try?shown={number[1]}")
    stage = {"shown": int(number[1]), "lines": []}
    played = admin.post_json("try/turn", stage).json
    further = admin.post_json("try/turn", stage | {"lines": [{"text": "I want to cancel"}]}).json
    assert isinstance(played, dict)
    assert isinstance(further, dict)
    length = len(played["messages"])
    assert further["messages"][:length] == played["messages"]
    assert further["messages"][length]["text"] == "I want to cancel"
    assert further["step"]["name"] == "why"


def test_a_sound_script_is_proved_and_published(studio: House, admin: Admin) -> None:
    admin.save_script(OTHER)

    proofs = admin.proofs()
    answer = admin.publish("Whoever stays rests")

    assert 'data-standing="proved"' in proofs, proofs
    assert "Every decision is receipted at once" in proofs
    assert (answer.status_code, published_of(studio)) == (303, 3)


def test_what_was_proved_once_is_not_run_again(
    studio: House, admin: Admin, proved: Callable[[str], None]
) -> None:
    proved(OTHER)
    admin.save_script(OTHER)

    assert 'data-standing="proved"' in admin.page("publish")
    assert admin.publish().status_code == 303
    admin.save("rest = More?\n")
    assert admin.publish().status_code == 303
    assert published_of(studio) == 5


def test_going_back_to_a_script_that_was_never_proved_waits_for_its_proofs(
    studio: House, admin: Admin, proved: Callable[[str], None]
) -> None:
    proved(OTHER)
    admin.save_script(OTHER)
    admin.publish()
    with studio.app.database.write() as uow:
        old = uow.revisions.add(
            studio.brand.id,
            script="service",
            body=RevisionBody(TRAP).dumped(),
            digest="trap",
            author="Kim",
            message="Before anybody proved anything",
            now=NOW,
        )

    answer = admin.post(f"revisions/{old.id}/publish", published="3")

    assert (answer.status_code, published_of(studio)) == (409, 3)
    assert "Try again in some seconds" in answer.text


def test_a_revision_shows_what_it_changed_of_the_script(admin: Admin, proved: Callable[[str], None]) -> None:
    proved(OTHER)
    admin.save_script(OTHER)
    answer = admin.publish("Whoever stays rests")

    page = admin.client.get(answer.headers["Location"].removesuffix("/published")).text
    listed = admin.page("revisions")

    assert "The script and 0 texts unlike revision 1" in page
    assert re.search(r"<del>\s*kept}\s*</del>", page)
    assert re.search(r"<ins>\s*rest}\s*</ins>", page)
    assert "Admin" in page
    assert re.search(r"10 Mar 2026, 10:30</td>\s*<td>10 Mar 2026, 10:30</td>", listed)


def test_a_text_that_only_the_script_names_is_written_in_the_studio(
    admin: Admin, proved: Callable[[str], None]
) -> None:
    proved(OWN_TEXT)
    admin.save_script(OWN_TEXT)
    assert "farewell" in admin.page("publish")
    assert admin.publish().status_code == 422

    assert "farewell =" in admin.page("texts/farewell/en")
    for locale in load(OWN_TEXT).locales:
        assert admin.save("farewell = Adieu.\n", locale).status_code == 303

    assert admin.publish().status_code == 303


def test_a_brands_scripts_are_worked_on_apart(
    studio: House, admin: Admin, proved: Callable[[str], None]
) -> None:
    second = SERVICE.replace("script: service", "script: second").replace("title: Ending", "title: Leaving")
    proved(second)
    with studio.app.database.write() as uow:
        publish(uow, studio.brand.id, "second", RevisionBody(second), "Kim", "The second", NOW)

    assert 'href="/studio/scripts/second/"' in admin.page("")
    page = admin.page("scripts/second/texts/welcome/en")
    assert 'action="/studio/scripts/second/texts/welcome/en"' in page
    answer = admin.post("scripts/second/texts/welcome/en", source="welcome = Second!\n")
    assert answer.headers["Location"] == "/studio/scripts/second/texts/welcome/en?saved=1"

    assert "Nothing changed" in admin.page("")
    assert "1 text changed" in admin.page("scripts/second/")
    answer = admin.post("scripts/second/publish", message="Shorter", published="1", draft="2")
    assert re.fullmatch(r"/studio/scripts/second/revisions/.*/published", answer.headers["Location"])
    assert (published_of(studio), published_of(studio, "second")) == (1, 3)
    assert "Second!" not in Visitor(studio.client()).begin().text


def test_of_a_brand_that_has_only_a_script_of_its_own_every_chat_begins_with_it(
    studio: House, proved: Callable[[str], None]
) -> None:
    own = SERVICE.replace("script: service", "script: members")
    proved(own)
    body = RevisionBody(own, {"en": {"welcome": "welcome = Members only!\n"}})
    with studio.app.database.engine.begin() as connection:
        connection.execute(delete(metadata.tables["revision"]))
    with studio.app.database.write() as uow:
        publish(uow, studio.brand.id, "members", body, "Kim", "Ours", NOW)

    assert "Members only!" in Visitor(studio.client()).begin().text


@pytest.mark.parametrize("name", addable_scripts(["service"]))
def test_shipped_scripts_are_added_once(studio: House, admin: Admin, name: str) -> None:
    """The demo has them all; a brand that was made before one shipped has not."""
    with studio.app.database.engine.begin() as connection:
        revisions = metadata.tables["revision"]
        connection.execute(delete(revisions).where(revisions.c.script == name))

    answer = admin.post(f"scripts/{name}/add")

    assert answer.headers["Location"] == f"/studio/scripts/{name}/"
    assert published_of(studio, name) == 1
    assert admin.post(f"scripts/{name}/add").status_code == 404


def test_scripts_that_are_not_there_are_told(admin: Admin) -> None:
    assert admin.get("scripts/nothing/").status_code == 404
    assert admin.post("scripts/nothing/add").status_code == 404


def test_editors_find_the_form_of_scripts_without_a_log_in(studio: House) -> None:
    answer = studio.client().get("/studio/script.schema.json")

    assert (answer.status_code, answer.mimetype) == (200, "application/schema+json")
    assert answer.get_json(force=True) == json_schema()
