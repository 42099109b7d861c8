"""A message as calls: where texts are cut, who gets the buttons, what is refused before it is sent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.base import Attachment, Button, Outgoing, Refused
from channels.rendering import length
from channels.telegram.characters import readable
from channels.telegram.pieces import MAX_FILE_BYTES, Piece, pieces_of

LEAVE = Button("a1", "Cancel my plan")
STAY = Button("a2", "Stay")
SHARE = Button("a3", "Share my number", kind="share_contact")
PDF = Attachment("receipt.pdf", "application/pdf", b"%PDF-")


def link(url: str) -> Button:
    return Button("a4", "Open", kind="link", url=url)


def test_a_short_text_is_one_piece_with_the_buttons() -> None:
    assert pieces_of(Outgoing("1", "Sure?", (LEAVE, STAY))) == (Piece("Sure?", (LEAVE, STAY)),)


def test_a_long_text_is_cut_between_paragraphs_and_the_last_part_has_the_buttons() -> None:
    first, second = "a" * 3000, "b" * 3000

    assert pieces_of(Outgoing("1", f"{first}\n\n{second}", (LEAVE,))) == (
        Piece(first),
        Piece(second, (LEAVE,)),
    )


def test_one_file_with_a_short_text_is_one_piece() -> None:
    pieces = pieces_of(Outgoing("1", "Your receipt", (LEAVE,), attachments=(PDF,)))

    assert pieces == (Piece("Your receipt", (LEAVE,), PDF),)


def test_the_text_comes_before_several_files() -> None:
    pieces = pieces_of(Outgoing("1", "Your receipts", (LEAVE,), attachments=(PDF, PDF)))

    assert pieces == (
        Piece("Your receipts", (LEAVE,)),
        Piece("", attachment=PDF),
        Piece("", attachment=PDF),
    )


def test_a_text_too_long_for_a_caption_comes_before_the_file() -> None:
    pieces = pieces_of(Outgoing("1", "x" * 1025, attachments=(PDF,)))

    assert pieces == (Piece("x" * 1025), Piece("", attachment=PDF))


@pytest.mark.parametrize("url", ["http://localhost:8000/c/1", "http://127.0.0.1/c/1", "https://10.0.0.1/"])
def test_a_link_that_telegram_would_refuse_stands_in_the_text(url: str) -> None:
    assert pieces_of(Outgoing("1", "Go on", (LEAVE, link(url)))) == (Piece(f"Go on\nOpen: {url}", (LEAVE,)),)


def test_beside_a_button_that_shares_the_contact_links_stand_in_the_text() -> None:
    pieces = pieces_of(Outgoing("1", "Who are you?", (SHARE, link("https://acme.example/x"))))

    assert pieces == (Piece("Who are you?\nOpen: https://acme.example/x", (SHARE,)),)


def test_a_button_to_acknowledge_without_words_is_no_piece() -> None:
    assert pieces_of(Outgoing("1", "", callback_id="99")) == ()


@pytest.mark.parametrize(
    "outgoing",
    [
        pytest.param(Outgoing("1", ""), id="no text"),
        pytest.param(Outgoing("1", " \n", (LEAVE,)), id="blank text"),
        pytest.param(Outgoing("1", "Hi", (Button("x" * 65, "Label"),)), id="id too long"),
        pytest.param(Outgoing("1", "Hi", (Button("\u00e9" * 33, "Label"),)), id="id of too many bytes"),
        pytest.param(Outgoing("1", "Hi", (Button("", "Label"),)), id="no id"),
        pytest.param(Outgoing("1", "Hi", (Button("a1", " "),)), id="no label"),
        pytest.param(Outgoing("1", "Hi", (Button("a1", "Open", kind="link"),)), id="link to nowhere"),
        pytest.param(Outgoing("1", "Hi", (link("javascript:alert(1)"),)), id="link to a script"),
        pytest.param(Outgoing("1", "Hi", (link("http://[broken"),)), id="broken link"),
        pytest.param(Outgoing("1", "Hi", attachments=(Attachment("a", "b", b""),)), id="empty file"),
        pytest.param(
            Outgoing("1", "Hi", attachments=(Attachment("a", "b", bytes(MAX_FILE_BYTES + 1)),)),
            id="large file",
        ),
    ],
)
def test_what_telegram_would_refuse_is_refused_at_once(outgoing: Outgoing) -> None:
    with pytest.raises(Refused):
        pieces_of(outgoing)


@settings(deadline=None)
@given(text=st.text(st.characters(exclude_categories=()), min_size=1), times=st.integers(1, 3000))
def test_no_part_is_too_long_and_no_word_is_lost(text: str, times: int) -> None:
    whole = f"Dear {text * times}"

    parts = [piece.text for piece in pieces_of(Outgoing("1", whole))]

    assert all(0 < length(part) <= 4096 and part.strip() for part in parts)
    assert "".join("".join(parts).split()) == "".join(readable(whole).split())
