"""What providers report of the messages that we sent."""

from datetime import datetime

from channels.base import StatusReport
from dialogs.ids import BrandId
from storage.unit_of_work import UnitOfWork


def note_status(uow: UnitOfWork, brand: BrandId, report: StatusReport, now: datetime) -> None:
    """What became of a message that we sent: its delivery only moves forward."""
    effect = uow.outbox.by_provider_ref(brand, report.message_id)
    if effect is None:
        return
    states = {"sent": "sent", "delivered": "delivered", "failed": "failed", "undelivered": "failed"}
    state = states.get(report.state)
    if state is not None:
        uow.messages.set_delivery(effect.id, state)  # type: ignore[arg-type]
    if report.unreachable and effect.conversation_id is not None:
        row = uow.conversations.get(brand, effect.conversation_id)
        if row is not None and report.opted_out:
            uow.contacts.set_opted_out(brand, row.address_id, now)
        elif row is not None:
            uow.contacts.set_unreachable(brand, row.address_id, now)
