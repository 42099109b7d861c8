"""Chats that wait for an agent when the demo begins: real conversations, had through the real door.

Nothing is written into a table by hand, so what an agent finds is what a
customer would have left.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chats import Visitor, new_token, open_chat, say, sender_of
from bot.identification.tokens import Vouched
from bot.wiring import Application
from channels.base import Incoming
from dialogs.ids import BrandId, CustomerRef
from storage.ids import new_id


@dataclass(frozen=True, slots=True)
class DemoChat:
    """What somebody says. `customer` is vouched for; nobody vouches for None."""

    customer: str | None
    says: Sequence[str]
    kind: str = "webchat"
    sender: str | None = None
    """A phone number; web visitors get a token of their own."""
    locale: str = "en"


WAITING_CHATS = (
    DemoChat("BL-1004", ("You charged me again although I cancelled in October!",)),
    DemoChat(None, ("Ich möchte mit einem Menschen sprechen",), locale="de"),
    DemoChat(
        None,
        (
            "I want to cancel",
            "Go on without",
            "Robin Falk, contract BL-7730 or so, robin.falk@example.com, the flat in Linden Street",
        ),
    ),
)


def open_waiting_chats(app: Application, brand: BrandId) -> int:
    """Have the demo's chats; how many. Look-ups run at once, other effects are left to the worker."""
    with app.database.read() as uow:
        accounts = {account.kind: account for account in uow.accounts.of_brand(brand)}
    for chat in WAITING_CHATS:
        visitor = Visitor(accounts[chat.kind], chat.sender or sender_of(new_token()))
        vouched = None if chat.customer is None else Vouched(CustomerRef(chat.customer), new_id())
        open_chat(app, visitor, chat.locale, vouched)
        for words in chat.says:
            say(app, visitor, Incoming(f"demo:{new_id()}", visitor.sender, app.clock(), text=words))
    return len(WAITING_CHATS)
