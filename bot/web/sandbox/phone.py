"""The phone: a page to text from, as any of the demo's customers or any number."""

from typing import Any, get_args

from flask import Blueprint, Response, jsonify, render_template

from bot.sandbox.accounts import account_of_brand
from bot.sandbox.calls import Deed, act_on_call, shown_calls
from bot.sandbox.kept import last_number
from bot.sandbox.phone import has_reception, is_opted_out, phone_thread, set_reception, text_in
from bot.web.errors import ApiError
from bot.web.sandbox.guard import wanted_account
from bot.web.sandbox.people import people
from bot.web.sandbox.reading import json_body, number_argument, phone_number, text_of, whole_argument
from bot.wiring import Application


def add_phone(routes: Blueprint, app: Application) -> None:
    """GET /sandbox/phone, its thread, and POST /sandbox/phone/texts, reception and calls."""

    @routes.get("/phone")
    def phone_page() -> str:
        ours = wanted_account(app, "sms")
        customers = people()
        number = number_argument(customers[0]["phone"])
        owner = next((each for each in customers if each["phone"] == number), None)
        return render_template(
            "sandbox/phone.html",
            brand=ours.brand,
            number=number,
            owner=owner,
            people=customers,
            to=ours.row.address,
        )

    @routes.get("/phone/thread")
    def thread() -> Response:
        ours = wanted_account(app, "sms")
        voice = account_of_brand(app, "voice", ours.brand.slug)
        number, since = number_argument(""), whole_argument("since")
        with app.database.read() as uow:
            last = last_number(uow)
            news: dict[str, Any] = {"last": last}
            if last != since or not last:
                calls = [] if voice is None else shown_calls(uow, voice, number)
                shown = sorted([*phone_thread(uow, ours, number), *calls], key=lambda each: each["id"])
                news |= {
                    "messages": shown,
                    "opted_out": is_opted_out(uow, ours.row, number),
                    "reception": has_reception(uow, ours.row, number),
                }
        return jsonify(news)

    @routes.post("/phone/texts")
    def text() -> Response:
        ours = wanted_account(app, "sms")
        body = json_body()
        picture = body.get("picture") is True
        said = text_of(body, "text", empty=picture)
        return jsonify(webhook=text_in(app, ours, phone_number(body.get("number")), said, picture))

    @routes.post("/phone/reception")
    def change_reception() -> tuple[str, int]:
        ours = wanted_account(app, "sms")
        body = json_body()
        set_reception(app, ours, phone_number(body.get("number")), arrives=body.get("arrives") is not False)
        return "", 204

    @routes.post("/phone/calls")
    def act_in_call() -> Response:
        ours = wanted_account(app, "voice")
        body = json_body()
        deed = _deed(body.get("do"))
        key = text_of(body, "key") if deed == "press" else ""
        try:
            number = phone_number(body.get("number"))
            status = act_on_call(app, ours, number, text_of(body, "call"), deed, key)
        except LookupError as error:
            raise ApiError(409, "no_call", "There is no such call, or it is over.") from error
        return jsonify(webhook=status)


def _deed(value: object) -> Deed:
    """Raises `ApiError` 400."""
    for deed in get_args(Deed):
        if deed == value:
            found: Deed = deed
            return found
    raise ApiError(400, "bad_do", f'"do" must be one of {", ".join(get_args(Deed))}.')
