"""What was checked is told: chat, case, record, mail and its carrying out, in one transaction for each."""

from collections.abc import Sequence

from bot.endings.checking import Checked, check_endings, ending_called, ending_id, is_same
from bot.endings.given import EndingsRefused, Fault, Given
from bot.endings.places import chat_of
from bot.receive.happenings import declare_ending
from bot.receive.inbox import again_on_conflict
from bot.wiring import Application
from dialogs.case import Case, Ending
from dialogs.events import EndingDeclared
from storage.errors import Conflict
from storage.repositories.brands import BrandRow


def declare_endings(app: Application, brand: BrandRow, rows: Sequence[Given]) -> list[Case]:
    """Take all of them, or none where one has a fault. What was taken before is answered again.

    Each has a transaction of its own: whoever is interrupted gives the same rows once more.

    Raises EndingsRefused, Unavailable, NoChat.
    """
    return [_declared(app, brand, each) for each in check_endings(app, brand, rows)]


def _declared(app: Application, brand: BrandRow, checked: Checked) -> Case:
    if checked.before is not None:
        return checked.before
    try:
        return again_on_conflict(lambda: _declare(app, brand, checked))
    except Conflict as error:
        # Somebody else ends the same service under another reference in this very moment.
        given = checked.given
        message = f"{given.service!r} is being ended already, under another reference"
        raise EndingsRefused([Fault(given.row, "service", message)]) from error


def _declare(app: Application, brand: BrandRow, checked: Checked) -> Case:
    given, customer = checked.given, checked.customer
    assert customer is not None, "a new one was looked up"
    with app.database.write() as uow:
        before = ending_called(uow, brand.id, given.reference)
        if before is not None:
            if not is_same(before, given):
                raise EndingsRefused([Fault(given.row, "reference", "was used for another ending")])
            return before
        now = app.clock()
        room = chat_of(app, uow, brand, customer, now)
        ending = Ending(given.reference, given.cause, given.last_day, checked.notice_days, given.facts)
        event = EndingDeclared(customer.ref, given.service, checked.service_name, ending, now)
        outcome = declare_ending(app, uow, room, event, ending_id(uow, brand.id, given.reference))
    assert outcome.case is not None, "it was just declared"
    return outcome.case
