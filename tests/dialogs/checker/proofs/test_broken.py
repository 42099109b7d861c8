"""Whatever is broken in a script that ships is caught.

Some of each way here; all of them: ``python -m tests.dialogs.checker.proofs.breaking``.
"""

from itertools import islice
from typing import Any

import pytest
from ruamel.yaml import YAML

from dialogs.packaged import packaged_script, packaged_scripts
from tests.dialogs.checker.proofs.breaking import WAYS, Broken, broken, catch

MOST_OF_A_WAY = 1
LEAST_WAYS = 60


def _source(name: str) -> dict[str, Any]:
    data: dict[str, Any] = YAML(typ="safe").load(packaged_script(name))
    return data


SOME = [
    pytest.param(each, id=f"{name}: {each.way}")
    for name in packaged_scripts()
    for way in WAYS
    for each in islice(way(_source(name)), MOST_OF_A_WAY)
]


@pytest.mark.parametrize("each", SOME)
def test_it_is_caught(each: Broken) -> None:
    assert catch(each) != ""


@pytest.mark.parametrize("name", packaged_scripts())
def test_there_are_many_ways(name: str) -> None:
    ways = [each.way for each in broken(_source(name))]

    assert len(set(ways)) >= LEAST_WAYS
