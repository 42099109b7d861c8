"""The database's behaviour, the same on SQLite and PostgreSQL; and what is peculiar to either."""
