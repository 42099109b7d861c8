"""An import that is killed in the midst of writing.

python -m tests.bot.backoffice.csv.killed URL BRAND FOLDER
"""

import os
import signal
import sys
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bot.backoffice.csv.importing import Import, import_files
from dialogs.ids import BrandId
from storage.database import Database
from tests.bot.databases import KEYS


def main(url: str, brand: str, folder: str) -> None:
    """Die when the first service is to be written: the customers are by then, and nothing is committed."""
    database = Database.open(url, KEYS)

    @event.listens_for(database.engine, "before_cursor_execute")
    def die(_: Any, __: Any, statement: str, *___: Any) -> None:
        if statement.startswith("INSERT INTO bo_service"):
            os.kill(os.getpid(), signal.SIGKILL)

    import_files(database, Import(BrandId(brand), [Path(folder)], date(2026, 11, 22)), lambda _: None)


if __name__ == "__main__":
    main(*sys.argv[1:])
