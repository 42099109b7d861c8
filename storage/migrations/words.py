"""The words that migrations are written in.

What is here is never changed, because migrations must stay what they were; something new gets a new word.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

Columns = list[sa.Column[Any]]


def table(
    name: str,
    *columns: sa.Column[Any],
    key: tuple[str, ...],
    unique: dict[str, tuple[str, ...]] | None = None,
    **options: Any,
) -> None:
    """Create a table; ``unique`` maps the names of constraints to their columns."""
    constraints = [sa.UniqueConstraint(*names, name=title) for title, names in (unique or {}).items()]
    op.create_table(name, *columns, sa.PrimaryKeyConstraint(*key), *constraints, **options)


def column(table: str, new: sa.Column[Any]) -> None:
    """Add a column; one that may not be empty has a default."""
    op.add_column(table, new)


def index(name: str, table: str, *columns: str, where: str | None = None, unique: bool = False) -> None:
    """Create an index, over the rows for which ``where`` holds."""
    condition = None if where is None else sa.text(where)
    op.create_index(
        name, table, list(columns), unique=unique, sqlite_where=condition, postgresql_where=condition
    )


def _columns(
    kind: sa.types.TypeEngine[Any], names: tuple[str, ...], null: bool, default: int | None = None
) -> Columns:
    value = None if default is None else sa.text(str(default))
    return [sa.Column(name, kind, nullable=null, server_default=value) for name in names]


def texts(*names: str, null: bool = False) -> Columns:
    """Columns of text."""
    return _columns(sa.Text(), names, null)


def numbers(*names: str, null: bool = False, default: int | None = None) -> Columns:
    """Columns of whole numbers."""
    return _columns(sa.BigInteger(), names, null, default)


def times(*names: str, null: bool = False) -> Columns:
    """Columns of milliseconds since 1970."""
    return _columns(sa.BigInteger(), names, null)


def blobs(*names: str, null: bool = False) -> Columns:
    """Columns of bytes."""
    return _columns(sa.LargeBinary(), names, null)


def jsons(*names: str, null: bool = False) -> Columns:
    """Columns of JSON."""
    return _columns(sa.JSON(none_as_null=True), names, null)


def booleans(*names: str) -> Columns:
    """Columns of true and false."""
    return _columns(sa.Boolean(), names, null=False)


def dates(*names: str, null: bool = False) -> Columns:
    """Columns of days."""
    return _columns(sa.Date(), names, null)


def counted(name: str) -> sa.Column[Any]:
    """A column that the database counts up."""
    return sa.Column(
        name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
    )


def reference(name: str, target: str, null: bool = False) -> sa.Column[Any]:
    """A column that points to another table's."""
    return sa.Column(name, sa.Text(), sa.ForeignKey(target), nullable=null)
