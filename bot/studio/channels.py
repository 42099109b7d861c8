"""The channels as the checker and the previews see them: filled from the registry."""

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from typing import Literal

from channels.base import Button, Capabilities, ChannelKind
from channels.registry import CHANNELS
from channels.rendering import Problem as Found
from channels.rendering import TextTooLong, fits, length, render, render_parts, segments
from dialogs.checker import Channel, Problem, View

TITLES: Mapping[str, str] = {
    "webchat": "Web chat",
    "telegram": "Telegram",
    "sms": "SMS",
    "email": "E-mail",
    "voice": "Phone",
    "letter": "Letter",
}


@lru_cache(maxsize=1)
def checked_channels() -> tuple[Channel, ...]:
    """Every kind of channel in the registry, those that carry a dialog first."""
    made = [_channel(kind) for kind in CHANNELS.values()]
    return tuple(sorted(made, key=lambda channel: channel.carries != "dialog"))


def _channel(kind: ChannelKind) -> Channel:
    capabilities = kind.capabilities
    return Channel(
        kind.kind,
        TITLES.get(kind.kind, kind.kind.title()),
        partial(_show, capabilities),
        carries=_carried(capabilities),
        shares_contact=capabilities.shares_contact,
        sender_is_phone=capabilities.sender_is_phone,
        max_label_characters=capabilities.max_label_characters,
    )


def _carried(capabilities: Capabilities) -> Literal["dialog", "mail", "call", "letter"]:
    if capabilities.receives:
        return "dialog"
    if not capabilities.sends:
        return "letter"
    return "call" if capabilities.spoken else "mail"


def _show(capabilities: Capabilities, text: str, short: str | None, labels: Sequence[str]) -> View:
    buttons = [Button(f"c{position}", label) for position, label in enumerate(labels)]
    try:
        last = render(text, buttons, capabilities, short)
        shown = last.text
    except TextTooLong:
        parts = render_parts(text, buttons, capabilities, short)
        last, shown = parts[-1], "\n".join(part.text for part in parts)
    used = short if last.shortened and short is not None else text
    cost = segments(shown) if capabilities.gsm7 else None
    return View(
        shown,
        tuple(button.label for button in last.buttons),
        length(shown) if cost is None else cost.units,
        capabilities.aim_characters or capabilities.max_characters,
        last.shortened,
        cost.count if cost else None,
        cost.encoding if cost else None,
        tuple(map(_problem, fits(used, capabilities, buttons))),
    )


def _problem(found: Found) -> Problem:
    details = f": {', '.join(found.details)}" if found.kind == "label_too_long" else ""
    return Problem(found.kind, found.severity, found.message + details)
