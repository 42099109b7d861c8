"""The page of a case, and what it asks: to whoever proves to be its customer; to others it says nothing.

Whether there is a record with a number is never told: the page, the request for a code and every refusal
are the same for any number.
"""

import hashlib
import json
import math
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from bot.backoffice.base import BackOfficeError
from bot.casepage.proving import TooManyCodes, ask_for_code, begin_visit, prove
from bot.casepage.shown import case_shown, found_record
from bot.casepage.speaking import Busy, Wish, speak
from bot.chats import Visitor, new_token, sender_of
from bot.confirming.preferring import prefer, preferred_way
from bot.identification.codes import DIGITS, VALID_MINUTES
from bot.letters.addressing import reaches
from bot.outbounds import letter_account
from bot.room import locale_of
from bot.sending_again import Asker, NotSentAgain, find_about, send_again, ways_for
from bot.web.arrivals import FOR_A_DEMO, FOR_PEOPLE, Arrivals
from bot.web.confirmations import not_sent, way_in
from bot.web.errors import ApiError
from bot.web.reception import Reception
from bot.web.security import require_own_page
from bot.web.streams import Streams
from bot.wiring import Application
from dialogs.ids import CustomerRef
from dialogs.values import Way
from storage.repositories.brands import BrandRow
from storage.repositories.cases import RecordRow

LONGEST_NUMBER = 40
LONGEST_CODE = 20
CUSTOMER = Asker("The customer, on the page of the case")
WISHES: tuple[Wish, ...] = ("undo", "dispute")
_REFUSED: dict[str, tuple[int, str, str]] = {
    "wrong": (403, "wrong_code", "That code is not right."),
    "expired": (403, "expired_code", "That code is no longer valid; please ask for a new one."),
    "locked": (429, "too_many_tries", "Too many codes were tried; please wait an hour."),
}
"""Why a code is not taken: status, code and message."""


def case_routes(app: Application, streams: Streams) -> Blueprint:
    """GET /case/<brand>/<number> and what that page asks for."""
    routes = Blueprint("case", __name__, url_prefix="/case/<slug>/<number>")
    page = CasePage(app)

    @routes.get("")
    def show(slug: str, number: str) -> Response:
        brand, _ = page.reception.brand(slug)
        locale = locale_of(request.accept_languages.best, tuple(brand.locales), brand.locale)
        response = Response(render_template("case/case.html", brand=brand, locale=locale, number=number))
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        # The address names a record: no page that is gone on to learns it.
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    @routes.post("/code")
    def code(slug: str, number: str) -> Response:
        return page.send_code(slug, _number(number))

    @routes.post("/identify")
    def identify(slug: str, number: str) -> Response:
        return page.identify(slug, _number(number))

    @routes.post("/leave")
    def leave(slug: str, number: str) -> Response:
        require_own_page()
        return page.reception.drop_cookie(Response(status=204), slug)

    @routes.get("/state")
    def state(slug: str, number: str) -> Response:
        return page.state(slug, number)

    @routes.get("/ways")
    def ways(slug: str, number: str) -> Response:
        return page.ways(slug, number)

    @routes.post("/confirmations")
    def again(slug: str, number: str) -> tuple[Response, int]:
        return page.send_again(slug, number)

    @routes.post("/preference")
    def preference(slug: str, number: str) -> Response:
        return page.keep_preference(slug, number)

    @routes.post("/wishes/<wish>")
    def wish(slug: str, number: str, wish: str) -> Response:
        return page.speak(slug, number, wish)

    return routes


