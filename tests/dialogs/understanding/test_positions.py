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


@pytest.mark.parametrize(
    ("text", "option"),
    [
        *[("network cable", 2), ("the network cable", 2), ("the cable please", 2), ("the 5 m one", 2)],
        *[("mesh repeater", 1), ("mesh repeaters", 1), ("den repeater", 1), ("le répéteur", 1)],
        *[("die karte", 3), ("nur die Karte bitte", 3), ("solo el cable", 2), ("only the mesh", 1)],
        *[("the first one", 0), ("das erste", 0), ("everything", 0), ("tout", 0), ("все", 0)],
        *[("the lamp", None), ("with the one", None), ("repeater and cable", None), ("5", None)],
        *[("that is all", None), ("c'est tout", None), ("das ist alles", None), ("c tout", None)],
    ],
)
def test_a_part_of_a_name_that_only_one_has_is_enough(text: str, option: int | None) -> None:
    assert understand(text, questions.LINES, PHRASES).option == option


@pytest.mark.parametrize(
    ("text", "option"),
    [
        *[("the one with the cable", 0), ("50231", 0), ("BL-50107", 1), ("the one with the router", 1)],
        *[("the one with the phone case", 1), ("die mit dem Repeater", 0), ("the second", 1)],
        *[("the one with the lamp", None), ("the one with your lamp", None), ("die mit der lampe", None)],
        *[("the one with the lamp and the vase", None), ("with your", None)],
    ],
)
def test_small_words_name_no_order(text: str, option: int | None) -> None:
    assert understand(text, questions.ORDERS, PHRASES).option == option


@pytest.mark.parametrize(
    ("text", "option"),
    [
        *[("everything", 0), ("all of the order", 0), ("die ganze Bestellung", 0), ("tout", 0), ("tudo", 0)],
        *[("that's all", None), ("все", None), ("c'est tout", None), ("eso es todo", None), ("é tudo", None)],
        *[("das ist alles", None), ("that's all that i need", None), ("c'est tout pour moi", None)],
    ],
)
def test_the_end_of_a_list_is_not_all_the_rest(text: str, option: int | None) -> None:
    assert understand(text, questions.MORE, PHRASES).option == option


def test_names_count_only_where_an_option_is_expected() -> None:
    assert understand("premium movies", replace(questions.CHOOSE, expects=()), PHRASES).option is None


def chosen(text: str) -> int | None:
    """The option meant, whether by its number, its name or its label as shown."""
    meaning = understand(text, questions.CHOOSE, PHRASES)
    if meaning.choice is not None:
        return questions.CHOOSE.choices.index(meaning.choice)
    return meaning.option
