"""The tables, a file a topic. Importing this package gives the complete ``metadata``.

Here belong columns, keys and indexes; no behaviour. Statements are written against the ``Table`` objects
exported here. Every row belongs to a brand. Times are integer milliseconds (see ``storage.times``), columns
ending in ``_enc`` are sealed (see ``storage.encryption``), columns ending in ``_hash`` are keyed hashes.
"""

from sqlmodel import SQLModel

from storage.tables.brands import account, brand
from storage.tables.cases import cancellation_case, case_entry, record, record_document
from storage.tables.consents import consent
from storage.tables.continuations import continuation
from storage.tables.conversations import conversation, message
from storage.tables.identity import challenge, usage_limit
from storage.tables.inbox import inbox
from storage.tables.letters import letter, print_run
from storage.tables.local_office import (
    bo_charge,
    bo_customer,
    bo_movement,
    bo_operation,
    bo_order,
    bo_order_line,
    bo_order_payment,
    bo_refund,
    bo_return,
    bo_service,
)
from storage.tables.outbox import early_report, effect
from storage.tables.people import address, contact, opt_out, person
from storage.tables.preferences import preferred_way
from storage.tables.record_log import (
    record_audit,
    record_checkpoint,
    record_log,
    record_log_entry,
    record_log_tile,
)
from storage.tables.rights import erasure, legal_hold
from storage.tables.runtime import poller, sandbox_message, setting
from storage.tables.scripts import revision
from storage.tables.staff import agent, agent_session

metadata = SQLModel.metadata

__all__ = [
    "account",
    "address",
    "agent",
    "agent_session",
    "bo_charge",
    "bo_customer",
    "bo_movement",
    "bo_operation",
    "bo_order",
    "bo_order_line",
    "bo_order_payment",
    "bo_refund",
    "bo_return",
    "bo_service",
    "brand",
    "cancellation_case",
    "case_entry",
    "challenge",
    "consent",
    "contact",
    "continuation",
    "conversation",
    "early_report",
    "effect",
    "erasure",
    "inbox",
    "legal_hold",
    "letter",
    "message",
    "metadata",
    "opt_out",
    "person",
    "poller",
    "preferred_way",
    "print_run",
    "record",
    "record_audit",
    "record_checkpoint",
    "record_document",
    "record_log",
    "record_log_entry",
    "record_log_tile",
    "revision",
    "sandbox_message",
    "setting",
    "usage_limit",
]
