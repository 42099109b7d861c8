"""A declaration asks for the earliest possible end only where its words say so and nothing else."""

import pytest

from dialogs.meaning import Question
from dialogs.understanding import packaged_phrases, understand

DECLARING = Question(step="declare", kind="declare", expects=("details",), locales=("en", "de"), region="DE")

PLAIN = (
    "Kim Novak, BL-10024, ordinary, earliest possible, kim@example.com",
    "kim novak bl-10024 ASAP please kim@example.com",
    "Kim Novak, Vertrag BL-10024, ordentlich, frühestmöglich, kim@example.com",
    "Kim Novak, BL-10024, ordentlich, fruehestmoeglich, 0171 3920042",
    "Kim Novak, BL-10024, zum nächstmöglichen Zeitpunkt, kim@example.com",
)

NOT_PLAIN = (
    "Kim Novak, BL-10024, kim@example.com",
    "Kim Novak, BL-10024, for cause because of the outages, earliest possible",
    "Kim Novak, BL-10024, earliest possible but not before 31.12.2027",
    "Kim Novak, BL-10024, earliest in March",
    "Kim Novak, BL-10024, earliest 31.12.",
    "Kim Novak, BL-10024, earliest possible after 2027",
    "Kim Novak, BL-10024, earliest 12/31",
    "Kim Novak, BL-10024, earliest 1-4-27",
    "Kim Novak, BL-10024, earliest possible in three months",
    "Kim Novak, BL-10024, frühestmöglich zum Quartalsende",
    "Kim Novak, BL-10024, fristlos, frühestmöglich",
    "Kim Novak, BL-10024, frühestens zum 1.4.2027",
    "Kim Novak, BL-10024, außerordentlich wegen Umzug, nächstmöglich",
    "Kim Novak, BL-10024, nicht frühestmöglich",
)


@pytest.mark.parametrize("words", PLAIN)
def test_plain_words_ask_for_the_earliest_end(words: str) -> None:
    meaning = understand(words, DECLARING, packaged_phrases())

    assert (meaning.details, meaning.earliest) == (words, True)


@pytest.mark.parametrize("words", NOT_PLAIN)
def test_a_day_or_a_cause_beside_it_is_left_to_a_question(words: str) -> None:
    meaning = understand(words, DECLARING, packaged_phrases())

    assert (meaning.details, meaning.earliest) == (words, False)


def test_nothing_is_read_where_no_words_are_collected() -> None:
    question = Question(step="confirm", kind="confirm", choices=("confirm", "keep"), locales=("en", "de"))

    assert not understand("earliest possible", question, packaged_phrases()).earliest
