"""What letters and print runs are called where people see them, and what is meant by what they type."""

from datetime import date

from bot.records.numbers import read_number
from storage.repositories.brands import BrandRow
from storage.repositories.letters import LetterRow, PrintRunRow
from storage.unit_of_work import UnitOfWork


class NoLetter(ValueError):
    """There is no such letter, or it is not that far; the message says which."""


def name_of(run: PrintRunRow) -> str:
    """A run as people call it: its day, and which one of it from the second on."""
    return f"{run.day}" if run.nth == 1 else f"{run.day}/{run.nth}"


def reference_of(letter: LetterRow) -> str:
    """A letter as people call it: its record's number, and which one of it from the second on."""
    _, _, nth = letter.form.partition("-")
    return f"{letter.number}/{nth}" if nth else letter.number


def find_letter(uow: UnitOfWork, brand: BrandRow, typed: str) -> LetterRow:
    """The letter that is called so; without a slash, the record's last one. Raises NoLetter."""
    written, _, nth = typed.strip().partition("/")
    number = read_number(written)
    record = None if number is None else uow.records.by_number(brand.id, number)
    letters = [] if record is None else uow.letters.of_record(brand.id, record.id)
    found = [each for each in letters if not nth or reference_of(each) == f"{number}/{nth}"]
    if nth == "1":
        found = letters[:1]
    if not found:
        raise NoLetter(f"there is no letter {typed!r}: expected a record's number, as in the run's index")
    return found[-1]


def find_run(uow: UnitOfWork, brand: BrandRow, typed: str) -> PrintRunRow:
    """The run that is called so. Raises NoLetter."""
    day, _, nth = typed.strip().partition("/")
    try:
        runs = uow.letters.runs_of_day(brand.id, date.fromisoformat(day))
    except ValueError as error:
        raise NoLetter(f"{typed!r} is no print run: expected its day, such as 2026-11-23") from error
    found = next((run for run in runs if str(run.nth) == (nth or "1")), None)
    if found is None:
        raise NoLetter(f"there is no print run {typed!r}")
    return found
