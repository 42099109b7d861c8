"""What the closed vocabulary can build decides what its list says, or nothing; never the contrary."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.meaning import Label
from dialogs.understanding import packaged_phrases, understand
from dialogs.understanding.deciding import DECIDES
from dialogs.understanding.phrases import DEEDS
from tests.dialogs.understanding import questions
from tests.dialogs.understanding.tables import phrases_file

PHRASES = packaged_phrases()
FILES = {code: phrases_file(code) for code in PHRASES.languages}
NEGATIONS = {
    "en": ["not", "never", "don't", "won't"],
    "de": ["nicht", "nie", "kein", "niemals"],
    "fr": ["pas", "jamais", "plus", "aucun"],
    "es": ["no", "nunca", "jamás", "tampoco"],
    "pt": ["não", "nunca", "nem", "jamais"],
    "ru": ["не", "никогда", "ни", "нельзя"],
}
DOUBTS = {
    "en": ["maybe", "unless", "if", "or", "until"],
    "de": ["vielleicht", "falls", "wenn", "oder", "bis"],
    "fr": ["peut-être", "sauf", "ou", "quand", "après"],
    "es": ["quizás", "salvo", "cuando", "hasta", "después"],
    "pt": ["talvez", "se", "ou", "até", "quando"],
    "ru": ["может", "если", "или", "пока", "наверное"],
}

AGREES = {"accept": "yes"}
"""What accepts an offer may say yes to something else as well: "sounds good"."""

# Whether a busy machine takes its time says nothing about the text.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

_SET = re.compile(r"\{([a-z_]+)(\??)\}")

languages = st.sampled_from(sorted(FILES))
deeds = st.sampled_from(sorted(DEEDS))


@st.composite
def sentences(draw: st.DrawFn, code: str, deed: str) -> str:
    """Build a sentence from a phrase of the list, choosing an alternative of each of its sets."""
    return " ".join(expanded(draw, FILES[code], draw(st.sampled_from(FILES[code]["decide"][deed]))).split())


def expanded(draw: st.DrawFn, file: dict[str, Any], phrase: str) -> str:
    def choose(found: re.Match[str]) -> str:
        name, is_optional = found[1], bool(found[2])
        if name in ("number", "name") or (is_optional and draw(st.booleans())):
            return "10024" if name == "number" else ""
        return expanded(draw, file, draw(st.sampled_from(file["sets"][name])))

    return _SET.sub(choose, phrase)


@unhurried
@given(st.data(), languages, deeds, st.sampled_from(sorted(DECIDES)))
def test_no_sentence_decides_the_contrary(data: st.DataObject, code: str, deed: str, kind: str) -> None:
    sentence = data.draw(sentences(code, deed))
    question = replace(questions.CONFIRM, kind=kind)

    assert understand(sentence, question, PHRASES).decision in {
        None,
        DECIDES[kind].get(deed, AGREES.get(deed)),
    }


@unhurried
@given(st.data(), languages)
def test_a_sentence_that_cancels_is_never_read_as_keeping(data: st.DataObject, code: str) -> None:
    sentence = data.draw(sentences(code, "cancel"))

    assert understand(sentence, questions.NOTHING, PHRASES).label in {Label.CANCEL, Label.NONE}


@unhurried
@given(st.data(), languages)
def test_a_sentence_that_keeps_is_never_read_as_cancelling(data: st.DataObject, code: str) -> None:
    sentence = data.draw(sentences(code, "keep"))

    assert understand(sentence, questions.NOTHING, PHRASES).label in {Label.KEEP, Label.NONE}


@unhurried
@given(st.data(), languages, st.sampled_from(["yes", "confirm", "cancel"]))
def test_a_yes_with_one_negation_more_never_cancels(data: st.DataObject, code: str, deed: str) -> None:
    words = data.draw(sentences(code, deed)).split()
    at = data.draw(st.integers(0, len(words)))
    negated = " ".join([*words[:at], data.draw(st.sampled_from(NEGATIONS[code])), *words[at:]])

    assert understand(negated, questions.CONFIRM, PHRASES).decision != "yes"


@unhurried
@given(st.data(), languages, deeds, st.sampled_from(sorted(DECIDES)))
def test_a_word_of_doubt_leaves_nothing_decided(data: st.DataObject, code: str, deed: str, kind: str) -> None:
    words = data.draw(sentences(code, deed)).split()
    at = data.draw(st.integers(0, len(words)))
    doubted = " ".join([*words[:at], data.draw(st.sampled_from(DOUBTS[code])), *words[at:]])

    assert understand(doubted, replace(questions.CONFIRM, kind=kind), PHRASES).decision is None


@pytest.mark.parametrize("code", sorted(FILES))
def test_every_list_decides_something(code: str) -> None:
    assert set(FILES[code]["decide"]) == set(DEEDS) == {deed for table in DECIDES.values() for deed in table}
