"""Where the carrier's label of a return is, or to which address it is sent."""

from storage.migrations.words import column, texts

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    for new in texts("label", null=True):
        column("bo_return", new)
