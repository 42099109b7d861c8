"""Telegram on a page: the chat with the brand's bot, as any of the demo's customers."""

from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from bot.sandbox.kept import last_number
from bot.sandbox.telegram.people import Person, person_of
from bot.sandbox.telegram.thread import thread_of
from bot.sandbox.telegram.user import NotPossible, TelegramUser
from bot.web.errors import ApiError
from bot.web.sandbox.guard import wanted_account
from bot.web.sandbox.people import people
from bot.web.sandbox.reading import json_body, text_of, whole_argument
from bot.wiring import Application


def add_telegram(routes: Blueprint, app: Application) -> None:
    """GET /sandbox/telegram, its thread, and POST /sandbox/telegram/actions."""

    @routes.get("/telegram")
    def telegram_page() -> str:
        ours = wanted_account(app, "telegram")
        customers = people()
        return render_template(
            "sandbox/telegram.html",
            brand=ours.brand,
            bot=ours.row.address.removeprefix("@"),
            person=_person(customers[0]["chat"]),
            people=customers,
            start=request.args.get("start", ""),
        )

    @routes.get("/telegram/thread")
    def telegram_thread() -> Response:
        ours = wanted_account(app, "telegram")
        person, since = _person(), whole_argument("since")
        with app.database.read() as uow:
            last = last_number(uow)
            news: dict[str, Any] = {"last": last}
            if last != since or not last:
                news |= thread_of(uow, ours, str(person.id))
        return jsonify(news)

    @routes.post("/telegram/actions")
    def act() -> Response:
        user = TelegramUser(app, wanted_account(app, "telegram"), _person())
        try:
            return jsonify(webhook=_do(user, json_body()))
        except NotPossible as error:
            raise ApiError(409, "not_possible", str(error)) from error


def _person(default: int = 0) -> Person:
    """Whose chat it is. Raises `ApiError` 400."""
    person = person_of(whole_argument("chat", default))
    if person is None:
        raise ApiError(400, "bad_chat", "chat must be the id of a Telegram user, a whole number.")
    return person


def _do(user: TelegramUser, body: dict[str, Any]) -> int | None:
    match body:
        case {"do": "say"}:
            return user.say(text_of(body, "text"))
        case {"do": "edit"}:
            return user.edit(text_of(body, "text"))
        case {"do": "press", "message": int(message), "data": str(data)}:
            return user.press(message, data)
        case {"do": "share_contact", "own": bool(own)}:
            return user.share_contact(own)
        case {"do": "send_picture"}:
            return user.send_picture(text_of(body, "caption", empty=True))
        case _:
            expected = "say, edit, press, share_contact or send_picture with its values"
            raise ApiError(400, "bad_action", f'"do" must be {expected}.')
