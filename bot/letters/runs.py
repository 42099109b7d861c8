"""A day's print run: the letters that wait, bound into one PDF behind an index, once.

Which letters are in a run is decided in one transaction and never changes. The file is made from them
whenever it is asked for, and is the same to the byte: a run that is killed anywhere is asked for again.
"""

from dataclasses import dataclass
from hashlib import sha256

from bot.letters.index import index_of
from bot.letters.naming import name_of, reference_of
from bot.outbounds import letter_account
from bot.printing.binding import bound
from bot.printing.press import NoPress
from bot.receive.inbox import again_on_conflict
from bot.wiring import Application
from channels.letter.windows import window_of
from storage.ids import new_id
from storage.repositories.brands import AccountRow, BrandRow
from storage.repositories.letters import LetterRow, PrintRunRow
from storage.unit_of_work import UnitOfWork


class NoRun(ValueError):
    """There is no such print run, or nothing to print; the message says which."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A run with its letters and its file."""

    run: PrintRunRow
    letters: tuple[LetterRow, ...]
    content: bytes
    is_new: bool
    trouble: str | None = None
    """Why the file is not the one that was made first, where it is not."""


def print_run(app: Application, brand: BrandRow, *, another: bool = False) -> Printed:
    """Today's run: made of what waits where there is none yet, else the last one of today again.

    Args:
        another: make one more run, of what came in since.

    Raises:
        NoRun, NoPress.
    """
    problem = app.press.problem
    if problem is not None:
        raise NoPress(problem)

    def work() -> tuple[PrintRunRow, bool] | None:
        with app.database.write() as uow:
            return _decided(app, uow, brand, another=another)

    decided = again_on_conflict(work)
    if decided is None:
        raise NoRun("no letter is waiting")
    run, is_new = decided
    return _file(app, brand, run, is_new=is_new)


def printed_again(app: Application, brand: BrandRow, run: PrintRunRow) -> Printed:
    """An earlier run. Raises NoRun, NoPress."""
    return _file(app, brand, run, is_new=False)


def _decided(
    app: Application, uow: UnitOfWork, brand: BrandRow, *, another: bool
) -> tuple[PrintRunRow, bool] | None:
    """The run there is, or a new one; None where nothing waits. Raises Conflict."""
    today = brand.day_of(app.clock())
    runs = uow.letters.runs_of_day(brand.id, today)
    if runs and not another:
        return runs[-1], False
    letters = _waiting(uow, brand)
    if not letters:
        return None
    account = letter_account(uow.accounts.of_brand(brand.id))
    sides = "one" if account is None else str(account.settings.get("sides") or "one")
    run = PrintRunRow(
        new_id(), brand.id, today, len(runs) + 1, sides, app.clock(), len(letters), _pages(letters), None
    )
    uow.letters.add_run(run)
    for position, letter in enumerate(letters, 1):
        moved = {"state": "printed", "run_id": run.id, "position": position, "printed_at": run.created_at}
        uow.letters.move(letter, ["queued"], **moved)
    return run, True


def _pages(letters: list[LetterRow]) -> int:
    return sum(letter.pages for letter in letters)


def _waiting(uow: UnitOfWork, brand: BrandRow) -> list[LetterRow]:
    """What is to be printed; letters to people who were erased meanwhile are dropped."""
    kept = []
    for letter in uow.letters.in_states(brand.id, ["queued"]):
        if _content(uow, letter) is None:
            uow.letters.move(letter, ["queued"], state="dropped", note="erased")
        else:
            kept.append(letter)
    return kept


def _file(app: Application, brand: BrandRow, run: PrintRunRow, *, is_new: bool) -> Printed:
    """Raises NoRun, NoPress."""
    with app.database.read() as uow:
        letters = tuple(uow.letters.of_run(brand.id, run.id))
        documents = [_content(uow, letter) for letter in letters]
        account = letter_account(uow.accounts.of_brand(brand.id))
    gone = [reference_of(letter) for letter, content in zip(letters, documents, strict=True) if not content]
    if gone:
        raise NoRun(
            f"the run {name_of(run)} cannot be printed again, since these letters' people were erased: "
            f"{', '.join(gone)}"
        )
    contents = [content for content in documents if content is not None]
    index = app.press.print_page(index_of(brand, run, letters, _sheet(account)))
    content = bound([index, *contents], on_both_sides=run.sides == "two")
    digest = sha256(content).digest()
    if run.digest is None:
        with app.database.write() as uow:
            uow.letters.note_digest(run.id, digest)
    trouble = None
    if run.digest not in (None, digest):
        trouble = "its letters are the same, and the file is not: the program that binds it changed since"
    return Printed(run, letters, content, is_new, trouble)


def _content(uow: UnitOfWork, letter: LetterRow) -> bytes | None:
    if letter.addressee is None:
        return None
    document = uow.documents.get(letter.brand_id, letter.record_id, letter.form)
    return None if document is None else document.content


def _sheet(account: AccountRow | None) -> str:
    window = window_of({} if account is None else account.settings)
    width, height = window.sheet_size
    return f"{width:g}mm {height:g}mm"
