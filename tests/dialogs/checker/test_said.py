"""What the checker knows of the engine's messages is what the engine says; nothing is kept twice."""

import pytest

from dialogs.checker import VARIABLES, Sayings, World, everything_said
from dialogs.packaged import packaged_script, packaged_scripts
from dialogs.script import Script, load
from dialogs.texts import packaged_texts
from tests.dialogs.checker.conftest import CHANNELS


@pytest.fixture(scope="module")
def every() -> tuple[Sayings, ...]:
    """What each script that ships can say."""
    scripts = (load(packaged_script(name)) for name in packaged_scripts())
    return tuple(everything_said(script, World(), CHANNELS) for script in scripts)


@pytest.mark.parametrize("locale", ["en", "de"])
def test_every_shipped_text_is_said_somewhere(every: tuple[Sayings, ...], locale: str) -> None:
    shipped = set(packaged_texts((locale,)).catalogues[locale].entries)

    said = {name for sayings in every for name in sayings.names()}

    assert said - shipped == set()
    assert shipped - said == set()


def test_every_variable_that_is_filled_has_a_meaning(every: tuple[Sayings, ...]) -> None:
    filled = {
        name for sayings in every for values in sayings.values.values() for each in values for name in each
    }

    assert filled == set(VARIABLES)


def test_every_branch_word_belongs_to_a_value_that_is_filled(every: tuple[Sayings, ...]) -> None:
    filled: dict[str, set[str]] = {}
    for values in (each for sayings in every for found in sayings.values.values() for each in found):
        for name, value in values.items():
            filled.setdefault(name, set()).add(str(value))

    assert {name: set(each.words) for name, each in VARIABLES.items() if each.words} == {
        name: filled[name] for name, each in VARIABLES.items() if each.words
    }


def test_a_question_is_said_with_the_choices_that_its_channel_has(script: Script) -> None:
    sayings = everything_said(script, World(), CHANNELS)

    on = {said.channel: {choice.id for choice in said.say.choices} for said in sayings.messages["identify"]}

    assert on == {"sms": {"use_sender", "unable"}, "telegram": {"share_contact", "unable"}}


def test_mails_go_by_mail_only(script: Script) -> None:
    sayings = everything_said(script, World(), CHANNELS)

    assert {said.channel for said in sayings.messages["mail-footer"]} == {"email"}
    assert {said.channel for said in sayings.messages["code-message"]} == {"email", "sms"}
