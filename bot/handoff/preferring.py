"""An agent keeps by which way a customer wants their confirmations, whoever holds the chat."""

from dataclasses import dataclass
from datetime import datetime

from bot.backoffice.base import BackOfficeError
from bot.confirming.preferring import prefer, preferred_way
from bot.confirming.ways import NAMES, PREFERABLE, places_of
from bot.handoff.desk import in_transaction, note_event
from bot.handoff.refusals import BadWords, OfficeSilent, Unknown
from bot.letters.addressing import reaches
from bot.outbounds import letter_account
from bot.room import Room, room_of
from bot.wiring import Application
from dialogs.ids import ConversationId, CustomerRef
from dialogs.values import Way
from storage.repositories.staff import AgentRow
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Preference:
    """What a customer chose, and by which ways they can be reached."""

    preferred: Way | None
    ways: tuple[Way, ...]


def preference_of(app: Application, agent: AgentRow, conversation: ConversationId) -> Preference:
    """Raises Unknown, where nobody is identified as well; OfficeSilent."""
    with app.database.read() as uow:
        room, customer = _identified(app, uow, agent, conversation)
    try:
        known = app.office_of(room.brand).find_customer(customer, "account")
    except BackOfficeError as error:
        raise OfficeSilent from error
    with app.database.read() as uow:
        places = places_of(app, uow, agent.brand_id, None, room.conversation.contact_id, known)
        preferred = preferred_way(uow, agent.brand_id, customer)
        account = letter_account(app.directory.accounts_of(uow, agent.brand_id))
    by_post: tuple[Way, ...] = ("letter",) if reaches(known, room.brand, account) else ()
    return Preference(preferred, (*(place.way for place in places), *by_post))


def keep_preferred_way(app: Application, agent: AgentRow, conversation: ConversationId, by: str) -> None:
    """From now on confirmations go by this way as well. Raises Unknown, BadWords, OfficeSilent."""
    way = next((each for each in PREFERABLE if each == by), None)
    if way is None:
        raise BadWords(f"Expected one of {', '.join(PREFERABLE)}.")
    if way == "letter" and way not in preference_of(app, agent, conversation).ways:
        raise BadWords(
            "No letter reaches this customer: expected a brand that sends letters, and a postal address in "
            "the back office that shows in the envelope's window."
        )

    def work(uow: UnitOfWork, now: datetime) -> None:
        room, customer = _identified(app, uow, agent, conversation)
        prefer(uow, agent.brand_id, customer, way, now)
        words = f"{agent.name} had confirmations go by {NAMES[way]} from now on, as the customer prefers"
        noted = note_event(uow, room.conversation, agent, "preferred", words, now)
        uow.conversations.save(noted, room.conversation.version, now)

    in_transaction(app, work)


def _identified(
    app: Application, uow: UnitOfWork, agent: AgentRow, conversation: ConversationId
) -> tuple[Room, CustomerRef]:
    """Raises Unknown."""
    try:
        room = room_of(app, uow, agent.brand_id, conversation)
    except LookupError as error:
        raise Unknown from error
    identity = room.kept.state.identity
    if identity is None:
        raise Unknown("It is not known yet which customer this is.")
    return room, identity.customer
