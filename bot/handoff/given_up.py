"""Effects that were given up: a person has them done again, or says what became of them."""

from datetime import date, datetime

from bot.cases import uphold_ending
from bot.deliver.look_ups import run_look_ups
from bot.effects import IN_OFFICE, SEND_MESSAGE, OfficeEffect, lane_of_case
from bot.handoff.desk import in_transaction, note_event
from bot.handoff.refusals import BadWords, HandoffRefused, Unknown
from bot.handoff.words import checked
from bot.mails.taking import KIND as READ_MAIL
from bot.mails.taking import forget_words
from bot.reading_back import queue_read_back, queue_read_order_back, reading_of
from bot.receive.happenings import happen
from bot.room import case_of, room_of
from bot.watches import FOLLOW_REFUND, FollowRefund, Thread, follow_done_by_hand, follow_refund
from bot.wiring import Application
from dialogs.case import ByHand
from dialogs.effects import (
    ApplyAlternative,
    CancelOrder,
    CancelService,
    FindTerms,
    RefundCharge,
    ReinstateService,
    RestartService,
    RevokeAlternative,
    TerminateService,
)
from dialogs.events import CaseReconciled, EffectCompleted, RefundMoved
from dialogs.ids import AddressId, EffectId, ServiceRef
from dialogs.turn import CASE, EFFECT
from storage.repositories.effects import EffectRow
from storage.repositories.staff import AgentRow
from storage.unit_of_work import UnitOfWork

SEND = "send_message"
ENDING = "terminate_service"
"""Where it is tried again, a person has looked at what the customer disputes, and it is carried out."""
OF_CASE = IN_OFFICE | {"find_terms"}
"""What a case waits for: how it is settled becomes true for the case, and the customer is told."""
MONEY = frozenset({"refund_charge", "follow_refund"})
BY_HAND = OF_CASE | MONEY
"""What an agent may have done in the back office: that it is done becomes true for the case."""
AGAIN = OF_CASE | {
    *("read_back", "read_order_back", "watch_end", "refund_charge", "follow_refund"),
    "follow_returns",
    *(SEND, "send_confirmation", "forward_confirmation", "send_document"),
    *("call_confirmation", "mail_notice", "push_ticket"),
    *("send_letter", "await_letter", "replace_letter"),
}
"""What may be done once more. A code is never sent twice, and nobody waits for an old look-up."""
LONGEST_NOTE = 300


class NotGivenUp(HandoffRefused):
    """It is settled already, or being tried."""

    code = "settled"

    def __init__(self) -> None:
        super().__init__("This is settled already or being tried again.")


def retry_effect(app: Application, agent: AgentRow, effect: EffectId) -> None:
    """Do it again; its key makes sure that the other side does it once. Raises Unknown, NotGivenUp."""

    def work(uow: UnitOfWork, now: datetime) -> None:
        row = _effect(uow, agent, effect)
        if row.kind not in AGAIN or not uow.outbox.requeue(agent.brand_id, effect, now):
            raise NotGivenUp
        if row.kind == SEND:
            _send_anew(uow, row)
        if row.kind == ENDING:
            uphold_ending(uow, app.directory.brand(uow, agent.brand_id), _office_effect(row).case, now)
        _note(app, uow, row, agent, "retried", f"{agent.name} had “{row.kind}” tried again", now)

    in_transaction(app, work)


def settle_effect(
    app: Application,
    agent: AgentRow,
    effect: EffectId,
    *,
    done: bool,
    note: str,
    end_date: date | None = None,
) -> None:
    """Say that it was done by hand, or that nobody wants it any more.

    What was done in the back office, or will not be, becomes true for the case, and the customer is told.

    Args:
        note: how it was settled, for colleagues.
        end_date: the service's last day, where an agent ended it on other terms than the quoted ones.

    Raises Unknown, NotGivenUp, BadWords.
    """
    how = checked(note, LONGEST_NOTE, "Say in a few words how it was settled.")

    def work(uow: UnitOfWork, now: datetime) -> tuple[EffectRow, ...]:
        row = _effect(uow, agent, effect)
        if not uow.outbox.resolve(agent.brand_id, effect, now, done=done):
            raise NotGivenUp
        what = "done by hand" if done else "not wanted any more"
        _note(app, uow, row, agent, "settled", f"{agent.name}: “{row.kind}” is {what}: {how}", now)
        if row.kind == READ_MAIL:
            forget_words(uow, row)
        if row.kind in MONEY:
            return _tell_of_money(app, uow, row, now) if done else ()
        if row.kind not in OF_CASE or row.conversation_id is None:
            return ()
        by_hand = ByHand(agent.name, how)
        if done:
            return _tell_done(app, uow, row, end_date, by_hand, now)
        return _tell_not_done(app, uow, row, by_hand, now)

    run_look_ups(app, in_transaction(app, work))


def _send_anew(uow: UnitOfWork, row: EffectRow) -> None:
    """A person wants it tried: neither how it went before nor an address thought dead stands in its way."""
    uow.messages.queue_again(row.id)
    address = AddressId(SEND_MESSAGE.validate_json(row.payload).address)
    uow.contacts.set_unreachable(row.brand_id, address, None)


