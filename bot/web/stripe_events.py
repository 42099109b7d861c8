"""What Stripe tells of a brand: looks that would be made later are made now. Nothing depends on it."""

import logging
from collections.abc import Iterator

from flask import Blueprint, Response, request

from bot.backoffice.choosing import chosen_by
from bot.backoffice.registry import STRIPE
from bot.backoffice.stripe_billing.events import EventRefused, StripeEvent, verified_event
from bot.settings import SettingsError, resolved
from bot.watches import look_sooner
from bot.web.errors import ApiError
from bot.web.streams import Streams
from bot.web.webhooks import unknown_webhook
from bot.wiring import Application
from dialogs.ids import CaseId, CustomerRef
from storage.repositories.brands import BrandRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.webhooks")


def stripe_routes(app: Application, streams: Streams) -> Blueprint:
    """POST /webhooks/stripe/<brand>, for brands whose back office is Stripe and has a signing secret."""
    routes = Blueprint("stripe", __name__)

    @routes.post(f"/webhooks/{STRIPE.kind}/<slug>")
    def receive(slug: str) -> Response:
        brand, secret = _brand_of(app, slug)
        header = request.headers.get("Stripe-Signature", "")
        try:
            event = verified_event(secret, header, request.get_data(), app.clock())
        except EventRefused as error:
            log.warning("webhook %s refused: %s", request.path, error)
            raise ApiError(403, "refused", str(error)) from error
        _look(app, brand, event)
        return Response(status=204)

    return routes


def _brand_of(app: Application, slug: str) -> tuple[BrandRow, str]:
    """The brand and its signing secret. Raises `ApiError` 404 where there is nobody to be called."""
    with app.database.read() as uow:
        brand = app.directory.brand_named(uow, slug)
    if brand is None:
        raise unknown_webhook()
    try:
        chosen = chosen_by(brand)
        if chosen.kind != STRIPE or "webhook_secret" not in chosen.settings:
            raise unknown_webhook()
        return brand, resolved(chosen.settings["webhook_secret"])
    except SettingsError as error:
        log.error("webhook %s: %s", request.path, error)
        raise ApiError(503, "unavailable", "The signing secret is missing.", retry_after=60) from error


def _look(app: Application, brand: BrandRow, event: StripeEvent) -> None:
    if not event.looks:
        return
    with app.database.write() as uow:
        for case in dict.fromkeys(_cases(uow, brand, event)):
            for row in uow.outbox.of_case(brand.id, case):
                if row.kind in event.looks:
                    look_sooner(uow, row, event.id, brand.zone, app.clock())


def _cases(uow: UnitOfWork, brand: BrandRow, event: StripeEvent) -> Iterator[CaseId]:
    """The cases that the event may be about: of its customer, or the one in the key of our write."""
    if event.customer is not None:
        whose = uow.contacts.customer_hash(brand.id, CustomerRef(event.customer))
        yield from (row.id for row in uow.cases.of_customer(brand.id, whose))
    elif event.cause is not None and ":" in event.cause:
        yield CaseId(event.cause.split(":")[1])
