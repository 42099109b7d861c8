"""Pieces of statements that are the same on SQLite and PostgreSQL.

Statements are built once, when a module is imported, with parameters by name: building one costs ten times
as much as running it.
"""

from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Table, TextClause, bindparam, text
from sqlalchemy.dialects.postgresql import Insert, insert

given = bindparam
"""A named parameter. In an UPDATE its name must differ from the columns that are set."""


def upsert(table: Table) -> Insert:
    """An INSERT with ON CONFLICT.

    SQLite took its syntax over from PostgreSQL, and SQLAlchemy's form for PostgreSQL compiles for both (the
    form for SQLite does not), so one statement serves. The repositories' tests run on both.
    """
    return insert(table)


def like(column: ColumnElement[Any], name: str | None = None) -> BindParameter[Any]:
    """A parameter of the column's type, so that an aware datetime is written as the column writes it."""
    return bindparam(name or str(column.key), type_=column.type)


def literally(condition: str) -> TextClause:
    """A condition written out, as a partial index needs it to be recognised."""
    return text(condition)
