"""The mood of a message is a coarse guess from single words, noted and never acted upon."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.understanding import PhrasesError, mood_of, packaged_moods
from dialogs.understanding.sentiment import read_moods

MOODS = [
    ("I hate this, worst company ever", "negative"),
    ("thank you so much, that was very helpful", "positive"),
    ("I am not happy with you", "negative"),
    ("no thanks", "positive"),
    ("das ist eine Frechheit", "negative"),
    ("vielen Dank, sehr freundlich", "positive"),
    ("das war nicht schlecht", "positive"),
    ("je suis très déçu", "negative"),
    ("merci beaucoup", "positive"),
    ("esto es una vergüenza", "negative"),
    ("muchas gracias, muy amable", "positive"),
    ("que palhaçada, péssimo atendimento", "negative"),
    ("muito obrigado", "positive"),
    ("это безобразие, ужас", "negative"),
    ("спасибо большое", "positive"),
    ("👍", "positive"),
    ("cancel 😡", "negative"),
    ("please cancel my contract", None),
    ("mein Kind braucht das nicht mehr, bitte kündigen", None),
    ("quiero cancelar con ustedes", None),
    ("good morning, I want to cancel", None),
    ("thanks but I hate it", None),
    ("100234", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "mood"), MOODS)
def test_the_mood_of_a_message(text: str, mood: str | None) -> None:
    assert mood_of(text, packaged_moods()) == mood


@settings(deadline=None, max_examples=50)
@given(st.text())
def test_whatever_is_written_has_one_mood_or_none(text: str) -> None:
    assert mood_of(text, packaged_moods()) in ("positive", "negative", None)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("positive: [two words]\nnegative: []\n", "found 'two words'"),
        ("positive: [goo*]\nnegative: []\n", "found 'goo*'"),
        ("positive: [fine]\nnegative: [fine]\n", "found 'fine'"),
        ("positive: [fine]\n", "expected 'negative'"),
    ],
)
def test_a_faulty_list_is_refused(words: str, said: str) -> None:
    with pytest.raises(PhrasesError, match=r"x\.yaml:\d+: ") as refused:
        read_moods(frozenset(), words, "x.yaml")
    assert said in str(refused.value)
