"""Which language a message is plainly written in."""

import pytest

from dialogs.understanding import packaged_phrases, understand
from tests.dialogs.understanding import questions

PHRASES = packaged_phrases()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I want to cancel", "en"),
        ("yes, I am sure", "en"),
        ("hello there", "en"),
        ("Hallo, I want to cancel", "en"),
        ("it was too expensive for me", "en"),
        ("ich möchte kündigen", "de"),
        ("ich moechte kuendigen", "de"),
        ("nein danke", "de"),
        ("ok danke", "de"),
        ("es ist mir zu teuer", "de"),
        ("kündigen!!!", "de"),
        ("Hilfe", "de"),
        ("mensch", "de"),
        ("je veux résilier", "fr"),
        ("JE VEUX RESILIER!!", "fr"),
        ("c'est trop cher pour moi", "fr"),
        ("non merci", "fr"),
        ("résilier", "fr"),
        ("quiero cancelar mi suscripción", "es"),
        ("kiero cancelar", "es"),
        ("es muy caro para mí", "es"),
        ("no, gracias", "es"),
        ("quiero darme de baja", "es"),
        ("quero cancelar a minha assinatura", "pt"),
        ("qro cancelar", "pt"),
        ("não uso mais isso, é muito caro", "pt"),
        ("não, obrigado", "pt"),
        ("хочу отменить подписку", "ru"),
        ("ХОЧУ ОТМЕНИТЬ!!", "ru"),
        ("для меня это слишком дорого", "ru"),
        ("нет, спасибо", "ru"),
        ("отменить", "ru"),
    ],
)
def test_words_tell_their_language(text: str, language: str) -> None:
    assert understand(text, questions.NOTHING, PHRASES).written == language


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "ok",
            "ja",
            "no",
            "hello",
            "cancel",
            "undo",
            "help",
            "human",
            "stop",
            "yes please",
            "sorry, cancel",
        ),
        *("Premium Movies", "Kim Novak, 4711, kim@example.com", "1", "DE-10024", "ich will my plan"),
        "/language",
        "👍",
    ],
)
def test_what_may_be_either_tells_nothing(text: str) -> None:
    assert understand(text, questions.NOTHING, PHRASES).written is None


def test_a_label_or_a_digit_tells_nothing() -> None:
    assert understand("Yes, end it now", questions.CONFIRM, PHRASES).written is None
    assert understand("1", questions.CONFIRM, PHRASES).written is None
    assert understand("123456", questions.VERIFY, PHRASES).written is None
