"""The form of an export: what a customer gets who asks what is kept about them (GDPR Art. 15 and 20).

`docs/export.md` tells it to whoever reads one; a test holds the two together. A field is only ever added
within a version. Moments are ISO 8601 with offset, days ISO dates.
"""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from dialogs.values import Way


class Part(BaseModel):
    """A part of the document: what it does not name is not in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ExportedBrand(Part):
    slug: str
    name: str
    zone: str


class ExportedAddress(Part):
    channel: str
    account: str
    address: str
    since: datetime
    opted_out_at: datetime | None
    unreachable_at: datetime | None


class ExportedContact(Part):
    since: datetime
    customer: str | None
    addresses: tuple[ExportedAddress, ...]


class ExportedMessage(Part):
    number: int
    at: datetime
    direction: Literal["in", "out", "note", "event"]
    author: Literal["customer", "bot", "agent", "system"]
    name: str | None
    text: str
    choices: tuple[str, ...]
    form: str
    sentiment: Literal["positive", "negative"] | None
    delivery: str | None


class ExportedConversation(Part):
    id: str
    channel: str
    status: str
    language: str
    begun_at: datetime
    last_at: datetime
    case: str | None
    identified_as: dict[str, Any] | None
    identifier: str | None
    messages: tuple[ExportedMessage, ...]


class ExportedStep(Part):
    at: datetime
    status: str
    standing: str
    reason: str | None


class ExportedCase(Part):
    id: str
    status: str
    declared_at: datetime
    accepted_at: datetime | None
    executed_at: datetime | None
    reconciled_at: datetime | None
    closed_at: datetime | None
    decision: str | None
    details: dict[str, Any] | None
    steps: tuple[ExportedStep, ...]


class ExportedRecord(Part):
    number: str
    kind: str
    case: str
    sealed_at: datetime
    verifies: bool
    problem: str | None
    kept_until: date
    receipt: str
    personal: dict[str, Any]


class ExportedDelivery(Part):
    kind: Literal["message", "code", "confirmation", "notice", "answer"]
    state: str
    queued_at: datetime
    done_at: datetime | None
    attempts: int
    conversation: str | None
    content: dict[str, Any]


class ExportedIdentification(Part):
    conversation: str
    begun_at: datetime
    sent_to: str | None
    codes_sent: int
    used_at: datetime | None


class ExportedConsent(Part):
    at: datetime
    channel: str
    address: str | None
    subject: Literal["messages", "assistant"]
    act: Literal["given", "withdrawn", "told"]
    how: Literal["wrote_first", "wrote_again", "word", "wish", "provider", "shown"]
    words: str | None


class ExportedPreference(Part):
    way: Way | None
    at: datetime


class ExportedUnprocessed(Part):
    received_at: datetime
    state: str
    content: dict[str, Any]


class ExportedOffice(Part):
    customer: dict[str, Any]
    services: tuple[dict[str, Any], ...]
    orders: tuple[dict[str, Any], ...]


class Export(Part):
    """Everything that is kept of one person, over all channels."""

    format: Literal["cancelbot-export"] = "cancelbot-export"
    version: Literal[1] = 1
    exported_at: datetime
    brand: ExportedBrand
    customer: str | None
    contacts: tuple[ExportedContact, ...]
    conversations: tuple[ExportedConversation, ...]
    cases: tuple[ExportedCase, ...]
    records: tuple[ExportedRecord, ...]
    deliveries: tuple[ExportedDelivery, ...]
    identifications: tuple[ExportedIdentification, ...]
    consents: tuple[ExportedConsent, ...]
    preferences: tuple[ExportedPreference, ...]
    unprocessed: tuple[ExportedUnprocessed, ...]
    back_office: ExportedOffice | None
    transcripts_kept_days: int
