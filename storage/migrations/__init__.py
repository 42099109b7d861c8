"""Alembic's environment. Here belongs how the tables came to be; what they are is in ``storage.tables``."""
