"""PostgreSQL: an engine with a small pool and bounded waits."""

from sqlalchemy import URL, Engine, create_engine

_LOCK_MILLISECONDS = 5_000
_STATEMENT_MILLISECONDS = 15_000
_IDLE_MILLISECONDS = 30_000


def create_postgresql_engine(url: URL) -> Engine:
    """An engine over psycopg, READ COMMITTED, that checks a pooled connection before it hands it out."""
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        isolation_level="READ COMMITTED",
        pool_size=5,
        max_overflow=10,
        pool_timeout=5.0,
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": 5,
            "options": f"-c lock_timeout={_LOCK_MILLISECONDS} -c statement_timeout={_STATEMENT_MILLISECONDS} "
            f"-c idle_in_transaction_session_timeout={_IDLE_MILLISECONDS}",
        },
    )
