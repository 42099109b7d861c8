"""The alphabet of text messages, and what a text costs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.sms.gsm7 import (
    GSM_BASIC,
    GSM_EXTENSION,
    Segments,
    foreign_characters,
    gsm_friendly,
    segments,
)

GSM_TEXTS = st.text(st.sampled_from(sorted(GSM_BASIC | GSM_EXTENSION)), max_size=700)


def test_the_alphabet_has_its_size() -> None:
    assert len(GSM_BASIC) == 127  # 128 codes, one of which is the escape to the extension
    assert len(GSM_EXTENSION) == 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Segments("GSM-7", 0, 1)),
        ("a" * 160, Segments("GSM-7", 160, 1)),
        ("a" * 161, Segments("GSM-7", 161, 2)),
        ("a" * 306, Segments("GSM-7", 306, 2)),
        ("a" * 307, Segments("GSM-7", 307, 3)),
        ("€" * 80, Segments("GSM-7", 160, 1)),
        ("a" * 159 + "€", Segments("GSM-7", 161, 2)),
        # Two septets that would straddle the border go into the next segment together.
        ("a" * 152 + "€" + "a" * 152, Segments("GSM-7", 306, 3)),
        ("ê" * 70, Segments("UCS-2", 70, 1)),
        ("ê" * 71, Segments("UCS-2", 71, 2)),
        ("ê" * 134, Segments("UCS-2", 134, 2)),
        ("ê" * 135, Segments("UCS-2", 135, 3)),
        ("🙂" * 35, Segments("UCS-2", 70, 1)),
        ("🙂" * 36, Segments("UCS-2", 72, 2)),
        # 67 units have room for 33 such characters.
        ("🙂" * 66, Segments("UCS-2", 132, 2)),
        ("🙂" * 67, Segments("UCS-2", 134, 3)),
        ("a" * 69 + "’", Segments("UCS-2", 70, 1)),
    ],
)
def test_segments(text: str, expected: Segments) -> None:
    assert segments(text) == expected


@settings(deadline=None)
@given(st.text(max_size=700))
def test_segments_hold_the_text_and_are_not_wasted(text: str) -> None:
    found = segments(text)

    single, several = (160, 153) if found.encoding == "GSM-7" else (70, 67)
    if found.count == 1:
        assert found.units <= single
    else:
        assert (found.count - 1) * (several - 1) < found.units <= found.count * several


@settings(deadline=None)
@given(st.text(max_size=300), st.text(max_size=50))
def test_more_text_never_costs_less(text: str, more: str) -> None:
    assert segments(text + more).count >= segments(text).count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We’ve “ended” it – really…", 'We\'ve "ended" it - really...'),
        ("12\u00a0345,00\u202f€", "12 345,00 €"),
        ("Ihr „Tarif“ endet", 'Ihr "Tarif" endet'),
        ("to \u2068Ann\u2069", "to Ann"),
        ("Acme™ 2 × 5", "Acme(TM) 2 x 5"),
    ],
)
def test_typographic_characters_become_plain(text: str, expected: str) -> None:
    assert gsm_friendly(text) == expected


@pytest.mark.parametrize("text", ["Vous êtes « parti » – d’accord…", "Ваш тариф “Плюс” – отменён"])
def test_where_letters_are_outside_plain_quotes_would_save_nothing(text: str) -> None:
    assert gsm_friendly(text) == text


def test_special_spaces_are_replaced_in_every_language() -> None:
    assert gsm_friendly("Прощайте,\u00a0Анна\u202f!") == "Прощайте, Анна !"


@settings(deadline=None)
@given(GSM_TEXTS)
def test_what_is_gsm_stays_as_it_is(text: str) -> None:
    assert gsm_friendly(text) == text
    assert foreign_characters(text) == ()


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_letter_is_lost_and_nothing_gets_dearer(text: str) -> None:
    friendly = gsm_friendly(text)

    assert [c for c in friendly if c.isalpha() and c not in "TMCRx"] == [
        c for c in text if c.isalpha() and c not in "TMCRx"
    ]
    assert gsm_friendly(friendly) == friendly
    assert set(foreign_characters(friendly)) <= set(foreign_characters(text))
