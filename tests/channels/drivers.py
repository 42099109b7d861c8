"""How to drive each kind of channel against a server of its provider's kind, for the contract.

A kind that sends or receives needs a driver: its server on loopback, how to make
that take, turn away or lose a message, and what a genuine webhook request looks like.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Literal

from channels.base import Account, Outgoing, WebhookRequest
from tests.channels.email.mail_server import MailServer
from tests.channels.sms import webhooks
from tests.channels.sms.fake_twilio import FakeTwilio
from tests.channels.telegram import fake_updates
from tests.channels.telegram.fake_bot_api import TOKEN, FakeBotApi
from tests.channels.telegram.fake_rules import BotApiError

Situation = Literal["busy", "refuses", "nobody there", "breaks after taking"]


@dataclass(frozen=True)
class Driver:
    """What the contract needs to know of one kind: its server is running while the driver is in use."""

    account: Account
    message: Outgoing
    """One that the server takes unless told otherwise."""
    arrange: Callable[[Situation], None]
    """Let the server treat the next message so."""
    taken: Callable[[], int]
    """How many messages the server has taken."""
    webhook: WebhookRequest | None = None
    """A genuine message from a person, for kinds with an inbound half; a report where nobody writes."""
    unsigned: WebhookRequest | None = None
    """The same without what proves it."""


@contextmanager
def sms() -> Iterator[Driver]:
    with FakeTwilio() as twilio:
        arranged: Mapping[Situation, Callable[[], None]] = {
            "busy": lambda: twilio.fail(429, 20429),
            "refuses": lambda: twilio.fail(400, 21617),
            "nobody there": lambda: twilio.fail(400, 21614, "'To' number +15550002000 is no mobile"),
            "breaks after taking": twilio.drop,
        }
        account = twilio.account()
        genuine = webhooks.form_request(webhooks.MESSAGE, token=twilio.auth_token)
        yield Driver(
            account,
            Outgoing("+15550002000", "Hello", key="effect-1"),
            lambda situation: arranged[situation](),
            lambda: len(twilio.messages),
            genuine,
            without_header(genuine, "X-Twilio-Signature"),
        )


@contextmanager
def voice() -> Iterator[Driver]:
    with FakeTwilio() as twilio:
        arranged: Mapping[Situation, Callable[[], None]] = {
            "busy": lambda: twilio.fail(429, 20429),
            "refuses": lambda: twilio.fail(400, 21215, "no permission to call that country"),
            "nobody there": lambda: twilio.fail(400, 21214, "'To' number +15550002000 cannot be reached"),
            "breaks after taking": twilio.drop,
        }
        genuine = webhooks.form_request(webhooks.CALL, token=twilio.auth_token)
        yield Driver(
            twilio.account("voice"),
            Outgoing("+15550002000", "", key="effect-1", status_url="https://bot.example/call"),
            lambda situation: arranged[situation](),
            lambda: len(twilio.calls),
            genuine,
            without_header(genuine, "X-Twilio-Signature"),
        )


@contextmanager
def email() -> Iterator[Driver]:
    with MailServer() as server:

        def arrange(situation: Situation) -> None:
            match situation:
                case "busy":
                    server.refuse["RCPT"] = "451 4.7.1 not now"
                case "refuses":
                    server.refuse["DATA"] = "554 5.6.0 not this"
                case "nobody there":
                    server.refuse["RCPT"] = "550 5.1.1 <ann@customer.example> unknown"
                case "breaks after taking":
                    server.break_at = "DATA"

        message = Outgoing("ann@customer.example", "Hello", subject="Hello", key="effect-1")
        yield Driver(server.account(), message, arrange, lambda: len(server.mails))


@contextmanager
def telegram() -> Iterator[Driver]:
    with FakeBotApi() as api:
        api.meet(fake_updates.ADA)

        def arrange(situation: Situation) -> None:
            match situation:
                case "busy":
                    api.trouble("sendMessage", BotApiError(429, "Too Many Requests", retry_after=3))
                case "refuses":
                    api.trouble("sendMessage", BotApiError(400, "Bad Request: message is too long"))
                case "nobody there":
                    api.block(fake_updates.ADA)
                case "breaks after taking":
                    api.trouble("sendMessage", "hang up")

        account = Account(
            "bot-1", "telegram", "acme_bot", {"token": TOKEN, "webhook_secret": "s3cret", "api_base": api.url}
        )
        header = "X-Telegram-Bot-Api-Secret-Token"
        body = json.dumps(fake_updates.numbered(fake_updates.said("I want to leave"))).encode()
        genuine = WebhookRequest("POST", "https://bot.example/telegram", {header: "s3cret"}, body)
        message = Outgoing(str(fake_updates.ADA.id), "Hello", key="effect-1")
        yield Driver(
            account,
            message,
            arrange,
            lambda: len(api.called("sendMessage")),
            genuine,
            without_header(genuine, header),
        )


def without_header(request: WebhookRequest, name: str) -> WebhookRequest:
    kept = {known: value for known, value in request.headers.items() if known.lower() != name.lower()}
    return replace(request, headers=kept)


DRIVERS: Mapping[str, Callable[[], AbstractContextManager[Driver]]] = {
    "email": email,
    "sms": sms,
    "telegram": telegram,
    "voice": voice,
}
