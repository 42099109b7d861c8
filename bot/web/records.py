"""Records for those whose they are, in a chat in which they are known; and the brands' public keys."""

from flask import Blueprint, Response, jsonify, request

from bot.records.handing_out import record_of
from bot.records.log.proofs import MEDIA, SUFFIX, as_json, as_tlog_proof
from bot.records.log.stored import proof_of
from bot.records.numbers import read_number
from bot.records.sealing import ALGORITHM, key_id_of
from bot.records.stored import read_stored
from bot.web.errors import ApiError
from bot.web.reception import Reception
from bot.web.streams import Streams
from bot.wiring import Application
from storage.repositories.cases import RecordRow
from storage.unit_of_work import UnitOfWork

FORMS = ("tlog-proof", "json")
_RETRY_AFTER = 2


def record_routes(app: Application, streams: Streams) -> Blueprint:
    """GET records and proofs under /chat/<brand>/records, and a key under /records/<brand>."""
    routes = Blueprint("records", __name__)
    desk = Reception(app)

    def found(uow: UnitOfWork, slug: str, number: str) -> RecordRow:
        conversation = desk.need_session(slug)
        read = read_number(number)
        row = None if read is None else record_of(uow, conversation, read)
        if row is None:
            raise ApiError(404, "unknown_record", "There is no such record of whoever writes in this chat.")
        return row

    @routes.get("/chat/<slug>/records/<number>")
    def receipt(slug: str, number: str) -> Response:
        with app.database.read() as uow:
            row = found(uow, slug, number)
        if row.body is None:
            raise ApiError(410, "erased", "What the record says was erased; its proof is still there.")
        document = read_stored(row.body, row.digest, row.signature, row.key_id).receipt
        return _file(document, f"{row.number}.json", "application/json")

    @routes.get("/chat/<slug>/records/<number>/proof")
    def proof(slug: str, number: str) -> Response:
        form = request.args.get("form", FORMS[0])
        if form not in FORMS:
            raise ApiError(400, "bad_form", f"form must be one of {', '.join(FORMS)}.")
        with app.database.read() as uow:
            row = found(uow, slug, number)
            shown = proof_of(uow, row)
        if shown is None:
            message = "The record is not in the log yet; please ask again in a moment."
            raise ApiError(404, "no_proof_yet", message, _RETRY_AFTER)
        if form == "json":
            return _file(as_json(shown), f"{row.number}-proof.json", "application/json")
        return _file(as_tlog_proof(shown), f"{row.number}{SUFFIX}", f"{MEDIA}; charset=utf-8")

    @routes.get("/records/<slug>/key")
    def key(slug: str) -> Response:
        brand, _ = desk.brand(slug)
        public = brand.signing_public
        return jsonify(brand=brand.slug, algorithm=ALGORITHM, key=public.hex(), id=key_id_of(public))

    return routes


def _file(content: bytes, name: str, media: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return Response(content, content_type=media, headers=headers)
