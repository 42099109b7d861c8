"""How many chats one network address may begin."""

from dataclasses import replace

import pytest
from werkzeug.test import TestResponse

from bot.web.arrivals import FOR_PEOPLE, MOST_ADDRESSES, Arrivals, network_of
from tests.bot.web.chat.house import Clock, House
from tests.bot.web.chat.visitor import error_in

MOST = int(FOR_PEOPLE.at_once)


@pytest.fixture
def open_house(house: House) -> House:
    """The same with a brand that is no demo."""
    with house.app.database.write() as uow:
        uow.brands.save(replace(house.brand, demo=False))
    house.app.directory.forget()
    return house


def arrive(house: House, address: str = "192.0.2.1") -> TestResponse:
    client = house.client()
    client.environ_base["REMOTE_ADDR"] = address
    return client.post("/chat/demo/sessions", json={"locale": "en"})


def test_a_flood_of_chats_is_held_up_and_told_when_to_come_back(open_house: House) -> None:
    assert {arrive(open_house).status_code for _ in range(MOST)} == {201}

    refused = arrive(open_house)

    assert error_in(refused) == (429, "too_many_chats")
    assert refused.headers["Retry-After"] == "1"
    assert open_house.count("conversation") == MOST
    assert arrive(open_house, "192.0.2.2").status_code == 201
    open_house.clock.go_on(seconds=1)
    assert arrive(open_house).status_code == 201


def test_who_has_a_chat_goes_on_with_it(open_house: House) -> None:
    token = arrive(open_house).get_json()["token"]
    for _ in range(MOST):
        arrive(open_house)

    seen = open_house.client().get("/chat/demo/session", headers={"Authorization": f"Bearer {token}"})

    assert seen.status_code == 200


def test_a_demo_lets_everybody_in(house: House) -> None:
    assert {arrive(house).status_code for _ in range(MOST + 1)} == {201}


def test_the_pace_is_kept_for_each_brand_and_memory_is_bounded(clock: Clock) -> None:
    arrivals = Arrivals(clock, most_addresses=2)
    one = replace(FOR_PEOPLE, at_once=1)

    assert arrivals.wait_of("acme", "192.0.2.1", one) == 0
    assert arrivals.wait_of("acme", "192.0.2.1", one) == 0.5
    assert arrivals.wait_of("other", "192.0.2.1", one) == 0
    assert arrivals.wait_of("acme", "192.0.2.2", one) == 0
    assert arrivals.wait_of("acme", "192.0.2.1", one) == 0, "forgotten for a newer one"
    assert MOST_ADDRESSES <= 10_000


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("", ""),
        ("unknown", "unknown"),
    ],
)
def test_an_address_counts_as_its_network(address: str, network: str) -> None:
    assert network_of(address) == network
