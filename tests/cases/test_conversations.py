"""Every conversation case under this folder, played by the engine itself."""

from pathlib import Path

import pytest

from channels.registry import CHANNELS
from dialogs.cases.form import ConversationCase, load_cases
from dialogs.cases.play import Played, Traits, play
from dialogs.packaged import packaged_script
from dialogs.script import Script, load
from dialogs.texts import Texts, packaged_texts
from dialogs.understanding import packaged_phrases

HERE = Path(__file__).parent


def _cases() -> list[tuple[str, ConversationCase]]:
    return [
        (f"{path.relative_to(HERE).with_suffix('')}::{name}", case)
        for path in sorted(HERE.rglob("*.yaml"))
        for name, case in load_cases(path.read_text(encoding="utf-8"), path.name).items()
    ]


CASES = dict(_cases())


@pytest.fixture(scope="module")
def scripts() -> dict[str, tuple[Script, Texts]]:
    names = {case.script for case in CASES.values()}
    loaded = {name: load(packaged_script(name), f"{name}.yaml") for name in names}
    return {name: (script, packaged_texts(script.locales)) for name, script in loaded.items()}


def traits_of(channel: str) -> Traits:
    capabilities = CHANNELS[channel].capabilities
    return Traits(capabilities.shares_contact, capabilities.sender_is_phone)


def told(played: list[Played]) -> str:
    """The conversation as far as it went, with what differs."""
    lines = []
    for each in played:
        line = each.line
        lines.append(f"> {line.say or line.press or line.press_stale or line.happens}")
        lines += [f"    {rendered.text}" for rendered in each.rendered]
        lines += [f"  ! {difference}" for difference in each.differences]
    return "\n".join(lines)


@pytest.mark.parametrize("name", CASES)
def test_conversation(name: str, scripts: dict[str, tuple[Script, Texts]]) -> None:
    case = CASES[name]
    script, texts = scripts[case.script]
    played = play(case, script, texts, packaged_phrases(), traits_of(case.channel))
    assert not any(each.differences for each in played), f"{case.about}\n{told(played)}"


def test_every_step_is_visited(scripts: dict[str, tuple[Script, Texts]]) -> None:
    """No step ships without a case that passes through it; texts said tell of steps passed in between."""
    for name, (script, texts) in scripts.items():
        cases = [case for case in CASES.values() if case.script == name]
        played = [
            each
            for case in cases
            for each in play(case, script, texts, packaged_phrases(), traits_of(case.channel))
        ]
        rested = {each.state.step for each in played}
        said = {say.text for each in played for say in each.said}
        missing = [
            step
            for step, data in script.steps.items()
            if step not in rested and not any(text.startswith(data.text) for text in said)
        ]
        assert missing == []
