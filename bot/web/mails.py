"""What comes back to a brand's mailbox, as its mail provider or a relay of its own posts it, signed."""

from flask import Blueprint, Response, jsonify, request

from bot.mails.receiving import receive_mail
from bot.web.errors import ApiError
from bot.web.signed import signed_by
from bot.web.streams import Streams
from bot.wiring import Application
from channels.email.incoming import NoMail

MAIL = "message/rfc822"


def mail_routes(app: Application, streams: Streams) -> Blueprint:
    """POST /api/brands/<brand>/mails."""
    routes = Blueprint("mails", __name__)

    @routes.post("/api/brands/<slug>/mails")
    def receive(slug: str) -> tuple[Response, int]:
        brand = signed_by(app, slug)
        if request.mimetype != MAIL:
            raise ApiError(415, "not_mail", f"Expected a body with Content-Type: {MAIL}.")
        try:
            said = receive_mail(app, brand.id, request.get_data(cache=True))
        except NoMail as error:
            told = str(error)
            raise ApiError(422, "no_mail", f"{told[0].upper()}{told[1:]}.") from error
        return jsonify(said=said), 202

    return routes
