"""Scenes that are played up to a point, played again, and then looked at: what clients, web and worker do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from bot.backoffice.terms import read_terms, stored_terms
from bot.chats import Visitor, answer_since, conversation_of, open_chat, say, sender_of
from bot.deliver.look_ups import run_look_ups
from bot.deliver.loop import Deliverer
from bot.demo.load import load_ref
from bot.identification.tokens import Vouched
from bot.outbounds import Outbounds
from bot.receive.inbox import process_lane, store_message
from bot.records.sealing import verify
from bot.records.stored import read_stored
from bot.sandbox.wiring import direct_outbound
from bot.transcript import opened
from bot.wiring import Application
from channels.base import Incoming
from dialogs.ids import CaseId, ServiceRef
from storage.repositories.brands import AccountRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.inbox import Duplicate
from storage.unit_of_work import UnitOfWork
from tests.journeys.crash.checker import brand_of

HOLD = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Scene:
    """`play` may be broken off anywhere and played again; after that, `check` must find all well."""

    name: str
    play: Callable[[Application, int], None]
    check: Callable[[Application, int], None]


def cancel_by_web(app: Application, customer: int) -> None:
    """A visitor who is vouched for cancels; every request is the same each time."""
    visitor = Visitor(_account(app, "webchat"), sender_of(f"token of {customer}"))
    with app.database.read() as uow:
        begun = conversation_of(uow, visitor) is not None
    if not begun:
        open_chat(app, visitor, "en", Vouched(load_ref(customer), f"jti {customer}"))
    _say_in_turn(app, visitor, customer, (None, "cancel", "confirm"))


def cancel_on_other_terms(app: Application, customer: int) -> None:
    """The same, with terms that change before the yes is carried out: they are asked about, and agreed to."""
    visitor = Visitor(_account(app, "webchat"), sender_of(f"token of {customer}"))
    with app.database.read() as uow:
        begun = conversation_of(uow, visitor) is not None
    if not begun:
        open_chat(app, visitor, "en", Vouched(load_ref(customer), f"jti {customer}"))
    change = partial(_change_terms, app, customer)
    _say_in_turn(app, visitor, customer, (None, "cancel", "confirm", "confirm"), {2: change})


def _say_in_turn(
    app: Application,
    visitor: Visitor,
    customer: int,
    choices: Sequence[str | None],
    before: Mapping[int, Callable[[], None]] | None = None,
) -> None:
    """Send each message, and let a worker do what follows; `before` says what happens before some."""
    for number, choice in enumerate(choices):
        # What a killed process was looking up is taken over by a worker before the client goes on.
        _work(app)
        if before and number in before:
            before[number]()
        text = "I want to cancel" if choice is None else ""
        incoming = Incoming(f"web:{customer}:{number}", visitor.sender, app.clock(), text=text, choice=choice)
        say(app, visitor, incoming)
    _work(app)


def _change_terms(app: Application, customer: int) -> None:
    """The brand's people write a longer notice into the contract, once."""
    service = ServiceRef(f"{load_ref(customer)}-1")
    with app.database.write() as uow:
        row = uow.local_office.service(brand_of(uow).id, service)
        assert row is not None
        terms = replace(read_terms(row.terms), notice_months=3)
        uow.local_office.put_service(replace(row, terms=stored_terms(terms)))


def declare_by_sms(app: Application, customer: int) -> None:
    """Three texts are stored and processed, as webhooks do; the worker does the rest."""
    account, sender = _account(app, "sms"), f"+4917139{customer:06}"
    details = f"Customer {customer}, contract {load_ref(customer)}, c{customer}@example.com"
    for number, words in enumerate(("I want to cancel", "Go on without", details)):
        incoming = Incoming(f"SM{customer}-{number}", sender, app.clock(), text=words)
        stored = store_message(app, account, incoming)
        lane = stored.original.lane if isinstance(stored, Duplicate) else stored.lane
        for taken in process_lane(app, lane):
            run_look_ups(app, taken.look_ups)
    _work(app)


def _work(app: Application) -> None:
    """What a worker does, until there is nothing more to do."""
    with app.database.write() as uow:
        lanes = uow.inbox.claim_lanes(app.clock(), HOLD)
    for lane in lanes:
        for taken in process_lane(app, lane):
            run_look_ups(app, taken.look_ups)
    deliverer = Deliverer(app, Outbounds(direct_outbound(app.database, app.clock)), threads=1)
    deliverer.run_due()
    deliverer.close()


def cancelled_once(app: Application, customer: int) -> None:
    sender = sender_of(f"token of {customer}")
    with app.database.read() as uow:
        row = _conversation(app, uow, "webchat", sender)
        _numbered_and_complete(uow, row, [f"web:{customer}:{number}" for number in range(3)])
        assert answer_since(uow, row.brand_id, row.id, 0).pending is False
        service = ServiceRef(f"{load_ref(customer)}-1")
        operations = uow.local_office.operations_of(row.brand_id, service)
        assert [each.kind for each in operations] == ["cancel"], operations
        assert row.case_id is not None
        case = uow.cases.get(row.brand_id, row.case_id)
        assert case is not None
        assert case.status == "reconciled", case.status
        _one_record(uow, row, row.case_id, "termination")
        _nothing_left(uow, row)


