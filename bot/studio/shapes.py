"""What a picture of a flow is made of, in pixels. Pure."""

from dataclasses import dataclass

BOX_WIDTH = 156
BOX_HEIGHT = 58
COLUMN = 184
ROW = 152
MARGIN = 20
LABEL_HEIGHT = 18
CHARACTER = 6.4
"""Width of a label's character."""

WISH = "wish:"
"""Begins the names of the pills that stand for wishes: they work in every step."""


@dataclass(frozen=True, slots=True)
class Box:
    """A step, or a wish that leads to one from anywhere."""

    name: str
    kind: str
    group: str
    x: float
    y: float
    width: float = BOX_WIDTH
    height: float = BOX_HEIGHT
    way_out: bool = False

    @property
    def is_wish(self) -> bool:
        return self.name.startswith(WISH)

    @property
    def title(self) -> str:
        return self.name.removeprefix(WISH).replace("-", " ").replace("_", " ")


@dataclass(frozen=True, slots=True)
class Label:
    """The outcomes that an arrow stands for; x and y are its middle."""

    text: str
    x: float
    y: float

    @property
    def width(self) -> float:
        return round(len(self.text) * CHARACTER + 10, 1)

    @property
    def left(self) -> float:
        return round(self.x - self.width / 2, 1)

    @property
    def top(self) -> float:
        return round(self.y - LABEL_HEIGHT / 2, 1)


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a step to the one that its outcomes lead to. `path` is an SVG path."""

    source: str
    target: str
    outcomes: tuple[str, ...]
    path: str
    label: Label | None
    way_out: bool = False
    back: bool = False
    """It leads up again."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole drawing."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def centre_of(column: float) -> float:
    """The middle of a column."""
    return round(MARGIN + column * COLUMN + BOX_WIDTH / 2, 1)


def top_of(row: int) -> float:
    """The upper edge of a row's boxes."""
    return MARGIN + row * ROW
