"""A conversation moves to another revision only where nothing it was asked would mean anything else."""

from dataclasses import replace

import pytest

from dialogs.moving import could_move, hindrance
from dialogs.packaged import packaged_script
from dialogs.script import Script, load
from dialogs.turn import Choice, State

SOURCE = packaged_script("service")
SERVICE = load(SOURCE)
ASKED = State("confirm", "en", prompt=(Choice("confirm", "choice-confirm"), Choice("keep", "choice-keep")))
WELCOMED = State("welcome", "en")


def changed(right: str, wrong: str) -> Script:
    assert right in SOURCE
    return load(SOURCE.replace(right, wrong))


def test_the_same_script_with_other_texts_elsewhere_is_no_hindrance() -> None:
    for name, step in SERVICE.steps.items():
        state = State(name, "en")
        assert could_move(state, SERVICE, SERVICE, {"thanks", "bye"}), step.kind


def test_a_step_that_leads_elsewhere_is_no_hindrance() -> None:
    after = changed("{confirm: receipt, keep: kept}", "{confirm: receipt, keep: rest}")

    assert could_move(ASKED, SERVICE, after, set())


@pytest.mark.parametrize(
    "name",
    ["confirm", "confirm-without-quote", "confirm-hear", "confirm-again", "choice-confirm", "choice-keep"],
)
def test_a_confirmation_whose_words_changed_stays(name: str) -> None:
    assert hindrance(ASKED, SERVICE, SERVICE, {name}) == "question_changed"


def test_a_confirmation_that_says_another_text_stays() -> None:
    after = changed("without_quote: confirm-without-quote", "without_quote: confirm")

    assert hindrance(ASKED, SERVICE, after, set()) == "question_changed"


@pytest.mark.parametrize("step", ["offer", "undo", "fee", "declare"])
def test_whatever_decides_is_read_as_it_was_asked(step: str) -> None:
    state = State(step, "en")

    assert could_move(state, SERVICE, SERVICE, {"welcome"})
    assert hindrance(state, SERVICE, SERVICE, {step}) == "question_changed"


def test_where_nothing_is_decided_new_words_are_no_hindrance() -> None:
    assert could_move(WELCOMED, SERVICE, SERVICE, {"welcome"})


def test_a_step_that_is_gone_holds_back() -> None:
    after = load(SOURCE.replace("none: nothing", "none: emptied").replace("  nothing:\n", "  emptied:\n"))

    assert hindrance(State("nothing", "en"), SERVICE, after, set()) == "no_such_step"
    assert hindrance(State("rest", "en", previous="nothing"), SERVICE, after, set()) == "no_such_step"
    assert could_move(State("rest", "en"), SERVICE, after, set())


def test_a_step_of_another_kind_holds_back() -> None:
    after = changed("  nothing:\n    kind: end", "  nothing:\n    kind: menu")

    assert hindrance(State("nothing", "en"), SERVICE, after, set()) == "other_kind"


def test_other_choices_hold_back() -> None:
    fewer = changed("choices: [cancel, status, human]", "choices: [cancel, human]")
    reasons = changed("options: [too-expensive, not-used,", "options: [too-expensive,")
    ways = changed("given: declared, back: identify,", "given: declared,")

    assert hindrance(WELCOMED, SERVICE, fewer, set()) == "other_choices"
    assert hindrance(State("reason", "en"), SERVICE, reasons, set()) == "other_choices"
    assert hindrance(State("declare", "en"), SERVICE, ways, set()) == "other_choices"


def test_a_language_that_is_spoken_no_more_holds_back() -> None:
    english = changed(f"locales: [{', '.join(SERVICE.locales)}]", "locales: [en]")

    assert hindrance(replace(WELCOMED, locale="de"), SERVICE, english, set()) == "other_language"
    assert could_move(WELCOMED, SERVICE, english, set())
