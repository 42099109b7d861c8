"""An agent has a confirmation sent again, whoever holds the chat: nothing in it changes."""

from bot.confirming.ways import WAYS
from bot.handoff.refusals import BadWords, HandoffRefused, OfficeSilent, Unknown
from bot.sending_again import Asker, NotSentAgain, OfficeDown, find_about, send_again, ways_for
from bot.wiring import Application
from dialogs.values import Way
from storage.repositories.staff import AgentRow


class NotSent(HandoffRefused):
    """The customer cannot be reached so, or it was sent often enough."""

    code = "not_sent"


def ways_of_record(app: Application, agent: AgentRow, number: str) -> tuple[Way, ...]:
    """By which ways the record's customer can be reached. Raises Unknown, OfficeSilent."""
    with app.database.read() as uow:
        brand = app.directory.brand(uow, agent.brand_id)
        try:
            about = find_about(uow, brand, number)
        except NotSentAgain as error:
            raise Unknown(str(error)) from error
    try:
        return ways_for(app, brand, about)
    except OfficeDown as error:
        raise OfficeSilent from error


def send_confirmation_again(app: Application, agent: AgentRow, number: str, by: str) -> None:
    """Send it by one way. Raises Unknown, BadWords, NotSent, OfficeSilent."""
    way = next((each for each in WAYS if each == by), None)
    if way is None:
        raise BadWords(f"Expected one of {', '.join(WAYS)}.")
    with app.database.read() as uow:
        brand = app.directory.brand(uow, agent.brand_id)
    try:
        send_again(app, brand, number, way, Asker(agent.name, agent.id))
    except OfficeDown as error:
        raise OfficeSilent from error
    except NotSentAgain as error:
        raise (Unknown if error.code == "unknown_record" else NotSent)(str(error)) from error
