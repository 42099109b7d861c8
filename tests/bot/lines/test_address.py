"""Where a brand's own system may be, and where nobody is led by its name."""

import pytest

from bot.lines.address import Address, address_of


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://shop.example", Address("https", "shop.example", 443, "")),
        ("https://shop.example/", Address("https", "shop.example", 443, "")),
        ("https://shop.example:8443/api/v1/", Address("https", "shop.example", 8443, "/api/v1")),
        ("https://93.184.216.34/x", Address("https", "93.184.216.34", 443, "/x")),
        ("http://127.0.0.1:5000", Address("http", "127.0.0.1", 5000, "")),
        ("http://[::1]:5000", Address("http", "::1", 5000, "")),
        ("http://localhost/x", Address("http", "localhost", 80, "/x")),
    ],
)
def test_urls_that_will_do(url: str, expected: Address) -> None:
    assert address_of(url) == expected


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "expected one such as"),
        ("shop.example", "expected one such as"),
        ("ftp://shop.example", "expected one such as"),
        ("https://", "expected one such as"),
        ("https://shop.example/a b", "expected one such as"),
        ("http://shop.example", "expected https"),
        ("http://10.0.0.1", "expected https"),
        ("http://127.0.0.2", "expected https"),
        ("https://user@shop.example", "without a user name"),
        ("https://user:secret@shop.example", "without a user name"),
        ("https://shop.example/?key=1", "without a query"),
        ("https://shop.example/#part", "without a query"),
        ("https://2130706433/", "is no host"),
        ("https://0x7f000001/", "is no host"),
        ("https://127.1/", "is no host"),
        ("https://0177.0.0.1/", "is no host"),
        ("https://shop_.example../", "is no host"),
        ("https://shop.example:99999/", "expected a port"),
        ("https://shop.example/a/../b", "expected a path"),
        ("https://shop.example//a", "expected a path"),
        ("https://shop.example/%61", "expected a path"),
    ],
)
def test_urls_that_will_not_do(url: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        address_of(url)
    assert "secret" not in str(caught.value)


def test_there_are_two_networks() -> None:
    with pytest.raises(ValueError, match="expected public or private"):
        address_of("https://shop.example", "home")


ANYWHERE = address_of("https://shop.example")
INSIDE = address_of("https://shop.example", "private")
HERE = address_of("http://localhost:5000")

NEIGHBOURS = [
    "10.0.0.5", "172.16.0.1", "192.168.1.1", "100.64.0.1", "fd00::1", "::ffff:10.0.0.5", "2002:a00:5::",
]  # fmt: skip
NOWHERE = [
    "127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "169.254.169.254", "fe80::1", "0.0.0.0",  # noqa: S104
    "::", "224.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("ip", NEIGHBOURS)
def test_neighbours_are_connected_to_only_where_that_is_said(ip: str) -> None:
    assert (ANYWHERE.permits(ip), INSIDE.permits(ip), HERE.permits(ip)) == (False, True, False)


@pytest.mark.parametrize("ip", NOWHERE)
def test_a_name_never_leads_to_this_machine_or_to_what_describes_it(ip: str) -> None:
    assert (ANYWHERE.permits(ip), INSIDE.permits(ip)) == (False, False)


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1::1"])
def test_everybody_else_is_connected_to(ip: str) -> None:
    assert (ANYWHERE.permits(ip), INSIDE.permits(ip), HERE.permits(ip)) == (True, True, False)


def test_this_machine_is_what_its_names_say() -> None:
    assert HERE.permits("127.0.0.1")
    assert HERE.permits("::1")
