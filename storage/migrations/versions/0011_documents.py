"""Records as documents: the very file that was sent, so that it can be sent again."""

from storage.migrations.words import blobs, index, reference, table, texts, times

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    table(
        "record_document",
        reference("record_id", "record.id"),
        *texts("form"),
        reference("brand_id", "brand.id"),
        reference("person_id", "person.id"),
        *blobs("digest"),
        *texts("sealed_by"),
        *times("created_at"),
        *blobs("content_enc"),
        key=("record_id", "form"),
    )
    index("document_person", "record_document", "person_id")
    index("document_digest", "record_document", "brand_id", "digest")
