"""Settings: what is missing or wrong is named, with what is expected."""

import base64
from pathlib import Path

import pytest

from bot.settings import SettingsError, master_keys, read_settings, resolved

KEY = base64.b64encode(b"k" * 32).decode()


def test_the_defaults_are_a_demo_on_the_loopback(tmp_path: Path) -> None:
    settings = read_settings({"CANCELBOT_DATA": str(tmp_path)})
    assert settings.database_url == f"sqlite:///{tmp_path / 'cancelbot.db'}"
    assert settings.base_url == "http://127.0.0.1:8700"
    assert settings.is_loopback


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CANCELBOT_PORT", "0"),
        ("CANCELBOT_PORT", "70000"),
        ("CANCELBOT_PORT", "eight"),
        ("CANCELBOT_WEB_THREADS", "4"),
        ("CANCELBOT_PROXIES", "-1"),
        ("CANCELBOT_AGENTS_WAIT", "soon"),
        ("CANCELBOT_BASE_URL", "bot.example"),
        ("CANCELBOT_BASE_URL", "https://bot.example/?x=1"),
        ("CANCELBOT_MASTER_KEYS", "1:short"),
        ("CANCELBOT_MASTER_KEYS", KEY),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} .*expected"):
        read_settings({name: value})


def test_master_keys_are_read_oldest_first() -> None:
    settings = read_settings({"CANCELBOT_MASTER_KEYS": f"a:{KEY}, b:{KEY}"})
    assert master_keys(settings, demo=False).newest == "b"


def test_without_master_keys_only_a_demo_starts(tmp_path: Path) -> None:
    settings = read_settings({"CANCELBOT_DATA": str(tmp_path)})
    with pytest.raises(SettingsError, match="CANCELBOT_MASTER_KEYS is not set"):
        master_keys(settings, demo=False)


def test_a_demo_keeps_its_key_private(tmp_path: Path) -> None:
    settings = read_settings({"CANCELBOT_DATA": str(tmp_path)})
    wrapped = master_keys(settings, demo=True).wrap(b"s" * 32, "owner").wrapped
    assert master_keys(settings, demo=True).unwrap(wrapped, "owner") == b"s" * 32
    (key_file,) = tmp_path.iterdir()
    assert key_file.stat().st_mode & 0o077 == 0


def test_secrets_are_resolved_from_references(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("from a file\n", encoding="utf-8")
    assert resolved("env:NAME", {"NAME": "from the environment"}) == "from the environment"
    assert resolved(f"file:{tmp_path / 'secret'}") == "from a file"
    assert resolved("plain") == "plain"


@pytest.mark.parametrize("reference", ["env:NOWHERE", "file:/nowhere/secret"])
def test_a_secret_that_is_not_there_is_named(reference: str) -> None:
    with pytest.raises(SettingsError, match=r"(?i)nowhere"):
        resolved(reference, {})
