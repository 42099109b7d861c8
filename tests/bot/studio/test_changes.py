"""What differs between two revisions, and a draft carried over to another one."""

from bot.publishing import RevisionBody
from bot.studio.changes import Change, changes_between, passages_between, pieces_of, rebased
from bot.studio.workshop import plain, with_text
from dialogs.checker import packaged_source
from dialogs.packaged import packaged_script

SHIPPED = RevisionBody(packaged_script("service"))


def body(**texts: str) -> RevisionBody:
    return RevisionBody(
        SHIPPED.source, {"en": {name: f"{name} = {words}\n" for name, words in texts.items()}}
    )


def test_a_revision_differs_from_itself_in_nothing() -> None:
    assert changes_between(body(rest="More?"), body(rest="More?")) == ()


def test_a_change_is_told_with_what_ships() -> None:
    assert changes_between(SHIPPED, body(rest="More?")) == (
        Change("en", "rest", packaged_source("en", "rest"), "rest = More?\n"),
    )


def test_a_text_as_it_ships_is_no_change() -> None:
    shipped = packaged_source("en", "rest")
    assert shipped is not None

    changed = with_text(SHIPPED, "en", "rest", "rest = More?")

    assert with_text(changed, "en", "rest", shipped.replace("\n", "\r\n")) == SHIPPED


def test_lines_end_one_way() -> None:
    assert plain("a = b\r\n    c  \r\n\r\n") == "a = b\n    c\n"


def test_a_draft_is_carried_over_without_undoing_what_others_did() -> None:
    base, draft, published = body(rest="More?"), body(rest="More?", thanks="Fine."), body(kept="Kept.")

    assert rebased(draft, base, published) == body(kept="Kept.", thanks="Fine.")


def test_a_text_that_a_draft_put_back_is_put_back() -> None:
    assert rebased(SHIPPED, body(rest="More?"), body(rest="More?", kept="Kept.")) == body(kept="Kept.")


def test_what_differs_is_cut_out_word_by_word() -> None:
    before, after = pieces_of(
        Change("en", "a", "a = We will answer you here today", "a = We answer you here")
    )

    assert [(piece.text.strip(), piece.kind) for piece in before] == [
        ("a = We", "same"),
        ("will", "gone"),
        ("answer you here", "same"),
        ("today", "gone"),
    ]
    assert {piece.kind for piece in after} == {"same"}


def test_pieces_make_up_the_texts() -> None:
    change = Change("en", "a", "a = One two three\n    four", "a = One\n    four five")
    before, after = pieces_of(change)

    assert ("".join(piece.text for piece in before), "".join(piece.text for piece in after)) == (
        change.before,
        change.after,
    )


def test_a_text_that_was_not_there_is_all_new() -> None:
    before, after = pieces_of(Change("en", "a", None, "a = New"))

    assert before == ()
    assert [piece.kind for piece in after] == ["new"]


def test_scripts_differ_in_passages_with_their_lines() -> None:
    changed = SHIPPED.source.replace("keep: kept}", "keep: rest}").replace("kind: menu", "kind: end")

    menu, confirm = passages_between(SHIPPED.source, changed)

    lines = SHIPPED.source.splitlines()
    assert lines[menu.old_line + 1].strip() == "kind: menu"
    assert "keep: kept}" in lines[confirm.old_line + 1]
    assert [piece.text for piece in menu.before if piece.kind == "gone"] == ["menu"]
    assert [piece.text for piece in confirm.after if piece.kind == "new"] == ["rest}"]
    assert passages_between(SHIPPED.source, SHIPPED.source) == ()


def test_a_draft_keeps_its_script_and_takes_over_another_one_otherwise() -> None:
    other, third = RevisionBody("other"), RevisionBody("third")

    assert rebased(body(rest="More?"), SHIPPED, other) == RevisionBody("other", body(rest="More?").texts)
    assert rebased(third, SHIPPED, other) == third
