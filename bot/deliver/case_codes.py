"""Sending the code for the page of a case. A code is never sent twice: its customer asks for a new one."""

from bot.backoffice.base import BackOfficeError
from bot.deliver.codes import WHILE_VALID, Asked, Text, send_to
from bot.deliver.settle import Later, Result, Unknown, Unwanted
from bot.identification.case_codes import SEND_CASE_CODE
from bot.outbounds import Outbounds
from bot.records.numbers import read_number
from bot.room import case_of, room_of
from bot.wiring import Application
from dialogs.ids import BrandId, CustomerRef
from dialogs.turn import CASE
from storage.repositories.effects import Claimed
from storage.unit_of_work import UnitOfWork


def send_case_code(app: Application, outbounds: Outbounds, claimed: Claimed) -> Result:
    """Send it to the customer whose record has the number, if there is one."""
    row = claimed.effect
    if claimed.interrupted:
        return Unknown("interrupted while a code was sent; codes are not sent twice")
    payload = SEND_CASE_CODE.validate_json(row.payload)
    assert row.conversation_id is not None
    with app.database.read() as uow:
        room = room_of(app, uow, row.brand_id, row.conversation_id)
        accounts = app.directory.accounts_of(uow, row.brand_id)
        ref = _customer(uow, room.brand.id, payload.number)
    if ref is None:
        return Unwanted("there is no such record, or it was never known whose it is")
    try:
        customer = app.office_of(room.brand).find_customer(ref, "account")
    except BackOfficeError as error:
        return Later(error.reason, WHILE_VALID)
    if customer is None:
        return Unwanted("the back office does not know the record's customer any more")
    text = Text("case-page-code", payload.locale, {"number": payload.number})
    return send_to(app, outbounds, row, Asked(payload.challenge, 0, text), room, customer, accounts)


def _customer(uow: UnitOfWork, brand: BrandId, number: str) -> CustomerRef | None:
    given = read_number(number)
    record = None if given is None else uow.records.by_number(brand, given)
    row = None if record is None or record.body is None else case_of(uow, brand, record.case_id)
    customer = None if row is None else CASE.validate_json(row.data).customer
    return None if customer is None else CustomerRef(customer)
