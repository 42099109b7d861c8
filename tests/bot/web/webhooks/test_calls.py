"""A receipt that reaches nobody in writing is told by phone: who hears it, who does not, and what follows."""

import threading
from datetime import timedelta

import pytest

from bot.web.desk.stuck import stuck
from channels.base import Outgoing, Sent
from storage.repositories.cases import CaseRow
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.chat.visitor import error_in
from tests.bot.web.webhooks.phone import Phone, at_confirmation, signed, transcript
from tests.bot.web.webhooks.switchboard import Switchboard

NUMBER_ALOUD = "Number: B, L, "


@pytest.fixture
def phone(house: House) -> Phone:
    """A phone whose owner has just confirmed, of a brand that sends no mail."""
    house.forget("email")
    phone = Phone(house)
    at_confirmation(phone)
    phone.text("1")
    return phone


@pytest.fixture
def board(house: House, phone: Phone) -> Switchboard:
    """The first call: the receipt was reported as undelivered."""
    (receipt,) = [row for row in house.sent(phone.number) if "Received" in row.body]
    assert phone.report(receipt.id, "undelivered", ErrorCode="30006").status_code == 204
    board = Switchboard(house)
    board.run_due()
    assert [asked.to for _, asked in board.calls] == [phone.number]
    return board


def given_up(house: House) -> list[str | None]:
    with house.app.database.read() as uow:
        return [each.error for each in uow.outbox.given_up(house.brand.id)]


def cases(house: House) -> list[CaseRow]:
    with house.app.database.read() as uow:
        return uow.cases.declared_between(house.brand.id, NOW - timedelta(days=1), NOW + timedelta(days=1))


def states(house: House, kind: str) -> list[str]:
    with house.app.database.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"SELECT state FROM effect WHERE kind = '{kind}' ORDER BY seq")  # noqa: S608
        return [row[0] for row in rows]


@pytest.mark.check(27)
def test_only_who_presses_1_has_heard_it(house: House, phone: Phone, board: Switchboard) -> None:
    said = board.answer()
    assert "the automated assistant of Brightline" in said.words
    assert NUMBER_ALOUD in said.words
    assert "Press 1" in said.words
    assert states(house, "await_call") == ["due"], "an answered call is no confirmation"

    again = board.press("2", said)
    assert NUMBER_ALOUD in again.text
    assert states(house, "await_call") == ["due"]
    assert "Thank you" in board.press("1", said).text
    board.end()

    assert states(house, "await_call") == ["done"]
    assert house_is_quiet(board)
    assert any("heard on the phone" in row.body.decode() for row in transcript(house, phone))


@pytest.mark.check(27)
def test_silence_then_a_machine_then_nobody_is_never_a_yes_and_ends_at_the_desk(
    house: House, board: Switchboard
) -> None:
    (case,) = cases(house)
    silent = board.answer()
    assert silent.parts == ["Gather", "Gather", "Say", "Hangup"], "said again upon silence, then goodbye"
    board.end(AnsweredBy="human")

    house.clock.go_on(minutes=59)
    board.run_due()
    assert len(board.calls) == 1
    house.clock.go_on(minutes=2)
    board.run_due()
    assert len(board.calls) == 2
    machine = board.answer("machine_start")
    assert "A confirmation is waiting" in machine.words
    assert "B, L" not in machine.words
    assert "Fibre" not in machine.words
    assert machine.parts == ["Say", "Hangup"]
    board.end(AnsweredBy="machine_start")

    house.clock.go_on(hours=25)
    board.run_due()
    assert len(board.calls) == 3
    board.end("no-answer")

    assert given_up(house) == ["not heard in 3 calls; the last one: nobody answered"]
    assert house_is_quiet(board)
    assert cases(house) == [case], "a call decides nothing"


def test_then_an_agent_finds_what_to_do(house: House, board: Switchboard) -> None:
    for days in (1, 2, 3):
        board.end("busy")
        house.clock.go_on(days=days)
        board.run_due()

    (item,) = stuck_items(house)

    assert item["title"] == "A confirmation was not heard on the phone"
    assert "mark it as done by hand" in str(item["advice"])
    assert item["service"] == "Brightline Fibre 100"
    assert item["may_retry"] is False


@pytest.mark.parametrize("who", ["unknown", ""])
@pytest.mark.check(27)
def test_who_may_be_a_machine_is_told_nothing_before_a_key(
    house: House, board: Switchboard, who: str
) -> None:
    said = board.answer(who)
    assert "A confirmation is waiting" in said.words
    assert "B, L" not in said.words

    told = board.press("1", said)

    assert NUMBER_ALOUD in told.text
    assert states(house, "await_call") == ["due"], "nobody can have heard what was not said"


def test_0_calls_a_person_and_nobody_is_called_again(house: House, phone: Phone, board: Switchboard) -> None:
    said = board.answer()
    for _ in range(2):
        assert "A person from Brightline" in board.press("0", said).text
    board.end()

    with house.app.database.read() as uow:
        conversation = uow.conversations.open_of(house.brand.id, phone.address.id)
    assert conversation is not None
    assert (conversation.status, conversation.handoff_reason) == ("waiting", "asked")
    assert given_up(house) == ["a person was asked for in the call; it was not heard"]
    assert house_is_quiet(board)
    notes = [row for row in transcript(house, phone) if b"Asked for a person" in row.body]
    assert len(notes) == 1


