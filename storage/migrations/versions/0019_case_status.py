"""A case's status only moves forward, and its steps stay as they were written: the database sees to it."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

BACKWARD = "a case's status only moves forward"
REWRITTEN = "a step of a case is never changed"


def upgrade() -> None:
    """Create the triggers."""
    refuse("case_goes_forward", "UPDATE OF status ON cancellation_case", BACKWARD, when=_is_backward())
    refuse("case_entry_stays", "UPDATE ON case_entry", REWRITTEN)


def _is_backward() -> str:
    """Of what is over only one thing can still come: that it went into another case."""
    over = "('kept', 'reversed', 'withdrawn')"
    changed = f"OLD.status IN {over} AND NEW.status IN {over} AND NEW.status <> OLD.status"
    return f"{_place('NEW')} < {_place('OLD')} OR {changed}"


def _place(row: str) -> str:
    """How far a status is on the way; one that waits for a person goes on where it was accepted."""
    return (
        f"(CASE {row}.status WHEN 'accepted' THEN 1 WHEN 'failed' THEN 1 WHEN 'executed' THEN 2"
        " WHEN 'reconciled' THEN 3 WHEN 'kept' THEN 4 WHEN 'reversed' THEN 4 WHEN 'withdrawn' THEN 4"
        " WHEN 'merged' THEN 5 ELSE 0 END)"
    )


def refuse(name: str, change: str, why: str, when: str | None = None) -> None:
    """Have the database refuse a change of rows, whoever makes it."""
    words = why.replace("'", "''")
    condition = "" if when is None else f" WHEN ({when})"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {change} FOR EACH ROW{condition}"
            f" BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        return
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation'; END $$"
    )
    op.execute(f"CREATE TRIGGER {name} BEFORE {change} FOR EACH ROW{condition} EXECUTE FUNCTION {name}()")
