"""Messages of a transcript: how their bodies are kept, and the ids of their choices."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from dialogs.ids import ConversationId
from dialogs.understanding import Sentiment
from storage.repositories.messages import MessageRow

MASKED = "••••••"
"""What a transcript shows in place of a one-time code."""


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """A choice as it was shown. `id` is opaque; `outcome` is what it stands for."""

    id: str
    outcome: str
    label: str
    kind: Literal["reply", "share_contact", "link"] = "reply"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """What one message said.

    `sent` is the text as it went out where the channel needed another form
    (digits for choices, the short variant); None where it is the same.
    """

    text: str
    choices: tuple[ShownChoice, ...] = ()
    sent: str | None = None
    purpose: str = "dialog"
    form: str = "text"
    name: str | None = None
    """The agent who wrote, as the customer sees the name."""
    receipt: str | None = None
    """Number of the record whose receipt this message is."""
    sentiment: Sentiment | None = None
    """The mood in which a customer seems to write; None where that is neither good nor bad."""

    def dumped(self) -> bytes:
        data = {key: value for key, value in asdict(self).items() if value not in (None, (), [])}
        return json.dumps(data, ensure_ascii=False).encode()

    @classmethod
    def loaded(cls, body: bytes) -> "Body":
        data = json.loads(body)
        data["choices"] = tuple(ShownChoice(**choice) for choice in data.get("choices", ()))
        return cls(**data)


@dataclass(frozen=True, slots=True)
class Shown:
    """A message with its body opened."""

    number: int
    author: str
    direction: str
    at: Any
    body: Body
    delivery: str | None
    event_key: str | None = None
    agent_id: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


def opened(rows: Sequence[MessageRow]) -> list[Shown]:
    return [
        Shown(
            row.number,
            row.author,
            row.direction,
            row.at,
            Body.loaded(row.body),
            row.delivery,
            row.event_key,
            row.agent_id,
        )
        for row in rows
    ]


def choice_id(conversation: ConversationId, number: int, position: int) -> str:
    """The opaque id of a choice: it means something only in its conversation and its message.

    Twelve bytes of BLAKE2s, hex: 24 characters, within Telegram's 64 bytes.
    """
    data = f"{conversation}:{number}:{position}".encode()
    return hashlib.blake2s(data, digest_size=12).hexdigest()
