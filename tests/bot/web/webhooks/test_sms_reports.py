"""What became of our texts: reports that come late, twice and out of order, and phones that take no more."""

import threading
from collections.abc import Callable

import pytest

from bot.deliver.loop import LEASE, Deliverer
from bot.outbounds import Outbounds
from bot.reports import mark_sent
from bot.sandbox.direct import SandboxOutbound
from bot.sandbox.wiring import direct_outbound
from channels.base import Outbound, Outgoing, Refused, SendError, Sent, TryLater, Unreachable
from channels.sms.outbound import SmsOutbound
from storage.repositories.brands import AccountRow
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, error_in
from tests.bot.web.webhooks.phone import STRANGER, Phone, new_sid, signed
from tests.channels.sms.fake_twilio import FakeTwilio


@pytest.fixture
def phone(house: House) -> Phone:
    """The phone of a known customer, to which one text was sent."""
    phone = Phone(house)
    phone.text("I want to cancel")
    return phone


@pytest.mark.parametrize(
    ("reports", "state"),
    [
        (["queued", "sent", "delivered"], "delivered"),
        (["delivered", "sent"], "delivered"),
        (["delivered", "delivered"], "delivered"),
        (["sent", "undelivered"], "failed"),
        (["undelivered", "sent"], "failed"),
        (["failed", "queued"], "failed"),
        (["undelivered", "delivered"], "delivered"),
        (["delivered", "undelivered"], "delivered"),
        (["a state of tomorrow"], "sent"),
        (["accepted", "sending"], "sent"),
    ],
    ids=" ".join,
)
@pytest.mark.check(25)
def test_a_delivery_only_moves_forward(house: House, phone: Phone, reports: list[str], state: str) -> None:
    sid = house.sent(phone.number)[-1].id

    answers = [phone.report(sid, status).status_code for status in reports]

    assert answers == [204] * len(reports)
    assert deliveries(house, phone) == [None, state]


def test_a_report_on_nothing_of_ours_is_taken_and_changes_nothing(house: House, phone: Phone) -> None:
    before, sent = house.rows(), deliveries(house, phone)

    assert phone.report("SM" + "9" * 32, "delivered").status_code == 204

    assert house.rows() == before
    assert deliveries(house, phone) == sent


@pytest.mark.parametrize(
    ("early", "late", "state"),
    [
        (["sent"], [], "sent"),
        (["queued", "sent", "delivered"], [], "delivered"),
        (["delivered"], ["sent"], "delivered"),
        (["delivered", "sent"], [], "delivered"),
        (["sent"], ["delivered"], "delivered"),
        (["undelivered"], [], "failed"),
        (["undelivered"], ["sent"], "failed"),
        (["undelivered", "sent"], [], "failed"),
        (["sent"], ["undelivered"], "failed"),
        (["sent", "sent"], ["sent"], "sent"),
        (["undelivered"], ["delivered"], "delivered"),
        (["delivered"], ["undelivered"], "delivered"),
    ],
)
@pytest.mark.check(25)
def test_reports_that_are_faster_than_our_own_commit_are_not_lost(
    house: House, phone: Phone, early: list[str], late: list[str], state: str
) -> None:
    sending = Hasty(phone, early)
    phone.post(phone.form("help"))
    sending.run_due()

    for status in late:
        phone.report(sending.sids[-1], status)

    assert deliveries(house, phone)[-1] == state


def test_a_report_that_comes_while_the_message_is_being_marked_waits_for_it(
    house: House, phone: Phone
) -> None:
    """Neither sees the other's uncommitted rows: without taking turns the report would be lost."""
    sid, reported = new_sid(), []
    phone.post(phone.form("help"))
    with house.app.database.write() as uow:
        claimed = uow.outbox.claim(house.clock(), "somebody", LEASE, 1, ["send_message"])[0].effect
    reporting = threading.Thread(target=lambda: reported.append(phone.report(sid, "delivered")))

    with house.app.database.write() as uow:
        assert uow.outbox.complete(claimed, house.clock(), provider_ref=sid)
        mark_sent(uow, claimed, sid, house.clock())
        reporting.start()
        reporting.join(0.5)  # it cannot go on before the commit
    reporting.join()

    assert [answer.status_code for answer in reported] == [204]
    assert "delivered" in deliveries(house, phone)


