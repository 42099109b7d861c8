"""The contract of `BackOffice`: the same and different things asked for at the same time."""

from concurrent.futures import ThreadPoolExecutor

from bot.backoffice.base import BackOfficeError, Cancelled, NotPossible
from dialogs.ids import ServiceRef
from dialogs.values import Quote
from tests.bot.backoffice.contract import (
    ADA,
    FIBRE,
    PERIOD_END,
    TV,
    Laboratory,
    Wanted,
    quote_of,
)

AT_A_TIME = 8


def outcomes(act: list[tuple[str, ServiceRef]], lab: Laboratory, quoted: Quote) -> list[object]:
    """What cancelling at the same time, under these keys, gives each."""

    def attempt(key_and_service: tuple[str, ServiceRef]) -> object:
        key, ref = key_and_service
        try:
            return lab.office.cancel(ADA, ref, quoted, key)
        except BackOfficeError as error:
            return type(error)

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return list(pool.map(attempt, act))


def test_the_same_key_at_the_same_time_acts_once(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())

    answers = outcomes([("k1", FIBRE)] * AT_A_TIME, lab, quote_of(lab))

    assert answers == [Cancelled(FIBRE, PERIOD_END)] * AT_A_TIME


def test_of_different_keys_at_the_same_time_one_acts(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())

    answers = outcomes([(f"k{n}", FIBRE) for n in range(AT_A_TIME)], lab, quote_of(lab))

    assert sorted(map(str, answers)) == sorted(
        map(str, [Cancelled(FIBRE, PERIOD_END), *[NotPossible] * (AT_A_TIME - 1)])
    )


def test_one_key_for_two_services_at_the_same_time_acts_once(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote_of(lab)
    lab.add_service(ADA, Wanted(TV))

    outcomes([("k1", FIBRE), ("k1", TV)] * (AT_A_TIME // 2), lab, quoted)

    states = [lab.office.read_back(ADA, ref).status for ref in (FIBRE, TV)]
    assert sorted(states) == ["active", "ending"]
