"""Each step of a case, and a reason given later, as an entry of its own: only ever added to."""

from storage.migrations.words import blobs, numbers, reference, table, texts, times

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    table(
        "case_entry",
        reference("case_id", "cancellation_case.id"),
        *numbers("version"),
        reference("brand_id", "brand.id"),
        reference("person_id", "person.id"),
        *texts("status", "standing"),
        *times("at"),
        *blobs("reason_enc", null=True),
        key=("case_id", "version"),
    )
