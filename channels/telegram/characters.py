"""Text as Telegram counts, cuts and carries it."""

_BORDERS = ("\n\n", "\n", " ")


def readable(text: str) -> str:
    """The text without what cannot be encoded or stored: lone surrogates become U+FFFD, NUL goes.

    JSON may carry ``"\\ud800"``; neither UTF-8 nor PostgreSQL can.
    """
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return paired.replace("\x00", "")


def length(text: str) -> int:
    """The length in UTF-16 code units, as Telegram counts. At least the number of characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, limit: int) -> tuple[str, ...]:
    """The text in parts of at most `limit` UTF-16 units.

    Cut between paragraphs, else lines, else words, else anywhere. Always the
    same parts for the same text, and no part is blank.
    """
    parts: list[str] = []
    rest = readable(text).strip()
    while length(rest) > limit:
        cut = _cut(_beginning(rest, limit))
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    if rest:
        parts.append(rest)
    return tuple(parts)


def _beginning(text: str, limit: int) -> str:
    """As much of the text as fits; a character of two units is never halved."""
    return text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", "ignore")


def _cut(beginning: str) -> int:
    """Where to cut: at the widest border of the second half, so that no part is a crumb."""
    for border in _BORDERS:
        position = beginning.rfind(border, len(beginning) // 2)
        if position > 0:
            return position
    return len(beginning)
