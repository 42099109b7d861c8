"""docs/records.md tells of the log and its audit what is so."""

import re
import shlex

from bot.audit.findings import MEANS
from bot.audit.scope import SLACK
from bot.cli.record import record
from bot.deliver.proofs import PATIENCE
from bot.records.log.copies import SUFFIX as COPIED
from bot.records.log.proofs import SUFFIX
from bot.settings import SETTINGS
from tests.structure.sources import ROOT

PAGE = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")


def test_every_kind_of_finding_is_told_and_no_other() -> None:
    table = PAGE.split("| finding | means |", 1)[1].split("\n\n", 1)[0]

    assert dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", table, re.MULTILINE)) == dict(MEANS)


def test_commands_settings_and_files_are_there() -> None:
    told = re.findall(r"cancelbot record\s+([a-z]+)", PAGE) + re.findall(r"`record ([a-z]+)`", PAGE)

    assert set(told) == set(record.commands)
    assert set(re.findall(r"CANCELBOT_[A-Z_]+", PAGE)) <= set(SETTINGS)
    assert f"NUMBER{SUFFIX}`" in PAGE
    assert COPIED in PAGE


def test_times_are_as_told() -> None:
    assert f"waits up to {PATIENCE.seconds} seconds for the proof" in PAGE.replace("\n", " ")
    assert f"younger than {SLACK.seconds} seconds" in PAGE


def test_the_verifiers_command_has_its_options() -> None:
    (line,) = re.findall(r"^python3 verify_record.py .*$", PAGE, re.MULTILINE)

    assert shlex.split(line)[2:4] == ["--key", "KEY"]
