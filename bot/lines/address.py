"""Where a brand's system may be: what its URL must be like, and what addresses may stand behind it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Literal
from urllib.parse import SplitResult, urlsplit

THIS_MACHINE = ("127.0.0.1", "::1", "localhost")
"""The hosts that may be spoken to without TLS."""

Network = Literal["public", "private"]
Ip = IPv4Address | IPv6Address

_NAME = re.compile(
    r"(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?\.?"
)
"""A name ends with a label that begins with a letter: 2130706433 and 0x7f.1 are numbers in disguise."""
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*/?")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the calls go. `path` is what stands before each call's own, without a slash at its end."""

    scheme: Literal["http", "https"]
    host: str
    port: int
    path: str
    network: Network = "public"

    @property
    def is_this_machine(self) -> bool:
        return self.host in THIS_MACHINE

    def permits(self, found: str) -> bool:
        """Whether this IP address may stand behind the host: nothing that only our neighbours reach."""
        ip = _plain(ip_address(found))
        if self.is_this_machine:
            return ip.is_loopback
        if ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_unspecified:
            return False
        return ip.is_global or self.network == "private"


def address_of(url: str, network: str = "public") -> Address:
    """The address that a URL names. Raises `ValueError` saying what was expected."""
    if network not in ("public", "private"):
        raise ValueError(f"network is {network!r}: expected public or private")
    parts = urlsplit(url)
    if not re.fullmatch(r"[\x21-\x7e]+", url) or parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("url: expected one such as https://shop.example/cancelbot")
    if parts.username is not None or parts.password is not None:
        raise ValueError("url: expected one without a user name and password; requests are signed instead")
    if parts.query or parts.fragment or "?" in url or "#" in url:
        raise ValueError("url: expected one without a query and fragment")
    if not _PATH.fullmatch(parts.path) or {".", ".."} & set(parts.path.split("/")):
        # What is signed is the path as it is sent: it must need no rewriting on its way.
        raise ValueError("url: expected a path of letters, digits and . _ ~ - between single slashes")
    if not _is_host(parts.hostname):
        raise ValueError(
            f"url: {parts.hostname!r} is no host; expected a name, or an IP address as it is usual"
        )
    if parts.scheme == "http" and parts.hostname not in THIS_MACHINE:
        raise ValueError("url: expected https; only this machine itself is spoken to without")
    return Address(
        "https" if parts.scheme == "https" else "http",
        parts.hostname,
        _port_of(parts) or (443 if parts.scheme == "https" else 80),
        parts.path.rstrip("/"),
        "private" if network == "private" else "public",
    )


def check_address(settings: Mapping[str, str]) -> None:
    """Raises `ValueError` for settings that name no address."""
    address_of(settings["url"], settings.get("network", "public"))


def _port_of(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:
        raise ValueError("url: expected a port from 1 to 65535") from None


def _is_host(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return _NAME.fullmatch(host) is not None
    return True


def _plain(ip: Ip) -> Ip:
    """The IPv4 address that an IPv6 address only wraps."""
    if isinstance(ip, IPv6Address):
        return ip.ipv4_mapped or ip.sixtofour or ip
    return ip
