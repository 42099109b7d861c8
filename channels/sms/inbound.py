"""Twilio's webhooks: messages from people, and reports on what became of ours.

One address serves both. Signatures carry no time, so that a capture can be
replayed: `provider_key` is how a repeat is known.

Source: https://www.twilio.com/docs/usage/security and
https://www.twilio.com/docs/messaging/guides/webhook-request
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from urllib.parse import parse_qs, parse_qsl, urlsplit

from twilio.request_validator import RequestValidator

from channels.base import (
    Account,
    DeliveryState,
    Incoming,
    Received,
    StatusReport,
    WebhookRefused,
    WebhookRequest,
)
from channels.sms import STOP_WORDS

MAX_BODY_BYTES = 65_536
"""Three times what 1600 percent-encoded characters and ten media addresses need."""

MAX_PARAMETERS = 500

UNREACHABLE_CODES = frozenset({"21211", "21265", "21610", "21614", "21635", "30005", "30006"})
"""Error codes after which nothing more arrives at that number: not a number, a short code, opted out,
no mobile, a landline, unknown, carrier not reachable. Source: https://www.twilio.com/docs/api/errors"""

OPTED_OUT_CODE = "21610"
"""The person forbade texts from this number."""

_STATES: Mapping[str, DeliveryState] = {
    "accepted": "queued",
    "scheduled": "queued",
    "queued": "queued",
    "sending": "queued",
    "sent": "sent",
    "delivered": "delivered",
    "read": "delivered",
    "undelivered": "undelivered",
    # A text with a hole in it does not count as delivered: the fallback carries it whole.
    "partially_delivered": "undelivered",
    "failed": "failed",
    "canceled": "failed",
}

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_SID = re.compile(r"[A-Za-z0-9]{1,64}")


@dataclass(frozen=True, slots=True)
class _Parameters:
    """What was posted. Iteration and `getlist` are what the validator asks of a mapping of several values."""

    values: Mapping[str, Sequence[str]]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)

    def __len__(self) -> int:
        return len(self.values)

    def getlist(self, name: str) -> Sequence[str]:
        return self.values[name]

    def get(self, *names: str) -> str:
        """The last value of the first of the names that has one, without the NUL no table can hold."""
        found = next((self.values[name][-1] for name in names if self.values.get(name)), "")
        return found.replace("\x00", "")


class SmsInbound:
    """Verifies and parses the webhooks of one account's number."""

    def __init__(self, account: Account) -> None:
        self._token = account.settings.get("auth_token", "")
        self._ends = {_address(account.address), account.settings.get("messaging_service_sid", "")} - {""}
        self._marks_opt_outs = account.settings.get("opt_out") == "advanced"

    def verify_and_parse(self, request: WebhookRequest, received_at: datetime) -> tuple[Received, ...]:
        """The message or the report in the request.

        Raises `WebhookRefused`: 413 too large, 403 not signed with our token or for
        another number (several can share a token), 415 neither a form nor JSON,
        400 not readable.
        """
        _refuse_oversized(request)
        signature = request.header("X-Twilio-Signature")
        if not signature or not self._token:
            raise WebhookRefused(403, "no signature, or no token to check it with")
        posted = _posted(request)
        if not self._signed(request.url, posted, signature):
            raise WebhookRefused(403, "the signature is not ours")
        return self._parsed(_parameters(posted), received_at)

    def _signed(self, url: str, posted: _Parameters | str, signature: str) -> bool:
        """Whether the signature is right, for the body as it came."""
        # A raw body is checked only against the hash in the URL: without one it is unsigned.
        if isinstance(posted, str) and "bodySHA256" not in parse_qs(urlsplit(url).query):
            return False
        return bool(RequestValidator(self._token).validate(url, posted, signature))

    def _parsed(self, parameters: _Parameters, received_at: datetime) -> tuple[Received, ...]:
        sid = parameters.get("MessageSid", "SmsSid", "SmsMessageSid")
        if not sid:
            return ()
        if not _SID.fullmatch(sid):
            raise WebhookRefused(400, "MessageSid is not an id")
        if not self._ends & {_our_end(parameters), parameters.get("MessagingServiceSid")}:
            raise WebhookRefused(403, "for another number")
        if _is_report(parameters):
            return _report(sid, parameters)
        return (self._message(sid, parameters, received_at),)

    def _message(self, sid: str, parameters: _Parameters, received_at: datetime) -> Incoming:
        sender = _address(parameters.get("From"))
        if not sender:
            raise WebhookRefused(400, "a message without From")
        text = parameters.get("Body")
        return Incoming(
            provider_key=f"message:{sid}",
            sender=sender,
            at=received_at,
            text=text,
            form="media" if parameters.get("NumMedia") not in ("", "0") else "text",
            opt_out=self._opt_out(parameters.get("OptOutType"), text),
        )

    def _opt_out(self, marked: str, text: str) -> Literal["STOP", "START", "HELP"] | None:
        """What Twilio already did with the message, by its mark or by its default words.

        YES, HELP and INFO without a mark stay ordinary messages: they block nothing,
        and a person who answers "yes" or asks for help must not meet silence.
        """
        match marked.strip().upper():
            case "STOP":
                return "STOP"
            case "START":
                return "START"
            case "HELP":
                return "HELP"
        if self._marks_opt_outs:
            return None
        word = text.strip().upper()
        if word in STOP_WORDS:
            return "STOP"
        return "START" if word in {"START", "UNSTOP"} else None


