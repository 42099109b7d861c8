"""The phone: a page to text from, as any of the demo's customers or any number."""

from typing import Any

from flask import Blueprint, Response, jsonify, render_template

from bot.sandbox.kept import last_number
from bot.sandbox.phone import is_opted_out, phone_thread, text_in
from bot.web.sandbox.guard import wanted_account
from bot.web.sandbox.people import people
from bot.web.sandbox.reading import json_body, number_argument, phone_number, text_of, whole_argument
from bot.wiring import Application


def add_phone(routes: Blueprint, app: Application) -> None:
    """GET /sandbox/phone, its thread, and POST /sandbox/phone/texts."""

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
        number, since = number_argument(""), whole_argument("since")
        with app.database.read() as uow:
            last = last_number(uow)
            news: dict[str, Any] = {"last": last}
            if last != since or not last:
                opted_out = is_opted_out(uow, ours.row, number)
                news |= {"messages": phone_thread(uow, ours, number), "opted_out": opted_out}
        return jsonify(news)

    @routes.post("/phone/texts")
    def text() -> Response:
        ours = wanted_account(app, "sms")
        body = json_body()
        picture = body.get("picture") is True
        said = text_of(body, "text", empty=picture)
        return jsonify(webhook=text_in(app, ours, phone_number(body.get("number")), said, picture))
