"""What rows refer to: whether it is there, in the files or in the database, and in which currency."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.backoffice.csv.columns import CURRENCY, Column, Fault, Faults, Sheet, Values
from bot.backoffice.csv.findings import meant
from bot.backoffice.csv.sheets import SHEETS
from dialogs.ids import BrandId
from storage.repositories.local_office_files import Referred
from storage.unit_of_work import UnitOfWork

NEAREST_OF = 100_000
"""Among so many references the nearest is looked for."""
NEAREST_TOLD = 200
"""So many times: more of them say rather that a whole file is another one's."""


@dataclass(frozen=True, slots=True)
class There:
    """Something that is referred to and is there. Its currency, and whose it is, where it has that."""

    currency: str | None
    of: str | None


Known = Mapping[str, There]
"""What is there of what is referred to."""

BELONGS_TO: Mapping[str, tuple[str, str]] = {"payments": ("service", "service_ref")}
"""Files whose rows belong to one of another file: in which column, and field, that stands."""


class References:
    """What there is to refer to, in the course of a run. Files that are referred to come first."""

    def __init__(self, work: UnitOfWork, brand: BrandId) -> None:
        self._work, self._brand = work, brand
        self._in_files: dict[str, dict[str, There]] = {}
        self._names: dict[str, list[str]] = {}
        self._told = 0

    def add(self, sheet: Sheet[Any], key: str, values: Values) -> None:
        """A row of a file, whatever else is wrong with it."""
        column, _ = BELONGS_TO.get(sheet.name, ("", ""))
        self._in_files.setdefault(sheet.name, {})[key] = There(values.get(CURRENCY), values.get(column))

    def known(self, column: Column, refs: Iterable[str]) -> Known:
        """Those of the references that are there."""
        known: dict[str, There] = {}
        for of in column.refers:
            known = {**self._known(of, set(refs)), **known}
        return known

    def faults(self, column: Column, known: Known, values: Values) -> Faults:
        """What is wrong with the reference in a row."""
        ref = values[column.name]
        if ref is None:
            return
        if ref not in known:
            yield Fault(column.name, f"there is no such {column.name}{self._why(column, ref)}")
            return
        currency, of = known[ref].currency, known[ref].of
        if currency is not None and currency != values.get(CURRENCY, currency):
            yield Fault(CURRENCY, f"expected {currency}, that of {column.name} {ref}")
        if column.shares is not None and of is not None and of != values.get(column.shares, of):
            yield Fault(column.name, f"expected a payment of {values[column.shares]}; {ref} is one of {of}")

    def nearest(self, of: Iterable[Referred], ref: str) -> str:
        """The nearest one that there is, as a question to be put behind a sentence."""
        self._told += 1
        if self._told > NEAREST_TOLD:
            return ""
        return meant(ref, [name for each in of for name in self._names_of(each)])

    def _known(self, of: Referred, wanted: set[str]) -> Known:
        in_files = self._in_files.get(of, {})
        found = {ref: in_files[ref] for ref in wanted if ref in in_files}
        return {**self._stored(of, sorted(wanted - found.keys())), **found}

    def _stored(self, of: Referred, refs: Sequence[str]) -> dict[str, There]:
        sheet = next(each for each in SHEETS if each.name == of)
        if not refs or sheet.table is None:
            return {}
        rows = sheet.table.stored(self._work, self._brand, refs, False)
        _, field = BELONGS_TO.get(of, ("", ""))
        return {
            ref: There(getattr(row, CURRENCY, None), getattr(row, field, None)) for ref, row in rows.items()
        }

    def _why(self, column: Column, ref: str) -> str:
        if column.refers == ("customers",) and self._work.local_office_files.erased(self._brand, [ref]):
            return ": they were erased, and what belongs to them must not come back"
        return self.nearest(column.refers, ref)

    def _names_of(self, of: Referred) -> list[str]:
        if of not in self._names:
            stored = self._work.local_office_files.refs(self._brand, of, NEAREST_OF)
            self._names[of] = [*self._in_files.get(of, {}), *stored]
        return self._names[of]
