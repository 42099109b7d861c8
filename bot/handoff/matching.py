"""A declaration of somebody unknown, matched to a customer by an agent."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.backoffice.base import BackOfficeError, Customer, OrderOffice
from bot.deliver.look_ups import run_look_ups
from bot.handoff.desk import held_room_of, in_transaction, note_event, saved
from bot.handoff.refusals import BadWords, NothingToCancel, OfficeSilent, Unknown
from bot.receive.happenings import happen
from bot.room import KEPT, Room, room_of
from bot.wiring import Application
from dialogs.events import AccountLookedUp
from dialogs.ids import ConversationId
from dialogs.turn import Identity
from dialogs.values import Order, Service
from storage.ids import new_id
from storage.repositories.brands import BrandRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.effects import EffectRow
from storage.repositories.staff import AgentRow
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Found:
    """A customer of the back office, with what they have, for an agent to compare."""

    customer: Customer
    services: tuple[Service, ...]
    orders: tuple[Order, ...] = ()

    @property
    def can_cancel(self) -> bool:
        """Whether there is anything that could be cancelled."""
        return bool(self.orders) or any(service.can_be_cancelled for service in self.services)


def find_for_matching(
    app: Application, agent: AgentRow, account: str, conversation: ConversationId | None = None
) -> Found:
    """Who has this account number.

    Args:
        conversation: whose wish to cancel is to be matched, if there is one: then the customer must have
            something that can be cancelled.

    Raises BadWords, Unknown, OfficeSilent, NothingToCancel.
    """
    number = account.strip()
    if not number or len(number) > 100:
        raise BadWords("Enter the customer's account number.")
    with app.database.read() as uow:
        brand = app.directory.brand(uow, agent.brand_id)
        declared = conversation is not None and _wants_to_cancel(_room(app, uow, agent, conversation))
    try:
        found = _found(app, brand, number)
    except BackOfficeError as error:
        raise OfficeSilent from error
    if declared and not found.can_cancel:
        raise NothingToCancel(found.customer.name, found.services)
    return found


def match_customer(app: Application, agent: AgentRow, conversation: ConversationId, account: str) -> None:
    """Identify the customer by the agent's word; the dialog goes on with what they have.

    The case's declaration keeps its time. Nothing is cancelled by this: the customer still confirms. But
    where the law has the last word said before identification, what was plainly declared is carried out.
    Raises Unknown, Closed, NotHeld, HeldByOther, BadWords, OfficeSilent, NothingToCancel.
    """
    found = find_for_matching(app, agent, account, conversation)

    def work(uow: UnitOfWork, now: datetime) -> tuple[EffectRow, ...]:
        room = held_room_of(app, uow, agent, conversation)
        reference = new_id()
        words = f"{agent.name} matched this person to {found.customer.name} ({found.customer.ref})"
        row = note_event(uow, _identified(room, found, reference), agent, "matched", words, now)
        saved(uow, room, row, now)
        return happen(app, uow, agent.brand_id, conversation, _event(found, reference, now)).look_ups

    run_look_ups(app, in_transaction(app, work))


def _found(app: Application, brand: BrandRow, number: str) -> Found:
    office = app.office_of(brand)
    customer = office.find_customer(number, "account")
    if customer is None:
        raise Unknown(f"The back office has no customer {number!r}.")
    today = brand.day_of(app.clock())
    orders = office.orders(customer.ref) if isinstance(office, OrderOffice) else ()
    return Found(customer, office.services(customer.ref, today), orders)


def _identified(room: Room, found: Found, reference: str) -> ConversationRow:
    """The conversation as if the bot had just asked who this is."""
    state = room.kept.state
    undecided = _wants_to_cancel(room)
    state = replace(
        state,
        step=room.dialog.script.wishes.cancel if undecided else state.step,
        identity=Identity(found.customer.ref, "agent", found.customer.name, found.customer.risk),
        looking_up=reference,
        prompt=() if undecided else state.prompt,
    )
    matched = room.conversation.handoff_reason == "unmatched"
    return replace(
        room.conversation,
        state=KEPT.dump_json(replace(room.kept, state=state)),
        handoff_reason=None if matched else room.conversation.handoff_reason,
    )


def _wants_to_cancel(room: Room) -> bool:
    """Whether a cancellation was begun here and is not decided yet."""
    case = room.state.case
    return case is not None and not case.is_decided


def _room(app: Application, uow: UnitOfWork, agent: AgentRow, conversation: ConversationId) -> Room:
    """Raises Unknown."""
    try:
        return room_of(app, uow, agent.brand_id, conversation)
    except LookupError as error:
        raise Unknown from error


def _event(found: Found, reference: str, now: datetime) -> AccountLookedUp:
    customer = found.customer
    return AccountLookedUp(
        "found",
        now,
        customer=customer.ref,
        name=customer.name,
        risk=customer.risk,
        services=found.services,
        orders=found.orders,
        phone=customer.phone,
        email=customer.email,
        reference=reference,
    )
