"""Telegram's address: where the worker sends messages and fetches updates."""

from typing import Any

from flask import Blueprint, Response, jsonify, request

from bot.sandbox.telegram.bot_api import BotApi
from bot.sandbox.telegram.fields import BotApiError, bad
from channels.base import Attachment


def add_bot_api(routes: Blueprint, api: BotApi) -> None:
    """GET and POST /sandbox/telegram/bot<token>/<method>."""

    @routes.route("/telegram/bot<token>/<method>", methods=["GET", "POST"])
    def call(token: str, method: str) -> tuple[Response, int]:
        try:
            result = api.call(token, method, _fields())
        except BotApiError as error:
            return jsonify(error.body()), error.status
        return jsonify(ok=True, result=result), 200


def _fields() -> dict[str, Any]:
    """From the address, a form (with files) or JSON: Telegram takes them all."""
    fields: dict[str, Any] = {**request.args.to_dict(), **request.form.to_dict()}
    if request.is_json:
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            raise bad("can't parse JSON object")
        fields |= body
    return {**fields, **_uploads(fields)}


def _uploads(fields: dict[str, Any]) -> dict[str, Attachment]:
    """The files by their fields: of that name, or of the name that the field's ``attach://`` gives."""
    attached = {value: name for name, value in fields.items() if str(value).startswith("attach://")}
    return {
        attached.get(f"attach://{name}", name): Attachment(
            file.filename or "file", file.mimetype or "application/octet-stream", file.read()
        )
        for name, file in request.files.items()
    }
