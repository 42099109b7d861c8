"""By which way customers want their confirmations."""

from storage.migrations.words import blobs, reference, table, texts, times

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    table(
        "preferred_way",
        reference("brand_id", "brand.id"),
        *blobs("customer_hash"),
        *texts("way", null=True),
        *times("chosen_at"),
        key=("brand_id", "customer_hash"),
    )
