"""A model guesses, is the same however often it is made, and tells when it is damaged."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.meaning import Label
from dialogs.understanding.routing import DamagedModel, Model
from dialogs.understanding.routing.features import HEAD, TAIL, places_of
from dialogs.understanding.routing.training import train
from dialogs.understanding.utterances import ROUTES, Utterance
from tests.dialogs.understanding.routing.small import small_bytes, small_model, some_utterances

unhurried = settings(deadline=None)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("hey guys, pls cancel my gym membership thing", Label.CANCEL),
        ("could u kindly put me through to a human agent", Label.HUMAN),
        ("i see a double charge on my card!!", Label.DISPUTE),
        ("my refund still has not arrived", Label.REFUND),
        ("wheres the parcel i ordered", Label.STATUS),
        ("thx a lot, u helped me", Label.THANKS),
        ("ich möchte bitte mit einem menschen sprechen", Label.HUMAN),
        ("wo bleibt denn mein paket", Label.STATUS),
    ],
)
def test_what_is_like_an_example_is_guessed(text: str, label: Label) -> None:
    assert small_model().guess(text).label is label


@pytest.mark.parametrize(
    ("text", "language"), [("where is the order i made", "en"), ("wo ist meine bestellung geblieben", "de")]
)
def test_the_language_is_guessed(text: str, language: str) -> None:
    assert small_model().guess(text).language == language


def test_the_same_examples_make_the_same_model() -> None:
    few = some_utterances()[::20]

    assert train(few, "few", 2, 1) == train(few, "few", 2, 1)


def test_what_was_taught_otherwise_is_heard_otherwise() -> None:
    taught = [Utterance(f"go purple {word}", Label.HUMAN, "en") for word in ("one", "two", "three", "four")]

    model = Model(train([*some_utterances(), *taught * 5], "purple", 3, 1))

    assert model.guess("go purple now").label is Label.HUMAN


@unhurried
@given(st.text(max_size=400))
def test_any_text_has_chances(text: str) -> None:
    guess = small_model().guess(text)

    assert sum(guess.chances) == pytest.approx(1)
    assert guess.conf == max(guess.chances)
    assert guess.label is ROUTES[guess.chances.index(guess.conf)]
    assert guess.chance_of(*ROUTES) == pytest.approx(1)
    assert small_model().guess(text) == guess


@unhurried
@given(st.text(max_size=2_000))
def test_features_are_few_and_in_order(text: str) -> None:
    hashes = places_of(text)

    assert len(hashes) <= 4 * (HEAD + TAIL + 8) + 10 * 60
    assert list(hashes) == sorted(set(hashes))


@pytest.mark.parametrize(
    "unit", ["a", "cancel my plan ", "e\u0301\u0316", "\u202e", "1", "<b>", "n't ", "👍", "не ", "\n", "ﷺ "]
)
def test_ten_thousand_characters_take_little_time(unit: str) -> None:
    text = (unit * 10_000)[:10_000]
    small_model().guess(text)

    began = time.process_time()
    small_model().guess(text)

    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("at", [0, 10, 300, 400, 10_000, -1])
def test_a_changed_byte_is_noticed(at: int) -> None:
    content = bytearray(small_bytes())
    content[at] ^= 1

    with pytest.raises(DamagedModel):
        Model(bytes(content))


@pytest.mark.parametrize("length", [0, 1, 200, 5_000, -1])
def test_a_part_is_no_model(length: int) -> None:
    with pytest.raises(DamagedModel):
        Model(small_bytes()[:length])


def test_another_programs_model_is_refused() -> None:
    with pytest.raises(DamagedModel):
        Model(small_bytes().replace(b"cancelbot-routing-4", b"cancelbot-routing-0", 1))
