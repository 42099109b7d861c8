"""Placing calls by Twilio's REST API. What is said is asked for when somebody answers.

Source: https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource and
https://www.twilio.com/docs/api/errors
"""

from typing import Any

from channels.base import Account, OutcomeUnknown, Outgoing, Refused, Sent
from channels.twilio.rest import TIME_LIMIT_S, Codes, Rest

RINGING_S = 30
"""Before most mailboxes would take the call there is nobody."""

LONGEST_CALL_S = 600

_CODES = Codes(
    # Not a number, not reachable by phone, not a valid one.
    unreachable=frozenset({"13224", "21211", "21214", "21217"}),
    # Rates and calls at once.
    later=frozenset({"10004", "14107", "20429"}),
    settings={
        "21205": "the public base URL (Twilio does not accept it)",
        "21210": "address (not a number of this Twilio account)",
        "21212": "address (not a number that can call)",
        "21213": "address (no caller)",
        "21215": "the countries that the Twilio account may call",
        "21609": "the public base URL (Twilio does not accept it for reports)",
    },
)


class VoiceOutbound:
    """Places one account's calls. Safe to call from several threads; `time_limit_s` at most each.

    Raises `ValueError` when a credential is missing or `api_base` is not a URL.
    """

    def __init__(self, account: Account, *, time_limit_s: float = TIME_LIMIT_S) -> None:
        self._number = account.address
        self._rest = Rest(account, _CODES, time_limit_s)

    def send(self, outgoing: Outgoing) -> Sent:
        """Have Twilio place one call, or raise a `SendError`. The id is the call's.

        Of the message only `to` and `status_url` count: what is said is asked for there.
        """
        if not outgoing.status_url:
            raise Refused("a call needs an address that says what to say")
        created = self._create(outgoing, outgoing.status_url)
        if not created.sid:
            raise OutcomeUnknown("the answer names no call")
        return Sent(created.sid)

    def close(self) -> None:
        """Close the connections that are kept open between calls."""
        self._rest.close()

    def _create(self, outgoing: Outgoing, url: str) -> Any:
        return self._rest.make(
            lambda client: client.calls.create(
                to=outgoing.to,
                from_=self._number,
                url=url,
                method="POST",
                status_callback=url,
                status_callback_event=["completed"],
                status_callback_method="POST",
                machine_detection="Enable",
                timeout=RINGING_S,
                time_limit=LONGEST_CALL_S,
            ),
            outgoing.to,
        )
