"""Refusals of the desk as HTTP answers."""

from bot.handoff import HandoffRefused
from bot.web.errors import ApiError

_STATUS = {"not_found": 404, "bad_text": 422, "nothing_to_cancel": 422, "office_silent": 503}


def refused(error: HandoffRefused) -> ApiError:
    """What the browser is told; anything that others did in the meantime is a conflict (409)."""
    return ApiError(_STATUS.get(error.code, 409), error.code, error.message)


def not_found() -> ApiError:
    """The same for what does not exist and for what is another brand's."""
    return ApiError(404, "not_found", "There is no such thing here.")
