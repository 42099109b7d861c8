"""The phrase grammar by itself."""

import pytest

from dialogs.meaning import Label
from dialogs.understanding.grammar import Builder, Tag

SETS = {
    "verb": (("cancel",), ("get", "rid", "of")),
    "thing": (("plan",), ("phone", "plan"), ("{number}",)),
    "object": (("it",), ("my", "{thing}")),
}


@pytest.mark.parametrize(
    ("phrase", "text", "matches"),
    [
        ("cancel", "cancel", True),
        ("cancel", "cancel it", False),
        ("cancel", "", False),
        ("{verb} {object}", "cancel it", True),
        ("{verb} {object}", "get rid of my phone plan", True),
        ("{verb} {object}", "get rid of my phone", False),
        ("{verb} {object}", "cancel", False),
        ("{verb} {object?}", "cancel", True),
        ("{verb} my {thing}", "cancel my a-17", True),
        ("{verb} my {thing}", "cancel my a-x", False),
        ("... {verb} ...", "cancel", True),
        ("... {verb} ...", "so i cancel my stuff", True),
        ("... {verb} ...", "i never cancel stuff", False),
        ("... {verb} ...", "cancel nothing never", False),
        ("... {verb} it", "cancel cancel it", True),
        ("never {verb} ...", "never cancel it", True),
    ],
)
def test_a_phrase_matches_whole_messages(phrase: str, text: str, matches: bool) -> None:
    tag = Tag(Label.CANCEL)
    builder = Builder(SETS)
    builder.add(phrase.split(), tag)

    assert builder.build(frozenset({"never"})).match(text.split()) == ({tag} if matches else set())


def test_phrases_that_share_a_beginning_stay_apart() -> None:
    builder = Builder(SETS)
    builder.add(["{verb}", "it"], Tag(Label.CANCEL))
    builder.add(["cancel", "me"], Tag(Label.HUMAN))
    builder.add(["cancel"], Tag(Label.HELP))
    network = builder.build(frozenset())

    assert network.match(["cancel", "it"]) == {Tag(Label.CANCEL)}
    assert network.match(["cancel", "me"]) == {Tag(Label.HUMAN)}
    assert network.match(["get", "rid", "of", "me"]) == frozenset()
    assert network.match(["cancel"]) == {Tag(Label.HELP)}


def test_all_meanings_of_the_same_words_are_found() -> None:
    builder = Builder(SETS)
    builder.add(["cancel", "it"], Tag(Label.CANCEL))
    builder.add(["{verb}", "{object}"], Tag(Label.KEEP))

    assert builder.build(frozenset()).match(["cancel", "it"]) == {Tag(Label.CANCEL), Tag(Label.KEEP)}


def test_a_word_may_be_spelt_in_several_ways() -> None:
    builder = Builder(SETS, {"kundigen": ("kuendigen",)})
    builder.add(["kundigen"], Tag(Label.CANCEL))
    network = builder.build(frozenset())

    assert network.match(["kuendigen"]) == network.match(["kundigen"]) == {Tag(Label.CANCEL)}
