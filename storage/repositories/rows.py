"""How a frozen dataclass and a table correspond, so that no repository spells out twenty columns twice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Table

from dialogs.ids import BrandId, PersonId
from storage.encryption import Vault
from storage.transaction import Transaction

R = TypeVar("R")
Kind = type[bytes] | type[str]


class Repository:
    """A topic's statements on the transaction of a unit of work."""

    __slots__ = ("_at",)

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction


class Shape(Generic[R]):
    """A dataclass whose fields are named like a table's columns.

    ``sealed`` are its last fields, in their order; each is the column of the same name with ``_enc`` added.
    They are sealed for the row's ``person_id``, or for its ``brand_id`` when it has no person, and bound to
    the table, the column and the row's ``key``: a sealed value moved to another row does not open.
    """

    def __init__(
        self,
        table: Table,
        row_type: Callable[..., R],
        key: tuple[str, ...] = ("id",),
        sealed: Mapping[str, Kind] | None = None,
    ) -> None:
        sealed = sealed or {}
        names = [field.name for field in fields(row_type)]  # type: ignore[arg-type]
        plain = names[: len(names) - len(sealed)]
        if names[len(plain) :] != list(sealed):
            raise TypeError(f"the sealed fields of {row_type} must come last, in order")
        self._row_type = row_type
        self._plain, self._sealed = plain, [(name, kind) for name, kind in sealed.items()]
        self._key = [plain.index(name) for name in key]
        self._brand = plain.index("brand_id") if "brand_id" in plain else None
        self._person = plain.index("person_id") if "person_id" in plain else None
        self._table = table.name
        self.columns: list[ColumnElement[Any]] = [
            *(table.c[name] for name in plain),
            *(table.c[f"{name}_enc"] for name in sealed),
        ]

    def read(self, row: Sequence[Any], vault: Vault) -> R:
        """The dataclass, opened. Raises Erased, Unreadable."""
        if not self._sealed:
            return self._row_type(*row)
        values = tuple(row)
        end = len(self._plain)
        opened = [
            None if value is None else self._open(vault, values, name, kind, value)
            for (name, kind), value in zip(self._sealed, values[end:], strict=True)
        ]
        return self._row_type(*values[:end], *opened)

    def values(self, row: R, vault: Vault) -> dict[str, Any]:
        """The columns to write, sealed. Raises Erased."""
        values = {name: getattr(row, name) for name in self._plain}
        if self._sealed:
            key = tuple(values.values())
            for name, kind in self._sealed:
                values[f"{name}_enc"] = self._seal(vault, key, name, kind, getattr(row, name))
        return values

    def seal(self, row: R, name: str, plain: bytes | str | None, vault: Vault) -> bytes | None:
        """One sealed field's column with a new value. Raises Erased."""
        values = tuple(getattr(row, each) for each in self._plain)
        return self._seal(vault, values, name, dict(self._sealed)[name], plain)

    def _purpose(self, values: tuple[Any, ...], name: str) -> str:
        return ":".join((self._table, name, *(str(values[index]) for index in self._key)))

    def _owner(self, values: tuple[Any, ...]) -> tuple[PersonId | None, BrandId | None]:
        person = None if self._person is None else values[self._person]
        return person, None if self._brand is None else values[self._brand]

    def _open(self, vault: Vault, values: tuple[Any, ...], name: str, kind: Kind, sealed: bytes) -> Any:
        person, brand = self._owner(values)
        plain = vault.open_for(person, brand, sealed, self._purpose(values, name))
        return plain if kind is bytes else plain.decode()

    def _seal(self, vault: Vault, values: tuple[Any, ...], name: str, kind: Kind, plain: Any) -> bytes | None:
        if plain is None:
            return None
        person, brand = self._owner(values)
        return vault.seal_for(
            person, brand, plain if kind is bytes else plain.encode(), self._purpose(values, name)
        )
