"""What comes back on a line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer, read to its end. `media` is its content type without parameters."""

    status: int
    media: str
    body: bytes
    retry_after: str | None = None
    request_id: str | None = None
    """What the other side calls the request, where it says so."""
