"""Twilio's webhooks: messages from people, and reports on what became of ours.

One address serves both. Signatures carry no time, so that a capture can be
replayed: `provider_key` is how a repeat is known.

Source: https://www.twilio.com/docs/usage/security and
https://www.twilio.com/docs/messaging/guides/webhook-request
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

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
from channels.twilio.signed import Parameters, number_in, unverified, verified

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


class SmsInbound:
    """Verifies and parses the webhooks of one account's number."""

    def __init__(self, account: Account) -> None:
        self._token = account.settings.get("auth_token", "")
        self._ends = {number_in(account.address), account.settings.get("messaging_service_sid", "")} - {""}
        self._marks_opt_outs = account.settings.get("opt_out") == "advanced"

    def verify_and_parse(self, request: WebhookRequest, received_at: datetime) -> tuple[Received, ...]:
        """The message or the report in the request.

        Raises `WebhookRefused`: 413 too large, 403 not signed with our token or for
        another number (several can share a token), 415 neither a form nor JSON,
        400 not readable.
        """
        return self._parsed(verified(request, self._token), received_at)

    def _parsed(self, parameters: Parameters, received_at: datetime) -> tuple[Received, ...]:
        sid = parameters.sid("MessageSid", "SmsSid", "SmsMessageSid")
        if not sid:
            return ()
        if not self._ends & {_our_end(parameters), parameters.get("MessagingServiceSid")}:
            raise WebhookRefused(403, "for another number")
        if _is_report(parameters):
            return _report(sid, parameters)
        return (self._message(sid, parameters, received_at),)

    def _message(self, sid: str, parameters: Parameters, received_at: datetime) -> Incoming:
        sender = number_in(parameters.get("From"))
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
        parameters = unverified(request)
    except WebhookRefused:
        return None
    return _our_end(parameters) or None


def _our_end(parameters: Parameters) -> str:
    report = _is_report(parameters)
    return number_in(parameters.get("From", "MessagingServiceSid") if report else parameters.get("To"))


def _is_report(parameters: Parameters) -> bool:
    return bool(parameters.get("MessageStatus")) and "Body" not in parameters.values


def _report(sid: str, parameters: Parameters) -> tuple[StatusReport, ...]:
    """The report, or () for a state that Twilio may add one day."""
    status = parameters.get("MessageStatus")
    state = _STATES.get(status)
    if state is None:
        return ()
    code = parameters.get("ErrorCode") or None
    unreachable, opted_out = code in UNREACHABLE_CODES, code == OPTED_OUT_CODE
    return (StatusReport(f"status:{sid}:{status}", sid, state, code, unreachable, opted_out),)
