"""Fair scripts raise no alarm. In every world: ``python -m tests.dialogs.checker.proofs.fair``."""

from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.studio.channels import checked_channels
from dialogs.cases.form import ConversationCase, Expected, Line
from dialogs.cases.play import Traits, play
from dialogs.checker import traits_of
from dialogs.checker.proofs.report import faults_in
from dialogs.checker.proofs.worlds import worlds_of
from dialogs.packaged import packaged_script
from dialogs.script import Script
from dialogs.texts import packaged_texts
from dialogs.understanding import packaged_phrases
from tests.dialogs.checker.proofs.fair import SHAPES, fair

TELLING = ("known, one service", "known, no alternative, a fee", "to be identified")
"""The worlds in which most of what can go wrong does."""


@pytest.mark.parametrize("shape", SHAPES)
def test_a_fair_script_passes(shape: str) -> None:
    data = fair(YAML(typ="safe").load(packaged_script("service")))[shape]

    faults = faults_in(Script.model_validate(data), traits_of(checked_channels()), TELLING)

    assert [(fault.kind, fault.step, fault.message) for fault in faults] == []


@pytest.mark.parametrize(
    "meant",
    [
        {"plans": ["gold"]},
        {"price": {"at_least": 50}},
        {"price": {"at_most": 9.9}},
        {"tenure_months": {"at_least": 60}},
        {"tenure_months": {"at_most": 2}},
        {"plans": ["gold"], "price": {"at_least": 50}, "tenure_months": {"at_least": 6, "at_most": 12}},
    ],
)
def test_an_alternative_that_is_only_for_some_is_met(meant: dict[str, Any]) -> None:
    data = YAML(typ="safe").load(packaged_script("service"))
    data["policies"]["offers"] = [{"alternative": "pause", **meant}]
    script = Script.model_validate(data)
    world = worlds_of(script)["known, offer 1 is for them"]
    line = Line(say="I want to cancel", expect=Expected(offers=True))
    case = ConversationCase(about="The offer is shown.", world=world, talk=(line,))

    (played,) = play(case, script, packaged_texts(("en",)), packaged_phrases(), Traits())

    assert played.differences == []
