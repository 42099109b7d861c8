"""What the provider of calls asks and reports: signed, answered with what is said next."""

from flask import Blueprint, Response, request

from bot.calling.answering import NoSuchCall, Utterance, hear
from bot.web.errors import ApiError
from bot.web.streams import Streams
from bot.web.webhooks import Inbounds, accounts_of, verified
from bot.wiring import Application
from channels.base import CallReport
from channels.voice import VOICE
from dialogs.ids import EffectId


def call_routes(app: Application, streams: Streams) -> Blueprint:
    """POST /webhooks/voice/<brand>/<call>: the address of one call, made when it is placed."""
    routes = Blueprint("calls", __name__)
    inbounds = Inbounds()

    @routes.post(f"/webhooks/{VOICE.kind}/<slug>/<call>")
    def call(slug: str, call: str) -> Response:
        account, received = verified(app, inbounds, accounts_of(app, VOICE.kind, slug))
        told = request.args.get("keys") == "told"
        answer = Response(status=204)
        for report in received:
            if isinstance(report, CallReport):
                try:
                    said = hear(app, account.brand_id, EffectId(call), report, told=told)
                except NoSuchCall as error:
                    raise ApiError(404, "unknown_call", "There is no such call.") from error
                answer = _spoken(app, said)
        return answer

    return routes


def _spoken(app: Application, said: Utterance) -> Response:
    """What is said, as the provider reads it; pressed keys come back to the same address."""
    # Only where somebody is called: other installations do without the library.
    from channels.voice.speech import Speech, twiml

    if not said.lines:
        return Response(status=204)
    here = f"{app.settings.base_url}{request.path}"
    keys = None if said.keys is None else f"{here}?keys={said.keys}"
    speech = Speech(said.locale, said.lines, keys, said.goodbye)
    return Response(twiml(speech), mimetype="text/xml")
