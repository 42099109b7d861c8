"""The brand takes back what it wanted to end."""

from collections.abc import Mapping

from bot.endings.checking import ending_called
from bot.receive.happenings import happen
from bot.receive.inbox import again_on_conflict
from bot.wiring import Application
from dialogs.case import Case
from dialogs.endings import EndingStanding, is_ahead, standing_of
from dialogs.events import EffectCompleted
from dialogs.ids import BrandId, ConversationId
from storage.errors import Erased
from storage.repositories.brands import BrandRow
from storage.repositories.effects import EffectRow
from storage.unit_of_work import UnitOfWork


class UnknownEnding(LookupError):
    """The brand gave none with that reference."""


class TooLate(ValueError):
    """It cannot be taken back any more. The message says why."""


def withdraw_ending(app: Application, brand: BrandRow, reference: str) -> Case:
    """Take it back: the service goes on, and its customer is told. Again: the same answer.

    Raises UnknownEnding, TooLate.
    """

    def work() -> Case:
        with app.database.write() as uow:
            return _withdraw(app, uow, brand, reference)

    return again_on_conflict(work)


def take_back(
    app: Application, uow: UnitOfWork, brand: BrandId, case: Case, chat: ConversationId | None = None
) -> None:
    """The same in the caller's transaction, told in this chat, or else where the ending was told.

    Raises TooLate.
    """
    assert case.ending is not None, "not an ending"
    reference, standing = case.ending.reference, standing_of(case)
    if not is_ahead(case):
        why = _WHY_TOO_LATE.get(standing, "the service is ended")
        raise TooLate(f"{reference!r} cannot be withdrawn: {why}")
    effect = _dropped(app, uow, brand, case)
    told_in = chat or effect.conversation_id
    assert told_in is not None
    event = EffectCompleted("terminate_service", case.id, "withdrawn", app.clock())
    happen(app, uow, brand, told_in, event)


_WHY_TOO_LATE: Mapping[EndingStanding, str] = {
    "overtaken": "the service was ended otherwise",
    "withdrawn": "it was taken back before",
}


def _withdraw(app: Application, uow: UnitOfWork, brand: BrandRow, reference: str) -> Case:
    case = _called(uow, brand, reference)
    if standing_of(case) == "withdrawn":
        return case
    take_back(app, uow, brand.id, case)
    return _called(uow, brand, reference)


def _called(uow: UnitOfWork, brand: BrandRow, reference: str) -> Case:
    try:
        case = ending_called(uow, brand.id, reference)
    except Erased:
        case = None
    if case is None:
        raise UnknownEnding(f"there is no ending {reference!r}")
    return case


def _dropped(app: Application, uow: UnitOfWork, brand: BrandId, case: Case) -> EffectRow:
    """Its carrying out, dropped. Raises TooLate where the back office is being asked at this moment."""
    now, key = app.clock(), f"terminate_service:{case.id}"
    uow.outbox.drop_of_case(case.id, "terminate_service", now, "withdrawn by the brand")
    row = uow.outbox.by_key(brand, key)
    assert row is not None, "it was asked for when it was told"
    uow.outbox.resolve(brand, row.id, now, done=False)
    if row.state == "leased":
        raise TooLate(f"{case.ending and case.ending.reference!r} is being carried out at this moment")
    return row
