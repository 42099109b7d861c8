"""What the operator is told at the start about PDFs: whether they can be made, and whose seals are amiss."""

import logging
import threading

from bot.seals import seal_problem
from bot.wiring import Application

log = logging.getLogger("cancelbot.printing")


def look_after_printing(app: Application) -> threading.Thread:
    """Warm the press up, beside everything else, and say what is wrong."""
    thread = threading.Thread(target=_look, args=(app,), name="printing", daemon=True)
    thread.start()
    return thread


def _look(app: Application) -> None:
    problem = app.press.problem
    if problem is not None:
        log.warning("%s. Until then confirmations go by mail without a PDF.", problem)
    with app.database.read() as uow:
        brands = uow.brands.all()
    for brand in brands:
        problem = seal_problem(brand, app.clock())
        if problem is not None:
            log.warning("%s", problem)
