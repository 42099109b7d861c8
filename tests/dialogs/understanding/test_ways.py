"""By which way confirmations shall go in future, in words: only what plainly names one way is that way."""

import pytest

from dialogs.meaning import Label, Question
from dialogs.understanding import packaged_phrases, understand
from dialogs.values import WayMeant

PHRASES = packaged_phrases()
LOCALES = ("en", "de", "fr", "es", "pt", "ru")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Send my confirmations by e-mail from now on", "mail"),
        ("please send me my confirmations by text in future", "sms"),
        ("I'd like to get my confirmations on Telegram", "telegram"),
        ("From now on, please send my confirmations by letter", "letter"),
        ("Schicken Sie meine Bestätigungen ab jetzt bitte per E-Mail", "mail"),
        ("Bestätigungen künftig per SMS", "sms"),
        ("Ich hätte meine Bestätigungen gerne über Telegram", "telegram"),
        ("Bestätigungen künftig bitte per Brief", "letter"),
        ("Désormais, envoyez-moi mes confirmations par courriel", "mail"),
        ("Mes confirmations par SMS désormais, s'il vous plaît", "sms"),
        ("Je préfère recevoir mes confirmations sur Telegram", "telegram"),
        ("Envoyez-moi mes confirmations par lettre à l'avenir", "letter"),
        ("A partir de ahora envíeme las confirmaciones por correo electrónico", "mail"),
        ("Mis confirmaciones por SMS a partir de ahora", "sms"),
        ("Mis confirmaciones por SMS desde ahora", "sms"),
        ("Quiero recibir mis confirmaciones por Telegram", "telegram"),
        ("Quiero recibir mis confirmaciones por carta", "letter"),
        ("Envie-me as minhas confirmações por e-mail a partir de agora", "mail"),
        ("As minhas confirmações por SMS a partir de agora", "sms"),
        ("Confirmacoes por SMS no futuro", "sms"),
        ("Os meus comprovativos por SMS no futuro", "sms"),
        ("Quero receber as confirmações pelo Telegram", "telegram"),
        ("Prefiro receber as confirmações por carta", "letter"),
        ("Впредь присылайте подтверждения по электронной почте", "mail"),
        ("Присылайте подтверждения по СМС впредь", "sms"),
        ("Хочу получать подтверждения в Телеграм", "telegram"),
        ("Теперь подтверждения бумажным письмом, пожалуйста", "letter"),
        # In the United States mail is post: what may mean two ways is asked about.
        ("Send my confirmations by mail from now on", None),
        ("Change how I get my confirmations", None),
    ],
)
@pytest.mark.parametrize("kind", ["", "confirm", "offer", "survey"])
def test_a_way_is_heard_whatever_was_asked_and_decides_nothing(
    text: str, way: WayMeant | None, kind: str
) -> None:
    meaning = understand(text, Question(kind=kind, locales=LOCALES), PHRASES)

    assert (meaning.label, meaning.way) == (Label.PREFER, way)
    assert (meaning.decision, meaning.also, meaning.choice) == (None, (), None)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("send my confirmation again", Label.RESEND),
        ("send the confirmation by email", Label.NONE),
        ("stop texting me", Label.STOP_TEXTS),
        ("Bestätigung nochmal schicken", Label.RESEND),
    ],
)
def test_what_is_about_now_is_no_wish_for_later(text: str, label: Label) -> None:
    meaning = understand(text, Question(locales=LOCALES), PHRASES)

    assert (meaning.label, meaning.way) == (label, None)
