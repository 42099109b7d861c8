"""What the checker found, in words for the person who writes the texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "syntax",
    "wrong_message",
    "no_value",
    "no_default_branch",
    "unreachable_branch",
    "unknown_attribute",
    "reference",
    "unknown_variable",
    "missing_variable",
    "value_not_given",
    "variables_differ",
    "missing_text",
    "missing_locale",
    "unknown_channel",
    "too_long",
    "over_aim",
    "not_gsm7",
    "reserved_word",
    "too_many_choices",
    "label_too_long",
    "label_not_plain",
    "labels_alike",
    # of conversations: `dialogs.checker.proofs`
    "stops",
    "trap",
    "over_budget",
    "second_offer",
    "declining_unheard",
    "way_out_hidden",
    "human_out_of_reach",
    "human_hidden",
    "early_survey",
    "asked_after_receipt",
    "decided_unasked",
    "decided_otherwise",
    "no_receipt",
    "undo_out_of_reach",
    "suspended",
    "not_introduced",
    "code_unasked",
    "declaration_forgotten",
    "never_reached",
    "rule_broken",
]

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault. An error must not be published; a warning costs money or style.

    `message` says what was expected. `line` and `column` count from 1 within the
    text's source; `channel` is set where only one channel has the fault. A fault of
    a conversation names its `step` instead of a text, and comes with the shortest
    conversation that shows it, as a case in YAML.
    """

    kind: Kind
    severity: Severity
    locale: str
    text: str
    message: str
    channel: str | None = None
    line: int | None = None
    column: int | None = None
    step: str | None = None
    conversation: str | None = None


def has_errors(issues: Iterable[Issue]) -> bool:
    """Whether one of the issues forbids publishing."""
    return any(issue.severity == "error" for issue in issues)
