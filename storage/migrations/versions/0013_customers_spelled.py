"""Customers are found by their number in whatever letters it is written."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the index. It takes a moment where there are many customers."""
    op.create_index("bo_customer_spelled", "bo_customer", ["brand_id", sa.text("lower(ref)")])
