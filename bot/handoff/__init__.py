"""What people of the staff do with a conversation: claim it, write, note, transfer, give it back, resolve it.

Each action is one transaction on the conversation's version. Of two that meet,
one wins, and the other is run again and told what is the case by then. No action
touches the case: an escalation never suspends a cancellation already declared.
What became stuck outside (`given_up`), messages that could not be processed
(`parked`), declarations that match nobody (`matching`) and what customers dispute
that the brand ends (`disputes`) are settled here, too.
Nothing here knows of the web.
"""

from bot.handoff.disputes import take_back_ending, uphold_ending
from bot.handoff.given_up import NotGivenUp, retry_effect, settle_effect
from bot.handoff.holding import claim, give_back, mark_read, resolve, transfer
from bot.handoff.matching import Found, find_for_matching, match_customer
from bot.handoff.parked import retry_message, settle_message
from bot.handoff.preferring import keep_preferred_way, preference_of
from bot.handoff.refusals import (
    BadWords,
    Closed,
    HandoffRefused,
    HeldByOther,
    NotHeld,
    NothingToCancel,
    NothingToSettle,
    OfficeSilent,
    Unknown,
)
from bot.handoff.resending import (
    envelope_of_record,
    order_letter_about,
    send_confirmation_again,
    ways_of_record,
)
from bot.handoff.words import LONGEST_NOTE, LONGEST_TEXT, write, write_note

__all__ = [
    "LONGEST_NOTE",
    "LONGEST_TEXT",
    "BadWords",
    "Closed",
    "Found",
    "HandoffRefused",
    "HeldByOther",
    "NotGivenUp",
    "NotHeld",
    "NothingToCancel",
    "NothingToSettle",
    "OfficeSilent",
    "Unknown",
    "claim",
    "envelope_of_record",
    "find_for_matching",
    "give_back",
    "keep_preferred_way",
    "mark_read",
    "match_customer",
    "order_letter_about",
    "preference_of",
    "resolve",
    "retry_effect",
    "retry_message",
    "send_confirmation_again",
    "settle_effect",
    "settle_message",
    "take_back_ending",
    "transfer",
    "uphold_ending",
    "ways_of_record",
    "write",
    "write_note",
]
