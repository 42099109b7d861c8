"""The made-up brand: its accounts and its staff."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.brands import NewBrand

DEMO_BRAND = NewBrand(
    slug="demo",
    name="Brightline",
    zone="Europe/Berlin",
    currency="EUR",
    locales=("en", "de", "fr", "es", "pt", "ru"),
    record_prefix="BL",
)

DEMO_TOKEN_KEY = "brightline-demo-token-key-known-to-everybody"  # noqa: S105 - public on purpose
"""Signs who the customer of the demo's own page is (HS256). Known to everybody, like all secrets here."""


DEMO_SETTINGS = {"api_key": "brightline-demo-api-key-known-to-everybody"}
"""The key with which the demo's own systems sign their requests. Known to everybody as well."""


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One of the brand's ends of a channel. The secrets in `settings` are public and open nothing real."""

    kind: str
    name: str
    address: str
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DemoAgent:
    """Somebody of the staff, with the password that the start page shows."""

    login: str
    name: str
    role: Literal["agent", "admin"]
    password: str


DEMO_ACCOUNTS = (
    DemoAccount("webchat", "Web chat", "demo", {"token_key": DEMO_TOKEN_KEY}),
    DemoAccount(
        "sms",
        "Text messages",
        "+491713920000",
        {"account_sid": "AC" + "0123456789abcdef" * 2, "auth_token": "brightline-demo-auth-token"},
    ),
    DemoAccount(
        "telegram",
        "Telegram",
        "brightline_demo_bot",
        {
            "token": "7000000001:brightline-demo-bot-token",
            "webhook_secret": "brightline-demo-webhook-secret",
            "mode": "webhook",
        },
    ),
    DemoAccount(
        "voice",
        "Calls",
        "+491713920000",
        {"account_sid": "AC" + "0123456789abcdef" * 2, "auth_token": "brightline-demo-auth-token"},
    ),
    DemoAccount(
        "email",
        "Mail",
        "hello@brightline.example",
        {"host": "127.0.0.1", "security": "none", "from": "Brightline <hello@brightline.example>"},
    ),
    DemoAccount(
        "letter",
        "Letters",
        "Brightline GmbH, Hauptstraße 1, 10115 Berlin",
        {"country": "DE", "contact": "hello@brightline.example"},
    ),
)

DEMO_AGENTS = (
    DemoAgent("alex", "Alex", "agent", "demo-alex-2026"),
    DemoAgent("maria", "Maria", "agent", "demo-maria-2026"),
    DemoAgent("admin", "Admin", "admin", "demo-admin-2026"),
)