class CasePage:
    """What the page's requests do."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self.reception = Reception(app)
        self._arrivals = Arrivals(app.clock)

    def send_code(self, slug: str, number: str) -> Response:
        require_own_page()
        brand, account = self.reception.brand(slug)
        locale = _locale(brand, _body())
        conversation = self.reception.session(slug, required=False)
        response = jsonify(digits=DIGITS, minutes=VALID_MINUTES)
        if conversation is None or conversation.status == "closed":
            self._let_in(brand)
            token = new_token()
            visitor = Visitor(account, sender_of(token))
            found = begin_visit(self._app, visitor, locale, self.reception.origin(brand))
            with self._app.database.read() as uow:
                conversation = uow.conversations.get(brand.id, found)
            assert conversation is not None, "just begun"
            self.reception.set_cookie(response, brand, token)
        try:
            ask_for_code(self._app, conversation, number, locale)
        except TooManyCodes as error:
            message = "Enough codes were sent within the hour; please wait."
            raise ApiError(429, "too_many_codes", message, 3600) from error
        response.status_code = 202
        return response

    def identify(self, slug: str, number: str) -> Response:
        require_own_page()
        given = _body().get("code")
        if not isinstance(given, str) or len(given) > LONGEST_CODE:
            raise ApiError(400, "bad_code", "Expected a code.")
        conversation = self.reception.session(slug, required=False)
        if conversation is None or conversation.status == "closed":
            raise ApiError(*_REFUSED["expired"])
        digits = "".join(filter(str.isdigit, given))
        verdict = prove(self._app, conversation, number, digits)
        if verdict != "right":
            raise ApiError(*_REFUSED[verdict])
        return Response(status=204)

    def state(self, slug: str, number: str) -> Response:
        brand, record, _ = self._theirs(slug, number)
        locale = _locale(brand, request.args)
        with self._app.database.read() as uow:
            shown = case_shown(self._app, uow, brand, record, locale, self._app.clock())
        body = json.dumps(shown, ensure_ascii=False)
        response = Response(body, mimetype="application/json")
        response.set_etag(hashlib.sha256(body.encode()).hexdigest()[:32])
        response.headers["Cache-Control"] = "private, no-cache"
        response.make_conditional(request)
        return response

    def ways(self, slug: str, number: str) -> Response:
        brand, record, customer = self._theirs(slug, number)
        with self._app.database.read() as uow:
            about = find_about(uow, brand, record.number)
            preferred = None if customer is None else preferred_way(uow, brand.id, customer)
        try:
            there = ways_for(self._app, brand, about)
        except NotSentAgain as error:
            raise not_sent(error) from error
        by_post = ["letter"] if self._takes_letters(brand, customer) else []
        preferable = [] if customer is None else [*there, *by_post]
        return jsonify(ways=there, preferred=preferred, preferable=preferable)

    def send_again(self, slug: str, number: str) -> tuple[Response, int]:
        require_own_page()
        brand, record, _ = self._theirs(slug, number)
        by = way_in(_body())
        try:
            send_again(self._app, brand, record.number, by, CUSTOMER)
        except NotSentAgain as error:
            raise not_sent(error) from error
        return jsonify(number=record.number, by=by), 202

    def keep_preference(self, slug: str, number: str) -> Response:
        require_own_page()
        brand, _, customer = self._theirs(slug, number)
        body = _body()
        way: Way = "letter" if body.get("by") == "letter" else way_in(body)
        if customer is None:
            raise ApiError(409, "no_customer", "It was never known whose case this is.")
        if way == "letter" and not self._takes_letters(brand, customer):
            raise ApiError(409, "no_letters", "There is no postal address that a letter reaches.")
        with self._app.database.write() as uow:
            prefer(uow, brand.id, customer, way, self._app.clock())
        return jsonify(preferred=way)

    def _takes_letters(self, brand: BrandRow, customer: CustomerRef | None) -> bool:
        """Raises ApiError where the back office does not answer."""
        with self._app.database.read() as uow:
            account = letter_account(self._app.directory.accounts_of(uow, brand.id))
        if account is None or customer is None:
            return False
        try:
            known = self._app.office_of(brand).find_customer(customer, "account")
        except BackOfficeError as error:
            message = "The back office does not answer; please try again in a minute."
            raise ApiError(503, "back_office", message, 60) from error
        return reaches(known, brand, account)

    def speak(self, slug: str, number: str, wish: str) -> Response:
        require_own_page()
        meant = next((each for each in WISHES if each == wish), None)
        if meant is None:
            raise ApiError(404, "not_found", "There is no such thing here.")
        brand, record, _ = self._theirs(slug, number)
        _, account = self.reception.brand(slug)
        token, _ = self.reception.token(slug)
        conversation = self.reception.need_session(slug)
        try:
            visitor = Visitor(account, sender_of(token))
            speak(self._app, visitor, conversation, record, meant, _locale(brand, _body()))
        except Busy as error:
            message = "The chat in this browser is about something else; please finish that first."
            raise ApiError(409, "busy", message) from error
        return jsonify(chat=f"/chat/{slug}/")

    def _theirs(self, slug: str, number: str) -> tuple[BrandRow, RecordRow, CustomerRef | None]:
        """The record of who asks. Raises ApiError 401, the same for others' records as for none."""
        brand, _ = self.reception.brand(slug)
        conversation = self.reception.session(slug, required=False)
        with self._app.database.read() as uow:
            record = None if conversation is None else found_record(uow, conversation, number)
            about = None if record is None else find_about(uow, brand, record.number)
        if record is None or about is None:
            raise ApiError(401, "not_proved", "Expected a code that was sent to the customer.")
        case = about.case
        customer = None if case is None or case.customer is None else CustomerRef(case.customer)
        return brand, record, customer

    def _let_in(self, brand: BrandRow) -> None:
        """Raises ApiError 429 where visits are begun faster than people do."""
        pace = FOR_A_DEMO if brand.demo else FOR_PEOPLE
        wait = self._arrivals.wait_of(brand.slug, request.remote_addr or "", pace)
        if wait:
            message = "Too many requests came from your network; please try again in a moment."
            raise ApiError(429, "too_many_chats", message, math.ceil(wait))


def _number(written: str) -> str:
    """As it is kept, whatever was typed: one spelling is one number."""
    return written.strip().upper()[:LONGEST_NUMBER]


def _locale(brand: BrandRow, given: Any) -> str:
    wanted = given.get("locale")
    best = wanted if isinstance(wanted, str) else request.accept_languages.best
    return locale_of(best, tuple(brand.locales), brand.locale)


def _body() -> dict[str, Any]:
    """Raises ApiError 400, 415."""
    if not request.get_data():
        return {}
    if request.mimetype != "application/json":
        raise ApiError(415, "not_json", "Expected a body with Content-Type: application/json.")
    try:
        body = json.loads(request.get_data())
    except (ValueError, RecursionError) as error:
        raise ApiError(400, "bad_json", "The body is not JSON.") from error
    if not isinstance(body, dict):
        raise ApiError(400, "bad_json", "Expected a JSON object.")
    return body
