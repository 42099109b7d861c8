"""Samples: what was confirmed is held against what the brand's back office says, and no silence is a yes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.audit.auditing import Auditing, ask_for, asked_of, audited
from bot.audit.report import Report, lines_of
from bot.audit.sample import Sample
from bot.backoffice.base import BackOffice, NotPossible, Unavailable
from bot.backoffice.breaker import Breaker, Patience, guarded
from bot.brands import BrandRefused, changed_settings
from dialogs.case import Case
from dialogs.ids import BrandId, CaseId, ContactId, PersonId, ServiceRef
from dialogs.turn import CASE
from storage.repositories.brands import BrandRow
from storage.repositories.cases import CaseRow
from tests.bot.audit.insider import Insider
from tests.bot.records.log.sealing import log_all
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.chat.visitor import Visitor

FIBRE = ServiceRef("BL-1001-1")
ORDER = "BL-50231"


def cancelled(house: House, customer: str) -> str:
    """The number of the record; the case is carried out, read back and logged."""
    return str(who_cancelled(house, customer).look()["record"]["number"])


def who_cancelled(house: House, customer: str) -> Visitor:
    visitor = Visitor(house.client()).begin(customer)
    visitor.say("I want to cancel")
    for label in ("No, cancel", "Confirm cancellation"):
        if label in visitor.labels:
            visitor.press(label)
    house.run_due()
    log_all(house)
    return visitor


def order_cancelled(house: House) -> str:
    visitor = Visitor(house.client()).begin("BL-1007")
    visitor.say("cancel my order")
    visitor.press(next(label for label in visitor.labels if label.startswith(ORDER)))
    visitor.press("2 × Mesh repeater")
    visitor.press("1")
    visitor.press("Confirm cancellation")
    house.run_due()
    log_all(house)
    return str(visitor.look()["record"]["number"])


@pytest.fixture
def number(house: House) -> str:
    return cancelled(house, "BL-1001")


def report(house: House) -> Report:
    house.clock.go_on(minutes=5)
    return audited(house.app, house.brand)


def disagreements(house: House) -> list[tuple[str | None, str]]:
    found = report(house).ledger.findings
    assert {each.code for each in found} <= {"office_disagrees"}
    return [(each.record, each.what) for each in found]


def last_day(house: House) -> date:
    with house.app.database.read() as uow:
        row = uow.local_office.service(house.brand.id, FIBRE)
    assert row is not None
    assert row.ended_on is not None
    return row.ended_on


def sql(house: House, statement: str, **values: object) -> None:
    Insider(house, ()).sql(statement, **values)


def test_what_the_back_office_says_too_is_no_finding(house: House, number: str) -> None:
    order_cancelled(house)
    house.clock.go_on(days=10)
    house.offices.calls.clear()

    found = report(house)

    assert found.ledger.findings == []
    assert (found.ledger.counts["samples"], found.ledger.remarks) == (2, [])
    assert {"read_back", "read_order_back", "refunds"} <= set(house.offices.calls)
    assert ", 2 samples." in "\n".join(lines_of(found.as_json()))


def test_a_service_that_goes_on(house: House, number: str) -> None:
    end = last_day(house)
    sql(house, "UPDATE bo_service SET status = 'active', ended_on = NULL WHERE ref = :r", r=FIBRE)

    told = disagreements(house)

    assert told == [(number, f"service {FIBRE} was confirmed to end on {end}, and is active")]
    assert "To do: Look the case up in the brand's own system" in "\n".join(lines_of(report(house).as_json()))


def test_another_last_day(house: House, number: str) -> None:
    end = last_day(house)
    later = end + timedelta(days=30)
    sql(house, "UPDATE bo_service SET ended_on = :d WHERE ref = :r", d=str(later), r=FIBRE)

    assert disagreements(house) == [
        (number, f"service {FIBRE} was confirmed to end on {end}, and ends on {later}")
    ]


def test_a_refund_that_is_not_there(house: House) -> None:
    number = order_cancelled(house)
    sql(house, "DELETE FROM bo_refund")

    told = disagreements(house)

    assert [record for record, _ in told] == [number]
    assert told[0][1] == f"61.96 EUR is to be paid back for {ORDER}, and there is no such refund"


def test_another_amount_paid_back(house: House) -> None:
    order_cancelled(house)
    sql(house, "UPDATE bo_refund SET amount_minor = amount_minor - 1")

    ((_, what),) = disagreements(house)

    assert what.startswith(f"61.96 EUR is to be paid back for {ORDER}, and it is 61.9")


def test_more_of_an_order_than_was_to_be_left(house: House) -> None:
    number = order_cancelled(house)
    sql(house, "UPDATE bo_order_line SET cancelled = 0 WHERE order_ref = :o", o=ORDER)

    ((record, what),) = disagreements(house)

    assert record == number
    assert what.startswith(f"of order {ORDER} there was to be 1 of ")
    assert what.endswith(" left, and there is 2")


@pytest.mark.parametrize("fault", [Unavailable("no answer within 2 s"), RuntimeError("a bug")])
def test_a_back_office_that_is_down_is_not_taken_to_agree(
    house: House, number: str, fault: Exception
) -> None:
    house.offices.fault = fault

    found = report(house)

    assert found.is_clean
    assert "samples" not in found.ledger.counts
    assert found.ledger.counts["samples not compared"] == 1
    lines = list(lines_of(found.as_json()))
    assert lines[0].endswith("UTC: no findings in what was looked at.")
    told = f"1 of 1 cases that were drawn were not compared: the back office did not answer ({fault})"
    assert f"Not looked at: {told}." in lines


def test_whoever_does_not_answer_thrice_is_asked_no_more(house: House, number: str) -> None:
    for customer in ("BL-1003", "BL-1006"):
        cancelled(house, customer)
    order_cancelled(house)
    house.clock.go_on(minutes=5)
    asked = []

    def silent(brand: BrandRow) -> BackOffice:
        asked.append(brand.slug)
        raise Unavailable("no answer")

    found = audited(replace(house.app, office_of=silent), house.brand)

    assert len(asked) == 3
    assert found.ledger.counts["samples not compared"] == 4


def test_the_circuit_breaker_stands_before_it(house: House, number: str) -> None:
    breaker = Breaker("demo", lambda: 0.0, Patience(failures=1))
    house.offices.fault = Unavailable("no answer within 2 s")
    app = replace(house.app, office_of=lambda brand: guarded(house.offices.of(brand), breaker))
    house.clock.go_on(minutes=5)
    audited(app, house.brand)
    house.offices.fault = None

    found = audited(app, house.brand)

    assert "did not answer lately; not asked" in found.ledger.remarks[0]


def test_what_the_back_office_knows_no_more_is_not_compared(house: House, number: str) -> None:
    house.offices.fault = NotPossible("no such service")

    found = report(house)

    assert found.is_clean
    assert found.ledger.remarks == [f"{number} was not compared: the back office says: no such service"]


def test_no_connection_is_held_while_it_is_asked(house: House, number: str) -> None:
    engine = house.app.database.engine
    held = []

    def watched(brand: BrandRow) -> BackOffice:
        office = house.offices.of(brand)
        held.append(engine.pool.checkedout())  # type: ignore[attr-defined]
        return office

    house.clock.go_on(minutes=5)
    assert audited(replace(house.app, office_of=watched), house.brand).ledger.counts["samples"] == 1
    assert held == [0]


def test_what_was_taken_back_is_not_compared(house: House) -> None:
    visitor = who_cancelled(house, "BL-1001")
    visitor.say("undo")
    visitor.press("Undo the cancellation")
    assert "samples" not in report(house).ledger.counts
    house.run_due()
    assert visitor.look()["case"]["status"] == "reversed"

    assert disagreements(house) == []
    assert "samples" not in report(house).ledger.counts


def test_a_brand_may_want_none(house: House, number: str) -> None:
    with house.app.database.write() as uow:
        uow.brands.save(changed_settings(house.brand, ["audit_sample=0"]))
    house.offices.calls.clear()

    assert "samples" not in report(house).ledger.counts
    assert house.offices.calls == []


@pytest.mark.parametrize("value", ["-1", "501", "many", ""])
def test_a_size_that_is_none_is_refused(house: House, value: str) -> None:
    with pytest.raises(BrandRefused, match="expected how many cases an audit compares, 0 to 500"):
        changed_settings(house.brand, [f"audit_sample={value}"])


def test_an_audit_that_was_asked_for_is_made_by_a_worker(house: House, number: str) -> None:
    auditing = Auditing(house.app)
    run(auditing)
    house.clock.go_on(minutes=5)
    with house.app.database.write() as uow:
        ask_for(uow, house.brand, "Kim", house.clock())
    assert run(auditing) >= 1

    with house.app.database.read() as uow:
        assert asked_of(uow, house.brand) is None
        newest, first = uow.auditing.latest(house.brand.id, 10)
    assert newest.report["looked_at"]["samples"] == 1
    assert newest.report["seed"] == first.report["seed"] == "demo 2026-03-10"
    house.clock.go_on(minutes=5)
    assert run(auditing) == 0


def run(auditing: Auditing) -> int:
    steps = 0
    while auditing.go_on():
        steps += 1
    return steps


# Drawing

BODY = CASE.dump_json(
    Case(CaseId("case"), NOW, status="reconciled", service=FIBRE, customer="BL-1001", decision="cancel")
)


def row(number: int, status: str = "reconciled", body: bytes = BODY) -> CaseRow:
    return CaseRow(
        CaseId(f"case-{number}"), BrandId("b"), ContactId("c"), PersonId("p"), None, None, status, NOW, NOW,
        NOW, NOW, NOW, "cancel", None, 1, NOW, body,
    )  # fmt: skip


def drawn(seed: str, size: int, numbers: list[int]) -> list[str]:
    sample = Sample(seed, size)
    for number in numbers:
        sample.show(row(number))
    return [each.row.id for each in sample]


@given(st.permutations(list(range(40))), st.integers(0, 50), st.dates())
def test_the_same_day_draws_the_same_cases_in_whatever_order_they_come(
    order: list[int], size: int, day: date
) -> None:
    found = drawn(f"acme {day}", size, order)

    assert found == drawn(f"acme {day}", size, sorted(order))
    assert len(found) == len(set(found)) == min(size, 40)


def test_every_case_has_its_chance() -> None:
    days = [drawn(f"acme {day}", 5, list(range(40))) for day in range(200)]

    counts = [sum(f"case-{number}" in day for day in days) for number in range(40)]
    # Of 1000 draws each gets 25 on average; none is left out, and none is preferred.
    assert min(counts) >= 8
    assert max(counts) <= 50


@pytest.mark.parametrize(
    "other", [row(1, "requested"), row(1, "reversed"), row(1, body=b""), row(1, body=b"{}")]
)
def test_what_was_not_carried_out_is_not_drawn(other: CaseRow) -> None:
    sample = Sample("acme 2026-03-10", 5)
    sample.show(other)
    assert len(sample) == 0
