"""Sending by Twilio's REST API, never in the answer to a webhook: only so is delivery reported.

Source: https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource and
https://www.twilio.com/docs/api/errors
"""

from typing import Any

from channels.base import Account, OutcomeUnknown, Outgoing, Refused, Sent
from channels.sms.gsm7 import segments
from channels.sms.inbound import OPTED_OUT_CODE, UNREACHABLE_CODES
from channels.twilio.rest import TIME_LIMIT_S, Codes, Rest

_COUNTS = frozenset(map(str, range(1, 100)))

_CODES = Codes(
    unreachable=UNREACHABLE_CODES,
    # Rates, the number's queue of ten hours, the day's quota.
    later=frozenset({"14107", "20429", "21611", "30001", "63038"}),
    settings={
        "21212": "address (not a number that can send)",
        "21603": "address (no sender)",
        "21606": "address (not a number of this Twilio account, or it sends no texts)",
        "21609": "the public base URL (Twilio does not accept it for reports)",
        "21659": "address (not a number of this Twilio account)",
        "21660": "address (not a number of this Twilio account)",
        "21701": "messaging_service_sid",
        "21703": "messaging_service_sid (no number in its pool)",
        "21705": "messaging_service_sid",
    },
    opted_out=OPTED_OUT_CODE,
)


class SmsOutbound:
    """Sends one account's text messages. Safe to call from several threads; `time_limit_s` at most each.

    Raises `ValueError` when a credential is missing or `api_base` is not a URL.
    """

    def __init__(self, account: Account, *, time_limit_s: float = TIME_LIMIT_S) -> None:
        service = account.settings.get("messaging_service_sid", "")
        self._sender = {"messaging_service_sid": service} if service else {"from_": account.address}
        self._rest = Rest(account, _CODES, time_limit_s)

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
            raise self._rest.refusal(400, str(created.error_code), created.error_message or "failed at once")
        counted = str(created.num_segments or "")
        return Sent(created.sid, int(counted) if counted in _COUNTS else segments(outgoing.text).count)

    def close(self) -> None:
        """Close the connections that are kept open between messages."""
        self._rest.close()

    def _create(self, outgoing: Outgoing) -> Any:
        report = {"status_callback": outgoing.status_url} if outgoing.status_url else {}
        body = outgoing.text.encode("utf-8", "replace").decode("utf-8")  # half a character cannot be sent
        return self._rest.make(
            lambda client: client.messages.create(to=outgoing.to, body=body, **self._sender, **report),
            outgoing.to,
        )
