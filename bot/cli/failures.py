"""What a person at a terminal reads when something is wrong: one sentence, exit code 2."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from bot.settings import SettingsError
from dialogs.documents import DocumentError
from storage.errors import StorageError


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn foreseen errors into a message; anything unforeseen keeps its traceback."""
    try:
        yield
    except (SettingsError, StorageError, DocumentError) as error:
        raise click.ClickException(str(error)) from error
