"""What people want: every phrase of the lists, and a table of messages that are in none."""

import pytest

from dialogs.meaning import Label
from dialogs.understanding import packaged_phrases, understand
from dialogs.understanding.phrases import Language
from tests.dialogs.understanding import questions
from tests.dialogs.understanding.tables import pairs, table

PHRASES = packaged_phrases()
LANGUAGES = tuple(PHRASES.languages.values())
WITH_FEW_WAYS = {Label.WHY, Label.ENDS, Label.CHARGES, Label.REMAINS, Label.OTHER, Label.ELSEWHERE}
WITH_FEW_WAYS |= {Label.RESTART}
WITH_MANY_WAYS = set(Label) - {Label.NONE, Label.LANGUAGE} - WITH_FEW_WAYS
"""A narrow question has few words."""


@pytest.mark.parametrize(("text", "label"), pairs(table("labels")))
def test_messages(text: str, label: str) -> None:
    assert understand(text, questions.NOTHING, PHRASES).label.value == label


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_every_phrase_is_read_as_its_own_label(language: Language) -> None:
    """Also among the phrases of all other languages: two of them must not claim the same words."""
    wrong = [
        f"{text}: {found.value}, not {label.value}"
        for label, texts in language.examples.items()
        for text in texts
        if (found := understand(text, questions.NOTHING, PHRASES).label) is not label
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
@pytest.mark.parametrize("label", sorted(WITH_MANY_WAYS))
def test_each_label_has_many_phrases(language: Language, label: Label) -> None:
    phrases = language.examples[label]

    assert len(phrases) >= 60
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("deutsch bitte", "de"),
        ("Auf Deutsch, bitte!", "de"),
        ("english please", "en"),
        ("do you speak German?", "de"),
        ("können wir englisch sprechen?", "en"),
        ("Français", "fr"),
        ("en français svp", "fr"),
        ("parlez-vous anglais ?", "en"),
        ("español", "es"),
        ("en español por favor", "es"),
        ("¿habla alemán?", "de"),
        ("/language es", "es"),
        ("Português", "pt"),
        ("em português, por favor", "pt"),
        ("fala inglês?", "en"),
        ("mudar de idioma para russo", "ru"),
        ("русский", "ru"),
        ("по-русски пожалуйста", "ru"),
        ("можно на немецком?", "de"),
        ("вы говорите по-португальски?", "pt"),
        ("/language ru", "ru"),
        ("/language fr", "fr"),
        ("nederlands", None),
        ("french please", "fr"),
        ("sprechen Sie Türkisch?", "tr"),
        ("sprechen sie tuerkisch", "tr"),
    ],
)
def test_a_language_is_asked_for_by_name(text: str, code: str | None) -> None:
    meaning = understand(text, questions.CONFIRM, PHRASES)

    assert meaning.language == code
    assert meaning.label is (Label.LANGUAGE if code else Label.NONE)


def test_a_customers_own_things_are_things() -> None:
    meaning = understand("please cancel my fitness club contract", questions.CHOOSE, PHRASES)

    assert (meaning.label, meaning.option) == (Label.CANCEL, 2)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "nothing more",
            "no",
            "that's it",
            "that is all",
            "done",
            "no thanks",
            "nope that's all",
            "just that",
        ),
        *("enough", "nothing", "all done"),
        *(
            "sonst nichts",
            "nein",
            "das war's",
            "das ist alles",
            "fertig",
            "nein danke",
            "nichts mehr",
            "reicht",
        ),
        *("rien d'autre", "non", "c'est tout", "terminé", "non merci", "rien", "juste ça", "ça suffit"),
        *("nada más", "eso es todo", "listo", "no, gracias", "nada", "solo eso", "basta", "terminé"),
        *("mais nada", "não", "é tudo", "pronto", "não, obrigado", "nada mais", "só isso mesmo", "chega"),
        *("больше ничего", "нет", "это всё", "всё", "нет, спасибо", "ничего больше", "хватит", "только это"),
    ],
)
def test_nothing_is_added_to_what_was_chosen(text: str) -> None:
    meaning = understand(text, questions.MORE, PHRASES)

    assert meaning.label in {Label.DENY, Label.THANKS, Label.BYE}
    assert (meaning.option, meaning.choice, meaning.decision) == (None, None, None)


@pytest.mark.parametrize(
    "text", ["stop, don't", "stop, stop", "stop that", "STOP STOP", "halt, stopp", "стоп, не надо"]
)
def test_stop_beside_other_words_is_about_what_is_under_way(text: str) -> None:
    meaning = understand(text, questions.CONFIRM, PHRASES)

    assert (meaning.label, meaning.decision, meaning.keeps) == (Label.KEEP, None, False)


@pytest.mark.parametrize(
    ("text", "one_word"),
    [("stop", True), ("Stop!", True), ("please stop", True), ("стоп", True), ("stop texting me", False)],
)
def test_one_word_that_stops_messages_is_marked(text: str, one_word: bool) -> None:
    meaning = understand(text, questions.CONFIRM, PHRASES)

    assert (meaning.label, meaning.one_word) == (Label.STOP_TEXTS, one_word)
