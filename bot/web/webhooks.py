"""What providers call. On disk first, then 2xx; then the conversation's rows are processed in order."""

import logging
from collections.abc import Mapping, Sequence

from flask import Blueprint, Response, request

from bot.deliver.look_ups import run_look_ups
from bot.outbounds import account_of
from bot.receive.inbox import lane_of, process_lane, store_message
from bot.reports import note_status
from bot.web.errors import ApiError
from bot.web.streams import Streams
from bot.wiring import Application
from channels.base import Inbound, Incoming, Received, StatusReport, WebhookRefused, WebhookRequest, made
from channels.registry import CHANNELS
from dialogs.ids import AccountId
from storage.repositories.brands import AccountRow

log = logging.getLogger("cancelbot.webhooks")


def webhook_routes(app: Application, streams: Streams) -> Blueprint:
    """POST /webhooks/<kind>/<brand>, for every kind of channel that receives by webhook."""
    routes = Blueprint("webhooks", __name__)
    inbounds = Inbounds()

    @routes.post("/webhooks/<kind>/<slug>")
    def receive(kind: str, slug: str) -> Response:
        if kind in CHANNELS and not CHANNELS[kind].capabilities.receives:
            raise unknown_webhook()
        accounts = accounts_of(app, kind, slug)
        account, received = verified(app, inbounds, accounts)
        lanes = [_keep(app, account, each) for each in received]
        for lane in dict.fromkeys(lane for lane in lanes if lane is not None):
            _process(app, lane)
        return Response(status=204)

    return routes


class Inbounds:
    """The verifying halves of the channels, one an account."""

    def __init__(self) -> None:
        self._made: dict[AccountId, tuple[AccountRow, Inbound]] = {}

    def of(self, row: AccountRow) -> Inbound:
        kept = self._made.get(row.id)
        if kept is None or kept[0] != row:
            kept = row, made(CHANNELS[row.kind].inbound or "", account_of(row))
            self._made[row.id] = kept
        return kept[1]


def accounts_of(app: Application, kind: str, slug: str) -> list[AccountRow]:
    """The brand's accounts of a kind that is called by its provider. Raises ApiError 404."""
    with app.database.read() as uow:
        brand = app.directory.brand_named(uow, slug)
        accounts = [] if brand is None else app.directory.accounts_of(uow, brand.id)
    found = [each for each in accounts if each.kind == kind and CHANNELS[each.kind].inbound]
    if not found:
        raise unknown_webhook()
    return found


def unknown_webhook() -> ApiError:
    """Nobody is called there."""
    return ApiError(404, "unknown_webhook", "There is no such webhook.")


def verified(
    app: Application, inbounds: Inbounds, accounts: Sequence[AccountRow]
) -> tuple[AccountRow, tuple[Received, ...]]:
    """The account whose secret the request knows, and what it says. Raises ApiError."""
    sent = webhook_request(app)
    refused: WebhookRefused | None = None
    for account in accounts:
        try:
            return account, inbounds.of(account).verify_and_parse(sent, app.clock())
        except WebhookRefused as error:
            refused = error
    assert refused is not None
    log.warning("webhook %s refused with %s: %s", request.path, refused.status, refused.reason)
    raise ApiError(refused.status, "refused", refused.reason)


def webhook_request(app: Application) -> WebhookRequest:
    """The request as the provider made it: its URL is the public one, whatever a proxy changed."""
    query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
    form: Mapping[str, str] = {}
    body = request.get_data(cache=True, parse_form_data=False)
    if request.mimetype == "application/x-www-form-urlencoded":
        form = {name: values[-1] for name, values in request.form.lists()}
    return WebhookRequest(
        request.method, f"{app.settings.base_url}{request.path}{query}", dict(request.headers), body, form
    )


def _keep(app: Application, account: AccountRow, received: Received) -> str | None:
    """Put it on disk; the lane to be processed, or None when nothing is."""
    if isinstance(received, StatusReport):
        with app.database.write() as uow:
            note_status(uow, account.brand_id, received, app.clock())
        return None
    if isinstance(received, Incoming):
        store_message(app, account, received)
        return lane(app, account, received)
    return None


def lane(app: Application, account: AccountRow, incoming: Incoming) -> str:
    with app.database.read() as uow:
        return lane_of(uow, account, incoming.sender)


def _process(app: Application, lane: str) -> None:
    """Process it here and now; what fails stays for the worker, and is acknowledged all the same."""
    try:
        for taken in process_lane(app, lane):
            run_look_ups(app, taken.look_ups)
    except Exception:
        log.exception("lane left to the worker")
