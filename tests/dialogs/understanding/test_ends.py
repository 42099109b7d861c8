"""A declaration asks for the earliest possible end only where its words say so and nothing else."""

import pytest

from dialogs.meaning import Question
from dialogs.understanding import packaged_phrases, understand

DECLARING = Question(
    step="declare",
    kind="declare",
    expects=("details",),
    locales=("en", "de", "fr", "es", "pt", "ru"),
    region="DE",
)

PLAIN = (
    "Kim Novak, BL-10024, ordinary, earliest possible, kim@example.com",
    "kim novak, bl-10024, ASAP please, kim@example.com",
    "Ada Sommer, BL-1001, as soon as possible",
    "Ada Sommer, BL-1001. I want to cancel my contract at the earliest possible date.",
    "Kim Novak, Vertrag BL-10024, ordentlich, frühestmöglich, kim@example.com",
    "Kim Novak, BL-10024, ordentlich, fruehestmoeglich, 0171 3920042",
    "Kim Novak, BL-10024, zum nächstmöglichen Zeitpunkt, kim@example.com",
    "Hiermit kündige ich meinen Vertrag zum nächstmöglichen Termin, Ada Sommer, BL-1001",
    "Ada Sommer, BL-1001, so bald wie möglich bitte",
    "Ada Sommer, BL-1001, au plus tôt, ada@example.com",
    "Ada Sommer, BL-1001, dès que possible s'il vous plaît",
    "Ada Sommer, BL-1001, lo antes posible, ada@example.com",
    "Ada Sommer, BL-1001, cuanto antes por favor",
    "Ada Sommer, BL-1001, o mais cedo possível, ada@example.com",
    "Ada Sommer, BL-1001, o quanto antes por favor",
    "Ада Соммер, BL-1001, как можно раньше, ada@example.com",
    "Ада Соммер, BL-1001, в ближайшее время пожалуйста",
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
    "kim novak bl-10024 ASAP please kim@example.com",
    "Ada, BL-1001, earliest when my contract ends",
    "Ada, BL-1001, Easter at the earliest",
    "Ada, BL-1001, earliest possible from spring on",
    "Ada, BL-1001, earliest possible, provided that I keep my number",
    "Ada, BL-1001, earliest possible, TV stays",
    "Ada, BL-1001, earliest possible?",
    "Ada, BL-1001, as soon as possible once I moved",
    "Ada, BL-1001, frühestens Ostern",
    "Ada, BL-1001, frühestens, zu Ostern",
    "Ada, BL-1001, frühestens zum Schuljahresende",
    "Ada, BL-1001, nicht zum nächstmöglichen Termin",
    "Ada, BL-1001, nächstmöglich ab dem Frühling",
    "Ada, BL-1001, nächstmöglich, sobald meine Hausnummer umgestellt ist",
    "Ada, BL-1001, zum frühestmöglichen Termin nach meinem Umzug",
    "Ada, BL-1001, schnellstmöglich, vorausgesetzt ich behalte meine Nummer",
    "Ada, BL-1001, schnellstmöglich aber der Fernseher bleibt",
    "Ada, BL-1001, au plus tôt à Pâques",
    "Ada, BL-1001, dès que possible, mais seulement après la rentrée",
    "Ada, BL-1001, au plus tôt à la fin du contrat",
    "Ada, BL-1001, lo antes posible, cuando me mude",
    "Ada, BL-1001, no antes de Navidad",
    "Ada, BL-1001, lo antes posible tras la mudanza",
    "Ada, BL-1001, o mais cedo possível, desde que fique com o número",
    "Ada, BL-1001, o mais cedo na Páscoa",
    "Ada, BL-1001, antes",
    "Ada, BL-1001, не раньше Пасхи",
    "Ada, BL-1001, как можно раньше, но телефон остается",
    "Ada, BL-1001, как можно раньше, если это бесплатно",
)

LIMITS = {
    "en": ("once I have moved", "from spring on", "if it is free"),
    "de": ("sobald ich umgezogen bin", "ab dem Frühling", "wenn es nichts kostet"),
    "fr": ("quand j'aurai déménagé", "à partir du printemps", "si c'est gratuit"),
    "es": ("cuando me mude", "desde la primavera", "si es gratis"),
    "pt": ("quando eu mudar", "a partir da primavera", "se for grátis"),
    "ru": ("когда я перееду", "после весны", "если это бесплатно"),
}
"""What bounds a wish in each language, as customers write it behind the wish."""

PHRASES = [
    (code, " ".join(phrase))
    for code, language in packaged_phrases().languages.items()
    for phrase in sorted(language.earliest)
]


@pytest.mark.parametrize("words", PLAIN)
def test_plain_words_ask_for_the_earliest_end(words: str) -> None:
    meaning = understand(words, DECLARING, packaged_phrases())

    assert (meaning.details, meaning.earliest) == (words, True)


@pytest.mark.parametrize("words", NOT_PLAIN)
def test_a_day_or_a_cause_beside_it_is_left_to_a_question(words: str) -> None:
    meaning = understand(words, DECLARING, packaged_phrases())

    assert (meaning.details, meaning.earliest) == (words, False)


@pytest.mark.parametrize(("code", "phrase"), PHRASES)
def test_every_phrase_counts_alone_and_with_no_limit_beside_it(code: str, phrase: str) -> None:
    def reads(words: str) -> bool:
        return understand(f"Ada Sommer, BL-1001, {words}", DECLARING, packaged_phrases()).earliest

    assert reads(phrase)
    assert not any(reads(f"{phrase}{between}{limit}") for limit in LIMITS[code] for between in (" ", ", "))
    assert not reads(f"{phrase} Lichtmess")


def test_nothing_is_read_where_no_words_are_collected() -> None:
    question = Question(step="confirm", kind="confirm", choices=("confirm", "keep"), locales=("en", "de"))

    assert not understand("earliest possible", question, packaged_phrases()).earliest
