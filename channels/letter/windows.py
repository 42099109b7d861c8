"""The windows of envelopes, and where a letter's address stands so that it shows in them. All in millimetres.

A letter slides in its envelope. What has to be read stands where the window shows it wherever the letter has
slid to, and nothing else stands where it could show.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Sheet = Literal["A4", "letter"]

LARGEST_SHIFT = 0.01
"""What rounding may come to."""


@dataclass(frozen=True, slots=True)
class Window:
    """One kind of envelope with a window at its left, and the paper that goes into it.

    Places on the sheet are from its upper left corner.
    """

    name: str
    about: str
    sheet: Sheet
    folds: tuple[float, ...]
    """Where the sheet is folded, from its upper edge."""
    envelope: tuple[float, float]
    """The largest envelope that has this window: width and height."""
    opening: tuple[float, float, float, float]
    """The window in it: from its left edge, from its lower edge, width and height."""
    left: float
    top: float
    width: float
    """Where lines begin and end."""
    lines: int
    """As many as fit, the name included."""
    line_height: float
    points: float
    """The address's type size."""
    sender_top: float | None
    """Where the sender stands in one small line within the window; None: above it, in the letter's head."""

    @property
    def height(self) -> float:
        """Of all lines together."""
        return self.lines * self.line_height

    @property
    def sheet_size(self) -> tuple[float, float]:
        """Width and height of the paper."""
        return SHEETS[self.sheet]

    def always_visible(self) -> tuple[float, float, float, float]:
        """What of the sheet the window shows wherever it has slid to: left, top, right, bottom."""
        sheet_width = self.sheet_size[0]
        across, up, width, height = self.opening
        slack_across = self.envelope[0] - sheet_width
        slack_up = self.envelope[1] - self.folds[0]
        return (
            max(0.0, across),
            self.folds[0] - up - height + slack_up,
            across + width - slack_across,
            self.folds[0] - up,
        )


SHEETS: Mapping[Sheet, tuple[float, float]] = {"A4": (210.0, 297.0), "letter": (215.9, 279.4)}

DIN = Window(
    "din",
    "DL and C6/5 envelopes with a window (DIN 680), on A4 (DIN 5008 form B)",
    sheet="A4",
    folds=(105.0, 210.0),
    envelope=(220.0, 110.0),
    opening=(20.0, 15.0, 90.0, 45.0),
    left=25.0,
    top=62.7,
    width=75.0,
    lines=6,
    line_height=4.5,
    points=10.5,
    sender_top=57.5,
)
"""The six lines stand in the address's zone of 27.3 mm, below the one for notes. Source: DIN 5008, form B."""

US = Window(
    "us",
    "#10 envelopes with a standard window (4 1/2 x 1 1/8 in), on Letter",
    sheet="letter",
    folds=(101.6, 190.5),
    envelope=(241.3, 104.775),
    opening=(22.225, 12.7, 114.3, 28.575),
    left=25.4,
    top=66.7,
    width=82.5,
    lines=5,
    line_height=3.8,
    points=9.5,
    sender_top=None,
)
"""At least 1/8 in of clear space stays around the address wherever the letter has slid to, if it is folded at
its marks. Source: USPS Domestic Mail Manual, 202.5.2 (insert with address showing through a window)."""

WINDOWS: Mapping[str, Window] = {window.name: window for window in (DIN, US)}

ON_LETTER_PAPER = frozenset({"US", "CA", "MX"})


def window_of(settings: Mapping[str, object]) -> Window:
    """The window that an account's settings say, or that is usual where its letters are posted."""
    named = str(settings.get("window") or "")
    if named:
        return WINDOWS[named]
    return US if str(settings.get("country", "")).upper() in ON_LETTER_PAPER else DIN
