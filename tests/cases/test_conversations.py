"""Every conversation case under this folder, played by the engine itself; what of the scripts they reach."""

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from bot.cli.test import told
from bot.scripts.casebook import Casebook, files_of, play_files, settings_for
from dialogs.cases.form import load_cases
from dialogs.packaged import packaged_scripts

HERE = Path(__file__).parent
FILES = files_of([HERE])


def _cases() -> list[ParameterSet]:
    return [
        pytest.param(
            file,
            name,
            id=f"{file.relative_to(HERE).with_suffix('')}::{name}",
            marks=[pytest.mark.check(*case.checks)] if case.checks else [],
        )
        for file in FILES
        for name, case in load_cases(file.read_text("utf-8"), file.name).items()
    ]


CASES = _cases()
LEAST_CASES = 150
LEAST_OF_TEXTS = 0.95
OWN_TEXTS = {"withdrawal": ("withdraw-", "withdrawal-"), "order": ("order-",)}
"""Script -> how the texts begin that only it says."""
NEEDS_ANOTHER_CASE = {"order-status-merged", "order-terms-learnt"}
"""Said beside another case of the same customer, which a conversation does not have."""


@pytest.fixture(scope="module")
def book() -> Casebook:
    return play_files(FILES, settings_for())


def test_all_files_are_read(book: Casebook) -> None:
    assert book.unreadable == []
    assert len(book.cases) == len(CASES) >= LEAST_CASES


@pytest.mark.parametrize(("file", "name"), CASES)
def test_conversation(file: Path, name: str, book: Casebook) -> None:
    found = [each for each in book.cases if each.name == name and each.place.startswith(f"{file}:")]
    (case,) = found or pytest.fail("\n".join(book.unreadable))

    assert not case.differs, "\n".join(told(case))


def test_every_step_outcome_and_guard_is_reached(book: Casebook) -> None:
    assert [each.script for each in book.coverage] == list(packaged_scripts())
    for coverage in book.coverage:
        assert coverage.of("steps").missing == ()
        assert coverage.of("outcomes").missing == ()
        assert coverage.of("guards").missing == ()


def test_hardly_a_text_is_never_said(book: Casebook) -> None:
    """What several scripts say is shown once, by a case of the one that ends services."""
    (service,) = (coverage.of("texts") for coverage in book.coverage if coverage.script == "service")
    assert service.reached >= LEAST_OF_TEXTS * service.there, service.missing


@pytest.mark.parametrize("script", [name for name in packaged_scripts() if name != "service"])
def test_no_text_of_its_own_is_never_said(book: Casebook, script: str) -> None:
    (coverage,) = (each for each in book.coverage if each.script == script)
    missing = {name for name in coverage.of("texts").missing if name.startswith(OWN_TEXTS[script])}

    assert missing <= NEEDS_ANOTHER_CASE


def test_a_case_says_what_it_is_about_in_one_sentence(book: Casebook) -> None:
    loose = [each.name for each in book.cases if not each.case.about.endswith((".", "?", "!"))]

    assert loose == []