def test_an_early_report_that_the_number_is_gone_is_remembered(house: House, phone: Phone) -> None:
    sending = Hasty(phone, ["undelivered"], ErrorCode="30005")
    phone.post(phone.form("help"))

    sending.run_due()

    assert phone.address.unreachable_at == house.clock.now
    assert len(sending.sids) == 1, "what comes next in the lane is not tried"


def test_a_forged_report_changes_nothing(house: House, phone: Phone) -> None:
    sid = house.sent(phone.number)[-1].id
    form = {"MessageSid": sid, "MessageStatus": "failed", "From": "+491713920000"}

    assert error_in(phone.post(form, signed(form, "another-token"))) == (403, "refused")
    assert deliveries(house, phone) == [None, "sent"]


def test_a_report_that_the_person_opted_out_is_remembered(house: House, phone: Phone) -> None:
    sid = house.sent(phone.number)[-1].id

    phone.report(sid, "undelivered", ErrorCode="21610")

    assert phone.address.opted_out_at == house.clock.now
    assert phone.text("help") == []


def test_a_report_that_the_number_is_gone_is_remembered(house: House, phone: Phone) -> None:
    sid = house.sent(phone.number)[-1].id

    phone.report(sid, "undelivered", ErrorCode="30005")

    assert phone.address.unreachable_at == house.clock.now
    assert phone.address.opted_out_at is None


@pytest.mark.parametrize("opted_out", [True, False])
@pytest.mark.check(18)
def test_who_is_found_to_be_out_of_reach_gets_no_more_and_the_receipt_by_mail(
    house: House, phone: Phone, opted_out: bool
) -> None:
    phone.text("1")
    phone.text(phone.code)
    phone.text("1")
    refusing = Sending(house, lambda: Unreachable("no more texts there", opted_out=opted_out))
    phone.post(phone.form("1"))

    refusing.run_due()

    assert refusing.tried == 1, "after the first refusal nothing more is tried"
    address = phone.address
    assert (address.opted_out_at or address.unreachable_at) == house.clock.now
    assert (address.opted_out_at is not None) == opted_out
    assert len(house.sent("ada.sommer@example.com")) == 1


@pytest.mark.check(18)
def test_whom_the_provider_answers_21610_gets_the_receipt_by_mail_and_no_retry(
    house: House, phone: Phone
) -> None:
    phone.text("1")
    phone.text(phone.code)
    phone.text("1")
    keeping = direct_outbound(house.app.database, house.clock)
    with FakeTwilio() as twilio:
        twilio.opted_out.add(phone.number)
        outbounds = Outbounds(
            lambda row: SmsOutbound(twilio.account()) if row.kind == "sms" else keeping(row)
        )
        deliverer = Deliverer(house.app, outbounds, threads=1)
        phone.post(phone.form("1"))
        for _ in range(3):
            deliverer.run_due()
            house.clock.go_on(hours=1)
        deliverer.close()
        outbounds.close()

    assert twilio.requests == 1
    assert phone.address.opted_out_at is not None
    (mail,) = house.sent("ada.sommer@example.com")
    assert "Cancellation BL-" in (mail.subject or "")


def test_who_was_out_of_reach_and_writes_again_is_answered(house: House, phone: Phone) -> None:
    phone.report(house.sent(phone.number)[-1].id, "undelivered", ErrorCode="30005")

    assert phone.text("help") != []
    assert phone.address.unreachable_at is None


@pytest.mark.check(25)
def test_a_receipt_that_is_reported_undelivered_is_in_the_mail(house: House, phone: Phone) -> None:
    phone.text("1")
    phone.text(phone.code)
    phone.text("1")
    phone.text("1")
    (receipt,) = [row for row in house.sent(phone.number) if "No. BL-" in row.body and "Received" in row.body]

    assert phone.report(receipt.id, "undelivered", ErrorCode="30003").status_code == 204
    house.run_due()

    assert "failed" in deliveries(house, phone)
    (mail,) = house.sent("ada.sommer@example.com")
    assert "Cancellation BL-" in (mail.subject or "")


