"""Cases and records: one open case per item, one record of a kind per case."""

import threading
from dataclasses import replace
from itertools import combinations, permutations

import pytest
from sqlalchemy import text

from dialogs.ids import CustomerRef, RecordId
from storage.database import Database
from storage.errors import Backward, Conflict
from storage.repositories.case_entries import CaseEntryRow
from storage.repositories.cases import CaseRow, RecordRow
from storage.repositories.contacts import AddressRow
from storage.unit_of_work import UnitOfWork
from tests.storage.scene import MINUTE, NOW, Brand, add_brand

CUSTOMER = CustomerRef("C-17")


def test_a_case_is_read_as_it_was_created(database: Database, brand: Brand, address: AddressRow) -> None:
    with database.write() as work:
        case = open_case(work, brand, address, item="S-1")

    with database.read() as work:
        assert work.cases.get(brand.id, case.id) == case
        assert work.cases.open_for_item(brand.id, item(work, brand, "S-1")) == case
        assert work.cases.of_contact(brand.id, address.contact_id) == [case]
        assert work.cases.open_for_item(brand.id, item(work, brand, "S-2")) is None
    assert case.open


def test_an_item_has_one_open_case(database: Database, brand: Brand, address: AddressRow) -> None:
    with database.write() as work:
        first = open_case(work, brand, address, item="S-1")
        open_case(work, brand, address, item="S-2")

    with pytest.raises(Conflict), database.write() as work:
        open_case(work, brand, address, item="S-1")

    with database.write() as work:
        work.cases.save(replace(first, closed_at=NOW + MINUTE), 1)
        open_case(work, brand, address, item="S-1")


