"""How orders were paid, tax that was added to prices, and returns."""

from storage.migrations.words import column, dates, index, numbers, reference, table, texts

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables and the column."""
    column("bo_order", *numbers("tax_minor", default=0))
    table(
        "bo_order_payment",
        reference("brand_id", "brand.id"),
        *texts("ref", "order_ref", "method"),
        *numbers("amount_minor"),
        key=("brand_id", "ref"),
    )
    index("bo_order_payment_order", "bo_order_payment", "brand_id", "order_ref", "ref")
    table(
        "bo_return",
        reference("brand_id", "brand.id"),
        *texts("ref", "order_ref", "line_ref", "cause"),
        *numbers("quantity", "amount_minor"),
        *texts("currency", "status"),
        *dates("return_by"),
        *texts("tracking", "note", null=True),
        *dates("changed_on"),
        key=("brand_id", "ref"),
    )
    index("bo_return_order", "bo_return", "brand_id", "order_ref", "ref")