def recipient(request: WebhookRequest) -> str | None:
    """Our end of what the request carries, by which the account is found. Not verified: never trust it.

    The number in `To` of a message and in `From` of a report. A report on a message
    that failed before its Messaging Service picked a number has none: then the
    service's id. None where the request is not readable.
    """
    try:
        _refuse_oversized(request)
        parameters = _parameters(_posted(request))
    except WebhookRefused:
        return None
    return _our_end(parameters) or None


def _our_end(parameters: _Parameters) -> str:
    report = _is_report(parameters)
    return _address(parameters.get("From", "MessagingServiceSid") if report else parameters.get("To"))


def _is_report(parameters: _Parameters) -> bool:
    return bool(parameters.get("MessageStatus")) and "Body" not in parameters.values


def _report(sid: str, parameters: _Parameters) -> tuple[StatusReport, ...]:
    """The report, or () for a state that Twilio may add one day."""
    status = parameters.get("MessageStatus")
    state = _STATES.get(status)
    if state is None:
        return ()
    code = parameters.get("ErrorCode") or None
    unreachable, opted_out = code in UNREACHABLE_CODES, code == OPTED_OUT_CODE
    return (StatusReport(f"status:{sid}:{status}", sid, state, code, unreachable, opted_out),)


def _address(value: str) -> str:
    """A phone number in E.164; anything else (a short code, a name) as it came, so that nothing is lost."""
    compact = re.sub(r"[\s().-]", "", value)
    return compact if _E164.fullmatch(compact) else value.strip()[:64]


def _refuse_oversized(request: WebhookRequest) -> None:
    if len(request.body) > MAX_BODY_BYTES:
        raise WebhookRefused(413, f"more than {MAX_BODY_BYTES} bytes")


def _posted(request: WebhookRequest) -> _Parameters | str:
    """A form's parameters, or the text of JSON: read from the body itself, since that is what is signed."""
    media_type = (request.header("Content-Type") or "").partition(";")[0].strip().lower()
    match media_type:
        case "application/x-www-form-urlencoded":
            return _form(_decoded(request.body))
        case "application/json":
            return _decoded(request.body)
        case other:
            raise WebhookRefused(415, f"neither a form nor JSON: {other[:80]!r}")


def _parameters(posted: _Parameters | str) -> _Parameters:
    return _json(posted) if isinstance(posted, str) else posted


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise WebhookRefused(400, "the body is not UTF-8") from error


def _form(body: str) -> _Parameters:
    try:
        pairs = parse_qsl(body, keep_blank_values=True, errors="strict", max_num_fields=MAX_PARAMETERS)
    except ValueError as error:
        raise WebhookRefused(400, "the form is not readable") from error
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    return _Parameters(values)


def _json(body: str) -> _Parameters:
    """The texts and numbers of a JSON object; what is nested is nothing that we read."""
    try:
        found = json.loads(body)
        json.dumps(found, ensure_ascii=False).encode("utf-8")  # a lone surrogate is no text
    except (ValueError, RecursionError) as error:
        raise WebhookRefused(400, "the JSON is not readable") from error
    if not isinstance(found, dict):
        raise WebhookRefused(400, "the JSON is not an object")
    return _Parameters({name: [str(value)] for name, value in found.items() if isinstance(value, str | int)})
