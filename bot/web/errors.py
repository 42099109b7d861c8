"""Errors as callers read them: a precise status, and what was expected."""

import logging

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from storage.errors import Conflict, Unavailable

log = logging.getLogger("cancelbot.web")


class ApiError(Exception):
    """An answer other than success. `message` says what was expected."""

    def __init__(self, status: int, code: str, message: str, retry_after: int | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.retry_after = retry_after


def error_response(status: int, code: str, message: str, retry_after: int | None = None) -> Response:
    response = jsonify(error={"code": code, "message": message})
    response.status_code = status
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def handle_errors(app: Flask) -> None:
    """Every error becomes JSON that says what was expected; none is swallowed."""

    @app.errorhandler(ApiError)
    def _api_error(error: ApiError) -> Response:
        return error_response(error.status, error.code, error.message, error.retry_after)

    @app.errorhandler(Unavailable)
    def _unavailable(error: Unavailable) -> Response:
        log.error("database unavailable: %s", error)
        return error_response(503, "unavailable", "The service is busy; please send it again.", 2)

    @app.errorhandler(Conflict)
    def _conflict(error: Conflict) -> Response:
        log.error("too many conflicts: %s", error)
        return error_response(503, "unavailable", "The service is busy; please send it again.", 1)

    @app.errorhandler(HTTPException)
    def _http_error(error: HTTPException) -> Response:
        if error.response is not None:
            return error.response  # type: ignore[return-value]
        name = (error.name or "error").lower().replace(" ", "_")
        response = error_response(error.code or 500, name, error.description or "")
        if isinstance(error, MethodNotAllowed) and error.valid_methods:
            response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
        return response

    @app.errorhandler(Exception)
    def _unforeseen(error: Exception) -> Response:
        log.error("unforeseen error in %s %s", request.method, request.path, exc_info=error)
        return error_response(500, "internal", "Something went wrong on our side; it has been logged.")
