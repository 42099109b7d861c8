"""`cancelbot keys`: a master key is replaced while everything stays readable, also when that is killed."""

import base64
import os
import signal
import socket
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.brands import NewBrand, create_brand
from storage.database import Database
from storage.encryption import MasterKeys
from storage.migrate import upgrade
from tests.bot.cli.terminal import ROOT, cancelbot, environment, run

Environment = dict[str, str]
OLD, NEW = b"o" * 32, b"n" * 32
NOW = datetime(2026, 3, 10, tzinfo=UTC)
PERSONS = 3000


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def ring(**keys: bytes) -> str:
    return ",".join(f"{name}:{base64.b64encode(key).decode()}" for name, key in keys.items())


@pytest.fixture
def old(tmp_path: Path) -> Environment:
    """A brand with some thousands of persons, all under the old key."""
    given = environment(tmp_path) | {"CANCELBOT_MASTER_KEYS": ring(old=OLD)}
    with closing(Database.open(given["CANCELBOT_DATABASE_URL"], MasterKeys({"old": OLD}))) as database:
        upgrade(database)
        with database.write() as uow:
            brand = create_brand(uow, NewBrand("acme", "Acme", "Europe/Berlin", "EUR", ("en",), "AC"), NOW)
            account = uow.accounts.add(brand.id, kind="sms", name="sms", address="+1555", now=NOW)
            for number in range(PERSONS):
                uow.contacts.meet(brand.id, account.id, f"+49{number}", NOW)
    return given


def senders(given: Environment, **keys: bytes) -> int:
    """How many addresses can be read with these keys alone; Unreadable where one cannot."""
    opened = Database.open(given["CANCELBOT_DATABASE_URL"], MasterKeys(keys))
    with closing(opened) as database, database.read() as uow:
        (brand,) = uow.brands.all()
        (account,) = uow.accounts.of_brand(brand.id)
        found = [uow.contacts.by_sender(brand.id, account.id, f"+49{n}") for n in range(PERSONS)]
    return len({each.sender for each in found if each is not None})


def test_a_rotation_that_is_killed_is_begun_again(old: Environment) -> None:
    both = old | {"CANCELBOT_MASTER_KEYS": ring(old=OLD, new=NEW)}
    rotating = subprocess.Popen(
        cancelbot("keys", "rotate"), env=both, cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert rotating.stdout is not None
    with rotating.stdout:
        while not rotating.stdout.readline().startswith(f"{1 + 500} of"):
            assert rotating.poll() is None
        os.kill(rotating.pid, signal.SIGKILL)
        rotating.wait(timeout=30)

    half = run(both, "keys").stdout
    assert "old: " in half
    assert "new: " in half
    assert "old: 0 persons" not in half
    assert senders(old, old=OLD, new=NEW) == PERSONS

    ended = run(both, "keys", "rotate")
    assert ended.returncode == 0, ended.stderr
    assert run(both, "keys").stdout.splitlines() == [
        "old: 0 persons, 0 brands - not needed any more",
        f"new: {PERSONS} persons, 1 brands - the newest: new keys come under it",
    ]
    assert senders(old, new=NEW) == PERSONS


def test_a_key_that_is_needed_and_missing_stops_the_start(old: Environment) -> None:
    without = old | {"CANCELBOT_MASTER_KEYS": ring(new=NEW)}

    started = run(without, "run", "--no-demo", "--port", str(free_port()))

    assert started.returncode == 1
    assert "the data needs the key 'old', which is not among them" in started.stderr
    assert "old: 3000 persons, 1 brands - MISSING from CANCELBOT_MASTER_KEYS" in run(without, "keys").stdout
    refused = run(without, "keys", "rotate")
    assert (refused.returncode, refused.stderr) == (1, "Error: master key 'old' is not in the ring\n")


def test_a_new_key_is_printed_as_the_setting_wants_it(old: Environment) -> None:
    printed = run(old, "keys", "new", "2027").stdout.strip()
    both = old | {"CANCELBOT_MASTER_KEYS": f"{old['CANCELBOT_MASTER_KEYS']},{printed}"}
    assert "2027: 0 persons, 0 brands - the newest" in run(both, "keys").stdout

    assert "there is a key 'old' already" in run(old, "keys", "new", "old").stderr
    assert "without : , and spaces" in run(old, "keys", "new", "a:b").stderr
