"""What an answer comes to: what was told, that there is none, a no for good, or nothing that can be read."""

import re
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from bot.backoffice.base import BackOfficeError, NotPossible, OutcomeUnknown, TermsChanged, Unavailable
from bot.backoffice.http.calls import Asked, Call, Told
from bot.backoffice.http.models import TERMS_CHANGED, Refusal
from bot.backoffice.http.wire import fault_in
from bot.lines.answer import Answer, waiting_time

JSON = "application/json"
LONGEST_REASON = 500

NONE, REFUSED, BUSY = 404, (409, 422), (429, 503)


def told_by(call: Call[Asked, Told], asked: Asked, answer: Answer, now: datetime) -> Told | None:
    """What the answer tells; None where it says that there is none.

    Raises `TermsChanged` or `NotPossible` for a refusal, `Unavailable` where surely nothing was done, and
    else `Unavailable` (reads) or `OutcomeUnknown` (writes). The reason names the field that is wrong.
    """
    if answer.status == 200:
        return _told(call, asked, answer)
    refusal = _refusal(answer)
    reason = None if refusal is None else _one_line(refusal.reason) or None
    if reason is not None and answer.status in REFUSED:
        changed = call.writes and refusal is not None and refusal.code == TERMS_CHANGED
        raise TermsChanged(reason) if changed else NotPossible(reason)
    if reason is not None and answer.status == NONE and call.finds:
        return None
    if _did_nothing(answer):
        told = f"{call.path}: answered {answer.status}, {reason or 'without a reason'}"
        raise Unavailable(told, waiting_time(answer.retry_after, now))
    raise unclear(call, f"answered {answer.status}, {reason or 'without a reason'}")


def unclear(call: Call[Any, Any], what: str) -> BackOfficeError:
    """The error for an answer that says nothing: a read did nothing, a write may have."""
    return (OutcomeUnknown if call.writes else Unavailable)(f"{call.path}: {what}")


def _did_nothing(answer: Answer) -> bool:
    """A refusal that we cannot read may stand for anything; every other 4xx refuses before acting."""
    if answer.status in BUSY and answer.retry_after is not None:
        return True
    return 400 <= answer.status < 500 and answer.status not in REFUSED


def _told(call: Call[Asked, Told], asked: Asked, answer: Answer) -> Told:
    if answer.media != JSON:
        raise unclear(call, f"Content-Type: expected {JSON}, found {_one_line(answer.media) or 'none'}")
    try:
        told = call.tells.model_validate_json(answer.body, strict=True)
    except ValidationError as error:
        raise unclear(call, fault_in(error)) from None
    fault = call.fault_in(asked, told)
    if fault is not None:
        raise unclear(call, fault)
    return told


def _refusal(answer: Answer) -> Refusal | None:
    """What the body says of why not, if it says that."""
    if answer.media != JSON:
        return None
    try:
        return Refusal.model_validate_json(answer.body, strict=True)
    except ValidationError:
        return None


def _one_line(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", text).strip()[:LONGEST_REASON]
