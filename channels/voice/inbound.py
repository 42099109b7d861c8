"""Twilio's webhooks of our calls: somebody answers, presses a key, or the call has ended.

Twilio asks what to say as soon as the call is answered and it knows by whom, and again
after each key; the end is reported to the same address.

Source: https://www.twilio.com/docs/voice/twiml#request-parameters and
https://www.twilio.com/docs/voice/answering-machine-detection
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from channels.base import Account, CallOutcome, CallReport, Received, WebhookRefused, WebhookRequest
from channels.twilio.signed import Parameters, number_in, verified

_ENDED: Mapping[str, CallOutcome] = {
    "completed": "completed",
    "busy": "busy",
    "no-answer": "no_answer",
    "failed": "failed",
    "canceled": "canceled",
}

_KEYS = frozenset("0123456789*#")


class VoiceInbound:
    """Verifies and parses what Twilio says of the calls from one account's number."""

    def __init__(self, account: Account) -> None:
        self._token = account.settings.get("auth_token", "")
        self._number = number_in(account.address)

    def verify_and_parse(self, request: WebhookRequest, received_at: datetime) -> tuple[Received, ...]:
        """What happened in the call.

        Raises `WebhookRefused`: 413 too large, 403 not signed with our token or of
        another number (several can share a token), 415 neither a form nor JSON,
        400 not readable.
        """
        parameters = verified(request, self._token)
        sid = parameters.sid("CallSid")
        if not sid:
            return ()
        if number_in(parameters.get("From")) != self._number:
            raise WebhookRefused(403, "of another number")
        return _reports(sid, parameters)


def _reports(sid: str, parameters: Parameters) -> tuple[CallReport, ...]:
    """The report, or () for progress that nobody waits for."""
    status = parameters.get("CallStatus")
    if "Digits" in parameters.values:
        digit = parameters.get("Digits")[:1]
        digit = digit if digit in _KEYS else ""
        return (CallReport(f"call:{sid}:pressed:{digit}", sid, "pressed", digit=digit),)
    if status in _ENDED:
        by = _answered_by(parameters)
        return (CallReport(f"call:{sid}:{status}", sid, "ended", by, outcome=_ENDED[status]),)
    if status == "in-progress" and not parameters.get("CallbackSource"):
        return (CallReport(f"call:{sid}:answered", sid, "answered", _answered_by(parameters)),)
    return ()


def _answered_by(parameters: Parameters) -> Literal["person", "machine", "unknown"]:
    """A person only where Twilio is sure of it: what is not known to be one is none."""
    found = parameters.get("AnsweredBy")
    if found == "human":
        return "person"
    return "machine" if found.startswith("machine") or found == "fax" else "unknown"
