"""What a file is made of. Reading, writing, words about faults and the documentation all go by these."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from bot.backoffice.csv.kinds import Kind
from dialogs.ids import BrandId
from storage.repositories.local_office_files import Referred
from storage.unit_of_work import UnitOfWork

R = TypeVar("R")
Values = Mapping[str, Any]
"""What a row says, by its columns' names; None where nothing is said."""

CURRENCY = "currency"
"""The column that says in which currency the amounts of a row are."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a column of a row that could be read."""

    column: str
    expected: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    `default` is what an empty cell says. `refers` names the files of which one has its key here; what is
    referred to has to belong to the same as the row, which stands in the column that it `shares`. What is
    `fixed` cannot change once the row is there.
    """

    name: str
    kind: Kind
    about: str
    example: str
    required: bool = False
    default: Any = None
    refers: tuple[Referred, ...] = ()
    fixed: bool = False
    shares: str | None = None

    @property
    def expected(self) -> str:
        return self.kind.expected


Faults = Iterator[Fault]
Done = frozenset[str]
"""Kinds of operations that the bot carried out on a row."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What else is done, in the end, because a row is changed; it is told beforehand."""

    column: str
    told: str
    act: Callable[[UnitOfWork], object]


def _none(*_: Any) -> Iterator[Any]:
    return iter(())


def _nothing_against(_: Values) -> str | None:
    return None


def _nothing(*_: Any) -> Mapping[str, Done]:
    return {}


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """Where the rows of a file are kept, and what is to be heeded when they are written.

    `row_of` makes a row of what all its columns say, once `faults` found nothing in it. `stored` finds rows
    by their keys (`locked`: nobody else changes them until the transaction ends). `put` writes rows that are
    new or changed, on a day. `not_new` says why a row cannot be added that is not there. `refusals` are what
    a row that says something (nothing, if it is new) cannot come to say on a day. `conflicts` are changes
    that would undo what was `done` by the bot; where they are made all the same, something `follows`.
    """

    row_of: Callable[[BrandId, Values, R | None], R]
    stored: Callable[[UnitOfWork, BrandId, Sequence[str], bool], Mapping[str, R]]
    put: Callable[[UnitOfWork, BrandId, Sequence[R], date], None]
    faults: Callable[[Values], Faults] = _none
    not_new: Callable[[Values], str | None] = _nothing_against
    refusals: Callable[[Values, Values, date], Faults] = _none
    done: Callable[[UnitOfWork, BrandId, Mapping[str, R]], Mapping[str, Done]] = _nothing
    conflicts: Callable[[R, R, Done], Faults] = _none
    follows: Callable[[UnitOfWork, R, R], Iterator[Consequence]] = _none


@dataclass(frozen=True, slots=True)
class Sheet(Generic[R]):
    """One kind of file. The first column is its key: rows are known by it.

    `values_of` says of a row what its columns do, or raises ValueError; `page` gives some rows behind a key,
    in the order of keys. Without a `table` the file is only ever written.
    """

    name: str
    about: str
    columns: Sequence[Column]
    values_of: Callable[[R], Values]
    page: Callable[[UnitOfWork, BrandId, str, int], Sequence[R]]
    table: Table[R] | None = None

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    @property
    def key(self) -> str:
        return self.columns[0].name

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def has_currency(self) -> bool:
        return CURRENCY in self.names
