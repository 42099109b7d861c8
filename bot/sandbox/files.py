"""Files that go along with a message, as JSON can hold them."""

import base64
from collections.abc import Mapping
from typing import Any

from channels.base import Attachment, Outgoing


def stored_files(outgoing: Outgoing) -> Mapping[str, Any]:
    """The message's files, as a row's `meta` holds them."""
    return {"attachments": [stored_file(each) for each in outgoing.attachments]}


def stored_file(attachment: Attachment) -> dict[str, Any]:
    """A file as JSON can hold it."""
    return {
        "name": attachment.name,
        "media_type": attachment.media_type,
        "content": base64.b64encode(attachment.content).decode(),
    }


def read_file(stored: Mapping[str, Any]) -> Attachment:
    """The file again."""
    return Attachment(stored["name"], stored["media_type"], base64.b64decode(stored["content"]))