def cancelled_once_on_other_terms(app: Application, customer: int) -> None:
    """Done under the second key alone, and the question came once."""
    sender = sender_of(f"token of {customer}")
    with app.database.read() as uow:
        row = _conversation(app, uow, "webchat", sender)
        _numbered_and_complete(uow, row, [f"web:{customer}:{number}" for number in range(4)])
        service = ServiceRef(f"{load_ref(customer)}-1")
        assert row.case_id is not None
        operations = uow.local_office.operations_of(row.brand_id, service)
        assert [each.key for each in operations] == [f"cancel_service:{row.case_id}:1"], operations
        case = uow.cases.get(row.brand_id, row.case_id)
        assert case is not None
        assert case.status == "reconciled", case.status
        records = uow.records.of_case(row.brand_id, row.case_id)
        assert [each.kind for each in records] == ["termination", "terms"], records
        messages = opened(uow.messages.since(row.brand_id, row.id, 0))
        asked = [each for each in messages if "on the terms that you confirmed" in each.body.text]
        assert len(asked) == 1, asked
        _nothing_left(uow, row, refused=f"cancel_service:{row.case_id}")


def declared_once(app: Application, customer: int) -> None:
    with app.database.read() as uow:
        row = _conversation(app, uow, "sms", f"+4917139{customer:06}")
        _numbered_and_complete(uow, row, [f"SM{customer}-{number}" for number in range(3)])
        assert row.case_id is not None
        _one_record(uow, row, row.case_id, "declaration")
        _nothing_left(uow, row)
        _sent_in_order(uow, row, f"+4917139{customer:06}")


def _numbered_and_complete(uow: UnitOfWork, row: ConversationRow, keys: list[str]) -> None:
    """The transcript has no gap, and what was said is in it once, in order."""
    messages = opened(uow.messages.since(row.brand_id, row.id, 0))
    assert [each.number for each in messages] == list(range(1, len(messages) + 1))
    assert [each.event_key for each in messages if each.direction == "in"] == keys


def _one_record(uow: UnitOfWork, row: ConversationRow, case: CaseId, kind: str) -> None:
    records = uow.records.of_case(row.brand_id, case)
    assert [each.kind for each in records] == [kind], records
    body = records[0].body
    assert body is not None
    receipt = read_stored(body, records[0].digest, records[0].signature, records[0].key_id).receipt
    assert verify(receipt, brand_of(uow).signing_public).valid


def _nothing_left(uow: UnitOfWork, row: ConversationRow, refused: str = "") -> None:
    """All effects of the case are done, or refused; a sending that was broken off may have happened twice."""
    assert row.case_id is not None
    states = {each.key: each.state for each in uow.outbox.of_case(row.brand_id, row.case_id)}
    # A reminder waits for its hour, and a look after the end for its day, whatever becomes of the case.
    left = {
        key: state for key, state in states.items() if not key.startswith(("await_answer:", "watch_end:"))
    }
    assert left.pop(refused, "dropped") == "dropped", states
    assert set(left.values()) <= {"done"}, states
    assert uow.inbox.oldest_pending() is None
    assert uow.outbox.given_up(row.brand_id) == []


def _sent_in_order(uow: UnitOfWork, row: ConversationRow, sender: str) -> None:
    """Each message was sent, in order; the one at which the process ended may be there twice."""
    messages = opened(uow.messages.since(row.brand_id, row.id, 0))
    said = [each.body.sent or each.body.text for each in messages if each.direction == "out"]
    sent = [each.body for each in uow.sandbox.messages(row.brand_id, "sms", sender, 0, 100)]
    once = [text for n, text in enumerate(sent) if n == 0 or text != sent[n - 1]]
    assert once == said, (once, said)


def _conversation(app: Application, uow: UnitOfWork, kind: str, sender: str) -> ConversationRow:
    account = _account_in(app, uow, kind)
    address = uow.contacts.by_sender(account.brand_id, account.id, sender)
    assert address is not None
    row = uow.conversations.latest_of(account.brand_id, address.id)
    assert row is not None
    return row


def _account(app: Application, kind: str) -> AccountRow:
    with app.database.read() as uow:
        return _account_in(app, uow, kind)


def _account_in(app: Application, uow: UnitOfWork, kind: str) -> AccountRow:
    accounts = app.directory.accounts_of(uow, brand_of(uow).id)
    return next(each for each in accounts if each.kind == kind)


SCENES = (
    Scene("a cancellation in the web chat", cancel_by_web, cancelled_once),
    Scene("a declaration by SMS", declare_by_sms, declared_once),
    Scene("terms that change meanwhile", cancel_on_other_terms, cancelled_once_on_other_terms),
)
