"""A line with alternatives stands for several messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.understanding.alternatives import MOST, composed

words = st.text("abcdefg ", min_size=1, max_size=6)
alternatives = st.lists(st.text("abcdefg ", max_size=6), min_size=2, max_size=9).map(
    lambda each: f"({'|'.join(each)})"
)


@pytest.mark.parametrize(
    ("line", "messages"),
    [
        ("cancel it :)", ["cancel it :)"]),
        ("see (terms)", ["see (terms)"]),
        ("(end|stop) it", ["end it", "stop it"]),
        ("end it( now|)", ["end it now", "end it"]),
        ("(end|stop) my (plan|sub)", ["end my sub", "stop my plan", "stop my sub", "end my plan"]),
        ("(a|a) b", ["a b"]),
    ],
)
def test_what_a_line_stands_for(line: str, messages: list[str]) -> None:
    assert list(composed(line)) == messages


@given(st.lists(words | alternatives, min_size=1, max_size=5).map(" ".join))
def test_every_alternative_comes_and_few_messages(line: str) -> None:
    messages = list(composed(line))
    said = " ".join(messages)

    assert all(set(word) <= set("abcdefg") for word in said.split())
    assert set(line) & set("abcdefg") == set(said) - {" "}
    assert len(messages) == len(set(messages)) <= max(MOST, 9)
