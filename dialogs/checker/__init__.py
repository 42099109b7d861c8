"""Proofs about a script before customers meet it: about its conversations, and about its texts.

Here belong what can happen in a conversation and must hold in it (`proofs`), what
the engine can say with which values (`said`), the structure of a Fluent message
(`messages`), and what is wrong with a text (`texts`). `check` does it all. Whether
a channel can carry a text comes in as a function (`Channel.show`).

Here does not belong how channels render, nor who may publish what.
"""

from dialogs.checker.channels import Channel, Problem, Show, View
from dialogs.checker.check import Report, check, proofs_of, traits_of
from dialogs.checker.issues import Issue, has_errors
from dialogs.checker.messages import BrokenMessage, Message, Part, faults_in, messages_in, read_message
from dialogs.checker.said import Said, Sayings, everything_said
from dialogs.checker.samples import World
from dialogs.checker.sections import packaged_sections
from dialogs.checker.texts import (
    Sources,
    Subject,
    check_text,
    check_texts,
    loaded_texts,
    packaged_source,
    source_of,
)
from dialogs.checker.variables import VARIABLES, Variable, meaning_of
from dialogs.checker.views import Reader, Reading, readings

__all__ = [
    "VARIABLES",
    "BrokenMessage",
    "Channel",
    "Issue",
    "Message",
    "Part",
    "Problem",
    "Reader",
    "Reading",
    "Report",
    "Said",
    "Sayings",
    "Show",
    "Sources",
    "Subject",
    "Variable",
    "View",
    "World",
    "check",
    "check_text",
    "check_texts",
    "everything_said",
    "faults_in",
    "has_errors",
    "loaded_texts",
    "meaning_of",
    "messages_in",
    "packaged_sections",
    "packaged_source",
    "proofs_of",
    "read_message",
    "readings",
    "source_of",
    "traits_of",
]
