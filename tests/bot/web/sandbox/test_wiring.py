"""Where channels lead: a demo's to the sandbox, everybody else's to their providers."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.brands import NewBrand, create_brand
from bot.sandbox.direct import SandboxOutbound
from bot.sandbox.mail import SandboxMail
from bot.sandbox.wiring import sandbox_account, sandbox_outbound, sandbox_url
from bot.settings import SettingsError
from bot.wiring import utc_now
from channels.email.outbound import EmailOutbound
from tests.bot.web.sandbox.demo import Demo, settings_of


def test_a_demos_accounts_lead_to_the_sandbox(demo: Demo) -> None:
    settings = demo.app.settings

    for kind, path in (("sms", "/sandbox/twilio"), ("telegram", "/sandbox/telegram")):
        account = sandbox_account(demo.account(kind).row, settings)
        assert account.settings["api_base"] == demo.url + path
    assert isinstance(demo.outbound("email"), SandboxMail)


def test_a_brand_that_is_no_demo_keeps_its_providers(demo: Demo) -> None:
    with demo.app.database.write() as uow:
        brand = create_brand(uow, NewBrand("real", "Real", "Europe/Berlin", "EUR", ("en",), "RE"), utc_now())
        account = uow.accounts.add(
            brand.id,
            kind="email",
            name="Mail",
            address="hello@real.example",
            now=utc_now(),
            settings={"host": "127.0.0.1", "security": "none"},
        )
        texts = uow.accounts.add(
            brand.id,
            kind="sms",
            name="Texts",
            address="+15550009999",
            now=utc_now(),
            settings={"account_sid": "AC1", "auth_token": "env:NOT_SET_ANYWHERE"},
        )
    make = sandbox_outbound(demo.app.database, demo.app.settings, demo.app.clock)

    assert isinstance(make(account), EmailOutbound)
    with pytest.raises(SettingsError, match="NOT_SET_ANYWHERE"):
        make(texts)


def test_a_kind_without_a_simulator_is_kept(demo: Demo) -> None:
    row = replace(demo.account("sms").row, kind="letter")

    outbound = sandbox_outbound(demo.app.database, demo.app.settings, demo.app.clock)(row)

    assert isinstance(outbound, SandboxOutbound)


@pytest.mark.parametrize(
    ("base_url", "host", "expected"),
    [
        ("http://127.0.0.1:9000", "127.0.0.1", "http://127.0.0.1:9000"),
        ("http://localhost:9000", "127.0.0.1", "http://localhost:9000"),
        ("https://bot.example", "127.0.0.1", "http://127.0.0.1:8700"),
        ("https://bot.example", "::1", "http://[::1]:8700"),
    ],
)
def test_the_sandbox_is_asked_on_the_loopback(
    tmp_path: Path, base_url: str, host: str, expected: str
) -> None:
    assert sandbox_url(settings_of(tmp_path, base_url=base_url, host=host)) == expected
