"""The contract that every channel keeps.

A channel has two halves. The *inbound* half verifies and parses what comes to
our webhooks; it must import quickly, since the web process loads it. The
*outbound* half sends through the provider's library; only the worker loads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from dialogs.meaning import Form


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can do. Differences between channels are data, never ``if kind ==``."""

    choices: Literal["buttons", "digits", "none"]
    """How a person presses a choice; ``none`` on channels that only carry confirmations."""
    max_characters: int
    """The provider refuses longer texts."""
    aim_characters: int | None = None
    """Texts stay within this where they can; beyond it the short variant is used."""
    gsm7: bool = False
    """Texts cost less, and arrive whole, in the GSM 03.38 alphabet."""
    sends: bool = True
    """False where the transcript itself is the delivery (web chat)."""
    receives: bool = True
    """People write to us there."""
    shares_contact: bool = False
    """The channel can vouch for a phone number that its owner shares."""
    sender_is_phone: bool = False
    """The sender's address is a phone number: a hint for look-ups, never an identification."""
    durable: bool = False
    """What is sent stays with the receiver: a durable medium in the law's sense."""
    attaches_files: bool = False
    spoken: bool = False
    """What is sent is read out in a call: nothing of it is written."""
    reserved_words: frozenset[str] = frozenset()
    """Whole messages that the provider takes for itself; no prompt may ask for one (upper case)."""
    max_choices: int = 10
    max_label_characters: int = 64


@dataclass(frozen=True, slots=True)
class Account:
    """A brand's end of a channel with its secrets resolved: what both halves are made from."""

    id: str
    kind: str
    address: str
    """Bot user name, phone number in E.164, widget name or mail sender."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Plain settings and resolved secrets by name, as the channel's documentation lists them."""


