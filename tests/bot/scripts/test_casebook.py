"""Cases on disk: what cannot be read is told with its place, and rewriting touches nothing else."""

import re
from pathlib import Path

import pytest

from bot.scripts.casebook import Casebook, play_files, settings_for
from dialogs.cases.coverage import Coverage
from dialogs.cases.rewriting import rewritten
from dialogs.packaged import packaged_script
from dialogs.script import ScriptError

GOOD = """\
# What people say first.
leaves:
  about: The shortest way out.
  world: {services: [{name: TV}]}
  talk:
    - say: I want to cancel  # no alternative
      expect: {texts: [confirm], step: confirm}
    - press: confirm
      expect:
        texts: [receipt, reason]
        contains: ["Number: NL-"]
"""


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    return tmp_path / "cases.yaml"


def played(cases: Path, *, update: bool = False) -> Casebook:
    return play_files([cases], settings_for(), update=update)


WRONG = (
    ("step: confirm}", "step: confrim}", "7:34", "leaves.talk.0.expect.step: found 'confrim'", "confirm"),
    ("[confirm]", "[confirmd]", "7:24", "leaves.talk.0.expect.texts.0: found 'confirmd'", "confirm"),
    ("press:", "pres:", "8:7", "leaves.talk.1.pres: unknown name; expected one of: ", "press"),
    ("press: confirm", "press: confrim", "8:7", "leaves.talk.1.press: found 'confrim'", "confirm"),
    ("step: confirm}", "choices: [confirm, kepe]}", "7:53", "expect.choices.1: found 'kepe'", "keep"),
    ("press: confirm", "happens: exectued", "8:7", "leaves.talk.1.happens: found 'exectued'", "executed"),
    ("press: confirm", "means: cancle", "8:7", "leaves.talk.1.means: found 'cancle'", "cancel"),
    ("step: confirm}", "effects: [seal_recrd]}", "7:44", "effects.0: found 'seal_recrd'", "seal_record"),
    ("step: confirm}", "case: acepted}", "7:34", "expect.case: found 'acepted'", "accepted"),
    ("world: {", "world: {pack: us-caa, ", "4:11", "leaves.world.pack: found 'us-caa'", "us-ca"),
    ("world:", "channel: smss\n  world:", "4:3", "leaves.channel: found 'smss'; expected one of: ", "sms"),
    ("world:", "script: servce\n  world:", "4:3", "leaves.script: found 'servce'; expected one", "service"),
)


@pytest.mark.parametrize(
    ("right", "wrong", "place", "told", "nearest"), WRONG, ids=[each[1] for each in WRONG]
)
def test_a_wrong_name_is_told_with_its_place_and_the_nearest_one(
    cases: Path, right: str, wrong: str, place: str, told: str, nearest: str
) -> None:
    cases.write_text(GOOD.replace(right, wrong, 1))

    (fault,) = played(cases).unreadable

    assert fault.startswith(f"{cases}:{place}: ")
    assert told in fault
    assert fault.endswith(f"did you mean {nearest!r}?")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD.replace("about: The shortest way out.", ""), "2:1: leaves.about: is missing"),
        (GOOD.replace("talk:", "talk: {"), "expected YAML"),
        (
            GOOD.replace("world:", "locale: xx\n  world:"),
            "4:3: leaves.locale: found 'xx'; expected one of: de, en",
        ),
        (
            GOOD.replace("press: confirm", "press: confirm\n      happens: media"),
            "8:7: leaves.talk.1: expected exactly one of: say, means,",
        ),
        (GOOD + GOOD, "found duplicate key"),
        ("- a list", "1:1: expected a mapping of case names to cases"),
        ("", "1:1: expected a mapping of case names to cases"),
    ],
    ids=range(7),
)
def test_what_cannot_be_read_is_told_with_its_place(cases: Path, text: str, told: str) -> None:
    cases.write_text(text)

    (fault,) = played(cases).unreadable

    assert fault.startswith(f"{cases}:")
    assert told in fault


def test_a_file_of_other_bytes_is_told(cases: Path) -> None:
    cases.write_bytes(b"\xff\xfe")

    (fault,) = played(cases).unreadable

    assert fault.startswith(f"{cases}:1:1: expected UTF-8")


def test_what_cannot_follow_is_a_difference(cases: Path) -> None:
    cases.write_text(GOOD.replace("say: I want to cancel", "happens: executed"))

    (case,) = played(cases).differing

    assert [(place, difference.part) for place, difference in case.differences()] == [
        (f"{cases}:6:7", "talk")
    ]


