"""What must reach a person at once is heard in six languages, anywhere in a message, and decides nothing."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from dialogs.meaning import Label, Meaning
from dialogs.understanding import PhrasesError, packaged_phrases, understand
from dialogs.understanding.normalise import normalise
from dialogs.understanding.urgent import read_urgent, urgent_in
from tests.dialogs.understanding.questions import CONFIRM, OFFER

TABLE = YAML(typ="safe").load(Path(__file__).with_name("urgent.yaml").read_text(encoding="utf-8"))
ROWS = [(kind, text) for kind, texts in TABLE.items() for text in texts]
GRAVE = [text for kind, text in ROWS if kind in ("danger", "death")]


def heard(text: str) -> Meaning:
    return understand(text, CONFIRM, packaged_phrases())


@pytest.mark.parametrize(("kind", "text"), ROWS)
def test_what_is_urgent(kind: str, text: str) -> None:
    assert (heard(text).urgent or "nothing") == kind


@pytest.mark.parametrize(("kind", "text"), [row for row in ROWS if row[0] != "nothing"])
def test_it_is_heard_in_capitals_and_between_other_words(kind: str, text: str) -> None:
    assert heard(f"hello,\n{text.upper()}!!! please").urgent == kind


@settings(deadline=None)
@given(
    text=st.sampled_from(GRAVE), around=st.sampled_from(["yes. {}", "{} yes", "1. {}", "{}. keep it", "{}"])
)
def test_beside_danger_or_a_death_nothing_is_decided(text: str, around: str) -> None:
    said = around.format(text)
    for question in (CONFIRM, OFFER):
        meaning = understand(said, question, packaged_phrases())
        assert (meaning.decision, meaning.choice, meaning.keeps) == (None, None, False)


@pytest.mark.parametrize(
    "text",
    ["I want to end my life", "ich will sterben", "je veux mettre fin à mes jours",
     "quiero acabar con mi vida", "quero acabar com a minha vida", "я хочу покончить с жизнью"],
)  # fmt: skip
def test_to_end_a_life_is_no_wish_to_cancel(text: str) -> None:
    assert (heard(text).label, heard(text).urgent) == (Label.NONE, "danger")


@pytest.mark.parametrize(
    "text",
    ["my mother died, please cancel her contract", "mein Vater ist gestorben, bitte den Vertrag kündigen",
     "ma mère est décédée, je veux résilier son abonnement", "falleció mi padre, quiero cancelar su contrato",
     "minha mãe faleceu, quero cancelar o contrato dela", "моя мама умерла, отмените её договор"],
)  # fmt: skip
def test_the_wish_beside_a_death_is_heard_with_its_reason(text: str) -> None:
    meaning = heard(text)
    assert (meaning.label, meaning.reason) == (Label.CANCEL, "bereavement")


def test_the_end_of_a_letter_is_read_however_long_it_is() -> None:
    story = "I have been your customer for many years and it was fine. " * 150
    meaning = heard(f"{story}Now I want to die.")
    assert (meaning.urgent, meaning.decision) == ("danger", None)


@pytest.mark.parametrize("form", ["edited", "media", "long"])
def test_words_that_decide_nothing_are_read_for_it(form: str) -> None:
    meaning = understand("I want to kill myself", CONFIRM, packaged_phrases(), form)  # type: ignore[arg-type]
    assert (meaning.form, meaning.urgent, meaning.label) == (form, "danger", Label.NONE)


@pytest.mark.parametrize(
    "text", ["my mother " * 3_000, "the account holder " * 2_000, "died " * 5_000, "my " * 5_000]
)
def test_a_text_made_of_its_words_takes_no_longer(text: str) -> None:
    phrases = packaged_phrases()
    message = normalise(text)
    began = time.process_time()
    urgent_in(text, message, phrases.urgent)
    assert time.process_time() - began < 0.2


FILE = "sets:\n  kin: [mother]\ndanger: []\ndeath:\n  - %s\nlegal: []\nupset: []\nunless: []\n"
FAULTS = [
    (FILE % '"{kin} ..."', "x.yaml:4: death: expected words at both ends of '{kin} ...'"),
    (FILE % '"{kin?} died"', "x.yaml:4: death: expected words at both ends of '{kin?} died'"),
    (FILE % '"{cat} died"', "x.yaml:4: death: expected a set of this file, found '{cat}'"),
    ("danger: []\n", "x.yaml:1: expected 'sets'"),
]


@pytest.mark.parametrize(("text", "said"), FAULTS)
def test_a_faulty_list_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(PhrasesError) as refused:
        read_urgent("en", lambda words: words, text, "x.yaml")
    assert str(refused.value).startswith(said)


def test_every_language_has_its_lists() -> None:
    phrases = packaged_phrases()
    kinds = [{each.kind for found in one.phrases.values() for each in found} for one in phrases.urgent]
    assert kinds == [{"danger", "death", "legal", "upset", None}] * len(phrases.languages)
