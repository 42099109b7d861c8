"""A phrases file says what is wrong with it: file, line, and what was expected there."""

import pytest

from dialogs.meaning import Label
from dialogs.understanding import PhrasesError, read_language
from dialogs.understanding.phrases import DEEDS, POLARITY, REASONS, WAYS_MEANT, WORDS

LABELS = [label for label in Label if label is not Label.NONE]


def file(**changed: str) -> str:
    """A smallest file, with sections replaced by the YAML given."""
    sections = {
        "sets": "\n  thing: [plan, phone plan]\n  big: ['{thing}']",
        "phrases": "".join(f"\n  {label}: [{label} x]" for label in LABELS),
        "decide": "".join(f"\n  '{deed}': [{deed} it]" for deed in DEEDS),
        "spellings": "\n  do not: [don't]",
        "fillers": " [please]",
        "joins": " [and]",
        "polarity": "".join(f"\n  '{side}': []" for side in POLARITY),
        "words": "".join(f"\n  {kind}: []" for kind in WORDS),
        "numbers": "\n  '1': [one]",
        "languages": "\n  en: [english]",
        "things": "\n  mobile: [phone]",
        "reasons": "".join(f"\n  {reason}: []" for reason in REASONS),
        "ways": "".join(f"\n  {way}: []" for way in WAYS_MEANT),
        "earliest": " [asap]",
    }
    return "".join(f"{name}:{content}\n" for name, content in {**sections, **changed}.items())


def test_the_smallest_file_is_read() -> None:
    language = read_language("en", file(), "en.yaml")

    assert {tag.label for tag in language.network.match(("back", "x"))} == {Label.BACK}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {"fillers": " [please, true]"},
            "en.yaml:41: fillers/1: expected a phrase, found True: put it in quotes",
        ),
        ({"fillers": " please"}, "en.yaml:41: fillers: expected a list of phrases"),
        ({"joins": "\n  - and\n  - 5"}, "en.yaml:44: joins/1: expected a phrase, found 5"),
        ({"sets": " [a]"}, "en.yaml:1: sets: expected names with a list of phrases each"),
        ({"sets": "\n  thing: ['{thing} x']\n  big: []"}, "the set {thing} uses itself"),
        ({"decide": "\n  'yes': []\n"}, "expected 'confirm' among yes"),
        (
            {"decide": "".join(f"\n  '{deed}': ['... {deed}']" for deed in DEEDS)},
            "expected a closed phrase without",
        ),
        ({"phrases": "\n  cancell: [x]"}, "en.yaml:5: phrases/cancell: expected one of cancel, affirm, "),
        ({"spellings": "\n  do not: [don't do]"}, 'expected single words, found "don\'t do"'),
        ({"numbers": "\n  1: [one]"}, "expected names that are words, found 1: put it in quotes"),
        ({"fillers": " [please"}, "expected YAML"),
        (
            {"sets": "\n  thing: ['{nothing}']\n  big: []"},
            "there is no set {nothing}; there are: big, language, thing",
        ),
    ],
)
def test_what_is_wrong_is_named(changed: dict[str, str], expected: str) -> None:
    text = file(**{"phrases": "\n  cancel: ['{thing}']" + labels_but("cancel"), **changed})

    with pytest.raises(PhrasesError) as error:
        read_language("en", text, "en.yaml")

    assert expected in str(error.value)
    assert str(error.value).startswith("en.yaml:")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("cancel {thing", "expected a set such as {thing} or {thing?}, found '{'"),
        ("cancel {Thing}", "expected a set such as {thing} or {thing?}, found '{Thing}'"),
        ("...", "expected a phrase with at least one word"),
        ("?!", "expected a phrase with at least one word"),
        ("{thing?}", "expected a phrase with at least one word"),
    ],
)
def test_a_phrase_that_cannot_be_read(phrase: str, expected: str) -> None:
    text = file(phrases=f"\n  cancel: ['{phrase}']" + labels_but("cancel"))

    with pytest.raises(PhrasesError, match=r"en\.yaml:5: phrases/cancel: ") as error:
        read_language("en", text, "en.yaml")

    assert expected in str(error.value)


@pytest.mark.parametrize("text", ["", "[]", "just words", "5"])
def test_a_file_that_is_no_mapping(text: str) -> None:
    with pytest.raises(PhrasesError, match=r"en\.yaml:1: expected a mapping of sections"):
        read_language("en", text, "en.yaml")


def labels_but(left_out: str) -> str:
    return "".join(f"\n  {label}: []" for label in LABELS if label != left_out)
