"""The shipped script with one text changed, and simple channels to judge it."""

import re
from collections.abc import Callable, Mapping

import pytest

from dialogs.checker import Channel, Issue, Problem, Subject, View, World, check_texts
from dialogs.packaged import packaged_script
from dialogs.script import Script, load

SHORT_ROOM = 320
Change = Callable[..., tuple[Issue, ...]]


def in_two_languages(source: str) -> str:
    """A script for English and German only: what is wrong is told once in each language that it speaks."""
    return re.sub(r"^locales: .*$", "locales: [en, de]", source, flags=re.MULTILINE)


@pytest.fixture(scope="session")
def script() -> Script:
    return load(in_two_languages(packaged_script("service")))


def show(text: str, short: str | None, labels: tuple[str, ...]) -> View:
    """A channel with room for 320 characters, of which the answers take some."""
    answers = "".join(f"\n{digit} {label}" for digit, label in enumerate(labels, 1))
    shortened = short is not None and len(text + answers) > SHORT_ROOM
    written = (short if shortened and short is not None else text) + answers
    over = len(written) > SHORT_ROOM
    problems = (Problem("over_aim", "warning", f"{len(written)} characters"),) if over else ()
    return View(written, (), len(written), SHORT_ROOM, shortened, problems=problems)


CHANNELS = (
    Channel("sms", "SMS", show, sender_is_phone=True),
    Channel(
        "telegram",
        "Telegram",
        lambda text, _, labels: View(text, labels, len(text), 4096),
        shares_contact=True,
    ),
    Channel("email", "E-mail", lambda text, _, labels: View(text, (), len(text), 100_000), carries="mail"),
    Channel("voice", "Phone", lambda text, _, labels: View(text, (), len(text), 4000), carries="call"),
    Channel("letter", "Letter", lambda text, _, labels: View(text, (), len(text), 100_000), carries="letter"),
)


@pytest.fixture
def subject_of(script: Script) -> Callable[[Mapping[str, Mapping[str, str]]], Subject]:
    """A subject with these changed texts."""
    return lambda texts: Subject(script, texts, World(), CHANNELS)


@pytest.fixture
def changed(subject_of: Callable[[Mapping[str, Mapping[str, str]]], Subject]) -> Change:
    """What is found when one text is changed in one language, or in both."""

    def change(en: str = "", de: str = "") -> tuple[Issue, ...]:
        name = (en or de).split(" ")[0]
        texts = {"en": {name: en} if en else {}, "de": {name: de} if de else {}}
        return check_texts(subject_of(texts))

    return change


@pytest.fixture
def script_with() -> Callable[[str, str], Subject]:
    """The shipped script with a piece of its source replaced."""
    source = in_two_languages(packaged_script("service"))
    return lambda old, new: Subject(load(source.replace(old, new)), {}, World(), CHANNELS)
