"""Requests of a brand's own systems: whose they are."""

import logging

from flask import request

from bot.endings.signing import SIGNATURE, TIMESTAMP, Forbidden, Unsigned, verify
from bot.web.errors import ApiError
from bot.wiring import Application
from storage.repositories.brands import BrandRow

log = logging.getLogger("cancelbot.web")


def signed_by(app: Application, slug: str) -> BrandRow:
    """The brand whose key signed the request. Raises ApiError; nothing was read of the body by then."""
    with app.database.read() as uow:
        brand = uow.brands.by_slug(slug)
    if brand is None:
        raise ApiError(404, "unknown_brand", "There is no such brand here.")
    try:
        verify(
            brand,
            timestamp=request.headers.get(TIMESTAMP, ""),
            signature=request.headers.get(SIGNATURE, ""),
            method=request.method,
            path=request.path,
            body=request.get_data(cache=True),
            now=app.clock(),
        )
    except Unsigned as error:
        raise ApiError(401, "unsigned", f"{error}.".capitalize()) from error
    except Forbidden as error:
        log.warning("a request to %s was refused: %s", request.path, error)
        raise ApiError(403, "refused", "Expected a signature with the brand's key.") from error
    return brand
