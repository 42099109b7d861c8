"""One transaction on one connection: what every repository works on."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, Protocol

from sqlalchemy import CursorResult, Executable

from storage.encryption import Vault

Dialect = Literal["sqlite", "postgresql"]
Topics = frozenset[str]
"""What a commit changed (``conversation:<id>``, ``outbox``, ...); empty: something, nobody knows what."""

Rows = CursorResult[*tuple[Any, ...]]
Values = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None


class Executing(Protocol):
    """The part of a connection that repositories use."""

    def execute(self, statement: Executable, values: Values = None, /) -> Rows:
        """Run a statement in the transaction."""
        ...


class Transaction:
    """The connection with its vault, and what is to happen when the commit has succeeded."""

    __slots__ = ("after", "connection", "dialect", "topics", "vault")

    def __init__(self, connection: Executing, vault: Vault, dialect: Dialect) -> None:
        self.connection, self.vault, self.dialect = connection, vault, dialect
        self.after: list[Callable[[], None]] = []
        self.topics: set[str] = set()

    def run(self, statement: Executable, values: Values = None) -> Rows:
        """Execute a prepared statement. Errors of the database pass through; the unit of work names them."""
        return self.connection.execute(statement, values)
