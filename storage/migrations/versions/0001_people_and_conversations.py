"""Brands, staff, people, cases and conversations."""

from storage.migrations.words import (
    blobs,
    booleans,
    index,
    jsons,
    numbers,
    reference,
    table,
    texts,
    times,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create all tables, those that are pointed to first."""
    _create_brands()
    _create_staff()
    _create_people()
    _create_cases()
    _create_conversations()


def _create_brands() -> None:
    """Brands, their accounts, and settings."""
    table(
        "brand",
        *texts("id", "slug", "name", "zone", "currency", "locale"),
        *jsons("locales"),
        *texts("pack", "record_prefix"),
        *jsons("settings"),
        *booleans("demo"),
        *times("created_at"),
        *texts("master_key_id"),
        *blobs("lookup_key_wrapped", "data_key_wrapped", "signing_public", "signing_private_wrapped"),
        key=("id",),
        unique={"brand_slug": ("slug",)},
    )
    table(
        "account",
        *texts("id"),
        reference("brand_id", "brand.id"),
        *texts("kind", "name", "address"),
        *jsons("settings"),
        *times("created_at"),
        key=("id",),
        unique={"account_kind_address": ("kind", "address")},
    )
    table(
        "setting",
        *texts("key", "value"),
        key=("key",),
    )


def _create_staff() -> None:
    """Agents, their log-ins, and scripts."""
    table(
        "agent",
        *texts("id"),
        reference("brand_id", "brand.id"),
        *texts("email", "name", "role", "password_hash"),
        *booleans("active"),
        *times("created_at"),
        key=("id",),
        unique={"agent_brand_email": ("brand_id", "email")},
    )
    table(
        "agent_session",
        *blobs("token_hash"),
        reference("brand_id", "brand.id"),
        reference("agent_id", "agent.id"),
        *texts("csrf"),
        *times("created_at", "expires_at"),
        key=("token_hash",),
    )
    index("agent_session_agent", "agent_session", "agent_id")
    index("agent_session_expires", "agent_session", "expires_at")
    table(
        "revision",
        *texts("id"),
        reference("brand_id", "brand.id"),
        *texts("script"),
        *numbers("number"),
        *texts("body", "digest", "author", "message", "status"),
        *times("created_at"),
        *times("published_at", null=True),
        key=("id",),
        unique={"revision_number": ("brand_id", "script", "number")},
    )
    index("revision_brand", "revision", "brand_id", "created_at")
    index("revision_published", "revision", "brand_id", "script", where="status = 'published'", unique=True)


def _create_people() -> None:
    """Persons, contacts and addresses."""
    table(
        "person",
        *texts("id"),
        reference("brand_id", "brand.id"),
        *blobs("wrapped_key", null=True),
        *texts("master_key_id", null=True),
        *times("erased_at", null=True),
        key=("id",),
    )
    index("person_master_key", "person", "master_key_id")
    table(
        "contact",
        *texts("id"),
        reference("brand_id", "brand.id"),
        reference("person_id", "person.id"),
        *blobs("customer_ref_hash", "customer_ref_enc", null=True),
        *times("created_at"),
        key=("id",),
    )
    index("contact_customer", "contact", "brand_id", "customer_ref_hash")
    index("contact_person", "contact", "person_id")
    table(
        "address",
        *texts("id"),
        reference("brand_id", "brand.id"),
        reference("account_id", "account.id"),
        reference("contact_id", "contact.id"),
        reference("person_id", "person.id"),
        *blobs("sender_hash", "sender_enc"),
        *times("opted_out_at", "unreachable_at", null=True),
        *times("created_at"),
        key=("id",),
        unique={"address_account_sender": ("account_id", "sender_hash")},
    )
    index("address_contact", "address", "contact_id")
    table(
        "opt_out",
        reference("account_id", "account.id"),
        *blobs("sender_hash"),
        reference("brand_id", "brand.id"),
        *times("since"),
        key=("account_id", "sender_hash"),
    )


def _create_cases() -> None:
    """Cancellations and records."""
    table(
        "cancellation_case",
        *texts("id"),
        reference("brand_id", "brand.id"),
        reference("contact_id", "contact.id"),
        reference("person_id", "person.id"),
        *blobs("customer_hash", "item_hash", null=True),
        *texts("status"),
        *times("declared_at"),
        *times("accepted_at", "executed_at", "reconciled_at", "closed_at", null=True),
        *texts("decision", "offer_kind", null=True),
        *numbers("version"),
        *times("created_at"),
        *blobs("data_enc"),
        key=("id",),
    )
    index("case_contact", "cancellation_case", "contact_id")
    index("case_customer", "cancellation_case", "brand_id", "customer_hash")
    index("case_declared", "cancellation_case", "brand_id", "declared_at")
    index(
        "case_open_item",
        "cancellation_case",
        "brand_id",
        "item_hash",
        where="closed_at IS NULL AND item_hash IS NOT NULL",
        unique=True,
    )
    table(
        "record",
        *texts("id"),
        reference("brand_id", "brand.id"),
        reference("case_id", "cancellation_case.id"),
        reference("person_id", "person.id"),
        *texts("kind", "number"),
        *blobs("digest", "signature"),
        *texts("key_id"),
        *times("created_at"),
        *blobs("body_enc"),
        key=("id",),
        unique={"record_brand_number": ("brand_id", "number"), "record_case_kind": ("case_id", "kind")},
    )


def _create_conversations() -> None:
    """Conversations, transcripts and identification."""
    table(
        "conversation",
        *texts("id"),
        reference("brand_id", "brand.id"),
        reference("account_id", "account.id"),
        reference("address_id", "address.id"),
        reference("contact_id", "contact.id"),
        reference("person_id", "person.id"),
        *texts("status"),
        reference("revision_id", "revision.id", null=True),
        *texts("locale"),
        *numbers("version", "epoch", "last_number"),
        reference("case_id", "cancellation_case.id", null=True),
        reference("assignee_id", "agent.id", null=True),
        *times("waiting_since", null=True),
        *texts("handoff_reason", null=True),
        *numbers("unread", default=0),
        *times("created_at", "updated_at"),
        *blobs("state_enc"),
        key=("id",),
    )
    index("conversation_address", "conversation", "address_id", "created_at")
    index("conversation_case", "conversation", "case_id")
    index("conversation_contact", "conversation", "contact_id")
    index("conversation_open", "conversation", "address_id", where="status <> 'closed'", unique=True)
    index("conversation_queue", "conversation", "brand_id", "status", "waiting_since")
    index("conversation_recent", "conversation", "brand_id", "status", "updated_at")
    index("conversation_updated", "conversation", "updated_at")
    table(
        "message",
        reference("conversation_id", "conversation.id"),
        reference("brand_id", "brand.id"),
        *numbers("number"),
        *texts("direction", "author"),
        reference("agent_id", "agent.id", null=True),
        *texts("event_key", "effect_id", "delivery", null=True),
        *times("at"),
        *blobs("body_enc"),
        key=("conversation_id", "number"),
    )
    index("message_effect", "message", "effect_id", where="effect_id IS NOT NULL")
    table(
        "challenge",
        *texts("id"),
        reference("brand_id", "brand.id"),
        reference("conversation_id", "conversation.id"),
        reference("case_id", "cancellation_case.id", null=True),
        reference("person_id", "person.id"),
        *numbers("resend", "sent", "attempts", default=0),
        *times("expires_at"),
        *times("used_at", null=True),
        *times("created_at"),
        *blobs("destination_enc", "customer_ref_enc", null=True),
        key=("id",),
    )
    index("challenge_conversation", "challenge", "conversation_id", "created_at")
    table(
        "usage_limit",
        *texts("bucket"),
        *times("window_start"),
        *numbers("used"),
        key=("bucket", "window_start"),
    )
    index("usage_limit_window", "usage_limit", "window_start")
