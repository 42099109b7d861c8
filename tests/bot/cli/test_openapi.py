"""`cancelbot openapi`."""

import json
from pathlib import Path

from bot.web.openapi import document
from tests.bot.cli.terminal import alone, environment, run


def test_it_prints_the_contract_and_touches_nothing(tmp_path: Path) -> None:
    ended = alone({**environment(tmp_path), "CANCELBOT_BASE_URL": "https://bot.example"}, "openapi")

    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == json.loads(json.dumps(document("https://bot.example", demo=False)))
    assert list(tmp_path.iterdir()) == []


def test_with_the_demos_examples(tmp_path: Path) -> None:
    ended = run(environment(tmp_path), "openapi", "--demo")

    assert "/sandbox/outbox" in json.loads(ended.stdout)["paths"]