def test_of_two_channels_at_once_one_opens_the_case(
    database: Database, second: Database, brand: Brand, address: AddressRow
) -> None:
    start, outcomes = threading.Barrier(4), list[bool]()

    def declare(each: Database) -> None:
        start.wait()
        try:
            with each.write() as work:
                open_case(work, brand, address, item="S-1")
            outcomes.append(True)
        except Conflict:
            outcomes.append(False)

    threads = [threading.Thread(target=declare, args=[each]) for each in (database, second) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == [False, False, False, True]


def test_cases_without_an_item_yet_do_not_stand_in_each_others_way(
    database: Database, brand: Brand, address: AddressRow
) -> None:
    with database.write() as work:
        cases = [open_case(work, brand, address, item=None) for _ in range(2)]

    with database.read() as work:
        assert len(work.cases.of_contact(brand.id, address.contact_id)) == len(cases)


def test_who_read_an_old_version_cannot_save(database: Database, brand: Brand, address: AddressRow) -> None:
    with database.write() as work:
        case = open_case(work, brand, address, item="S-1")
        saved = work.cases.save(replace(case, data=b"new", accepted_at=NOW, decision="cancel"), 1)
        assert saved.version == 2
        assert work.cases.get(brand.id, case.id) == saved
        with pytest.raises(Conflict):
            work.cases.save(case, 1)


@pytest.mark.check(11)
def test_the_declarations_time_never_moves_later(
    database: Database, brand: Brand, address: AddressRow
) -> None:
    with database.write() as work:
        case = open_case(work, brand, address, item="S-1")
        work.cases.save(replace(case, declared_at=NOW + MINUTE), 1)
        later = work.cases.get(brand.id, case.id)
        work.cases.save(replace(case, declared_at=NOW - MINUTE), 2)
        earlier = work.cases.get(brand.id, case.id)

    assert later is not None
    assert later.declared_at == NOW
    assert earlier is not None
    assert earlier.declared_at == NOW - MINUTE


ON_THE_WAY = ("requested", "accepted", "executed", "reconciled", "reversed", "merged")
"""As far as a case comes that is cancelled, taken back, and cancelled anew."""
BACKWARD = [
    *(pair for pair in combinations(ON_THE_WAY, 2)),
    *(("failed", over) for over in ("executed", "reconciled", "kept", "reversed", "withdrawn", "merged")),
    ("requested", "failed"),
    ("requested", "kept"),
    *permutations(("kept", "reversed", "withdrawn"), 2),
]
"""What a status never becomes, and what it was."""
FORWARD = [
    *((was, now) for was, now in combinations(ON_THE_WAY, 2)),
    *(("accepted", "failed"), ("failed", "accepted"), ("failed", "executed"), ("failed", "withdrawn")),
    *(("requested", "kept"), ("kept", "merged"), ("reconciled", "reconciled")),
]


@pytest.mark.parametrize(("becomes", "was"), BACKWARD)
def test_a_status_that_went_back_is_refused_and_nothing_of_it_is_kept(
    database: Database, brand: Brand, address: AddressRow, becomes: str, was: str
) -> None:
    with database.write() as work:
        begun = open_case(work, brand, address, item="S-1")
        case = work.cases.save(replace(begun, status=was), 1)

    with pytest.raises(Backward, match="only moves forward"), database.write() as work:
        work.cases.save(replace(case, status=becomes, data=b"rewritten"), 2)
    with pytest.raises(Backward), database.administer() as connection:
        connection.execute(text("UPDATE cancellation_case SET status = :status"), {"status": becomes})

    with database.read() as work:
        assert work.cases.get(brand.id, case.id) == case


@pytest.mark.parametrize(("was", "becomes"), FORWARD)
def test_a_status_moves_forward(
    database: Database, brand: Brand, address: AddressRow, was: str, becomes: str
) -> None:
    with database.write() as work:
        begun = open_case(work, brand, address, item="S-1")
        case = work.cases.save(replace(begun, status=was), 1)
        assert work.cases.save(replace(case, status=becomes), 2).status == becomes


def test_a_step_of_a_case_is_never_changed(database: Database, brand: Brand, address: AddressRow) -> None:
    with database.write() as work:
        case = open_case(work, brand, address, item="S-1")
        work.case_entries.add(
            CaseEntryRow(case.id, 1, brand.id, case.person_id, "accepted", "accepted", NOW, "too expensive")
        )

    with pytest.raises(Backward, match="never changed"), database.administer() as connection:
        connection.execute(text("UPDATE case_entry SET status = 'executed'"))

    with database.read() as work:
        (step,) = work.case_entries.of_cases(brand.id, [case.id], [case.person_id])
    assert (step.status, step.reason) == ("accepted", "too expensive")


def test_cases_are_found_by_customer_and_by_time(
    database: Database, brand: Brand, address: AddressRow
) -> None:
    other = add_brand(database, "other")
    with database.write() as work:
        customer = work.contacts.customer_hash(brand.id, CUSTOMER)
        first = open_case(work, brand, address, item="S-1", customer_hash=customer)
        second = open_case(work, brand, address, item="S-2", customer_hash=customer, minutes=5)

    with database.read() as work:
        assert work.cases.of_customer(brand.id, customer) == [first, second]
        assert work.cases.declared_between(brand.id, NOW, NOW + 5 * MINUTE) == [first]
        assert work.cases.declared_between(brand.id, NOW, NOW + 6 * MINUTE) == [first, second]
        assert work.cases.of_customer(other.id, customer) == []
        assert work.cases.get(other.id, first.id) is None


def test_a_record_is_added_once_and_found_by_its_number(
    database: Database, brand: Brand, address: AddressRow
) -> None:
    with database.write() as work:
        case = open_case(work, brand, address, item="S-1")
        record = make_record(case, "AC-000001")
        work.records.add(record)

    with database.read() as work:
        assert work.records.by_number(brand.id, "AC-000001") == record
        assert work.records.of_case(brand.id, case.id) == [record]
        assert work.records.since(brand.id, NOW) == [record]
        assert work.records.since(brand.id, NOW + MINUTE) == []
        assert work.records.by_number(brand.id, "AC-000002") is None
    with pytest.raises(Conflict), database.write() as work:
        work.records.add(replace(record, id=RecordId("second"), number="AC-000002"))
    with pytest.raises(Conflict), database.write() as work:
        work.records.add(replace(record, id=RecordId("third"), kind="correction"))


def test_a_record_outlives_the_erasure_without_its_content(
    database: Database, brand: Brand, address: AddressRow
) -> None:
    with database.write() as work:
        case = open_case(work, brand, address, item="S-1")
        record = make_record(case, "AC-000001")
        work.records.add(record)
        work.contacts.erase(brand.id, address.person_id, NOW)

    with database.read() as work:
        assert work.records.by_number(brand.id, "AC-000001") == replace(record, body=None)
        assert work.cases.declared_between(brand.id, NOW, NOW + MINUTE) == []


def open_case(
    work: UnitOfWork,
    brand: Brand,
    address: AddressRow,
    item: str | None,
    customer_hash: bytes | None = None,
    minutes: int = 0,
) -> CaseRow:
    return work.cases.create(
        brand.id,
        contact_id=address.contact_id,
        person_id=address.person_id,
        declared_at=NOW + minutes * MINUTE,
        status="declared",
        data=b'{"reason": null}',
        now=NOW,
        item_hash=None if item is None else work.cases.item_hash(brand.id, CUSTOMER, item),
        customer_hash=customer_hash,
    )


def item(work: UnitOfWork, brand: Brand, ref: str) -> bytes:
    return work.cases.item_hash(brand.id, CUSTOMER, ref)


def make_record(case: CaseRow, number: str) -> RecordRow:
    return RecordRow(
        RecordId("first"), case.brand_id, case.id, case.person_id, "termination", number, b"d" * 32,
        b"s" * 64, "key-1", NOW, b'{"number": "AC-000001"}',
    )  # fmt: skip
