"""Twilio's REST API: one account's client with a time limit, and what its failures mean.

Twilio takes no idempotency key. What is not known to be refused may have been
carried out, and is then `OutcomeUnknown`.

Source: https://www.twilio.com/docs/api/errors
"""

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import requests
from twilio.base.exceptions import TwilioException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client
from urllib3.exceptions import MaxRetryError, NewConnectionError, SSLError

from channels.base import Account, OutcomeUnknown, Refused, SendError, TryLater, Unreachable

TIME_LIMIT_S = 10.0
_CONNECTING = 0.3
"""The share of the time limit for connecting: what never got through may simply be tried again."""

_SETTING_OF_CODE: Mapping[str, str] = {
    "20003": "account_sid or auth_token",
    "20005": "account_sid (the Twilio account is not active)",
    "20404": "account_sid",
}
"""What a person must correct whatever was wanted of Twilio, where the code tells."""


@dataclass(frozen=True, slots=True)
class Codes:
    """What Twilio's codes mean for one kind of channel."""

    unreachable: frozenset[str]
    """Nothing more arrives at that number."""
    later: frozenset[str]
    """Limits of ours that pass."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """What a person must correct, by code."""
    opted_out: str = ""
    """The person forbade messages; one of `unreachable`."""


class Rest:
    """One account at Twilio. Safe to use from several threads; `time_limit_s` at most a request.

    Raises `ValueError` when a credential is missing or `api_base` is not a URL.
    """

    def __init__(self, account: Account, codes: Codes, time_limit_s: float) -> None:
        # Never left to the library, which would take another account's credentials from the environment.
        sid, token = _required(account, "account_sid"), _required(account, "auth_token")
        self._codes = codes
        self._http = _Http(account.settings.get("api_base", ""), time_limit_s)
        self._client = Client(sid, token, http_client=self._http)

    def make(self, make: Callable[[Any], Any], hidden: str) -> Any:
        """What `make` makes with the client, with every way to fail turned into a `SendError`.

        Args:
            hidden: the receiver's number, which no reason may repeat.
        """
        try:
            return make(self._client)
        except TwilioException as error:
            # Twilio repeats the number in its words, which end in logs: neither they nor their source go on.
            raise self._from_answer(error, hidden) from None
        except requests.RequestException as error:
            raise _from_connection(error) from error
        except (ValueError, AttributeError) as error:  # a success that is nothing of the kind
            raise OutcomeUnknown("the answer is not readable") from error

    def refusal(self, status: int, code: str, reason: str) -> SendError:
        """What an answer means: by the code, which is the more precise, else by the status.

        503 is handled where its header is read: there Twilio turned the request away.
        Any other 5xx may have come after it was carried out, so it is unknown.
        """
        if code in self._codes.unreachable:
            return Unreachable(reason, code=code, opted_out=code == self._codes.opted_out)
        if code in self._codes.later:
            return TryLater(reason, code=code)
        if status >= 500 or not status:
            return OutcomeUnknown(reason, code=code)
        setting = self._codes.settings.get(code) or _SETTING_OF_CODE.get(code)
        setting = setting or ("account_sid or auth_token" if status == 401 else "")
        return Refused(f"{reason} (check the setting {setting})" if setting else reason, code=code)

    def close(self) -> None:
        """Close the connections that are kept open between requests."""
        self._http.close()

    def _from_answer(self, error: TwilioException, hidden: str) -> SendError:
        """What an answer of 4xx or 5xx means. A `TwilioException` without status is no answer at all."""
        status, code = getattr(error, "status", 0), getattr(error, "code", None)
        words = str(getattr(error, "msg", None) or getattr(error, "detail", None) or error)
        reason = words.replace(hidden, "<receiver>") if hidden else words
        return self.refusal(status, str(code) if code else str(status), reason)


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
        raise ValueError(f"{account.kind} account {account.id!r}: the setting {name} is missing")
    return value


def _checked(base: str) -> str:
    if base and (urlsplit(base).scheme not in ("http", "https") or not urlsplit(base).hostname):
        raise ValueError(f"api_base is not an http(s) URL: {base!r}")
    return base.rstrip("/")


def _seconds(header: str | None) -> float | None:
    """Whole seconds of a `Retry-After`; a date there is rare and then not used."""
    return float(header) if header and header.isascii() and header.isdigit() else None


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
