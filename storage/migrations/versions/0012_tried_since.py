"""Since when an effect is being tried: what is tried too long is given up."""

from storage.migrations.words import column, times

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column. What was tried before counts from its next attempt."""
    for new in times("tried_since", null=True):
        column("effect", new)
