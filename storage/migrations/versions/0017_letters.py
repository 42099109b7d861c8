"""Confirmations by post: where customers live, letters, and the days' print runs."""

from storage.migrations.words import blobs, column, dates, index, numbers, reference, table, texts, times

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the address, and create the tables."""
    for new in blobs("postal_enc", null=True):
        column("bo_customer", new)
    table(
        "print_run",
        *texts("id"),
        reference("brand_id", "brand.id"),
        *dates("day"),
        *numbers("nth"),
        *texts("sides"),
        *times("created_at"),
        *numbers("letters", "pages"),
        *blobs("digest", null=True),
        key=("id",),
        unique={"print_run_of_day": ("brand_id", "day", "nth")},
    )
    table(
        "letter",
        *texts("id"),
        reference("brand_id", "brand.id"),
        reference("person_id", "person.id"),
        reference("record_id", "record.id"),
        *texts("number", "form", "cause", "why", "state"),
        *numbers("pages"),
        *times("created_at"),
        reference("run_id", "print_run.id", null=True),
        *numbers("position", null=True),
        *times("printed_at", "posted_at", "returned_at", null=True),
        *texts("note", null=True),
        *blobs("addressee_enc"),
        key=("id",),
        unique={"letter_form": ("record_id", "form"), "letter_cause": ("brand_id", "cause")},
    )
    index("letter_state", "letter", "brand_id", "state", "created_at")
    index("letter_run", "letter", "run_id", "position")
    index("letter_person", "letter", "person_id")
