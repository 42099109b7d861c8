"""Options that several commands have."""

from pathlib import Path

import click

messages_folder = click.option(
    "--messages",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with texts of your own, en.ftl, de.ftl, ...: added, or in place of the shipped ones.",
)
