"""What was given up, with what a person can do about it."""

from typing import Any

from bot.deliver.patience import DEADLINES, told
from bot.effects import IN_OFFICE
from bot.handoff.given_up import AGAIN, BY_HAND
from bot.handoff.parked import conversation_of
from bot.mails.taking import KIND as READ_MAIL_KIND
from bot.mails.taking import READ_MAIL
from bot.staff import Staff
from bot.web.desk.showing import day, moment
from dialogs.effects import CancelService
from dialogs.ids import ConversationId
from dialogs.turn import CASE, EFFECT
from storage.errors import Erased
from storage.repositories.effects import EffectRow
from storage.repositories.inbox import InboxRow
from storage.unit_of_work import UnitOfWork

TITLES = {
    "send_message": "A message was not sent",
    "send_code": "A one-time code was not sent",
    "send_case_code": "A one-time code was not sent",
    "send_confirmation": "A confirmation was not sent by e-mail",
    "forward_confirmation": "A confirmation reached the customer in no way",
    "send_document": "A confirmation was not sent as a PDF",
    "make_document": "A PDF was not made",
    "call_confirmation": "A confirmation reached the customer in no way",
    "await_call": "A confirmation was not heard on the phone",
    "send_letter": "A confirmation was not sent by post",
    "await_letter": "A letter was not posted",
    "replace_letter": "A letter came back",
    "look_up_account": "A customer was not looked up",
    "cancel_service": "A cancellation was not carried out",
    "cancel_order": "The cancellation of an order was not carried out",
    "look_up_quote": "What cancelling some of an order means was not found",
    "terminate_service": "What the brand ends was not carried out",
    "find_terms": "A cancellation without terms was not carried out",
    "apply_alternative": "An alternative was not applied",
    "revoke_alternative": "An alternative was not taken back",
    "reinstate_service": "A cancellation was not taken back",
    "restart_service": "An order to take up again what has ended was not carried out",
    "read_back": "The back office does not show what it confirmed",
    "read_order_back": "The back office does not show what it confirmed",
    "watch_end": "After its last day a service is not as it should be",
    "refund_charge": "A payment taken after the last day was not paid back",
    "follow_refund": "A refund is not as it was promised",
    "follow_returns": "Something that was to be sent back is not as it was agreed",
    "mail_notice": "A notice was not sent by e-mail",
    "push_ticket": "The brand's own system did not take a ticket",
    "read_mail": "A mail came in that a person has to read",
}
ADVICE = {
    "send_message": "Try again, or answer on another way and put it aside.",
    "send_code": "The code is stale by now: put it aside. The customer can ask for a new one.",
    "send_case_code": "The code is stale by now: put it aside. The customer can ask for a new one.",
    "send_confirmation": "Try again, or send the record yourself and say so.",
    "forward_confirmation": (
        "Everything that there is was tried. Tell the customer yourself, by phone or letter, and mark it as "
        "done; or correct the address in the back office and try again."
    ),
    "send_document": "Try again, or put it aside: the customer has the receipt in the chat.",
    "make_document": "Put it aside: it is made when somebody asks for it again.",
    "call_confirmation": (
        "Tell the customer yourself what the record says, by phone or letter, and mark it as done by hand. "
        "Or try again, once there is a mail or phone account and an address: perhaps somebody is called then."
    ),
    "await_call": (
        "Nobody is called any more. Tell the customer yourself what the record says, by phone or letter, and "
        "mark it as done by hand."
    ),
    "send_letter": "Put the customer's address right in the back office, as it is expected, and try again. "
    "Or tell the customer yourself what the record says, and mark it as done by hand.",
    "await_letter": "Print it with the next run (cancelbot letters run), or say that it was posted "
    "(cancelbot letters posted); then have it checked again.",
    "replace_letter": "Put an e-mail address into the back office and try again, or the new postal address "
    "and send another letter (cancelbot letters send). Or tell them yourself, and mark it as done by hand.",
    "look_up_account": "Put it aside: the customer was told that they can still leave.",
    "cancel_service": "Try again, or end the service in the back office and mark it as done by hand.",
    "cancel_order": "Try again, or cancel it in the back office and mark it as done by hand.",
    "look_up_quote": "Put it aside: the customer was told that they can still leave.",
    "terminate_service": "If it is disputed, answer that in the chat: the customer reads why. Try again to "
    "carry it out all the same, or put it aside: then the service goes on, and the customer is told.",
    "find_terms": "Try again, or end the service in the back office and mark it as done, with its last day.",
    "apply_alternative": "Try again, or apply it in the back office and mark it as done by hand.",
    "revoke_alternative": "Try again, or undo it in the back office and mark it as done by hand. Where it "
    "cannot be undone, put it aside: the customer is told that it stays.",
    "reinstate_service": "Try again, or restore the service in the back office and mark it as done by hand.",
    "restart_service": (
        "Try again, or take it up again in the back office, on the terms that the record names, and mark it "
        "as done by hand. Or put it aside: then nothing is charged, and the customer is told."
    ),
    "read_back": "Compare the service in the back office, then have it checked again.",
    "read_order_back": "Compare the order in the back office, then have it checked again.",
    "watch_end": "End the service in the back office, then have it looked at again.",
    "refund_charge": "Try again, or pay it back in the back office and mark it as done by hand: then it is "
    "looked for until it is there.",
    "follow_refund": "Look into the refund in the back office, then have it looked for again; or mark it as "
    "done by hand if it was paid: the customer is told so.",
    "follow_returns": "Look for the return in the back office, then have it looked for again.",
    "mail_notice": "Try again, or write to the customer and put it aside.",
    "read_mail": "Answer whoever wrote it, by mail or in their chat, and mark it as done by hand. "
    "Where it says that a mail was not delivered, have the confirmation go another way.",
    "push_ticket": "Tell whoever runs that system, then try again. Later steps are told all the same.",
}


