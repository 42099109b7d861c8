"""What is to be done, and the built-in back office."""

from storage.migrations.words import (
    blobs,
    counted,
    dates,
    index,
    jsons,
    numbers,
    reference,
    table,
    texts,
    times,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _create_work()
    _create_local_office()


def _create_work() -> None:
    """Inbox, outbox, pollers and the sandbox."""
    table(
        "inbox",
        counted("seq"),
        *texts("id"),
        reference("brand_id", "brand.id"),
        reference("account_id", "account.id"),
        *texts("provider_key", "lane", "state"),
        *times("received_at"),
        *times("processed_at", null=True),
        *numbers("attempts", default=0),
        *times("next_attempt_at"),
        *texts("error", null=True),
        *blobs("payload_enc", null=True),
        key=("seq",),
        unique={"inbox_account_key": ("account_id", "provider_key"), "inbox_id": ("id",)},
        sqlite_autoincrement=True,
    )
    index("inbox_lane", "inbox", "lane", "seq", where="state = 'pending'")
    index("inbox_parked", "inbox", "brand_id", "seq", where="state = 'parked'")
    index("inbox_pending", "inbox", "next_attempt_at", "seq", where="state = 'pending'")
    table(
        "effect",
        counted("seq"),
        *texts("id"),
        reference("brand_id", "brand.id"),
        reference("person_id", "person.id", null=True),
        *texts("key", "kind", "lane", "state"),
        *times("due_at"),
        *numbers("attempts", "fence", default=0),
        *texts("lease_owner", null=True),
        *times("lease_until", null=True),
        reference("depends_on", "effect.id", null=True),
        reference("case_id", "cancellation_case.id", null=True),
        reference("conversation_id", "conversation.id", null=True),
        *numbers("epoch", null=True),
        *texts("provider_ref", "error", null=True),
        *times("created_at"),
        *times("done_at", null=True),
        *blobs("payload_enc"),
        *blobs("result_enc", null=True),
        key=("seq",),
        unique={"effect_brand_key": ("brand_id", "key"), "effect_id": ("id",)},
        sqlite_autoincrement=True,
    )
    index("effect_case", "effect", "case_id", "seq", where="case_id IS NOT NULL")
    index(
        "effect_conversation",
        "effect",
        "conversation_id",
        where="state IN ('waiting', 'queued', 'due', 'leased')",
    )
    index("effect_due", "effect", "due_at", "seq", where="state = 'due'")
    index("effect_due_kind", "effect", "kind", "due_at", "seq", where="state = 'due'")
    index("effect_given_up", "effect", "brand_id", "seq", where="state IN ('parked', 'unknown')")
    index("effect_head", "effect", "lane", where="state IN ('due', 'leased')", unique=True)
    index("effect_leased", "effect", "lease_until", where="state = 'leased'")
    index("effect_person", "effect", "person_id", where="state IN ('waiting', 'queued', 'due', 'leased')")
    index("effect_provider_ref", "effect", "provider_ref", where="provider_ref IS NOT NULL")
    index("effect_queued", "effect", "lane", "seq", where="state = 'queued'")
    index("effect_waiting", "effect", "depends_on", "seq", where="state = 'waiting'")
    table(
        "poller",
        reference("account_id", "account.id"),
        reference("brand_id", "brand.id"),
        *numbers("position", default=0),
        *texts("lease_owner", null=True),
        *times("lease_until", null=True),
        *numbers("fence", default=0),
        key=("account_id",),
    )
    table(
        "sandbox_message",
        counted("seq"),
        *texts("id"),
        reference("brand_id", "brand.id"),
        reference("account_id", "account.id", null=True),
        *texts("channel", "recipient"),
        *texts("subject", null=True),
        *texts("body"),
        *jsons("buttons", "meta", null=True),
        *times("created_at"),
        key=("seq",),
        unique={"sandbox_message_id": ("id",)},
        sqlite_autoincrement=True,
    )
    index("sandbox_message_channel", "sandbox_message", "brand_id", "channel", "seq")


def _create_local_office() -> None:
    """The built-in back office."""
    table(
        "bo_customer",
        reference("brand_id", "brand.id"),
        *texts("ref"),
        reference("person_id", "person.id"),
        *texts("risk"),
        *blobs("email_hash", "phone_hash", null=True),
        *blobs("name_enc"),
        *blobs("email_enc", "phone_enc", null=True),
        key=("brand_id", "ref"),
    )
    index("bo_customer_email", "bo_customer", "brand_id", "email_hash")
    index("bo_customer_phone", "bo_customer", "brand_id", "phone_hash")
    table(
        "bo_service",
        reference("brand_id", "brand.id"),
        *texts("ref", "customer_ref", "name", "plan"),
        *numbers("price_minor"),
        *texts("currency", "interval", "status"),
        *dates("started_on"),
        *dates("paid_until", "ended_on", null=True),
        *jsons("terms", "alternatives"),
        *jsons("applied", null=True),
        key=("brand_id", "ref"),
    )
    index("bo_service_customer", "bo_service", "brand_id", "customer_ref")
    table(
        "bo_operation",
        reference("brand_id", "brand.id"),
        *texts("key", "kind", "service_ref"),
        *jsons("result"),
        *times("created_at"),
        key=("brand_id", "key"),
    )
    index("bo_operation_service", "bo_operation", "brand_id", "service_ref")
    table(
        "bo_charge",
        reference("brand_id", "brand.id"),
        *texts("ref", "service_ref"),
        *numbers("amount_minor"),
        *texts("currency"),
        *dates("charged_on"),
        *texts("status"),
        key=("brand_id", "ref"),
    )
    index("bo_charge_service", "bo_charge", "brand_id", "service_ref", "charged_on")
