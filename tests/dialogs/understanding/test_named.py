"""What a wish to cancel names, and which service that is."""

import pytest

from dialogs.meaning import Named
from dialogs.understanding import named_among, packaged_phrases, understand
from tests.dialogs.understanding import questions

PHRASES = packaged_phrases()
SERVICES = ("Brightline Fibre 250", "Brightline TV", "Brightline Mobile")


def named(text: str) -> Named | None:
    return understand(text, questions.NOTHING, PHRASES).named


def chosen(text: str, names: tuple[str, ...] = SERVICES) -> str | None:
    found = named(text)
    position = None if found is None else named_among(found, names)
    return None if position is None else names[position]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cancel my mobile", ("mobile",)),
        ("I want to cancel my Fibre 500", ("fibre", "500")),
        ("Handy kündigen", ("handy",)),
        ("ich möchte meinen Vertrag Glasfaser 500 kündigen", ("glasfaser", "500")),
        ("please cancel the mobile, my account is 10024, ada@example.com", ("mobile",)),
        ("je veux résilier l'internet", ("internet",)),
        ("j'aimerais résilier mon forfait mobile", ("mobile",)),
        ("quiero cancelar el internet", ("internet",)),
        ("no, the tv please", ("tv",)),
    ],
)
def test_the_words_beside_the_wish_are_kept(text: str, words: tuple[str, ...]) -> None:
    found = named(text)

    assert found is not None
    assert found.words == words


@pytest.mark.parametrize(
    "text",
    [
        *("cancel", "I want to cancel", "cancel my subscription", "ich will kündigen", "Vertrag kündigen"),
        *("where is my mobile", "don't cancel my mobile", "cancel, but not the mobile"),
        *("hello", "cancel account 1002412", "j'annule mon abonnement", "quiero darme de baja"),
    ],
)
def test_nothing_is_named(text: str) -> None:
    assert named(text) is None


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("cancel my mobile", "Brightline Mobile"),
        ("cancel my mobil contract", "Brightline Mobile"),
        ("cancel tv", "Brightline TV"),
        ("I want to cancel Brightline Fibre 250", "Brightline Fibre 250"),
        ("cancel my fiber", "Brightline Fibre 250"),
        ("cancel the internet", "Brightline Fibre 250"),
        ("Handy kündigen", "Brightline Mobile"),
        ("ich möchte meinen Handyvertrag kündigen", "Brightline Mobile"),
        ("Fernsehen kündigen", "Brightline TV"),
        ("cancel my plan", None),
        ("cancel brightline", None),
        ("cancel my gym", None),
        ("cancel fibre and tv", None),
        ("cancel everything", None),
    ],
)
def test_the_one_service_that_is_meant_is_found(text: str, service: str | None) -> None:
    assert chosen(text) == service


def test_several_that_may_be_meant_are_none() -> None:
    assert chosen("cancel my fibre", ("Fibre 250", "Fibre 500")) is None
    assert chosen("cancel my fibre 500", ("Fibre 250", "Fibre 500")) == "Fibre 500"
    assert chosen("cancel the internet", ("Fibre 250", "DSL 50")) is None
    assert chosen("cancel the fibre", ("Fibre 250", "Internet Security")) == "Fibre 250"
    assert chosen("cancel my mobile", ()) is None
