"""A channel as the checker knows it: a name, and a function that shows a text as the channel would."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dialogs.checker.issues import Kind, Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a text on a channel."""

    kind: Kind
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class View:
    """A text as one channel carries it.

    `characters` counts as the channel counts, of at most `limit`. `segments` and
    `encoding` are set where texts are paid by the segment. `shortened` when the
    short variant was taken.
    """

    text: str
    buttons: tuple[str, ...]
    characters: int
    limit: int
    shortened: bool = False
    segments: int | None = None
    encoding: str | None = None
    problems: tuple[Problem, ...] = ()


Show = Callable[[str, str | None, tuple[str, ...]], View]
"""Text, short variant and labels of the choices to what the channel makes of them."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One kind of channel: what the engine must know of it, and how it shows a text."""

    name: str
    title: str
    show: Show
    carries: Literal["dialog", "mail", "call", "letter"] = "dialog"
    shares_contact: bool = False
    sender_is_phone: bool = False
    max_label_characters: int = 64