@pytest.mark.check(27)
def test_what_is_reported_twice_counts_once(house: House, board: Switchboard) -> None:
    for _ in range(3):
        board.end("no-answer")
    house.clock.go_on(hours=2)
    board.run_due()

    assert len(board.calls) == 2
    assert states(house, "await_call") == ["dropped", "due"]


def test_a_key_that_is_reported_after_the_end_still_counts(house: House, board: Switchboard) -> None:
    said = board.answer()
    board.end()
    board.press("1", said)

    assert house_is_quiet(board)
    assert given_up(house) == []


def test_the_end_of_a_call_may_be_reported_before_it_was_marked_as_placed(house: House, phone: Phone) -> None:
    class Hasty(Switchboard):
        def send(self, outgoing: Outgoing) -> Sent:
            sent = super().send(outgoing)
            self.end("busy")
            return sent

    (receipt,) = [row for row in house.sent(phone.number) if "Received" in row.body]
    phone.report(receipt.id, "undelivered", ErrorCode="30003")
    board = Hasty(house)
    board.run_due()

    assert states(house, "call_confirmation") == ["done", "due"]
    assert states(house, "await_call") == ["dropped"]


def test_two_keys_at_once_are_heard_once(house: House, phone: Phone, board: Switchboard) -> None:
    said, gate = board.answer(), threading.Barrier(3)
    answers: list[int] = []

    def press() -> None:
        gate.wait()
        answers.append(board.press("1", said).status_code)

    threads = [threading.Thread(target=press) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [200] * 3
    assert len([row for row in transcript(house, phone) if b"heard on the phone" in row.body]) == 1


@pytest.mark.check(21, 27)
def test_what_is_not_signed_is_refused_and_changes_nothing(house: House, board: Switchboard) -> None:
    sid, asked = board.calls[-1]
    said = board.answer()
    before, waiting = house.rows(), states(house, "await_call")

    assert error_in(board.post(url=said.keys, token="another-token", Digits="1")) == (403, "refused")
    form = {"CallSid": sid, "From": "+491713920000", "Digits": "1"}
    for signature in ("", "AAAA", signed(form, url=asked.status_url or "")):
        assert error_in(board.posted(said.keys, form, signature)) == (403, "refused")

    assert (house.rows(), states(house, "await_call")) == (before, waiting)


@pytest.mark.parametrize("call", ["0" * 32, "x"])
def test_a_call_that_is_none_of_ours(house: House, board: Switchboard, call: str) -> None:
    url = f"http://localhost/webhooks/voice/demo/{call}"
    before = house.rows()

    assert error_in(board.post(url=url, CallStatus="completed")) == (404, "unknown_call")
    assert house.rows() == before


def test_another_call_id_at_the_address_of_a_call_is_none_of_ours(board: Switchboard) -> None:
    _, asked = board.calls[-1]
    board.calls.append(("CA" + "9" * 32, asked))

    assert error_in(board.post(CallStatus="completed")) == (404, "unknown_call")


def test_nobody_writes_to_the_address_of_calls(house: House) -> None:
    assert error_in(house.client().post("/webhooks/voice/demo")) == (404, "unknown_webhook")


def test_who_forbade_texts_is_not_called_either_and_a_person_sees_it(house: House) -> None:
    house.forget("email")
    phone = Phone(house)
    at_confirmation(phone)
    phone.post(phone.form("Cancel", OptOutType="STOP"))
    board = Switchboard(house)

    board.run_due()

    assert board.calls == []
    (error,) = given_up(house)
    assert "no more texts, nor calls" in str(error)


def test_a_text_that_arrives_after_all_needs_no_call(house: House, phone: Phone) -> None:
    (receipt,) = [row for row in house.sent(phone.number) if "Received" in row.body]
    phone.report(receipt.id, "undelivered", ErrorCode="30003")
    phone.report(receipt.id, "delivered")
    board = Switchboard(house)

    board.run_due()

    assert board.calls == []
    assert states(house, "call_confirmation") == ["dropped"]


def test_it_is_told_in_the_language_of_the_record(house: House) -> None:
    house.forget("email")
    phone = Phone(house)
    phone.text("Ich möchte kündigen")
    phone.text("1")
    phone.text(phone.code)
    phone.text("1")
    phone.text("1")
    (receipt,) = [row for row in house.sent(phone.number) if "Nr. BL-" in row.body and "Eing" in row.body]
    phone.report(receipt.id, "undelivered", ErrorCode="30006")
    board = Switchboard(house)
    board.run_due()

    said = board.answer()

    assert "automatische Assistent von Brightline" in said.words
    assert "Nummer: B, L, " in said.words
    assert said.languages == {"de-DE"}


def house_is_quiet(board: Switchboard) -> bool:
    """Nobody is called any more, whatever time goes by."""
    calls = len(board.calls)
    for _ in range(5):
        board.house.clock.go_on(days=1)
        board.run_due()
    return len(board.calls) == calls


def stuck_items(house: House) -> list[dict[str, object]]:
    with house.app.database.read() as uow:
        return [stuck(uow, row) for row in uow.outbox.given_up(house.brand.id)]
