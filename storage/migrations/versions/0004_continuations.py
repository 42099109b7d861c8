"""Codes with which a chat is gone on with on another channel."""

from storage.migrations.words import blobs, index, reference, table, times

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    table(
        "continuation",
        reference("brand_id", "brand.id"),
        *blobs("code_hash"),
        reference("conversation_id", "conversation.id"),
        *blobs("customer_hash", null=True),
        *times("created_at", "expires_at"),
        *times("used_at", null=True),
        reference("used_by", "conversation.id", null=True),
        key=("brand_id", "code_hash"),
    )
    index("continuation_conversation", "continuation", "conversation_id")
