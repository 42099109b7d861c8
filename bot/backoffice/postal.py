"""Postal addresses as they are kept: the lines, and the country's two letters in the last one. Pure."""

from bot.backoffice.base import PostalAddress


def kept_postal(address: PostalAddress) -> str:
    """The form in which the built-in back office keeps it."""
    return "\n".join((*address.lines, address.country))


def postal_of(kept: str) -> PostalAddress:
    """What `kept_postal` made a text of."""
    *lines, country = kept.split("\n")
    return PostalAddress(tuple(lines), country)
