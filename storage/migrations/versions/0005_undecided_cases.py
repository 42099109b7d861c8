"""An index over the cases that were declared and not decided: the desk counts them."""

from storage.migrations.words import index

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the index."""
    index("case_undecided", "cancellation_case", "brand_id", "declared_at", where="status = 'requested'")