def all_stuck(uow: UnitOfWork, staff: Staff) -> list[dict[str, Any]]:
    """Everything of the brand that was given up: what customers wrote first, oldest first."""
    brand = staff.brand.id
    unread = [unprocessed(row, _conversation(uow, row)) for row in uow.inbox.parked(brand)]
    return unread + [stuck(uow, row) for row in uow.outbox.given_up(brand)]


def _conversation(uow: UnitOfWork, row: InboxRow) -> ConversationId | None:
    try:
        return conversation_of(uow, row)
    except Erased:
        return None


def unprocessed(row: InboxRow, conversation: ConversationId | None) -> dict[str, Any]:
    """One message that the bot could not take."""
    return {
        "id": row.id,
        "place": "inbox",
        "kind": "incoming",
        "title": "A customer's message could not be processed",
        "advice": "It is in the chat: answer there and put this aside, or have the bot read it again.",
        "state": row.state,
        "error": row.error,
        "mail": None,
        "attempts": row.attempts,
        "patience": None,
        "at": moment(row.processed_at or row.received_at),
        "conversation": conversation,
        "service": None,
        "end_date": None,
        "may_retry": True,
        "in_office": False,
    }


def stuck(uow: UnitOfWork, row: EffectRow) -> dict[str, Any]:
    """One effect that was given up."""
    return {
        "id": row.id,
        "place": "effects",
        "kind": row.kind,
        "title": TITLES.get(row.kind, row.kind),
        "advice": ADVICE.get(row.kind, "Try again, or put it aside."),
        "state": row.state,
        "error": row.error,
        "mail": _mail(row),
        "attempts": row.attempts,
        "patience": _patience(row),
        "at": moment(row.done_at or row.created_at),
        "conversation": row.conversation_id,
        "service": _service(uow, row),
        "end_date": _end_date(row),
        "may_retry": row.kind in AGAIN,
        "in_office": row.kind in BY_HAND,
    }


def _mail(row: EffectRow) -> dict[str, str] | None:
    """What came in by mail, to be read here: who wrote, about what, and the words."""
    if row.kind != READ_MAIL_KIND:
        return None
    mail = READ_MAIL.validate_json(row.payload).mail
    return {"from": mail.sender, "subject": mail.subject, "text": mail.text}


def _patience(row: EffectRow) -> str | None:
    """How long such a thing is tried, and why, where it is tried for its time."""
    deadline = DEADLINES.get(row.kind)
    if deadline is None:
        return None
    return f"Tried for {told(deadline.within)} at most: {deadline.why}."


def _service(uow: UnitOfWork, row: EffectRow) -> str | None:
    if row.case_id is None:
        return None
    try:
        case = uow.cases.get(row.brand_id, row.case_id)
    except Erased:
        return None
    return None if case is None else CASE.validate_json(case.data).service_name


def _end_date(row: EffectRow) -> str | None:
    """The last day that was agreed, for whoever ends the service by hand."""
    if row.kind not in IN_OFFICE:
        return None
    match EFFECT.validate_json(row.payload):
        case CancelService(quote=quote):
            return day(quote.end_date)
        case _:
            return None