@pytest.mark.check(25)
def test_a_code_goes_by_mail_where_texts_do_not_arrive(house: House, phone: Phone) -> None:
    phone.report(house.sent(phone.number)[-1].id, "undelivered", ErrorCode="30005")
    before = len(phone.received)
    chat = Visitor(house.client()).begin()
    chat.say("I want to cancel")
    chat.say("BL-1001")

    house.run_due()

    assert len(phone.received) == before
    assert len(house.sent("ada.sommer@example.com")) == 1


def test_a_provider_that_is_busy_is_asked_again(house: House, phone: Phone) -> None:
    busy = Sending(house, lambda: TryLater("queue full", retry_after=60))
    phone.post(phone.form("help"))
    busy.run_due()
    assert busy.tried == 1
    house.clock.go_on(seconds=59)
    assert house.run_due() == 0

    house.clock.go_on(seconds=2)
    house.run_due()

    assert "I can cancel" in phone.received[-2]
    assert deliveries(house, phone)[-1] == "sent"


def test_a_text_that_is_refused_for_good_is_seen_at_the_desk(house: House, phone: Phone) -> None:
    refusing = Sending(house, lambda: Refused("too long", code="21617"))
    phone.post(phone.form("help"))

    refusing.run_due()

    with house.app.database.read() as uow:
        given_up = uow.outbox.given_up(house.brand.id)
    assert {each.error for each in given_up} == {"too long"}
    assert deliveries(house, phone)[-1] == "failed"


def test_a_lane_that_waits_holds_up_no_other(house: House, phone: Phone) -> None:
    Sending(house, lambda: TryLater("queue full", retry_after=600)).only_for(phone).run_due()
    other = Phone(house, STRANGER)

    assert other.text("I want to cancel") != []


class Hasty:
    """Delivers with an SMS provider that reports on a text before it has answered that it took it."""

    def __init__(self, phone: Phone, early: list[str], **more: str) -> None:
        self.phone, self.early, self.more = phone, early, more
        self.sids: list[str] = []

    def run_due(self) -> None:
        outbounds = Outbounds(lambda row: self)
        deliverer = Deliverer(self.phone.house.app, outbounds, threads=1)
        deliverer.run_due()
        deliverer.close()

    def send(self, outgoing: Outgoing) -> Sent:
        self.sids.append(new_sid())
        for status in self.early:
            assert self.phone.report(self.sids[-1], status, **self.more).status_code == 204
        return Sent(self.sids[-1])

    def close(self) -> None:
        """Nothing is open."""


class Sending:
    """Delivers with an SMS provider that fails; `tried` counts the texts it was given."""

    def __init__(self, house: House, error: Callable[[], SendError]) -> None:
        self.house, self.error, self.tried = house, error, 0

    def only_for(self, phone: Phone) -> "Sending":
        phone.post(phone.form("help"))
        return self

    def run_due(self) -> None:
        outbounds = Outbounds(self._make)
        deliverer = Deliverer(self.house.app, outbounds, threads=1)
        deliverer.run_due()
        deliverer.close()
        outbounds.close()

    def _make(self, row: AccountRow) -> Outbound:
        app = self.house.app
        return self if row.kind == "sms" else SandboxOutbound(app.database, row, app.clock)

    def send(self, outgoing: Outgoing) -> Sent:
        self.tried += 1
        raise self.error()

    def close(self) -> None:
        """Nothing is open."""


def deliveries(house: House, phone: Phone) -> list[str | None]:
    """How far each message of the transcript got."""
    with house.app.database.read() as uow:
        conversation = uow.conversations.open_of(house.brand.id, phone.address.id)
        assert conversation is not None
        return [row.delivery for row in uow.messages.since(house.brand.id, conversation.id, 0)]
