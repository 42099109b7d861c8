"""Orders in the built-in back office."""

from storage.migrations.words import dates, index, numbers, reference, table, texts

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    table(
        "bo_order",
        reference("brand_id", "brand.id"),
        *texts("ref", "customer_ref"),
        *dates("placed_on"),
        *texts("currency"),
        *numbers("shipping_minor"),
        key=("brand_id", "ref"),
    )
    index("bo_order_customer", "bo_order", "brand_id", "customer_ref")
    table(
        "bo_order_line",
        reference("brand_id", "brand.id"),
        *texts("ref", "order_ref", "name"),
        *numbers("ordered", "cancelled", "price_minor"),
        *texts("state"),
        *dates("deadline", null=True),
        key=("brand_id", "ref"),
    )
    index("bo_order_line_order", "bo_order_line", "brand_id", "order_ref", "ref")
    table(
        "bo_movement",
        reference("brand_id", "brand.id"),
        *texts("ref", "order_ref"),
        *texts("line_ref", null=True),
        *texts("kind"),
        *numbers("quantity", "amount_minor"),
        *texts("currency"),
        *dates("made_on"),
        key=("brand_id", "ref"),
    )
    index("bo_movement_order", "bo_movement", "brand_id", "order_ref", "ref")
