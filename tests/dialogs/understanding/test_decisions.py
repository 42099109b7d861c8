"""What decides: closed words only, at a question they answer, with every single word agreeing."""

from dataclasses import replace

import pytest

from dialogs.meaning import Question
from dialogs.understanding import packaged_phrases, understand
from dialogs.understanding.phrases import Language
from tests.dialogs.understanding import questions
from tests.dialogs.understanding.tables import pairs, table

PHRASES = packaged_phrases()
TABLE = table("decisions")
LANGUAGES = tuple(PHRASES.languages.values())


@pytest.mark.parametrize(("text", "expected"), pairs(TABLE["confirm"]))
def test_the_confirm_question(text: str, expected: str) -> None:
    assert decided(text, questions.CONFIRM) == expected


@pytest.mark.parametrize(("text", "expected"), pairs(TABLE["offer"]))
def test_an_offer(text: str, expected: str) -> None:
    assert decided(text, questions.OFFER) == expected


@pytest.mark.parametrize("text", ["yes", "no", "cancel it", "keep it", "ja", "nein", "I'll take it"])
@pytest.mark.parametrize("kind", ["menu", "collect", "choose", "survey", "verify", "end", ""])
def test_nothing_decides_at_any_other_question(kind: str, text: str) -> None:
    meaning = understand(text, replace(questions.CONFIRM, kind=kind), PHRASES)

    assert meaning.decision is None


@pytest.mark.parametrize("form", ["media", "edited", "contact"])
@pytest.mark.parametrize("text", ["yes", "cancel it", "1", "Yes, end it now"])
def test_media_edits_and_contacts_never_decide(form: str, text: str) -> None:
    meaning = understand(text, questions.CONFIRM, PHRASES, form)  # type: ignore[arg-type]

    assert (meaning.decision, meaning.choice, meaning.label.value, meaning.form) == (None, None, "none", form)


@pytest.mark.parametrize("text", ["yes", "cancel it", "no", "1", "Yes, end it now"])
def test_a_message_longer_than_what_is_read_never_decides(text: str) -> None:
    meaning = understand(text + " please" * 2_000, questions.CONFIRM, PHRASES)

    assert (meaning.decision, meaning.choice) == (None, None)


def test_a_yes_is_read_to_its_end() -> None:
    assert decided("yes. " * 25, questions.CONFIRM) == "yes"
    assert decided("yes. " * 25 + "no", questions.CONFIRM) == "ask"
    assert decided("yes. " * 26, questions.CONFIRM) == "ask"
    assert decided("yes " + "please " * 80 + "not", questions.CONFIRM) == "ask"


def test_only_the_languages_of_the_script_are_read() -> None:
    english = replace(questions.CONFIRM, locales=("en",))

    assert decided("ja", english) == "ask"
    assert decided("ja", replace(english, locales=("en", "de"))) == "yes"


def test_a_locale_without_phrases_is_passed_over() -> None:
    assert decided("yes", replace(questions.CONFIRM, locales=("xx", "en"))) == "yes"
    assert decided("yes", replace(questions.CONFIRM, locales=("xx",))) == "ask"
    assert decided("1", replace(questions.CONFIRM, locales=())) == "ask"


def test_the_name_of_the_one_thing_asked_about_may_be_said() -> None:
    one = replace(questions.CONFIRM, options=("Fitness Club",))
    two = replace(questions.CONFIRM, options=("Fitness Club", "Premium Movies"))

    assert decided("yes, cancel my Fitness Club contract", one) == "yes"
    assert decided("yes, cancel my Fitness Club contract", two) == "ask"
    assert decided("yes, cancel my Premium Movies contract", one) == "ask"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_every_plain_answer_of_the_vocabulary_decides(language: Language) -> None:
    """A phrase that its own polarity refuses would be there in vain."""
    refused = [
        f"{deed}: {text}"
        for deed, texts in language.decisions.items()
        for text in texts
        for kind, expected in EXPECTED[deed].items()
        if decided(text, replace(questions.CONFIRM, kind=kind)) != expected
    ]

    assert refused == []


EXPECTED = {
    "yes": {"confirm": "yes", "offer": "yes"},
    "confirm": {"confirm": "yes", "offer": "ask"},
    "accept": {"offer": "yes"},
    "no": {"confirm": "no", "offer": "no"},
    "decline": {"offer": "no"},
    "cancel": {"confirm": "yes", "offer": "no"},
    "keep": {"confirm": "no", "offer": "ask"},
}


@pytest.mark.parametrize(
    "text",
    [
        *("iwanttocancel", "cancelit", "yescancelit", "kündigenbitte"),
        *("cancel fibre", "Handy kündigen", "cancel netflix premium"),
    ],
)
@pytest.mark.parametrize("question", [questions.CONFIRM, questions.OFFER], ids=lambda each: each.kind)
def test_what_had_to_be_cut_or_guessed_decides_nothing(text: str, question: Question) -> None:
    assert decided(text, question) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "confrim",
        "canceel it",
        "canceel teh thing",
        "absolutly yes",
        "definitv ja",
        "je confime",
        "sí, confirno",
        "пдтверждаю",
    ],
)
def test_one_slip_in_a_long_word_decides(text: str) -> None:
    assert decided(text, questions.CONFIRM) == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "wichtig",
        "confrim my adress",
        "canceel tje thing",
        "pending",
        "my remote",
        "no cancl",
        "uncancel it",
        "aham, acredito",
    ],
)
def test_no_slip_makes_another_word(text: str) -> None:
    """Short words, words that some language has, and two slips in a message are asked about."""
    assert decided(text, questions.CONFIRM) != "yes"


@pytest.mark.parametrize(
    ("label", "contrary"),
    [
        ("No, cancelar", "no cancelar"),
        ("No, cancelar ahora", "NO CANCELAR AHORA"),
        ("Não, cancelar", "nao cancelar"),
    ],
)
def test_a_label_without_its_comma_is_not_read_as_the_label(label: str, contrary: str) -> None:
    offer = replace(questions.OFFER, labels=(label, "Pausar"))

    assert understand(label, offer, PHRASES).choice == "cancel"
    assert understand(contrary, offer, PHRASES).choice is None
    assert understand(contrary, offer, PHRASES).label.value == "keep"


def decided(text: str, question: Question) -> str:
    return understand(text, question, PHRASES).decision or "ask"
