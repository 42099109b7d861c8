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
    "too_long",
    "over_aim",
    "not_gsm7",
    "reserved_word",
    "too_many_choices",
    "label_too_long",
    "label_not_plain",
    "labels_alike",
]

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault. An error must not be published; a warning costs money or style.

    `message` says what was expected. `line` and `column` count from 1 within the
    text's source; `channel` is set where only one channel has the fault.
    """

    kind: Kind
    severity: Severity
    locale: str
    text: str
    message: str
    channel: str | None = None
    line: int | None = None
    column: int | None = None


def has_errors(issues: Iterable[Issue]) -> bool:
    """Whether one of the issues forbids publishing."""
    return any(issue.severity == "error" for issue in issues)
