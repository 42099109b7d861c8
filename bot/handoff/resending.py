"""An agent has a confirmation sent again, or as a letter, whoever holds the chat: nothing in it changes."""

from bot.confirming.ways import WAYS
from bot.handoff.refusals import BadWords, HandoffRefused, OfficeSilent, Unknown
from bot.letters.asking import Envelope, ask_for_letter, envelope_for, read_address
from bot.sending_again import Asker, NotSentAgain, OfficeDown, find_about, send_again, ways_for
from bot.wiring import Application
from dialogs.values import Way
from storage.repositories.staff import AgentRow


class NotSent(HandoffRefused):
    """The customer cannot be reached so, or it was sent often enough."""

    code = "not_sent"


def ways_of_record(app: Application, agent: AgentRow, number: str) -> tuple[Way, ...]:
    """By which ways the record's customer can be reached. Raises Unknown, OfficeSilent."""
    try:
        with app.database.read() as uow:
            brand = app.directory.brand(uow, agent.brand_id)
            about = find_about(uow, brand, number)
        return ways_for(app, brand, about)
    except NotSentAgain as error:
        raise _refused(error) from error


def way_named(name: str) -> Way:
    """Raises BadWords."""
    way = next((each for each in WAYS if each == name), None)
    if way is None:
        raise BadWords(f"Expected one of {', '.join(WAYS)}.")
    return way


def send_confirmation_again(app: Application, agent: AgentRow, number: str, by: str) -> None:
    """Send it by one way. Raises Unknown, BadWords, NotSent, OfficeSilent."""
    way = way_named(by)
    with app.database.read() as uow:
        brand = app.directory.brand(uow, agent.brand_id)
    try:
        send_again(app, brand, number, way, Asker(agent.name, agent.id))
    except NotSentAgain as error:
        raise _refused(error) from error


def envelope_of_record(app: Application, agent: AgentRow, number: str) -> Envelope:
    """Where a letter about the record would go, and those there were.

    Raises Unknown, NotSent, OfficeSilent.
    """
    with app.database.read() as uow:
        brand = app.directory.brand(uow, agent.brand_id)
    try:
        return envelope_for(app, brand, number)
    except NotSentAgain as error:
        raise _refused(error) from error


def order_letter_about(
    app: Application, agent: AgentRow, number: str, lines: str, country: str, *, again: bool
) -> None:
    """Have it sent by post, to the address as the agent left it.

    Args:
        lines: below the name, one a line.

    Raises Unknown, BadWords, NotSent, OfficeSilent.
    """
    with app.database.read() as uow:
        brand = app.directory.brand(uow, agent.brand_id)
    asker = Asker(agent.name, agent.id)
    try:
        address = read_address(lines.splitlines(), country)
        if address is None:
            raise BadWords("Expected the address below the name: street and place.")
        ask_for_letter(app, brand, number, asker, address, again=again, was_shown=True)
    except NotSentAgain as error:
        raise _refused(error) from error


def _refused(error: NotSentAgain) -> HandoffRefused:
    if isinstance(error, OfficeDown):
        return OfficeSilent()
    if error.code == "unknown_record":
        return Unknown(str(error))
    return BadWords(str(error)) if error.code == "bad_address" else NotSent(str(error))
