"""Run by Alembic for every migration: uses the connection and the transaction it is given."""

from typing import Literal

from alembic import context

from storage.tables import metadata
from storage.times import Milliseconds


def plain_type(kind: str, item: object, _: object) -> str | Literal[False]:
    """Our own column types are written as what they are in the database: a migration must not follow them."""
    return "sa.BigInteger()" if kind == "type" and isinstance(item, Milliseconds) else False


def run() -> None:
    """Migrate on the given connection; the caller commits."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        # Both databases undo tables with their transaction, so a killed migration leaves nothing behind.
        transactional_ddl=True,
        render_item=plain_type,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
