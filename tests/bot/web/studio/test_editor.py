"""Writing a text: judged while it is written, kept in the draft, never over somebody else's."""

from collections.abc import Callable

import pytest

from tests.bot.web.studio.admin import SHORT, Admin


def check(admin: Admin, source: object, path: str = "texts/welcome/en/check") -> dict[str, object]:
    answer = admin.post_json(path, {"source": source})
    assert answer.status_code == 200
    assert isinstance(answer.json, dict)
    return answer.json


def test_a_sound_text_is_previewed_on_every_channel(admin: Admin) -> None:
    answer = check(admin, SHORT)

    assert (answer["errors"], answer["issues"]) == (0, [])
    html = str(answer["html"])
    assert [title for title in ("Web chat", "Telegram", "SMS") if title in html] == [
        "Web chat",
        "Telegram",
        "SMS",
    ]
    assert "Hi! What can I do for you?\n1 Cancel something" in html
    assert "GSM-7" in html


def test_faults_are_told_while_writing(admin: Admin) -> None:
    answer = check(admin, "welcome = Hi { $brnd }")

    assert answer["errors"] == 1
    assert answer["issues"] == [
        {
            "kind": "unknown_variable",
            "severity": "error",
            "locale": "en",
            "text": "welcome",
            "channel": None,
            "message": "{ $brnd } is not filled in here; did you mean { $brand }?",
            "line": None,
            "column": None,
        }
    ]


def test_checking_keeps_nothing(admin: Admin, revisions: Callable[[], int]) -> None:
    before = revisions()

    check(admin, SHORT)

    assert revisions() == before


def test_what_is_written_never_becomes_markup(admin: Admin) -> None:
    answer = check(admin, "welcome = <img src=x onerror=alert(1)> </p>")

    assert "<img" not in str(answer["html"])
    assert "&lt;img src=x" in str(answer["html"])


@pytest.mark.parametrize("body", [None, [], {}, {"source": 7}, {"source": "x" * 9_000}])
def test_a_request_without_a_source_is_refused(admin: Admin, body: object) -> None:
    assert admin.post_json("texts/welcome/en/check", body).status_code == 400


def test_a_saved_text_waits_in_the_draft(admin: Admin) -> None:
    answer = admin.save(SHORT)

    assert answer.headers["Location"] == "/studio/texts/welcome/en?saved=1"
    assert "Hi! What can I do for you?" in admin.page("texts/welcome/en")
    assert "1 text changed since revision 1" in admin.page("")
    assert "welcome" in admin.page("texts?changed=1")


def test_line_ends_as_browsers_send_them_make_no_difference(
    admin: Admin, revisions: Callable[[], int]
) -> None:
    admin.save(SHORT)
    before = revisions()

    admin.save(SHORT.replace("\n", "\r\n"))

    assert revisions() == before


def test_a_text_with_faults_may_wait_in_the_draft(admin: Admin) -> None:
    assert admin.save("welcome = Hi { $nobody").status_code == 303
    assert "expected a closing brace" in admin.page("texts/welcome/en")
    assert "expected a closing brace" in admin.page("publish")


def test_a_text_goes_back_to_what_is_published(admin: Admin) -> None:
    admin.save(SHORT)

    admin.post("texts/welcome/en/restore")

    assert "Nothing to publish" in admin.page("publish")


def test_all_changes_are_taken_back(admin: Admin) -> None:
    admin.save(SHORT)
    admin.save("rest = More?\n")

    admin.post("discard")

    assert "Nothing changed" in admin.page("")


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(admin: Admin) -> None:
    admin.save("welcome = First\n")

    answer = admin.save("welcome = Second\n", was="welcome = What it was before\n")

    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Admin changed this text meanwhile" in page
    assert "welcome = First" in page
    assert "welcome = Second" in page
    assert "welcome = First" in admin.page("texts/welcome/en")


def test_a_text_too_long_to_be_one_is_refused(admin: Admin) -> None:
    assert admin.save(f"welcome = {'x' * 9_000}").status_code == 413


@pytest.mark.parametrize(
    ("query", "found"),
    [("q=kündigung+bestätigen", "choice-confirm"), ("q=alternative&step=offer", "offer-pause")],
)
def test_texts_are_found_by_what_they_say_in_any_language(admin: Admin, query: str, found: str) -> None:
    page = admin.page(f"texts?{query}")

    assert f"/studio/texts/{found}/en" in page
    assert "/studio/texts/welcome/en" not in page


def test_a_step_shows_its_texts_and_its_buttons(admin: Admin) -> None:
    page = admin.page("texts?step=confirm")

    for name in ("confirm", "confirm-without-quote", "choice-confirm", "choice-keep"):
        assert f"/studio/texts/{name}/en" in page
