"""Settings from the environment: names, what is expected, and clear errors.

Every setting is listed in `SETTINGS`; the documentation is held against it by a test.
"""

import base64
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from storage.encryption import KEY_BYTES, MasterKeys

SETTINGS: Mapping[str, str] = {
    "CANCELBOT_DATABASE_URL": "sqlite:///PATH or postgresql://...; default: a file in CANCELBOT_DATA",
    "CANCELBOT_DATA": "folder for the default database and the demo's key; default: ~/.local/share/cancelbot",
    "CANCELBOT_CHECKPOINTS": "folder for copies of checkpoints; default: checkpoints in CANCELBOT_DATA",
    "CANCELBOT_MASTER_KEYS": "comma-separated ID:BASE64 keys of 32 bytes, oldest first; the demo needs none",
    "CANCELBOT_BASE_URL": "public address of this service, such as https://bot.example",
    "CANCELBOT_HOST": "address to listen on; default 127.0.0.1",
    "CANCELBOT_PORT": "port to listen on, 1-65535; default 8700",
    "CANCELBOT_WEB_THREADS": "threads of the web process, 8-4000; default 512",
    "CANCELBOT_PROXIES": "how many reverse proxies stand before us and set X-Forwarded-For, 0-5; default 0",
    "CANCELBOT_UNDERSTANDING": "examples: guess from examples, too (default); phrases: closed phrases alone",
    "CANCELBOT_AGENTS_WAIT": "how long a person takes, as told: minutes (default), hours or later",
}

_KEY_FILE = "demo-master.key"


class SettingsError(Exception):
    """A setting is wrong. The message names it and says what is expected."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process runs. Made once at the start and passed on."""

    database_url: str
    data: Path
    base_url: str
    host: str
    port: int
    web_threads: int
    agents_wait: Literal["minutes", "hours", "later"]
    master_keys: Mapping[str, bytes] | None
    """None: not configured; only a demo may then make its own."""
    checkpoints: Path
    """Where copies of the logs' checkpoints are put; at best out of the database's owner's reach."""
    proxies: int = 0
    """Reverse proxies whose X-Forwarded-For is believed."""
    guesses: bool = True
    """Whether models are made and asked where the closed phrases say nothing."""

    @property
    def models(self) -> Path | None:
        """The folder of the models; None where nothing is to be guessed."""
        return self.data / "understanding" if self.guesses else None

    @property
    def is_loopback(self) -> bool:
        return self.host in ("127.0.0.1", "::1", "localhost")


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings as the environment gives them.

    Raises:
        SettingsError: naming the setting and what is expected.
    """
    env = os.environ if environment is None else environment
    data = Path(env.get("CANCELBOT_DATA") or Path.home() / ".local/share/cancelbot").expanduser()
    host = env.get("CANCELBOT_HOST", "127.0.0.1")
    port = _whole_number(env, "CANCELBOT_PORT", 8700, 1, 65535)
    return Settings(
        database_url=env.get("CANCELBOT_DATABASE_URL") or f"sqlite:///{data / 'cancelbot.db'}",
        data=data,
        checkpoints=Path(env.get("CANCELBOT_CHECKPOINTS") or data / "checkpoints").expanduser(),
        base_url=_base_url(env.get("CANCELBOT_BASE_URL") or f"http://{host}:{port}"),
        host=host,
        port=port,
        web_threads=_whole_number(env, "CANCELBOT_WEB_THREADS", 512, 8, 4000),
        proxies=_whole_number(env, "CANCELBOT_PROXIES", 0, 0, 5),
        agents_wait=_agents_wait(env),
        guesses=_guesses(env),
        master_keys=_master_keys(env.get("CANCELBOT_MASTER_KEYS")),
    )


def master_keys(settings: Settings, demo: bool) -> MasterKeys:
    """The ring of master keys; a demo makes its own key and keeps it beside its data.

    Raises:
        SettingsError: outside the demo when none are configured.
    """
    if settings.master_keys is not None:
        return MasterKeys(settings.master_keys)
    if not demo:
        raise SettingsError(f"CANCELBOT_MASTER_KEYS is not set: expected {SETTINGS['CANCELBOT_MASTER_KEYS']}")
    return MasterKeys.from_bytes(_demo_key(settings.data), "demo")


def _demo_key(data: Path) -> bytes:
    path = data / _KEY_FILE
    data.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
    return path.read_bytes()


def resolved(reference: str, environment: Mapping[str, str] | None = None) -> str:
    """A secret from its reference: ``env:NAME`` or ``file:PATH``; anything else is the value itself.

    Raises:
        SettingsError: when the variable or the file is not there.
    """
    env = os.environ if environment is None else environment
    scheme, _, name = reference.partition(":")
    if scheme == "env":
        if not env.get(name):
            raise SettingsError(f"{name} is not set: expected a secret, since {reference!r} refers to it")
        return env[name]
    if scheme == "file":
        try:
            return Path(name).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise SettingsError(f"{reference!r} cannot be read: {error.strerror}") from error
    return reference


def _whole_number(env: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    value = env.get(name, str(default))
    if not re.fullmatch(r"\d{1,9}", value) or not least <= int(value) <= most:
        raise SettingsError(f"{name} is {value!r}: expected {SETTINGS[name]}")
    return int(value)


def _agents_wait(env: Mapping[str, str]) -> Literal["minutes", "hours", "later"]:
    name = "CANCELBOT_AGENTS_WAIT"
    match env.get(name, "minutes"):
        case "minutes" | "hours" | "later" as value:
            return value
        case other:
            raise SettingsError(f"{name} is {other!r}: expected {SETTINGS[name]}")


def _guesses(env: Mapping[str, str]) -> bool:
    name = "CANCELBOT_UNDERSTANDING"
    value = env.get(name) or "examples"
    if value not in ("examples", "phrases"):
        raise SettingsError(f"{name} is {value!r}: expected {SETTINGS[name]}")
    return value == "examples"


def _base_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise SettingsError(f"CANCELBOT_BASE_URL is {value!r}: expected {SETTINGS['CANCELBOT_BASE_URL']}")
    return value.rstrip("/")


def _master_keys(value: str | None) -> Mapping[str, bytes] | None:
    if not value:
        return None
    keys: dict[str, bytes] = {}
    for entry in value.split(","):
        name, _, encoded = entry.strip().partition(":")
        try:
            keys[name] = base64.b64decode(encoded, validate=True)
        except ValueError:
            keys[name] = b""
        if not name or len(keys[name]) != KEY_BYTES:
            raise SettingsError(
                f"CANCELBOT_MASTER_KEYS has a wrong entry {name!r}: "
                f"expected {SETTINGS['CANCELBOT_MASTER_KEYS']}"
            )
    return keys
