"""Statements, compiled once a process: a database of its own for each test is no reason to do it anew."""

from sqlalchemy import Engine

from storage.database import Database
from storage.encryption import MasterKeys

_first: dict[str, Engine] = {}


def opened_database(url: str, keys: MasterKeys) -> Database:
    """`Database.open`, with the statements that were compiled for other databases of that kind.

    The library keeps them for one engine, by its dialect. They are the same for all databases of a kind.
    """
    database = Database.open(url, keys)
    engine = database.engine
    first = _first.setdefault(engine.dialect.name, engine)
    if first is engine:
        engine.connect().close()  # the dialect learns of its server with the first connection
        return database
    engine.dialect = first.dialect
    engine._compiled_cache = first._compiled_cache
    return Database(engine, keys)
