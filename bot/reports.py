"""What providers report of the messages that we sent."""

from collections.abc import Mapping
from datetime import datetime

from bot.calling.calls import call_instead
from bot.confirming.forwarding import KIND, not_delivered
from bot.consents import opt_out
from channels.base import StatusReport
from dialogs.ids import BrandId
from storage.repositories.effects import EffectRow
from storage.repositories.messages import Delivery
from storage.repositories.reports import EarlyReportRow
from storage.unit_of_work import UnitOfWork

_DELIVERY: Mapping[str, Delivery] = {
    "sent": "sent",
    "delivered": "delivered",
    "failed": "failed",
    "undelivered": "failed",
}

CONFIRMATIONS = ("send_confirmation", KIND)
CODES = ("send_code", "send_case_code")


def note_status(uow: UnitOfWork, brand: BrandId, report: StatusReport, now: datetime) -> None:
    """What became of a message that we sent: its delivery only moves forward.

    A provider can be faster than our own commit: what nobody knows yet is kept until the message is marked.
    """
    if report.state not in _DELIVERY and not report.unreachable:
        return
    told = EarlyReportRow(brand, report.message_id, report.state, report.unreachable, report.opted_out, now)
    uow.early_reports.one_at_a_time(report.message_id)
    effect = uow.outbox.by_provider_ref(brand, report.message_id)
    if effect is None:
        uow.early_reports.keep(told)
    else:
        _apply(uow, effect, told, now)


def mark_sent(uow: UnitOfWork, effect: EffectRow, message_id: str, now: datetime) -> None:
    """The provider took the message; what it reported in the meantime follows."""
    # Before anything is touched that a report touches, too: two who lock in one order never block each other.
    uow.early_reports.one_at_a_time(message_id)
    uow.messages.set_delivery(effect.id, "sent")
    for told in uow.early_reports.take(effect.brand_id, message_id):
        _apply(uow, effect, told, now)


def _apply(uow: UnitOfWork, effect: EffectRow, told: EarlyReportRow, now: datetime) -> None:
    delivery = _DELIVERY.get(told.state)
    if effect.kind in CONFIRMATIONS:
        # It went to an address of its own, which need not be the one that the conversation is with.
        if delivery == "failed":
            not_delivered(uow, effect, "reported as not delivered", now)
        return
    if effect.kind in CODES:
        # To an address of its own as well. It is never sent twice: whoever waits for it asks for another.
        return
    if delivery is not None:
        changed = uow.messages.set_delivery(effect.id, delivery)
        if delivery == "failed" and changed is not None:
            call_instead(uow, effect, "the text was reported as not delivered", now)
    if told.unreachable and effect.conversation_id is not None:
        row = uow.conversations.get(effect.brand_id, effect.conversation_id)
        if row is not None and told.opted_out:
            address = uow.contacts.address(effect.brand_id, row.address_id)
            account = uow.accounts.get(row.account_id)
            if address is not None and account is not None:
                opt_out(uow, address, account.kind, "provider", None, now)
        elif row is not None:
            uow.contacts.set_unreachable(effect.brand_id, row.address_id, now)
