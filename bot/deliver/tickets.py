"""Pushing tickets to a brand's own systems."""

from contextlib import closing
from datetime import datetime, timedelta

from bot.deliver.retry import Policy
from bot.deliver.settle import Done, Later, Never, Result, Unwanted
from bot.lines.answer import Answer, waiting_time
from bot.lines.line import Line, LineError
from bot.tickets.signing import signed_headers
from bot.tickets.target import Target, TargetError, has_target, target_of
from bot.wiring import Application
from storage.repositories.effects import Claimed

TICKET = Policy(timedelta(seconds=5), timedelta(hours=2), timedelta(days=4))
"""The brand's system may be away for a long weekend."""
WITHIN = 15.0
"""Seconds in which the other side answers; what Standard Webhooks advises is 15 to 30."""
LONGEST_WAIT = 6 * 3600.0
"""Seconds: so much of a Retry-After is heeded."""
_GONE = 410


def push_ticket(app: Application, claimed: Claimed) -> Result:
    """Push it once; the other side knows a second time by the same `webhook-id`."""
    row = claimed.effect
    with app.database.read() as uow:
        brand = app.directory.brand(uow, row.brand_id)
    if not has_target(brand):
        return Unwanted("the brand wants no tickets any more")
    try:
        target = target_of(brand)
    except TargetError as error:
        return Later(str(error), TICKET)
    try:
        answer = pushed(target, row.id, row.payload, app)
    except LineError as error:
        return Later(error.reason, TICKET)
    return _result(answer, app.clock())


def pushed(target: Target, id_: str, body: bytes, app: Application) -> Answer:
    """The other side's answer. Raises `LineError`."""
    headers = signed_headers(target.secret, id_, body, app.clock())
    headers |= {"Content-Type": "application/json", "User-Agent": "Cancelbot"}
    with closing(Line(target.address)) as line:
        return line.post(target.address.path or "/", headers, body, WITHIN)


def _result(answer: Answer, now: datetime) -> Result:
    if 200 <= answer.status < 300:
        return Done()
    if answer.status == _GONE:
        return Never("the brand's system says that nobody wants tickets there any more (410)")
    wanted = waiting_time(answer.retry_after, now)
    wait = None if wanted is None else min(wanted, LONGEST_WAIT)
    return Later(f"the brand's system answered {answer.status}", TICKET, wait)
