"""Where a brand's tickets go, and with which secret they are signed: as its settings say."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.lines.address import Address, address_of
from bot.settings import SettingsError, resolved
from bot.tickets.signing import secret_of
from storage.repositories.brands import BrandRow

URL, SECRET, NETWORK = "ticket_url", "ticket_secret", "ticket_network"
SETTINGS: Mapping[str, str] = {
    URL: "where tickets are pushed to, https; nothing after the = for no tickets",
    SECRET: "signs tickets, whsec_ and Base64 of 24 to 64 bytes; env:NAME or file:PATH",
    NETWORK: "public, or private where the address is one of your own network",
}


class TargetError(Exception):
    """Tickets cannot be pushed as the settings are. The message says what was expected."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address, and the bytes of the secret."""

    address: Address
    secret: bytes


def has_target(brand: BrandRow) -> bool:
    """Whether the brand wants tickets."""
    return bool(brand.settings.get(URL))


def target_of(brand: BrandRow) -> Target:
    """Raises TargetError."""
    reference = str(brand.settings.get(SECRET, ""))
    if not reference:
        raise TargetError(f"{SECRET} is not set")
    try:
        address = address_of(str(brand.settings[URL]), str(brand.settings.get(NETWORK, "public")))
        return Target(address, secret_of(resolved(reference)))
    except (SettingsError, ValueError) as error:
        raise TargetError(f"{SECRET} or {URL}: {error}") from error


def require_target(brand: BrandRow) -> None:
    """Raises SettingsError where the brand wants tickets and their secret is not there."""
    if not has_target(brand):
        return
    try:
        target_of(brand)
    except TargetError as error:
        raise SettingsError(f"brand {brand.slug}: {error}") from error


def problem_of(name: str, value: str) -> str | None:
    """What is wrong with one of the settings; None where it will do."""
    if name == SECRET and not value.startswith(("env:", "file:")):
        return f"{SECRET} is a secret: expected env:NAME or file:PATH, never the secret itself"
    if name == NETWORK and value not in ("public", "private"):
        return f"{NETWORK}: {value!r}; expected public or private"
    if name == URL and value:
        try:
            address_of(value)
        except ValueError as error:
            return f"{URL}: {error}".replace(f"{URL}: url: ", f"{URL}: ")
    return None
