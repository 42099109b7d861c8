"""The fake server's dialog, in the shape of the real one: cancel, the one offer, the quote, the receipt."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

Message = dict[str, Any]
Reply = tuple[str, list[Message]]

RECORD = "NW-7K3Q9Z2M"
RECEIPT = f"""Your membership is cancelled.

Confirmation: {RECORD}
Plan: Northwind Plus
Received: 22 November 2026, 14:05 (Europe/London)
Ends: 30 November 2026
Refund: 4.20 EUR to your Visa ending in 4242
Last charge: 1 November 2026

You can undo this until 29 November. You are welcome back at any time."""


def choice(name: str, label: str) -> Message:
    return {"id": name, "label": label, "kind": "reply"}


GREETING: Reply = (
    """Hello, this is Northwind's automated assistant. I can cancel a membership or an order right here. \
If you would rather have a person, just say "person".""",
    [
        choice("cancel", "Cancel my membership"),
        choice("order", "Cancel an order"),
        choice("status", "Ask something else"),
    ],
)
OFFER: Reply = (
    """I have your cancellation of Northwind Plus, received just now. If a break would do: we can pause it \
for two months at no cost. Shall I go on with the cancellation?""",
    [choice("cancel", "No thanks, cancel"), choice("accept", "Pause for two months")],
)
QUOTE: Reply = (
    """This is what cancelling means:
• It ends on 30 November 2026.
• There is no fee.
• You get 4.20 EUR back.""",
    [choice("confirm", "Yes, cancel it"), choice("keep", "Keep my membership")],
)
SURVEY: Reply = (
    "May I ask why? You can skip this.",
    [choice("skip", "Skip"), choice("price", "Too expensive")],
)
KEPT: Reply = ("Nothing has changed. Your membership goes on.", [])


@dataclass
class Conversation:
    token: str = field(default_factory=lambda: token_hex(8))
    messages: list[Message] = field(default_factory=list)
    taken: dict[str, int] = field(default_factory=dict)
    status: str = "bot"
    step: str = "start"
    locale: str = "en"
    pending: bool = False
    typing: bool | str = False
    record: Message | None = None

    def write(self, author: str, text: str, **more: Any) -> Message:
        number = len(self.messages) + 1
        message = {
            "id": str(number),
            "number": number,
            "author": author,
            "text": text,
            "at": datetime.now(UTC).isoformat(),
            "choices": [],
            **more,
        }
        self.messages.append(message)
        return message

    def state(self) -> Message:
        return {
            "step": self.step,
            "case": None,
            "record": self.record,
            "pending": self.pending,
            "status": self.status,
            "typing": self.typing,
            "locale": self.locale,
        }

    def since(self, number: int) -> Message:
        return {"messages": self.messages[number:], **self.state()}


def answer(conversation: Conversation, body: Message) -> None:
    """One turn of the scripted dialog."""
    pressed, said = body.get("choice"), body.get("text", "").lower()
    if conversation.status != "bot":
        return
    if said == "deutsch":
        conversation.locale = "de"
    if "person" in said or "menschen" in said:
        conversation.status = "waiting"
        conversation.write("bot", "A person will take over here. You can read the answer later.")
    elif pressed == "cancel" and conversation.step == "start":
        reply(conversation, "offer", OFFER)
    elif "cancel" in (pressed, said):
        reply(conversation, "confirm", QUOTE)
    elif pressed == "confirm":
        conversation.record = {"number": RECORD}
        conversation.write("bot", RECEIPT, receipt={"number": RECORD})
        reply(conversation, "survey", SURVEY)
    elif pressed == "keep":
        reply(conversation, "end", KEPT)
    elif pressed == "skip":
        reply(conversation, "end", ("Thank you, and goodbye.", []))
    else:
        conversation.write("bot", f"You wrote: {body.get('text', pressed)}")


def reply(conversation: Conversation, step: str, words: Reply) -> None:
    text, choices = words
    conversation.step = step
    conversation.write("bot", text, choices=choices)


def take(conversation: Conversation, body: Message) -> int:
    """The number before the customer's message. The same id again changes nothing."""
    if body["id"] in conversation.taken:
        return conversation.taken[body["id"]]
    before = len(conversation.messages)
    conversation.taken[body["id"]] = before
    words = body.get("text") or label(conversation, body["choice"])
    conversation.write("customer", words, client_id=body["id"])
    answer(conversation, body)
    return before


def label(conversation: Conversation, pressed: str) -> str:
    labels = {one["id"]: one["label"] for message in conversation.messages for one in message["choices"]}
    return str(labels[pressed])
