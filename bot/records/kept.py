"""Sealing a case's record in the very transaction that confirms it."""

from datetime import datetime

from bot.jurisdiction import in_force
from bot.profile import is_health_case
from bot.records.contents import SALT_BYTES, Circumstances, contents_of
from bot.records.stored import StoredRecord, read_stored, sealed_and_stored
from bot.room import Room
from bot.transcript import opened
from dialogs.case import Case
from dialogs.effects import SealRecord
from dialogs.ids import BrandId, RecordId
from dialogs.turn import State
from storage.ids import new_id
from storage.repositories.cases import RecordRow
from storage.unit_of_work import UnitOfWork


def keep_record(uow: UnitOfWork, room: Room, effect: SealRecord, state: State, now: datetime) -> None:
    """Seal the record of the turn's case and keep it, encrypted for the person.

    Raises Conflict when the case has a record of this kind already: then somebody
    else confirmed first, and the turn runs again on what they left.
    """
    case = state.case
    assert case is not None, "only a case has a record"
    contents = contents_of(
        case,
        effect.kind,
        effect.number,
        _circumstances(room, case, state, now),
        customer={"reference": case.customer, "name": state.identity.name if state.identity else None},
        acknowledged=() if case.ending or effect.kind == "reason" else _acknowledged(uow, room),
        salt=uow.vault.random(SALT_BYTES),
        reverses=_termination_of(uow, room) if effect.kind == "reversal" else None,
        completes=_termination_of(uow, room) if effect.kind in ("terms", "reason") else None,
    )
    sealed, body = sealed_and_stored(contents, uow.brands.signing_key(room.brand.id))
    uow.records.add(
        RecordRow(
            RecordId(new_id()),
            room.brand.id,
            case.id,
            room.conversation.person_id,
            effect.kind,
            effect.number,
            sealed.digest,
            sealed.signature,
            sealed.key_id,
            now,
            body,
        )
    )


def _circumstances(room: Room, case: Case, state: State, now: datetime) -> Circumstances:
    law = in_force(room.brand, room.dialog.script, case, now)
    return Circumstances(
        slug=room.brand.slug,
        brand=room.brand.name,
        zone=room.brand.zone,
        locale=state.locale,
        channel=room.account.kind,
        script=room.dialog.script.script,
        revision=str(room.dialog.number),
        pack=law.pack,
        pack_version=law.version,
        earliest_end_by_default=law.rules.earliest_end_by_default,
        minimal=is_health_case(room.brand, case),
        withdrawal_days=law.rules.withdrawal_days,
        sealed_at=now,
    )


def _acknowledged(uow: UnitOfWork, room: Room) -> list[str]:
    """The question that was answered, as it was shown, and the answer."""
    since = max(room.kept.prompt_number - 1, 0)
    shown = opened(uow.messages.since(room.brand.id, room.conversation.id, since))
    return [message.body.text for message in shown if message.author in ("bot", "customer")]


def _termination_of(uow: UnitOfWork, room: Room) -> str | None:
    if room.case_row is None:
        return None
    records = uow.records.of_case(room.brand.id, room.case_row.id)
    return next((row.number for row in records if row.kind in _OF_DECISIONS), None)


_OF_DECISIONS = ("termination", "withdrawal", "order", "alternative", "ending", "restart")
"""The kinds of records to which others belong."""


def find_record(uow: UnitOfWork, brand: BrandId, number: str) -> StoredRecord | None:
    """The record with this number; None when there is none or its person was erased."""
    row = uow.records.by_number(brand, number)
    if row is None or row.body is None:
        return None
    return read_stored(row.body, row.digest, row.signature, row.key_id)
