"""Proving to be a record's customer on its page: by a code to an address that the back office holds.

Nothing of the record is looked at before: for a number that there is and for one that there is not the same
is done, and answered.
"""

from dataclasses import replace
from datetime import datetime

from bot.chats import Visitor, open_chat
from bot.identification.case_codes import SendCaseCode, queue_case_code
from bot.identification.challenges import Verdict, begin_challenge, codes_allowed, judge
from bot.receive.inbox import again_on_conflict
from bot.room import KEPT, Kept, Room, room_of
from bot.wiring import Application
from dialogs.effects import SendCode
from dialogs.ids import ChallengeId, ConversationId, CustomerRef
from storage.ids import new_id
from storage.repositories.conversations import ConversationRow
from storage.unit_of_work import UnitOfWork


class TooManyCodes(Exception):
    """Enough codes were asked for within the hour, by this visitor or for this record."""


def begin_visit(app: Application, visitor: Visitor, locale: str, origin: str) -> ConversationId:
    """A chat of the web for somebody who has none; it greets, since they may go on in it."""
    return open_chat(app, visitor, locale, origin=origin).conversation


def ask_for_code(app: Application, conversation: ConversationRow, number: str, locale: str) -> None:
    """Have a code sent to whoever the number belongs to, if to anybody. Raises TooManyCodes."""

    def work() -> None:
        with app.database.write() as uow:
            now = app.clock()
            room = _about(room_of(app, uow, conversation.brand_id, conversation.id), number)
            if not codes_allowed(uow, room, number, now):
                raise TooManyCodes
            challenge = ChallengeId(new_id())
            spoken = locale if locale in room.dialog.texts.catalogues else room.conversation.locale
            begin_challenge(uow, room, SendCode(challenge, number, "account", 0, spoken), now)
            queue_case_code(uow, room, SendCaseCode(challenge, number, spoken), now)
            _keep(uow, room, replace(room.kept, page_challenge=challenge, page_number=number), now)

    again_on_conflict(work)


def prove(app: Application, conversation: ConversationRow, number: str, code: str) -> Verdict:
    """Judge a code. Who has the right one is known as the customer on the pages of all their cases."""

    def work() -> Verdict:
        with app.database.write() as uow:
            now = app.clock()
            room = _about(room_of(app, uow, conversation.brand_id, conversation.id), number)
            challenge = room.kept.page_challenge
            if challenge is None or room.kept.page_number != number:
                return "expired"
            verdict, identity = judge(uow, room, challenge, code, now)
            if identity is not None:
                kept = replace(room.kept, page_challenge=None, proved=identity)
                _keep(uow, room, kept, now)
                _link(uow, room, CustomerRef(identity.customer))
            return verdict

    return again_on_conflict(work)


def _about(room: Room, number: str) -> Room:
    """The room with what is limited by what was asked for: here it is the number."""
    state = replace(room.kept.state, identifier=number)
    return replace(room, kept=replace(room.kept, state=state))


def _keep(uow: UnitOfWork, room: Room, kept: Kept, now: datetime) -> None:
    stored = KEPT.validate_json(room.conversation.state)
    kept = replace(kept, state=stored.state)
    conversation = replace(room.conversation, state=KEPT.dump_json(kept))
    uow.conversations.save(conversation, room.conversation.version, now)


def _link(uow: UnitOfWork, room: Room, customer: CustomerRef) -> None:
    contact = uow.contacts.get(room.brand.id, room.conversation.contact_id)
    if contact is not None and contact.customer_ref != customer:
        uow.contacts.link_customer(contact, customer)
