"""Why an action on the desk was refused, in words for the agent.

HandoffRefused
├── Unknown       the brand has no such conversation, colleague or effect
├── HeldByOther   a colleague holds the conversation
├── NotHeld       nobody holds it: claim it first
├── Closed        it has ended
├── NothingToSettle  what the brand ends is not disputed, or was carried out or taken back meanwhile
├── NothingToCancel  the customer has nothing that could be cancelled
├── BadWords      the text is empty or too long
├── OfficeSilent  the back office did not answer
└── NotGivenUp    (bot.handoff.given_up) the effect was settled in the meantime
"""

from collections.abc import Sequence

from dialogs.values import Service


class HandoffRefused(Exception):
    """The action did not happen; `message` says why and `code` is its short name."""

    code = "refused"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Unknown(HandoffRefused):
    """There is no such thing in the agent's brand."""

    code = "not_found"

    def __init__(self, message: str = "There is no such thing here.") -> None:
        super().__init__(message)


class HeldByOther(HandoffRefused):
    """A colleague was faster."""

    code = "held"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} has this chat.")
        self.name = name


class NotHeld(HandoffRefused):
    """The bot still answers in this chat."""

    code = "not_held"

    def __init__(self) -> None:
        super().__init__("Nobody holds this chat. Claim it first.")


class Closed(HandoffRefused):
    """The conversation has ended."""

    code = "closed"

    def __init__(self) -> None:
        super().__init__("This chat has ended.")


class BadWords(HandoffRefused):
    """There is nothing to send, or too much."""

    code = "bad_text"


class NothingToSettle(HandoffRefused):
    """What the brand ends needs no answer any more."""

    code = "nothing_to_settle"


class NothingToCancel(HandoffRefused):
    """A declaration can only be matched to somebody who has something to cancel."""

    code = "nothing_to_cancel"

    def __init__(self, name: str, services: Sequence[Service]) -> None:
        has = "; ".join(f"{each.name} {_STANDS[each.status]}" for each in services)
        super().__init__(f"{name} has nothing to cancel{f': {has}' if has else ''}. Is it somebody else?")


_STANDS = {"active": "is active", "paused": "is paused", "ending": "is ending", "ended": "has ended"}


class OfficeSilent(HandoffRefused):
    """The back office cannot be asked just now."""

    code = "office_silent"

    def __init__(self) -> None:
        super().__init__("The back office does not answer. Try again in a minute.")
