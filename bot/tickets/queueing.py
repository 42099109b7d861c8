"""Queueing the ticket of a step, in the very transaction in which the case takes it."""

from datetime import datetime

from bot.profile import is_health_case
from bot.tickets.contents import TICKET, Ticket, Times, ticket_of, type_of, type_of_step
from bot.tickets.target import has_target
from dialogs.case import Case
from dialogs.ids import AgentId
from dialogs.turn import CASE
from storage.repositories.brands import BrandRow
from storage.repositories.cases import CaseRow
from storage.repositories.effects import NewEffect
from storage.unit_of_work import UnitOfWork

KIND = "push_ticket"


def queue_ticket(
    uow: UnitOfWork,
    brand: BrandRow,
    before: CaseRow | None,
    after: CaseRow,
    now: datetime,
    assignee: AgentId | None = None,
) -> None:
    """Queue what became of the case, where the brand wants to know and something did.

    Args:
        before: as it was stored; None for a case that has just been begun.
        assignee: the agent who has the chat.
    """
    if not has_target(brand):
        return
    case: Case = CASE.validate_json(after.data)
    type_ = type_of_step(None if before is None else CASE.validate_json(before.data), case)
    if type_ is None:
        return
    agent = None if assignee is None else uow.agents.get(brand.id, assignee)
    ticket = ticket_of(
        type_,
        case,
        _times(after),
        brand.slug,
        now,
        None if agent is None else agent.name,
        minimal=is_health_case(brand, case),
    )
    uow.outbox.add(
        [
            NewEffect(
                brand.id,
                f"ticket:{after.id}:{after.version}",
                KIND,
                TICKET.dump_json(ticket),
                now,
                lane=f"ticket:{after.id}",
                person_id=after.person_id,
                case_id=after.id,
            )
        ],
        now,
    )


def newest_ticket(brand: BrandRow, row: CaseRow) -> Ticket:
    """The ticket of where a case stands now."""
    case: Case = CASE.validate_json(row.data)
    times = _times(row)
    newest = (row.closed_at, row.reconciled_at, row.executed_at, row.accepted_at, row.declared_at)
    at = max(time for time in newest if time is not None)
    return ticket_of(type_of(case), case, times, brand.slug, at, None, minimal=is_health_case(brand, case))


def _times(row: CaseRow) -> Times:
    return Times(row.accepted_at, row.reconciled_at, row.closed_at)
