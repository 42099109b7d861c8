"""Where processes log to."""

import logging


def log_to_stderr(level: int = logging.INFO) -> None:
    """One line an event, with the process's id; never what a customer wrote."""
    logging.basicConfig(level=level, format="%(asctime)s %(process)d %(levelname)s %(name)s %(message)s")
    for chatty in ("aiogram", "alembic", "transitions", "twilio", "urllib3"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