def test_where_a_talk_stops_is_a_difference(cases: Path) -> None:
    script = cases.parent / "mine.yaml"
    script.write_text(packaged_script("service").replace("text: kept", "text: kept-otherwise"))
    cases.write_text(GOOD.replace("press: confirm", "press: keep"))

    (case,) = play_files([cases], settings_for(script)).differing

    ((place, difference),) = case.differences()
    assert (place, difference.part) == (f"{cases}:8:7", "talk")
    assert "the talk cannot go on: en: there is no text 'kept-otherwise'" in str(difference)


def test_a_script_that_stops_the_engine_is_refused(cases: Path) -> None:
    script = cases.parent / "mine.yaml"
    script.write_text(packaged_script("service").replace("start: welcome", "start: confirm"))

    with pytest.raises(ScriptError, match=r"mine\.yaml: the engine stops; .* cancelbot check"):
        settings_for(script)


def test_a_script_in_a_language_that_does_not_ship_is_refused(cases: Path) -> None:
    script = cases.parent / "mine.yaml"
    script.write_text(re.sub("locales: .*", "locales: [en, dee]", packaged_script("service")))

    with pytest.raises(ScriptError, match=r"mine\.yaml: locales: found 'dee'; .* did you mean 'de'"):
        settings_for(script)


def test_an_update_takes_over_what_happened_and_nothing_else(cases: Path) -> None:
    wrong = GOOD.replace("[confirm], step: confirm", "[offer-pause], step: offer")
    cases.write_text(wrong.replace('"Number: NL-"', '"Numbers: XX-"'))

    book = played(cases, update=True)

    assert [each.partition("leaves: ")[2][:14] for each in book.rewritten] == [
        "texts: expecte",
        "step: expected",
        "contains: expe",
    ]
    now = cases.read_text()
    assert now.splitlines()[:-1] == GOOD.splitlines()[:-1], "comments, order and layout are kept"
    assert "Number: NL-" in now.splitlines()[-1], "the words most like them"
    assert played(cases).holds


def test_an_update_drops_what_is_not_shown_any_more(cases: Path) -> None:
    cases.write_text(GOOD.replace("step: confirm}", "shows: [confirm, accept], lacks: [TV, Pause]}"))

    played(cases, update=True)

    assert "shows: [confirm], lacks: [Pause]}" in cases.read_text()
    assert played(cases).holds


def test_without_differences_an_update_changes_no_byte(cases: Path) -> None:
    odd = GOOD.replace("talk:", "talk:   # odd   layout")
    cases.write_text(odd)

    assert played(cases, update=True).rewritten == []
    assert cases.read_text() == odd


def test_a_shipped_file_keeps_its_layout_when_a_case_of_it_is_rewritten() -> None:
    shipped = (Path(__file__).parents[2] / "cases" / "service" / "way_out.yaml").read_text()

    assert rewritten(shipped, {}) == shipped


def test_what_no_case_reaches_is_counted(cases: Path) -> None:
    cases.write_text(GOOD)

    (coverage,) = played(cases).coverage

    assert coverage.script == "service"
    assert "undo" in coverage.of("steps").missing
    assert "confirm" not in coverage.of("steps").missing
    assert "confirm.keep" in coverage.of("outcomes").missing
    assert "confirm.confirm" not in coverage.of("outcomes").missing
    assert "select.chosen" not in coverage.of("outcomes").missing, "passed through, and not only rested in"
    assert "verify" in coverage.of("texts").missing
    assert {"receipt", "choice-confirm", "introduction"}.isdisjoint(coverage.of("texts").missing)


def test_a_guard_is_reached_when_it_said_yes_and_no(cases: Path) -> None:
    branches = "none: [{when: has-fee, go: confirm}, {when: has-refund, go: confirm}, {go: confirm}]}"
    script = cases.parent / "mine.yaml"
    script.write_text(packaged_script("service").replace("none: confirm}", branches))

    def coverage_with(service: str) -> Coverage:
        cases.write_text(GOOD.replace("{name: TV}", service).replace("leaves:", "leaves:\n  script: mine"))
        (coverage,) = play_files([cases], settings_for(script)).coverage
        return coverage

    without_fee = coverage_with("{name: TV}").of("guards")
    with_fee = coverage_with("{name: TV, fee: 60}").of("guards")

    assert without_fee.there == 4
    assert without_fee.missing == ("has-fee: yes", "has-refund: yes")
    assert with_fee.missing == ("has-fee: no", "has-refund: no", "has-refund: yes"), "the second is not asked"
