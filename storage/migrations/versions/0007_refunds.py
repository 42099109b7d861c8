"""Refunds in the built-in back office."""

from storage.migrations.words import dates, index, numbers, reference, table, texts

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    table(
        "bo_refund",
        reference("brand_id", "brand.id"),
        *texts("ref", "item_ref"),
        *texts("charge_ref", null=True),
        *texts("cause", "method"),
        *numbers("amount_minor"),
        *texts("currency", "status"),
        *dates("issued_on", "expected_on"),
        *dates("paid_on", null=True),
        key=("brand_id", "ref"),
    )
    index("bo_refund_item", "bo_refund", "brand_id", "item_ref", "ref")
