"""No text presses: nobody is shamed for leaving, hurried, or made to feel sorry for us."""

import re

import pytest

from bot.brands import packaged_locales
from dialogs.texts import packaged_texts

PRESSING = {
    "en": r"are you sure|hurry|last chance|only today|today only|act now|limited time|expires soon|miss out|"
    r"lose (?:your|all|access)|sorry to see|sad to|regret|don't go|do not go|before you go|"
    r"i don't (?:care|like|want to save)|no, i (?:hate|prefer paying)|final offer|while it lasts",
    "de": r"sind sie sicher|wirklich kündigen|beeil|letzte chance|nur (?:noch )?heute|"
    r"jetzt zugreifen|verpass|verlieren sie|schade|bedauer|traurig|gehen sie nicht|bevor sie gehen|"
    r"nein, ich (?:zahle|verzichte)|solange (?:der )?vorrat|letztes angebot|nur für kurze zeit",
    "es": r"está segur|apresúr|dese prisa|última oportunidad|solo hoy|sólo hoy|no se pierda|perderá|"
    r"qué pena|lamentamos que se|nos entristece|no se vaya|antes de irse|tiempo limitado|oferta final",
    "fr": r"êtes-vous sûr|dépêch|dernière chance|aujourd'hui seulement|ne manquez pas|vous perdrez|"
    r"quel dommage|désolés de vous voir|nous rend triste|ne partez pas|avant de partir|durée limitée",
    "pt": r"tem certeza|apress|última chance|última oportunidade|só hoje|somente hoje|não perca|"
    r"vai perder|perderá|que pena|lamentamos|triste|não vá|antes de ir|tempo limitado|oferta final",
    "ru": r"вы уверены|поспеш|торопит|последний шанс|только сегодня|не упустите|потеряете|лишитесь|"
    r"жаль, что вы|сожале|грустно|не уходите|прежде чем уйти|ограниченное время|последнее предложение",
}
"""Words of pressure, by language. Whoever adds a language says here how one would press in it."""


@pytest.mark.parametrize("locale", packaged_locales())
@pytest.mark.check(6)
def test_no_text_shames_or_hurries(locale: str) -> None:
    assert locale in PRESSING, f"expected words of pressure in {locale}, to be looked for in its texts"
    catalogue = packaged_texts((locale,)).catalogues[locale]
    found = {
        name: words[0]
        for name in catalogue.entries
        if (words := re.search(PRESSING[locale], catalogue.source_of(name), re.IGNORECASE))
    }

    assert found == {}


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Are you sure?"),
        ("de", "Nur heute: 50 %"),
        ("es", "¡Qué pena!"),
        ("fr", "Dernière chance"),
        ("pt", "Que pena!"),
        ("ru", "Вы уверены?"),
    ],
)
def test_pressing_words_are_known(locale: str, text: str) -> None:
    assert re.search(PRESSING[locale], text, re.IGNORECASE)
