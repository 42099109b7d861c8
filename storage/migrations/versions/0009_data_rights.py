"""Legal holds, what is left of erasures, and finding what belongs to a person."""

from alembic import op

from storage.migrations.words import blobs, index, jsons, numbers, reference, table, texts, times

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables and indexes, and forget what deliveries need no longer."""
    table(
        "legal_hold",
        *texts("id"),
        reference("brand_id", "brand.id"),
        *blobs("customer_hash", null=True),
        *texts("record_number", null=True),
        *texts("who"),
        *times("since"),
        *times("released_at", null=True),
        *blobs("customer_enc", "reason_enc", null=True),
        key=("id",),
    )
    in_force = "released_at IS NULL AND {} IS NOT NULL"
    for name, column in (("legal_hold_customer", "customer_hash"), ("legal_hold_record", "record_number")):
        index(name, "legal_hold", "brand_id", column, where=in_force.format(column), unique=True)
    table(
        "erasure",
        *texts("id"),
        reference("brand_id", "brand.id"),
        *blobs("customer_hash", null=True),
        *texts("cause"),
        *times("at"),
        *numbers("conversations", "messages", "cases"),
        *jsons("records", "kept"),
        key=("id",),
    )
    index("erasure_at", "erasure", "brand_id", "at")
    index("erasure_customer", "erasure", "brand_id", "customer_hash")
    op.drop_index("effect_person", "effect")
    index("effect_person", "effect", "person_id")
    index("person_living", "person", "brand_id", "id", where="erased_at IS NULL")
    index("record_person", "record", "person_id")
    index("record_created", "record", "brand_id", "created_at")
    # A lane is a keyed hash of a sender; what was processed waits in none any more.
    op.execute("UPDATE inbox SET lane = '' WHERE state = 'done'")
