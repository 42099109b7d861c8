"""Who agreed to what, when, in which words and on which channel: only ever added to."""

from storage.migrations.words import blobs, index, reference, table, texts, times

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    table(
        "consent",
        *texts("id"),
        reference("brand_id", "brand.id"),
        reference("person_id", "person.id"),
        reference("address_id", "address.id"),
        *texts("channel", "subject", "act", "how"),
        *times("at"),
        *blobs("words_enc", null=True),
        key=("id",),
    )
    index("consent_person", "consent", "person_id", "at")
