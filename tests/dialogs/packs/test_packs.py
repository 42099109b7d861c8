"""The packs that ship, as examples and on any day; and the errors of a pack that cannot be used."""

from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from dialogs.packs import NO_RULES, PACKS, PackError, Rules, packaged_pack
from dialogs.packs.pack import RULE_NAMES, read_pack

FACTS: dict[str, dict[date, dict[str, Any]]] = YAML(typ="safe").load(
    Path(__file__).with_name("facts.yaml").read_text(encoding="utf-8")
)
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(("name", "day"), [(name, day) for name, days in FACTS.items() for day in days])
def test_a_pack_says_on_a_day(name: str, day: date) -> None:
    found = packaged_pack(name).at(day)

    actual: dict[str, Any] = {"version": found.version}
    for rule in FACTS[name][day].keys() - {"version"}:
        value = getattr(found.rules, rule)
        actual[rule] = dict(value) if rule.endswith("_label") else value
        actual[rule] = list(value) if rule == "offer_kinds" else actual[rule]
    assert actual == FACTS[name][day]


def test_each_pack_has_examples() -> None:
    assert set(FACTS) == set(PACKS)


@pytest.mark.parametrize("name", PACKS)
def test_there_are_examples_of_both_sides_of_each_day_of_change(name: str) -> None:
    own = {rule.effective for rule in packaged_pack(name).rules}
    around = {day for change in own for day in (change - timedelta(days=1), change)}

    assert {day for day in around if day not in FACTS[name]} <= UNSEEN


UNSEEN = {date(2014, 6, 12), date(2014, 6, 13)}
"""Long before there was anything to withdraw from here."""


def test_every_pack_file_ships_under_its_name() -> None:
    written = {each.name for each in files("dialogs.packs").iterdir() if each.name.endswith(".yaml")}

    assert written == {f"{name}.yaml" for name in PACKS}


@given(st.sampled_from(PACKS), DAYS)
def test_every_rule_has_exactly_one_value_on_any_day(name: str, day: date) -> None:
    pack = packaged_pack(name)
    for rule in RULE_NAMES:
        holding = [each for each in pack.rules if each.rule == rule and each.holds_on(day)]
        assert len(holding) <= 1
        if not holding and rule not in pack.in_force(day):
            assert getattr(pack.at(day).rules, rule) == getattr(NO_RULES, rule)


@given(st.sampled_from(PACKS), DAYS)
def test_the_version_is_a_day_of_change_that_has_come(name: str, day: date) -> None:
    pack = packaged_pack(name)
    version = pack.at(day).version

    assert version is None or (version <= day and version in pack.dates())
    assert (version is None) == (not pack.in_force(day))


@given(st.sampled_from(PACKS), DAYS)
def test_rules_survive_json_and_can_be_told_apart(name: str, day: date) -> None:
    rules = packaged_pack(name).at(day).rules
    adapter = TypeAdapter(Rules)

    assert adapter.validate_json(adapter.dump_json(rules)) == rules
    assert len({rules, NO_RULES}) == (1 if rules == NO_RULES else 2)


@pytest.mark.parametrize("name", PACKS)
def test_every_rule_names_its_source(name: str) -> None:
    for rule in packaged_pack(name).rules:
        assert any(character.isdigit() for character in rule.source), f"{rule.rule}: {rule.source!r}"


@pytest.mark.parametrize("name", PACKS)
def test_prescribed_words_fit_a_button(name: str) -> None:
    rules = packaged_pack(name).at(date(2027, 12, 31)).rules
    for _, label in (*rules.entry_label, *rules.confirm_label, *rules.order_label):
        assert 0 < len(label) <= 40


def test_an_unknown_pack_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(PackError, match="no pack 'moon'; expected one of: none, us, us-ca"):
        packaged_pack("moon")


RULE = """title: Here
rules:
  - rule: offers
    value: {value}
    source: {source}
    effective: {effective}
"""


def _pack(
    value: str = "none", source: str = "Section 1", effective: str = "2026-01-01", more: str = ""
) -> str:
    return RULE.format(value=value, source=source, effective=effective) + more


WRONG = {
    "unknown rule": (
        _pack().replace("rule: offers", "rule: offerings"),
        "here.yaml:3: rules/0: Value error, expected one of offers, most_offers",
    ),
    "value": (_pack("sometimes"), "here.yaml:3: rules/0: Value error, offers: Input should be 'free', 'with"),
    "kind of value": (
        _pack(
            more="  - rule: most_offers\n    value: 'two'\n    source: Section 2\n    effective: 2026-01-01\n"
        ),
        "here.yaml:7: rules/1: Value error, most_offers: Input should be a valid integer, found 'two'",
    ),
    "labels": (
        _pack(
            more="  - rule: entry_label\n    value: here\n    source: Section 2\n    effective: 2026-01-01\n"
        ),
        "here.yaml:7: rules/1: Value error, entry_label: Input should be a valid tuple, found 'here'",
    ),
    "no source": (_pack(source="''"), "here.yaml:5: rules/0/source: String should have at least 3"),
    "no day": (_pack(effective="soon"), "here.yaml:6: rules/0/effective: Input should be a valid date"),
    "two values on a day": (
        _pack(more="  - rule: offers\n    value: free\n    source: Section 2\n    effective: 2026-06-01\n"),
        "here.yaml:7: expected one value of offers on any day, found two on 2026-06-01",
    ),
    "an end before the beginning": (
        _pack(more="    until: 2025-12-31\n"),
        "here.yaml:3: rules/0: Value error, expected an end on or after 2026-01-01, found 2025-12-31",
    ),
    "unknown parent": (
        "title: Here\nextends: there\nrules: []\n",
        "here.yaml:2: extends: expected one of us; found 'there'",
    ),
    "no mapping": ("- rule\n", "here.yaml:1: pack: Input should be a valid dictionary"),
    "unknown key": ("title: Here\nrulez: []\n", "here.yaml:2: rulez: Extra inputs are not permitted"),
    "no YAML": ("title: [\n", "here.yaml:2: expected YAML: "),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said_with_file_and_line(name: str) -> None:
    text, expected = WRONG[name]

    with pytest.raises(PackError) as refused:
        read_pack("here", text, "here.yaml", {"us": packaged_pack("us")})

    assert str(refused.value).startswith(expected)


def test_a_rule_that_ended_is_followed_by_another() -> None:
    ended = _pack(
        more="    until: 2026-05-31\n"
        "  - rule: offers\n    value: free\n    source: Section 2\n    effective: 2026-06-01\n"
    )
    pack = read_pack("here", ended, "here.yaml", {})

    assert [pack.at(date(2026, month, 1)).rules.offers for month in (5, 6)] == ["none", "free"]
    assert pack.at(date(2026, 6, 1)).version == date(2026, 6, 1)


def test_a_pack_goes_before_the_one_that_it_extends() -> None:
    parent = read_pack("us", _pack("free"), "us.yaml", {})
    child = read_pack(
        "here", "extends: us\n" + _pack("none", effective="2026-03-01"), "here.yaml", {"us": parent}
    )

    assert [child.at(date(2026, month, 1)).rules.offers for month in (2, 3)] == ["free", "none"]
