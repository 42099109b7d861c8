"""Digits, labels as shown, and the names of what a customer has, also misspelt."""

from dataclasses import replace

import pytest

from dialogs.meaning import Label
from dialogs.understanding import packaged_phrases, understand
from tests.dialogs.understanding import questions

PHRASES = packaged_phrases()


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("1", "confirm"),
        ("2", "keep"),
        (" 1 ", "confirm"),
        ("1.", "confirm"),
        ("1)", "confirm"),
        ("(1)", "confirm"),
        ("#1", "confirm"),
        ("1!", "confirm"),
        ("1️⃣", "confirm"),
        ("１", "confirm"),
        ("١", "confirm"),
        ("option 1", "confirm"),
        ("Option #2", "keep"),
        ("number 2 please", "keep"),
        ("Nummer 2 bitte", "keep"),
        ("Nr. 2", "keep"),
        ("Yes, end it now", "confirm"),
        ("yes end it now!", "confirm"),
        ("1. Yes, end it now", "confirm"),
        ("NO, KEEP EVERYTHING", "keep"),
        ("0", None),
        ("3", None),
        ("11", None),
        ("-1", None),
        ("+1", None),
        ("1?", None),
        ("1%", None),
        ("$1", None),
        ("1/2", None),
        ("½", None),
        ("1 2", None),
        ("1 or 2", None),
        ("1st of May", None),
        ("1.5", None),
        ("not 1", None),
        ("no 1", None),
        ("yes 2", None),
        ("2. Yes, end it now", None),
        ("Yes, end it now?", None),
        ("one", None),
    ],
)
def test_a_position_or_a_label_is_a_choice(text: str, choice: str | None) -> None:
    meaning = understand(text, questions.CONFIRM, PHRASES)

    assert meaning.choice == choice
    assert choice is None or meaning.decision is None


def test_a_label_shown_twice_is_no_choice() -> None:
    question = replace(questions.CONFIRM, labels=("More", "More"))

    assert understand("more", question, PHRASES).choice is None


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("1", 0),
        ("3", 2),
        ("the first one", 0),
        ("second", 1),
        ("der dritte bitte", 2),
        ("premium sports", 0),
        ("Premium Sports please", 0),
        ("the fitness club", 2),
        ("premum sports", 0),
        ("premium sprots", 0),
        ("fitnes club", 2),
        ("Fittness Club", 2),
        ("movies", 1),
        ("the movie one", 1),
        ("it is the sports package", 0),
        ("Premium Movies, 9.99 a month", 1),
        ("premium", None),
        ("premium sports and premium movies", None),
        ("not premium sports", None),
        ("nicht fitness club", None),
        ("premium sports?", None),
        ("all of them", None),
        ("both", None),
        ("swimming pool", None),
        ("4", None),
        ("the fourth one", None),
        ("", None),
    ],
)
def test_an_option_is_named_or_numbered(text: str, option: int | None) -> None:
    assert chosen(text) == option


def test_a_name_goes_along_with_a_wish() -> None:
    meaning = understand("I want to cancel Premium Movies", questions.CHOOSE, PHRASES)

    assert (meaning.label, meaning.option) == (Label.CANCEL, 1)


def test_the_longer_of_two_names_that_hold_each_other_is_meant() -> None:
    question = replace(questions.CHOOSE, options=("Premium", "Premium Plus"))

    assert understand("premium plus", question, PHRASES).option == 1
    assert understand("premium", question, PHRASES).option == 0


@pytest.mark.parametrize("word", ["help", "agent", "back", "cancel", "hilfe"])
def test_a_wish_is_no_misspelt_name(word: str) -> None:
    question = replace(questions.CHOOSE, options=("Kelp", "Agents", "Black", "Cancun", "Hilfer"))

    assert understand(word, question, PHRASES).option is None


def test_a_short_name_is_one_too() -> None:
    question = replace(questions.CHOOSE, options=("Brightline Fibre", "Brightline TV", "Brightline M"))

    assert understand("the tv", question, PHRASES).option == 1
    assert understand("both fibre and tv", question, PHRASES).option is None
    assert understand("m", question, PHRASES).option is None


def test_names_count_only_where_an_option_is_expected() -> None:
    assert understand("premium movies", replace(questions.CHOOSE, expects=()), PHRASES).option is None


def chosen(text: str) -> int | None:
    """The option meant, whether by its number, its name or its label as shown."""
    meaning = understand(text, questions.CHOOSE, PHRASES)
    if meaning.choice is not None:
        return questions.CHOOSE.choices.index(meaning.choice)
    return meaning.option
