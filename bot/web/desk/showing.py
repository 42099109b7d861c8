"""How values are shown on the desk: addresses masked, moments and money for scripts to format."""

from datetime import date, datetime
from typing import Any

from bot.room import KEPT
from channels.registry import CHANNELS
from dialogs.turn import Identity
from dialogs.values import Money
from storage.repositories.conversations import ConversationRow

CHANNEL_NAMES = {
    "webchat": "Web chat",
    "sms": "SMS",
    "telegram": "Telegram",
    "email": "E-mail",
    "voice": "Phone",
    "letter": "Letter",
}
REASONS = {
    "asked": "Asked for a person",
    "dispute": "Dispute",
    "unclear": "Not understood",
    "unmatched": "Declaration to match",
    "failed": "Back office refused",
    "unprocessed": "Message not processed",
    "refund": "Asks about a refund",
    "danger": "Danger to life",
    "death": "A death",
    "legal": "Legal threat",
    "upset": "Angry or in distress",
    "fee": "Fee or changed terms to be agreed to",
}
WEB_VISITOR = "Web visitor"
IDENTIFIED_BY = {
    "code": "by one-time code",
    "token": "vouched for by the brand's page",
    "contact": "by a shared contact",
    "agent": "matched by an agent",
}


def identity_of(row: ConversationRow) -> Identity | None:
    """Who is writing, as far as this conversation knows."""
    return KEPT.validate_json(row.state).state.identity


def masked(kind: str, sender: str) -> str:
    """An address of which an agent sees enough to recognise it, and no more."""
    if "@" in sender:
        name, _, host = sender.partition("@")
        return f"{name[:1]}•••@{host}"
    if kind in CHANNELS and not CHANNELS[kind].capabilities.sends:
        return WEB_VISITOR
    start = sender[:3] if sender.startswith("+") else ""
    return f"{start} ••• {sender[-3:]}".strip()


def reason(code: str | None) -> str | None:
    return None if code is None else REASONS.get(code, code)


def moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="milliseconds")


def day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def money(value: Money | None) -> dict[str, Any] | None:
    return None if value is None else {"amount": str(value.amount), "currency": value.currency}
