"""Column kinds that several tables share."""

from typing import Any, cast

from sqlalchemy import JSON, BigInteger, Column, Index, Integer, LargeBinary, Table, Text, text
from sqlmodel import Field, SQLModel

from storage.times import Milliseconds


def table_of(model: type[SQLModel]) -> Table:
    """The table behind a model class."""
    return cast(Table, model.__dict__["__table__"])


def text_column(default: str | None = None) -> Any:
    """Text of any length that must be given, or has a default in the database."""
    return Field(sa_type=Text, sa_column_kwargs=_default(default))


def number_column(default: int | None = None) -> Any:
    """A 64-bit whole number."""
    return Field(sa_type=BigInteger, sa_column_kwargs=_default(None if default is None else str(default)))


def bytes_column() -> Any:
    """Bytes: sealed values, keyed hashes, keys."""
    return Field(sa_type=LargeBinary)


def json_column() -> Any:
    """A JSON value; None is SQL's NULL."""
    return Field(sa_type=cast(type, JSON(none_as_null=True)))


def time_column() -> Any:
    """An aware datetime."""
    return Field(sa_type=Milliseconds)


def key_column() -> Any:
    """A part of the primary key, given by the program."""
    return Field(sa_type=Text, primary_key=True)


def key_reference(target: str) -> Any:
    """A part of the primary key that points to another table's row (``table.column``)."""
    return Field(sa_type=Text, primary_key=True, foreign_key=target)


def reference(target: str) -> Any:
    """A column that points to another table's row (``table.column``)."""
    return Field(sa_type=Text, foreign_key=target)


def sequence_column() -> Any:
    """A primary key that the database counts up; it gives the order of arrival."""
    # SQLite counts only in a column declared exactly INTEGER.
    return Field(
        default=None,
        sa_column=Column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    )


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index over the rows for which ``where`` holds, the same on both databases.

    Statements must repeat the condition literally: neither database matches it against a parameter.
    """
    condition = text(where)
    return Index(name, *columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


def _default(value: str | None) -> dict[str, Any]:
    return {} if value is None else {"server_default": text(value)}
