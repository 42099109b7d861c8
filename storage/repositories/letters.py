"""Letters on their way by post, and the print runs in which they are printed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Row, insert, select, update

from dialogs.ids import BrandId, PersonId, RecordId
from storage.errors import Erased
from storage.repositories.rows import Repository, Shape
from storage.statements import given, upsert
from storage.tables import letter, print_run

LetterState = Literal["queued", "printed", "posted", "returned", "dropped"]
"""`dropped`: it was never printed, since its person was erased meanwhile."""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter. `addressee` are the lines in the window; None once the person was erased."""

    id: str
    brand_id: BrandId
    person_id: PersonId
    record_id: RecordId
    number: str
    """The record's."""
    form: str
    """The document's: what is put into the envelope."""
    cause: str
    """What it follows from; the same one makes one letter."""
    why: str
    state: LetterState
    pages: int
    created_at: datetime
    run_id: str | None
    position: int | None
    """Which one of its run, from 1."""
    printed_at: datetime | None
    posted_at: datetime | None
    returned_at: datetime | None
    note: str | None
    """Why it came back."""
    addressee: str | None


@dataclass(frozen=True, slots=True)
class PrintRunRow:
    """What was printed together on a day: the `nth` run of it, from 1."""

    id: str
    brand_id: BrandId
    day: date
    nth: int
    sides: str
    created_at: datetime
    letters: int
    pages: int
    """The index's and all letters', as they are printed."""
    digest: bytes | None
    """SHA-256 of the file; None until it was first made."""


_LETTER = Shape(letter, LetterRow, sealed={"addressee": str})
_RUN = Shape(print_run, PrintRunRow)
_l, _r = letter.c, print_run.c

# What was added is asked for by name: of inserts of lists, not every driver counts the rows.
_ADD = upsert(letter).on_conflict_do_nothing(index_elements=["brand_id", "cause"]).returning(_l.id)
_LETTERS = select(*_LETTER.columns).where(_l.brand_id == given("brand_id"))
_BY_ID = _LETTERS.where(_l.id == given("id"))
_BY_CAUSE = _LETTERS.where(_l.cause == given("cause"))
_OF_RECORD = _LETTERS.where(_l.record_id == given("record_id")).order_by(_l.created_at, _l.id)
_IN_STATES = _LETTERS.where(_l.state.in_(given("states", expanding=True))).order_by(_l.created_at, _l.id)
_OF_RUN = _LETTERS.where(_l.run_id == given("run_id")).order_by(_l.position)
_OF_PERSONS = _LETTERS.where(_l.person_id.in_(given("persons", expanding=True))).order_by(_l.created_at)
_MOVE = update(letter).where(
    _l.brand_id == given("the_brand"),
    _l.id == given("the_id"),
    _l.state.in_(given("before", expanding=True)),
)
_REWRITE = update(letter).where(_l.brand_id == given("the_brand"), _l.id == given("the_id"))
_ADD_RUN = insert(print_run)
_RUNS = select(*_RUN.columns).where(_r.brand_id == given("brand_id"))
_RUNS_OF_DAY = _RUNS.where(_r.day == given("day")).order_by(_r.nth)
_ALL_RUNS = _RUNS.order_by(_r.day, _r.nth)
_SET_DIGEST = update(print_run).where(_r.id == given("the_id"), _r.digest.is_(None))


class Letters(Repository):
    """Letters; each is in one print run at most, which never changes."""

    __slots__ = ()

    def add(self, row: LetterRow) -> bool:
        """Add a letter; False where there is one of the same cause. Raises Conflict, Erased."""
        return self._at.run(_ADD, _LETTER.values(row, self._at.vault)).first() is not None

    def get(self, brand_id: BrandId, letter_id: str) -> LetterRow | None:
        """The letter, or None."""
        return self._first(_BY_ID, {"brand_id": brand_id, "id": letter_id})

    def by_cause(self, brand_id: BrandId, cause: str) -> LetterRow | None:
        """The letter that followed from this, or None."""
        return self._first(_BY_CAUSE, {"brand_id": brand_id, "cause": cause})

    def of_record(self, brand_id: BrandId, record_id: RecordId) -> list[LetterRow]:
        """A record's letters, oldest first."""
        return self._all(_OF_RECORD, {"brand_id": brand_id, "record_id": record_id})

    def in_states(self, brand_id: BrandId, states: Sequence[LetterState]) -> list[LetterRow]:
        """Those that are this far, oldest first."""
        return self._all(_IN_STATES, {"brand_id": brand_id, "states": list(states)})

    def of_run(self, brand_id: BrandId, run_id: str) -> list[LetterRow]:
        """The letters of a run, in their order."""
        return self._all(_OF_RUN, {"brand_id": brand_id, "run_id": run_id})

    def of_persons(self, brand_id: BrandId, persons: Sequence[PersonId]) -> list[LetterRow]:
        """Letters to these persons, oldest first."""
        return self._all(_OF_PERSONS, {"brand_id": brand_id, "persons": list(persons)})

    def move(self, row: LetterRow, before: Sequence[LetterState], **changes: Any) -> bool:
        """Change a letter that is still in one of these states; False where it is not."""
        keys = {"the_brand": row.brand_id, "the_id": row.id, "before": list(before)}
        return self._at.run(_MOVE, {**keys, **changes}).rowcount == 1

    def set_apart(self, brand_id: BrandId, record_id: RecordId, person_id: PersonId) -> None:
        """Seal the addresses on a record's letters anew under another person's key, as its documents are."""
        for row in self.of_record(brand_id, record_id):
            if row.addressee is not None:
                values = _LETTER.values(replace(row, person_id=person_id), self._at.vault)
                moved = {name: values[name] for name in ("person_id", "addressee_enc")}
                self._at.run(_REWRITE, {"the_brand": brand_id, "the_id": row.id, **moved})

    def add_run(self, row: PrintRunRow) -> None:
        """Add a run. Raises Conflict where somebody was faster."""
        self._at.run(_ADD_RUN, _RUN.values(row, self._at.vault))

    def runs_of_day(self, brand_id: BrandId, day: date) -> list[PrintRunRow]:
        """The runs of a day, in their order."""
        found = self._at.run(_RUNS_OF_DAY, {"brand_id": brand_id, "day": day})
        return [_RUN.read(each, self._at.vault) for each in found]

    def runs(self, brand_id: BrandId) -> list[PrintRunRow]:
        """All runs, oldest first."""
        return [_RUN.read(each, self._at.vault) for each in self._at.run(_ALL_RUNS, {"brand_id": brand_id})]

    def note_digest(self, run_id: str, digest: bytes) -> None:
        """Note what a run's file is, the first time that it is made."""
        self._at.run(_SET_DIGEST, {"the_id": run_id, "digest": digest})

    def _first(self, statement: Any, values: dict[str, Any]) -> LetterRow | None:
        found = self._at.run(statement, values).first()
        return None if found is None else self._read(found)

    def _all(self, statement: Any, values: dict[str, Any]) -> list[LetterRow]:
        return [self._read(found) for found in self._at.run(statement, values).all()]

    def _read(self, found: Row[*tuple[Any, ...]]) -> LetterRow:
        try:
            return _LETTER.read(found, self._at.vault)
        except Erased:
            values = [*list(found)[:-1], None]
            return LetterRow(*values)