def _effect(uow: UnitOfWork, agent: AgentRow, effect: EffectId) -> EffectRow:
    row = uow.outbox.get(agent.brand_id, effect)
    if row is None:
        raise Unknown
    return row


def _note(
    app: Application,
    uow: UnitOfWork,
    effect: EffectRow,
    agent: AgentRow,
    kind: str,
    words: str,
    now: datetime,
) -> None:
    if effect.conversation_id is None:
        return
    room = room_of(app, uow, agent.brand_id, effect.conversation_id)
    noted = note_event(uow, room.conversation, agent, kind, words, now)
    uow.conversations.save(noted, room.conversation.version, now)


def _tell_not_done(
    app: Application, uow: UnitOfWork, row: EffectRow, by_hand: ByHand, now: datetime
) -> tuple[EffectRow, ...]:
    """The case learns that nobody waits for this any more, unless another case goes on in its place."""
    effect = _office_effect(row)
    case = uow.cases.get(row.brand_id, effect.case)
    if case is None or case.status == "merged" or row.conversation_id is None:
        return ()
    event = EffectCompleted(effect.type, effect.case, "withdrawn", now, by_hand=by_hand)
    return happen(app, uow, row.brand_id, row.conversation_id, event).look_ups


def _tell_of_money(app: Application, uow: UnitOfWork, row: EffectRow, now: datetime) -> tuple[EffectRow, ...]:
    """Somebody had a charge paid back, which is looked for; or says that what was looked for is paid."""
    assert row.conversation_id is not None
    if row.kind == "refund_charge":
        event = _had_paid_back(uow, row, now)
    else:
        follow = FOLLOW_REFUND.validate_json(row.payload)
        if follow.amount is None:
            return ()
        today = app.directory.brand(uow, row.brand_id).day_of(now)
        event = RefundMoved(follow.case, follow.cause, "paid", follow.amount, now, paid_on=today)
    return happen(app, uow, row.brand_id, row.conversation_id, event).look_ups


def _had_paid_back(uow: UnitOfWork, row: EffectRow, now: datetime) -> RefundMoved:
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, RefundCharge)
    follow = FollowRefund(
        effect.case,
        effect.customer,
        effect.service,
        effect.cause,
        effect.amount,
        by_hand_since=effect.charged_on,
    )
    follow_refund(uow, Thread.of(row), follow, now, at_once=True)
    return RefundMoved(effect.case, effect.cause, "by_hand", effect.amount, now)


def _office_effect(row: EffectRow) -> OfficeEffect:
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, OfficeEffect)
    return effect


def _tell_done(
    app: Application,
    uow: UnitOfWork,
    row: EffectRow,
    end_date: date | None,
    by_hand: ByHand,
    now: datetime,
) -> tuple[EffectRow, ...]:
    """The case learns that it was carried out, and the back office is asked whether it is so."""
    effect = _office_effect(row)
    assert row.conversation_id is not None
    if isinstance(effect, RestartService):
        # As which service it goes on only the person knows, who has looked: nothing is read back.
        done = EffectCompleted(effect.type, effect.case, "done", now, effect.service, by_hand=by_hand)
        look_ups = happen(app, uow, row.brand_id, row.conversation_id, done).look_ups
        happen(app, uow, row.brand_id, row.conversation_id, CaseReconciled(effect.case, now))
        return look_ups
    service, planned = _terms(effect)
    if isinstance(effect, FindTerms) and end_date is None:
        raise BadWords("Say on which day the service ends.")
    room = room_of(app, uow, row.brand_id, row.conversation_id)
    if isinstance(effect, CancelOrder):
        queue_read_order_back(uow, room, effect, now)
    elif service is not None:
        queue_read_back(uow, room, reading_of(effect, service), lane_of_case(effect), now)
    day = end_date or planned
    event = EffectCompleted(effect.type, effect.case, "done", now, service, day, by_hand=by_hand)
    look_ups = happen(app, uow, row.brand_id, row.conversation_id, event).look_ups
    _follow_money(app, uow, row, effect, now)
    return look_ups


def _follow_money(
    app: Application, uow: UnitOfWork, row: EffectRow, effect: OfficeEffect, now: datetime
) -> None:
    """What was promised with it is looked for until it is there, whoever carried it out."""
    found = case_of(uow, row.brand_id, effect.case)
    if found is None or not isinstance(effect, CancelService | CancelOrder | TerminateService):
        return
    item = effect.order if isinstance(effect, CancelOrder) else effect.service
    zone = app.directory.brand(uow, row.brand_id).zone
    follow_done_by_hand(uow, row, CASE.validate_json(found.data), item, now, zone)


def _terms(effect: OfficeEffect) -> tuple[ServiceRef | None, date | None]:
    match effect:
        case CancelService():
            return effect.service, effect.quote.end_date
        case TerminateService():
            return effect.service, effect.last_day
        case ApplyAlternative():
            return effect.service, effect.alternative.ends_on
        case FindTerms() | ReinstateService() | RevokeAlternative():
            return effect.service, None
        case RestartService():
            return effect.service, None
        case CancelOrder():
            return None, None
