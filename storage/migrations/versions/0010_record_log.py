"""The log of sealed records: entries, tiles of the tree, checkpoints; and what audits came to."""

from storage.migrations.words import blobs, column, index, jsons, numbers, reference, table, texts, times

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; records that are there already wait to be appended."""
    table(
        "record_log",
        reference("brand_id", "brand.id"),
        *texts("origin"),
        *numbers("size", "signed_size", default=0),
        *times("signed_at", null=True),
        *numbers("fence", default=0),
        *texts("lease_owner", null=True),
        *times("lease_until", null=True),
        key=("brand_id",),
    )
    table(
        "record_log_entry",
        reference("brand_id", "brand.id"),
        *numbers("position"),
        *texts("record_id", "number"),
        *blobs("digest"),
        *times("sealed_at", "logged_at"),
        key=("brand_id", "position"),
        unique={"record_log_entry_record": ("record_id",)},
    )
    table(
        "record_log_tile",
        reference("brand_id", "brand.id"),
        *numbers("level", "position"),
        *blobs("hashes"),
        key=("brand_id", "level", "position"),
    )
    table(
        "record_checkpoint",
        reference("brand_id", "brand.id"),
        *numbers("size"),
        *times("signed_at"),
        *blobs("note"),
        *times("copied_at", null=True),
        key=("brand_id", "size", "signed_at"),
    )
    index("record_checkpoint_uncopied", "record_checkpoint", "brand_id", "size", where="copied_at IS NULL")
    table(
        "record_audit",
        *texts("id"),
        reference("brand_id", "brand.id"),
        *times("begun_at", "ended_at"),
        *jsons("report"),
        key=("id",),
    )
    index("record_audit_brand", "record_audit", "brand_id", "begun_at")
    (position,) = numbers("position", null=True)
    column("record", position)
    index("record_waiting", "record", "brand_id", "created_at", "id", where="position IS NULL")
