"""Twilio's address: where the worker sends text messages."""

from flask import Blueprint, Response, jsonify, request
from werkzeug.datastructures import MultiDict

from bot.sandbox.twilio import Twilio, TwilioError


def add_twilio(routes: Blueprint, twilio: Twilio) -> None:
    """POST /sandbox/twilio/2010-04-01/Accounts/<sid>/Messages.json."""

    @routes.post("/twilio/2010-04-01/Accounts/<sid>/Messages.json")
    def create_message(sid: str) -> tuple[Response, int]:
        login = request.authorization
        name, password = (login.username, login.password) if login is not None else (None, None)
        form: MultiDict[str, str] = request.form
        try:
            created = twilio.create_message(sid, name or "", password or "", dict(form.lists()))
        except TwilioError as error:
            return jsonify(error.body()), error.status
        return jsonify(created), 201
