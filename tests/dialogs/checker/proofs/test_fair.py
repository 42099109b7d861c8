"""Fair scripts raise no alarm. In every world: ``python -m tests.dialogs.checker.proofs.fair``."""

import pytest
from ruamel.yaml import YAML

from bot.studio.channels import checked_channels
from dialogs.checker import traits_of
from dialogs.checker.proofs.report import faults_in
from dialogs.packaged import packaged_script
from dialogs.script import Script
from tests.dialogs.checker.proofs.fair import SHAPES, fair

TELLING = ("known, one service", "known, no alternative, a fee", "to be identified")
"""The worlds in which most of what can go wrong does."""


@pytest.mark.parametrize("shape", SHAPES)
def test_a_fair_script_passes(shape: str) -> None:
    data = fair(YAML(typ="safe").load(packaged_script("service")))[shape]

    faults = faults_in(Script.model_validate(data), traits_of(checked_channels()), TELLING)

    assert [(fault.kind, fault.step, fault.message) for fault in faults] == []
