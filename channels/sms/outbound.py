"""Sending by Twilio's REST API, never in the answer to a webhook: only so is delivery reported.

Twilio takes no idempotency key for messages. What is not known to be refused
may have been sent, and is then `OutcomeUnknown`.

Source: https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource and
https://www.twilio.com/docs/api/errors
"""

import ssl
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import requests
from twilio.base.exceptions import TwilioException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client
from urllib3.exceptions import MaxRetryError, NewConnectionError, SSLError

from channels.base import (
    Account,
    OutcomeUnknown,
    Outgoing,
    Refused,
    SendError,
    Sent,
    TryLater,
    Unreachable,
)
from channels.sms.gsm7 import segments
from channels.sms.inbound import UNREACHABLE_CODES

TIME_LIMIT_S = 10.0
_CONNECTING = 0.3
"""The share of the time limit for connecting: what never got through may simply be sent again."""

OPTED_OUT = "21610"
TOO_LONG = "21617"

_COUNTS = frozenset(map(str, range(1, 100)))

_LATER_CODES = frozenset({"14107", "20429", "21611", "30001", "63038"})
"""Limits of ours that pass: rates, the number's queue of ten hours, the day's quota."""

_SETTING_OF_CODE: Mapping[str, str] = {
    "20003": "account_sid or auth_token",
    "20005": "account_sid (the Twilio account is not active)",
    "20404": "account_sid",
    "21212": "address (not a number that can send)",
    "21603": "address (no sender)",
    "21606": "address (not a number of this Twilio account, or it sends no texts)",
    "21609": "the public base URL (Twilio does not accept it for reports)",
    "21659": "address (not a number of this Twilio account)",
    "21660": "address (not a number of this Twilio account)",
    "21701": "messaging_service_sid",
    "21703": "messaging_service_sid (no number in its pool)",
    "21705": "messaging_service_sid",
}
"""What a person must correct, where the code tells."""


class SmsOutbound:
    """Sends one account's text messages. Safe to call from several threads; `time_limit_s` at most each.

    Raises `ValueError` when a credential is missing or `api_base` is not a URL.
    """

    def __init__(self, account: Account, *, time_limit_s: float = TIME_LIMIT_S) -> None:
        # Never left to the library, which would take another account's credentials from the environment.
        sid, token = _required(account, "account_sid"), _required(account, "auth_token")
        service = account.settings.get("messaging_service_sid", "")
        self._sender = {"messaging_service_sid": service} if service else {"from_": account.address}
        self._http = _Http(account.settings.get("api_base", ""), time_limit_s)
        self._client = Client(sid, token, http_client=self._http)

    def send(self, outgoing: Outgoing) -> Sent:
        """Hand one message to Twilio, which queues it; or raise a `SendError`.

        The segments are counted here where Twilio does not know them yet (a
        Messaging Service answers "0").
        """
        if outgoing.attachments:
            raise Refused("a text message carries no files")
        created = self._create(outgoing)
        if not created.sid:
            raise OutcomeUnknown("the answer names no message")
        if created.error_code:
            raise _refusal(400, str(created.error_code), created.error_message or "failed at once")
        counted = str(created.num_segments or "")
        return Sent(created.sid, int(counted) if counted in _COUNTS else segments(outgoing.text).count)

    def close(self) -> None:
        """Close the connections that are kept open between messages."""
        self._http.close()

    def _create(self, outgoing: Outgoing) -> Any:
        """Twilio's message, with every way to fail turned into a `SendError`."""
        report = {"status_callback": outgoing.status_url} if outgoing.status_url else {}
        body = outgoing.text.encode("utf-8", "replace").decode("utf-8")  # half a character cannot be sent
        try:
            return self._client.messages.create(to=outgoing.to, body=body, **self._sender, **report)
        except TwilioException as error:
            # Twilio repeats the number in its words, which end in logs: neither they nor their source go on.
            raise _from_answer(error, hidden=outgoing.to) from None
        except requests.RequestException as error:
            raise _from_connection(error) from error
        except (ValueError, AttributeError) as error:  # a success that is no message: somebody else answered
            raise OutcomeUnknown("the answer is not readable") from error


