"""The examples that guesses are learnt from: their form, their number, and what is wrong with a file."""

from importlib.resources import files

import pytest

from dialogs.understanding import PhrasesError
from dialogs.understanding.packaged import packaged_utterances, utterances_hash
from dialogs.understanding.routing import LANGUAGES
from dialogs.understanding.utterances import FEWEST, ROUTES, read_utterances


def file(**changed: str) -> str:
    """A file of the smallest size, with some labels' lists replaced by the YAML given."""
    lists = {label.value: "".join(f'\n  - "{label} {n}"' for n in range(FEWEST)) for label in ROUTES}
    return "".join(f"{label}:{texts}\n" for label, texts in {**lists, **changed}.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_examples(language: str) -> None:
    name = f"locales/{language}/utterances.yaml"
    source = files("locales") / language / "utterances.yaml"

    found = read_utterances(language, source.read_text(encoding="utf-8"), name)

    assert {each.label for each in found} == set(ROUTES)
    assert {each.language for each in found} == {language}


def test_the_smallest_file_is_read() -> None:
    assert len(read_utterances("en", file(), "en.yaml")) == FEWEST * len(ROUTES)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"cancel": "\n  - 'too few'"}, f"en.yaml:1: cancel: expected {FEWEST} messages or more, found 1"),
        ({"cancell": "\n  - x"}, "expected one of cancel, affirm, deny"),
        ({"bye": " 5"}, "bye: expected a list of phrases"),
        ({"bye": "\n  - true" * FEWEST}, "expected a phrase, found True: put it in quotes"),
        (
            {"bye": '\n  - "Cancel  7"' + "".join(f'\n  - "b{n}"' for n in range(FEWEST))},
            "'Cancel  7' is there already, as cancel",
        ),
    ],
)
def test_what_is_wrong_is_named(changed: dict[str, str], expected: str) -> None:
    with pytest.raises(PhrasesError) as error:
        read_utterances("en", file(**changed), "en.yaml")

    assert expected in str(error.value)


def test_an_example_that_a_closed_phrase_holds_means_what_it_means_there() -> None:
    found = packaged_utterances()
    texts = [(each.language, " ".join(each.text.lower().split())) for each in found]

    assert len(texts) == len(set(texts))
    assert len(found) > len(LANGUAGES) * len(ROUTES) * FEWEST


def test_what_is_learnt_from_has_a_name() -> None:
    assert utterances_hash() == utterances_hash()
    assert len(utterances_hash()) == 64
