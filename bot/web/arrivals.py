"""How many chats one network address may begin: plenty for people, too few for a flood."""

import ipaddress
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

MOST_ADDRESSES = 10_000
"""Addresses that are remembered; the one that was quiet for longest is forgotten first."""


@dataclass(frozen=True, slots=True)
class Pace:
    """So many chats at once, and so many a second from then on."""

    at_once: float
    a_second: float


FOR_PEOPLE = Pace(at_once=120, a_second=2)
"""A whole office behind one address is still let in."""
FOR_A_DEMO = Pace(at_once=100_000, a_second=5_000)
"""A demo is where load is measured, from one machine."""


class Arrivals:
    """Counts in the memory of this process: a limit must not cost everybody a write to the database."""

    def __init__(self, clock: Callable[[], datetime], most_addresses: int = MOST_ADDRESSES) -> None:
        self._clock, self._most = clock, most_addresses
        self._lock = threading.Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        """What is left to each address, as of a moment, oldest first."""

    def wait_of(self, brand: str, address: str, pace: Pace) -> float:
        """Let somebody begin a chat: 0, or the seconds until they may."""
        place, now = f"{brand} {network_of(address)}", self._clock().timestamp()
        with self._lock:
            left, since = self._left.pop(place, (pace.at_once, now))
            left = min(pace.at_once, left + max(now - since, 0) * pace.a_second)
            wait = 0.0 if left >= 1 else (1 - left) / pace.a_second
            self._left[place] = (left - 1 if wait == 0 else left, now)
            if len(self._left) > self._most:
                self._left.popitem(last=False)
        return wait


def network_of(address: str) -> str:
    """The address; of IPv6 its network, because all addresses in it belong to one person or office."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    return str(ipaddress.ip_network((found, 64), strict=False))