class _Http(TwilioHttpClient):  # type: ignore[misc] # the library is not marked as typed
    """Twilio's HTTP client with a time limit, another host on demand, and the header `Retry-After`."""

    def __init__(self, base: str, time_limit_s: float) -> None:
        super().__init__()
        self.timeout = (time_limit_s * _CONNECTING, time_limit_s * (1 - _CONNECTING))
        self._base = _checked(base)
        if self._base:
            self.session.trust_env = False  # a simulator beside us is not behind the company's proxy

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
        """Twilio's answer. Raises `TryLater` on 429 and 503, whose header the library would drop."""
        response = super().request(method, self._rebased(url), *args, **kwargs)
        if response.status_code in (429, 503):
            raise TryLater(
                f"Twilio answers {response.status_code}",
                code=str(response.status_code),
                retry_after=_seconds((response.headers or {}).get("Retry-After")),
            )
        return response

    def close(self) -> None:
        self.session.close()

    def _rebased(self, url: str) -> str:
        """The URL with the scheme, host and port (and path before it) of the configured base."""
        return self._base + urlsplit(url)._replace(scheme="", netloc="").geturl() if self._base else url


def _required(account: Account, name: str) -> str:
    value = account.settings.get(name, "")
    if not value:
        raise ValueError(f"sms account {account.id!r}: the setting {name} is missing")
    return value


def _checked(base: str) -> str:
    if base and (urlsplit(base).scheme not in ("http", "https") or not urlsplit(base).hostname):
        raise ValueError(f"api_base is not an http(s) URL: {base!r}")
    return base.rstrip("/")


def _seconds(header: str | None) -> float | None:
    """Whole seconds of a `Retry-After`; a date there is rare and then not used."""
    return float(header) if header and header.isascii() and header.isdigit() else None


def _from_answer(error: TwilioException, hidden: str) -> SendError:
    """What an answer of 4xx or 5xx means. A `TwilioException` without status is no answer at all."""
    status, code = getattr(error, "status", 0), getattr(error, "code", None)
    words = str(getattr(error, "msg", None) or getattr(error, "detail", None) or error)
    reason = words.replace(hidden, "<receiver>") if hidden else words
    return _refusal(status, str(code) if code else str(status), reason)


def _refusal(status: int, code: str, reason: str) -> SendError:
    """By the code, which is the more precise, else by the status.

    503 is handled where its header is read: there Twilio turned the request away.
    Any other 5xx may have come after the message was queued, so it is unknown.
    """
    if code == OPTED_OUT:
        return Unreachable(reason, code=code, opted_out=True)
    if code in UNREACHABLE_CODES:
        return Unreachable(reason, code=code)
    if code in _LATER_CODES:
        return TryLater(reason, code=code)
    if status >= 500 or not status:
        return OutcomeUnknown(reason, code=code)
    setting = _SETTING_OF_CODE.get(code) or ("account_sid or auth_token" if status == 401 else "")
    return Refused(f"{reason} (check the setting {setting})" if setting else reason, code=code)


def _from_connection(error: requests.RequestException) -> SendError:
    """A broken connection: harmless when nothing had been sent yet, else nobody knows."""
    reason = f"{type(error).__name__} on the way to Twilio"
    before_sending = isinstance(error, requests.ConnectTimeout | requests.exceptions.ProxyError)
    return TryLater(reason) if before_sending or _never_connected(error) else OutcomeUnknown(reason)


def _never_connected(error: requests.RequestException) -> bool:
    """Whether it ended at connecting: refused, no such host, or a certificate that nobody vouches for.

    Read from what urllib3 reports, never from the chain of exceptions, which can
    go on into an earlier failure that the caller is just handling.
    """
    reported = error.args[0] if error.args else None
    reason = reported.reason if isinstance(reported, MaxRetryError) else None
    if isinstance(reason, SSLError):
        return any(isinstance(part, ssl.SSLCertVerificationError) for part in reason.args)
    return isinstance(reason, NewConnectionError)
