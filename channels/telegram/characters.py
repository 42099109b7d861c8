"""Text that can be encoded, sent and stored."""


def readable(text: str) -> str:
    """The text without what cannot be encoded or stored: lone surrogates become U+FFFD, NUL goes.

    JSON may carry ``"\\ud800"``; neither UTF-8 nor PostgreSQL can.
    """
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return paired.replace("\x00", "")
