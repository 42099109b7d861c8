"""What the built-in back office does beyond the contract."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import cast

import pytest

from bot.backoffice.base import NotPossible, OutcomeUnknown, Unavailable
from bot.backoffice.local import LocalBackOffice, spellings
from dialogs.ids import CustomerRef
from storage import errors
from storage.database import Database
from storage.unit_of_work import UnitOfWork
from tests.bot.backoffice.contract import TODAY, Wanted
from tests.bot.backoffice.local_laboratory import LocalLaboratory

ADA = CustomerRef("A-1")
WANTED = Wanted()


@pytest.fixture
def lab(sqlite_database: Database) -> LocalLaboratory:
    made = LocalLaboratory(sqlite_database)
    made.add_customer(ADA, "Ada", None, None)
    made.add_service(ADA, WANTED)
    return made


class Faulty:
    """A database that fails, the first times or always, and then works as the real one."""

    def __init__(self, real: Database, *faults: Exception) -> None:
        self._real = real
        self._faults = list(faults)

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        if self._faults:
            raise self._faults.pop(0)
        with self._real.write() as work:
            yield work

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        with self.write() as work:
            yield work


def office(lab: LocalLaboratory, *faults: Exception) -> LocalBackOffice:
    faulty = cast(Database, Faulty(lab.database, *faults))
    return LocalBackOffice(faulty, lab.brand, lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.mark.parametrize("fault", [errors.Busy("locked"), errors.Unavailable("gone")], ids=repr)
def test_a_database_that_cannot_be_used_did_nothing(lab: LocalLaboratory, fault: Exception) -> None:
    for attempt in (
        lambda: office(lab, fault).find_customer("A-1", "account"),
        lambda: office(lab, fault).services(ADA, TODAY),
        lambda: office(lab, fault).read_back(ADA, WANTED.ref),
        lambda: office(lab, fault).reinstate(ADA, WANTED.ref, "k"),
    ):
        with pytest.raises(Unavailable):
            attempt()


def test_a_commit_that_broke_off_is_unknown(lab: LocalLaboratory) -> None:
    with pytest.raises(OutcomeUnknown):
        office(lab, errors.CommitUnknown("broke off")).reinstate(ADA, WANTED.ref, "k")


def test_who_was_slower_tries_again(lab: LocalLaboratory) -> None:
    (service,) = lab.office.services(ADA, TODAY)
    assert service.quote is not None
    slower = office(lab, *[errors.Conflict("faster")] * 3)

    assert slower.cancel(ADA, WANTED.ref, service.quote, "k").end_date == service.quote.end_date


def test_who_is_always_slower_gives_up_for_now(lab: LocalLaboratory) -> None:
    with pytest.raises(Unavailable, match="others keep changing"):
        office(lab, *[errors.Conflict("faster")] * 99).reinstate(ADA, WANTED.ref, "k")


def test_terms_that_cannot_be_read_stop_nobody_from_leaving(lab: LocalLaboratory) -> None:
    """Without a quote the cancellation is accepted all the same, and a person completes it."""
    (service,) = lab.office.services(ADA, TODAY)
    assert service.quote is not None
    lab.spoil_terms(WANTED.ref)

    with pytest.raises(Unavailable, match="notice"):
        lab.office.services(ADA, TODAY)
    with pytest.raises(NotPossible, match="notice"):
        lab.office.cancel(ADA, WANTED.ref, service.quote, "k")


def test_what_was_done_is_noted_with_its_amounts(lab: LocalLaboratory) -> None:
    (service,) = lab.office.services(ADA, TODAY)
    assert service.quote is not None
    lab.office.cancel(ADA, WANTED.ref, service.quote, "k")

    with lab.database.read() as work:
        (done,) = work.local_office.operations_of(lab.brand.id, WANTED.ref)

    assert (done.key, done.kind) == ("k", "cancel")
    assert done.result == {"end_date": "2026-12-11", "fee_minor": 0, "refund_minor": 0, "currency": "EUR"}


@pytest.mark.parametrize("written", ["BL-1001", "bl-1001", "BL1001", "bl 1001", "B L - 1 0 0 1"])
def test_an_account_number_may_be_written_in_several_ways(written: str) -> None:
    assert "BL-1001" in spellings(written)


def test_an_account_number_is_looked_for_as_written_first() -> None:
    assert spellings("x-17 b")[0] == "x-17 b"


@pytest.mark.parametrize("kept", ["kd-2001", "Kd-2001", "KD2001", "kD2001"])
@pytest.mark.parametrize("said", ["KD-2001", "kd 2001", "Kd2001"])
def test_a_number_is_found_however_the_brand_writes_its_letters(
    lab: LocalLaboratory, kept: str, said: str
) -> None:
    lab.add_customer(CustomerRef(kept), "Kim", None, None)

    found = lab.office.find_customer(said, "account")

    assert found is not None
    assert found.ref == kept


def test_of_two_that_differ_in_their_letters_only_none_is_meant_by_a_third(lab: LocalLaboratory) -> None:
    lab.add_customer(CustomerRef("kd-2001"), "Kim", None, None)
    lab.add_customer(CustomerRef("Kd-2001"), "Kai", None, None)

    assert lab.office.find_customer("kD-2001", "account") is None
    exact = lab.office.find_customer("Kd-2001", "account")
    assert exact is not None
    assert exact.name == "Kai"