@dataclass(frozen=True, slots=True)
class WebhookRequest:
    """An HTTP request to one of our webhooks, free of any web framework.

    `url` is the public URL as the provider called it (from the configured base
    URL, since a proxy changes scheme and host); `form` keeps repeated fields' last value.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes
    form: Mapping[str, str] = field(default_factory=dict)

    def header(self, name: str) -> str | None:
        """The header's value, names compared without case."""
        return next((v for k, v in self.headers.items() if k.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message from a person. `provider_key` is unique within the account: a repeat has the same."""

    provider_key: str
    sender: str
    """The person's address on this channel (E.164 number, chat id), normalised."""
    at: datetime
    """When the provider received it, or we did where the provider does not say."""
    text: str = ""
    form: Form = "text"
    choice: str | None = None
    """The opaque id of a pressed button."""
    contact_phone: str | None = None
    """A phone number whose owner shared it (checked by the channel), E.164."""
    opt_out: Literal["STOP", "START", "HELP"] | None = None
    """The provider already acted on an opt-out word and answered; nothing may be answered."""
    display_name: str | None = None
    language: str | None = None
    """The person's client language, a hint."""
    callback_id: str | None = None
    """To be acknowledged to the provider (Telegram's button spinner)."""
    deep_link: str | None = None
    """A single-use token with which the person came from another channel."""
    private: bool = True


DeliveryState = Literal["queued", "sent", "delivered", "failed", "undelivered"]


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What became of a message that we sent. Reports come late, twice and out of order."""

    provider_key: str
    message_id: str
    """The provider's id of the message, as `Sent.message_id` gave it."""
    state: DeliveryState
    code: str | None = None
    unreachable: bool = False
    """Nothing more can be sent to this address (blocked, opted out, no such number)."""
    opted_out: bool = False
    """The person forbade messages, which must be remembered."""


CallOutcome = Literal["completed", "busy", "no_answer", "failed", "canceled"]


@dataclass(frozen=True, slots=True)
class CallReport:
    """What happens in a call of ours, or how it ended. Reports come late and twice."""

    provider_key: str
    call_id: str
    """The provider's id of the call, as `Sent.message_id` gave it."""
    happened: Literal["answered", "pressed", "ended"]
    answered_by: Literal["person", "machine", "unknown"] = "unknown"
    digit: str = ""
    """The key that was pressed."""
    outcome: CallOutcome | None = None
    """How it ended; ``completed`` says only that somebody, or something, took the call."""


Received = Incoming | StatusReport | CallReport


@dataclass(frozen=True, slots=True)
class Button:
    """A choice as it is sent. `id` is opaque and at most 32 characters of [A-Za-z0-9_-]."""

    id: str
    label: str
    kind: Literal["reply", "share_contact", "link"] = "reply"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to one person, rendered for this channel.

    `text` is final: on channels whose choices are digits the options are already
    written into it. `html` is for channels that carry mail.
    """

    to: str
    text: str
    buttons: tuple[Button, ...] = ()
    subject: str | None = None
    html: str | None = None
    attachments: tuple[Attachment, ...] = ()
    key: str = ""
    """Idempotency key of the effect, for providers that take one and for logs."""
    headers: Mapping[str, str] = field(default_factory=dict)
    status_url: str | None = None
    """Where the provider shall report what became of it, and asks what to say in a call."""
    callback_id: str | None = None
    """A pressed button to acknowledge along with this message."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The provider has taken the message. `message_id` is its own id for it."""

    message_id: str
    segments: int = 1


class SendError(Exception):
    """A message was not sent.

    SendError
     +-- TryLater        the provider is busy, limits us or is down; may be tried again
     +-- Refused         it will never take this message; trying again is useless
     |    +-- Unreachable  nor any other to this address (opted out, blocked, no such number)
     +-- OutcomeUnknown  it may or may not have taken it (the connection broke after sending)
    """

    def __init__(self, reason: str, *, code: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class TryLater(SendError):
    """`retry_after` in seconds where the provider says it."""

    def __init__(self, reason: str, *, code: str | None = None, retry_after: float | None = None) -> None:
        super().__init__(reason, code=code)
        self.retry_after = retry_after


class Refused(SendError):
    pass


class Unreachable(Refused):
    """`opted_out` when the person forbade messages, which must be remembered."""

    def __init__(self, reason: str, *, code: str | None = None, opted_out: bool = False) -> None:
        super().__init__(reason, code=code)
        self.opted_out = opted_out


class OutcomeUnknown(SendError):
    pass


class WebhookRefused(Exception):
    """A webhook request is not genuine or not readable; `status` is the HTTP answer (403, 400, 413, 415)."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Inbound(Protocol):
    """Verifies and parses what comes in. Made once per account; holds no connection."""

    def verify_and_parse(self, request: WebhookRequest, received_at: datetime) -> tuple[Received, ...]:
        """What the request says, or `WebhookRefused`. Kinds of update that nobody handles give ()."""
        ...


class Outbound(Protocol):
    """Sends. Blocking, safe to call from several threads; a time limit of 10 s inside."""

    def send(self, outgoing: Outgoing) -> Sent:
        """Hand one message to the provider, or raise a `SendError`."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class ChannelKind:
    """One line of the registry. The halves are named, not imported, so that web never loads a sender."""

    kind: str
    capabilities: Capabilities
    inbound: str | None
    """``module:Class``; called with (account)."""
    outbound: str | None
    """``module:Class``; called with (account)."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Name of each setting of an account -> what it is and what is expected."""
    secrets: frozenset[str] = frozenset()
    """Those of the settings which are secret: stored only as references (``env:NAME``, ``file:PATH``)."""
    check: str | None = None
    """``module:function``; called with (account) before one is added; raises ValueError."""


def made(reference: str, *arguments: Any) -> Any:
    """The object that ``module:Class`` names, called with the arguments.

    Only ever given references written in the registry, never one from data.
    """
    from importlib import import_module

    module, _, name = reference.partition(":")
    return getattr(import_module(module), name)(*arguments)
