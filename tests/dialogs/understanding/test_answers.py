"""Answers that are put together from classes of words: what composes is read, and nothing else decides."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.understanding import packaged_phrases, understand
from dialogs.understanding.answers import CLASSES, NEGATED
from tests.dialogs.understanding import questions
from tests.dialogs.understanding.tables import answers_file, pairs, phrases_file, table

PHRASES = packaged_phrases()
FILES = {code: answers_file(code) for code in PHRASES.languages}
SETS = {code: {**phrases_file(code)["sets"], **file["sets"]} for code, file in FILES.items()}
TABLE = table("answers")
SIDES = {"yes": "yes", "mild": "yes", "confirm": "yes", "cancel": "yes", "no": "no", "keep": "no"}
PLAIN_YES = {"en": "yes", "de": "ja", "fr": "oui", "es": "sí", "pt": "sim", "ru": "да"}
_TURNING = {
    "en": "not never no don't neither without if unless but until later tomorrow maybe perhaps why when",
    "de": "nicht nie kein niemals ohne wenn falls aber bis später morgen vielleicht eventuell warum wann",
    "fr": "pas jamais aucun sans mais sauf plus tard demain peut-être probablement pourquoi quand",
    "es": "no nunca jamás tampoco sin pero salvo hasta después mañana quizás probablemente cuando",
    "pt": "não nunca nem jamais sem se mas salvo até depois amanhã talvez provavelmente quando",
    "ru": "не никогда ни нельзя без если но или пока потом завтра наверное может почему когда",
}
TURNING = {code: words.split() for code, words in _TURNING.items()}
"""Words of negation, condition, delay and doubt."""

# Whether a busy machine takes its time says nothing about the text.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

_SET = re.compile(r"\{([a-z_]+)(\??)\}")

languages = st.sampled_from(sorted(FILES))
yes_classes = st.sampled_from(["yes", "confirm", "cancel"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [each for code in TABLE for each in pairs(TABLE[code])],
)
def test_the_table(text: str, expected: str) -> None:
    assert decided(text) == expected


@pytest.mark.parametrize("code", sorted(FILES))
@pytest.mark.parametrize("name", sorted(SIDES))
def test_every_plain_phrase_of_a_class_that_answers_decides(code: str, name: str) -> None:
    """A phrase that the polarity of its words refuses would be there in vain."""
    wrong = [text for text in plain(code, name) if decided(text) != SIDES[name]]

    assert wrong == []


@pytest.mark.parametrize("code", sorted(FILES))
@pytest.mark.parametrize("name", ["aside", "closing", "reason", "behind"])
def test_what_stands_beside_a_plain_yes_changes_nothing(code: str, name: str) -> None:
    wrong = [text for text in plain(code, name) if decided(f"{PLAIN_YES[code]}, {text}") != "yes"]

    assert wrong == []


@pytest.mark.parametrize("code", sorted(FILES))
@pytest.mark.parametrize("name", ["closing", "reason", "disuse", "behind", "never", "unbroken"])
def test_it_decides_nothing_by_itself(code: str, name: str) -> None:
    wrong = [text for text in plain(code, name) if decided(text) == "yes"]

    assert wrong == []


@unhurried
@given(st.data(), languages, yes_classes)
def test_what_is_composed_is_a_yes_or_asked(data: st.DataObject, code: str, name: str) -> None:
    assert decided(composed(data, code, name)) in ("yes", "ask")


@unhurried
@given(st.data(), languages, st.sampled_from(["no", "keep"]))
def test_what_keeps_is_never_a_yes(data: st.DataObject, code: str, name: str) -> None:
    assert decided(composed(data, code, name)) in ("no", "ask")


@settings(unhurried, max_examples=300)
@given(st.data(), languages, yes_classes)
def test_a_word_that_turns_or_delays_it_leaves_no_yes(data: st.DataObject, code: str, name: str) -> None:
    words = composed(data, code, name).split()
    at = data.draw(st.integers(0, len(words)))
    turned = " ".join([*words[:at], data.draw(st.sampled_from(TURNING[code])), *words[at:]])

    assert decided(turned) != "yes"


@unhurried
@given(st.data(), languages)
def test_what_is_of_no_use_any_more_is_a_reason_behind_a_plain_yes_and_nothing_else(
    data: st.DataObject, code: str
) -> None:
    disuse = data.draw(phrases(code, "disuse"))
    no = data.draw(phrases(code, "no"))

    assert decided(disuse) == "ask"
    assert decided(f"{PLAIN_YES[code]}, {disuse}") in ("yes", "ask")
    assert decided(f"{no}, {disuse}") != "yes"


@unhurried
@given(st.data(), languages)
def test_an_idiom_with_a_negation_is_a_mild_yes(data: st.DataObject, code: str) -> None:
    idiom, no = data.draw(phrases(code, "idiom")), data.draw(phrases(code, "no"))

    assert decided(idiom) in ("yes", "ask")
    assert decided(f"{idiom}, {no}") == decided(f"{no}, {idiom}") == "ask"
    assert decided(f"{idiom}. {data.draw(phrases(code, 'closing'))}") == "ask"


@unhurried
@given(st.data(), languages)
def test_what_holds_a_negation_stands_only_behind_a_plain_answer(data: st.DataObject, code: str) -> None:
    behind, no = data.draw(phrases(code, "behind")), data.draw(phrases(code, "no"))

    assert decided(f"{data.draw(phrases(code, 'mild'))}, {behind}") in ("ask", "no")
    assert decided(f"{no}, {behind}") in ("no", "ask")


@unhurried
@given(st.data(), languages)
def test_it_accepts_no_offer(data: st.DataObject, code: str) -> None:
    said = f"{PLAIN_YES[code]}, {data.draw(phrases(code, 'disuse'))}"

    assert understand(said, replace(questions.OFFER, locales=questions.LOCALES), PHRASES).decision is None


@unhurried
@given(st.data(), languages, languages, st.sampled_from(sorted(SIDES)))
def test_the_language_of_the_chat_makes_no_difference(
    data: st.DataObject, code: str, first: str, name: str
) -> None:
    answer = composed(data, code, name)
    order = (first, *(each for each in questions.LOCALES if each != first))

    assert decided(answer, order) == decided(answer)


def composed(data: st.DataObject, code: str, name: str) -> str:
    """An answer of the class, with asides before and behind it and a farewell at its end."""
    parts = [
        *data.draw(st.lists(phrases(code, "aside"), max_size=1)),
        data.draw(phrases(code, name)),
        *data.draw(st.lists(phrases(code, "aside"), max_size=2)),
        *data.draw(st.lists(phrases(code, "closing"), max_size=1)),
    ]
    return data.draw(st.sampled_from([" ", ", ", ". "])).join(parts)


@st.composite
def phrases(draw: st.DrawFn, code: str, name: str) -> str:
    return " ".join(expanded(draw, SETS[code], draw(st.sampled_from(FILES[code][name]))).split())


def expanded(draw: st.DrawFn, sets: dict[str, Any], phrase: str) -> str:
    def choose(found: re.Match[str]) -> str:
        name, is_optional = found[1], bool(found[2])
        if name in ("number", "name") or (is_optional and draw(st.booleans())):
            return ""
        return expanded(draw, sets, draw(st.sampled_from(sets[name])))

    return _SET.sub(choose, phrase)


def plain(code: str, name: str) -> list[str]:
    return [text for text in FILES[code][name] if "{" not in text]


def decided(text: str, locales: tuple[str, ...] = questions.LOCALES) -> str:
    meaning = understand(text, replace(questions.CONFIRM, locales=locales), PHRASES)
    return meaning.decision or "ask"


def test_the_classes_are_those_of_the_files() -> None:
    assert {frozenset(file) for file in FILES.values()} == {
        frozenset({"sets", *CLASSES, *NEGATED, "never", "unbroken"})
    }
