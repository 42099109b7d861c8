"""Replies on their way out: rendered for language and channel, kept in the transcript, queued for sending."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.confirming.pages import with_page
from bot.effects import queue_mail, queue_message
from bot.room import Room
from bot.transcript import Body, Shown, ShownChoice, choice_id
from channels.base import Button
from channels.rendering import render
from dialogs.turn import Say, Value
from storage.repositories.conversations import ConversationRow
from storage.repositories.messages import NewMessage
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Posted:
    """What was appended. `prompt_number` is the message that carries choices, 0 for none."""

    conversation: ConversationRow
    prompt_number: int
    shown: tuple[Shown, ...]


def post_replies(
    uow: UnitOfWork,
    room: Room,
    conversation: ConversationRow,
    replies: Sequence[Say],
    locale: str,
    now: datetime,
    page_of: Callable[[str], str | None] = lambda number: None,
) -> Posted:
    """Append the replies and queue what the channel sends.

    Args:
        page_of: by a record's number, where its case can be looked at.
    """
    first = conversation.last_number + 1
    bodies = [_body(room, say, locale, first + n, page_of) for n, say in enumerate(replies)]
    prompt_number = max((first + n for n, say in enumerate(replies) if say.choices), default=0)
    conversation = post(uow, room, conversation, [(body, "bot") for body in bodies], now)
    for number, say in enumerate(replies, first):
        if say.must_reach and not reaches(room):
            queue_mail(uow, room, conversation, number, str(dict(say.values).get("number", "")), now)
    delivery = "queued" if room.kind.capabilities.sends else None
    shown = tuple(
        Shown(number, "bot", "out", now, body, delivery) for number, body in enumerate(bodies, first)
    )
    return Posted(conversation, prompt_number, shown)


def reaches(room: Room) -> bool:
    """Whether the channel brings a message to somebody who does not look."""
    address = room.address
    return room.kind.capabilities.sends and address.opted_out_at is None and address.unreachable_at is None


def _body(room: Room, say: Say, locale: str, number: int, page_of: Callable[[str], str | None]) -> Body:
    texts, capabilities, zone = room.dialog.texts, room.kind.capabilities, room.brand.zone
    rendered = texts.render(say, locale, room.brand.name, zone)
    values: dict[str, Value] = dict(say.values)
    record = values.get("number") if say.purpose == "receipt" else None
    receipt = record if isinstance(record, str) else None
    full, short = rendered.text, rendered.short
    if receipt is not None and capabilities.sends:
        # In the web chat the receipt is a card, with its files and what can be done about it.
        full, short = with_page((full, short), texts, locale, zone, page_of(receipt), capabilities)
    choices = tuple(
        ShownChoice(choice_id(room.conversation.id, number, n), choice.id, label, choice.kind)
        for n, (choice, label) in enumerate(zip(say.choices, rendered.labels, strict=True))
    )
    buttons = [Button(choice.id, choice.label, choice.kind) for choice in choices]
    sent = render(full, buttons, capabilities, short)
    text = short if sent.shortened and short else full
    return Body(
        text,
        choices,
        sent=None if sent.text == text else sent.text,
        purpose=say.purpose,
        receipt=receipt,
    )


def post(
    uow: UnitOfWork,
    room: Room,
    conversation: ConversationRow,
    bodies: Sequence[tuple[Body, str]],
    now: datetime,
    agent_id: str | None = None,
) -> ConversationRow:
    """Append messages from our side and queue them for sending where the channel sends."""
    sends = room.kind.capabilities.sends
    messages = [
        NewMessage(
            "out",
            author,  # type: ignore[arg-type]
            body.dumped(),
            now,
            agent_id=agent_id,  # type: ignore[arg-type]
            delivery="queued" if sends else None,
        )
        for body, author in bodies
    ]
    if sends:
        messages = [
            replace(message, effect_id=queue_message(uow, room, conversation, number, body, now))
            for number, (message, (body, _)) in enumerate(
                zip(messages, bodies, strict=True), conversation.last_number + 1
            )
        ]
    conversation, _ = uow.messages.append(conversation, messages)
    return conversation
