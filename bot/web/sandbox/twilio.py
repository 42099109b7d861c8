"""Twilio's address: where the worker sends text messages and has calls placed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Blueprint, Response, jsonify, request
from werkzeug.datastructures import MultiDict

from bot.sandbox.calls import create_call
from bot.sandbox.twilio import Form, Twilio, TwilioError
from bot.wiring import Application


def add_twilio(routes: Blueprint, app: Application, twilio: Twilio) -> None:
    """POST /sandbox/twilio/2010-04-01/Accounts/<sid>/Messages.json and Calls.json."""
    home = "/twilio/2010-04-01/Accounts/<sid>"

    @routes.post(f"{home}/Messages.json")
    def create_message(sid: str) -> tuple[Response, int]:
        return _created(twilio.create_message, sid)

    @routes.post(f"{home}/Calls.json")
    def place_call(sid: str) -> tuple[Response, int]:
        return _created(partial(create_call, app), sid)


def _created(create: Callable[[str, str, str, Form], dict[str, Any]], sid: str) -> tuple[Response, int]:
    """What is made for whoever is logged in, or Twilio's refusal."""
    login = request.authorization
    name, password = (login.username, login.password) if login is not None else (None, None)
    form: MultiDict[str, str] = request.form
    try:
        created = create(sid, name or "", password or "", dict(form.lists()))
    except TwilioError as error:
        return jsonify(error.body()), error.status
    return jsonify(created), 201
