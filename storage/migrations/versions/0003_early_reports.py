"""Reports that providers send before a message is marked as sent."""

from storage.migrations.words import booleans, index, reference, table, texts, times

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    table(
        "early_report",
        reference("brand_id", "brand.id"),
        *texts("message_id", "state"),
        *booleans("unreachable", "opted_out"),
        *times("received_at"),
        key=("brand_id", "message_id", "state"),
    )
    index("early_report_received", "early_report", "brand_id", "received_at")
