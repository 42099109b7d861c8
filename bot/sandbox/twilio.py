"""Twilio's REST API for messages: takes them, checks them, and reports what became of them.

Source: https://www.twilio.com/docs/messaging/api/message-resource and https://www.twilio.com/docs/api/errors
"""

import hmac
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from bot.sandbox.accounts import DemoAccount, demo_accounts
from bot.sandbox.kept import PHONE, keep
from bot.sandbox.phone import has_reception, is_opted_out
from bot.sandbox.posting import Post, Reports, twilio_post
from bot.wiring import Application
from channels.sms.gsm7 import segments
from storage.ids import new_id

Form = Mapping[str, Sequence[str]]

PARAMETERS = frozenset(
    {
        *("To", "From", "MessagingServiceSid", "Body", "StatusCallback", "MediaUrl", "ContentSid"),
        *("ContentVariables", "ApplicationSid", "MaxPrice", "ProvideFeedback", "Attempt", "ValidityPeriod"),
        *("ForceDelivery", "ContentRetention", "AddressRetention", "SmartEncoded", "PersistentAction"),
        *("TrafficType", "ShortenUrls", "ScheduleType", "SendAt", "SendAsMms", "RiskCheck", "FallbackFrom"),
    }
)
"""Every parameter of CreateMessage. Twilio passes over others; a simulator that does hides a mistake."""

MAX_CHARACTERS = 1600
OPTED_OUT = 21610
_DELIVERED: Sequence[tuple[str, Mapping[str, str]]] = (("sent", {}), ("delivered", {}))
_LOST: Sequence[tuple[str, Mapping[str, str]]] = (("sent", {}), ("undelivered", {"ErrorCode": "30006"}))
"""A landline, or a carrier that cannot be reached."""
_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")


class TwilioError(Exception):
    """An answer that is not a message; `code` is one of Twilio's."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code = status, code

    def body(self) -> dict[str, Any]:
        """The answer as Twilio writes it."""
        more = f"https://www.twilio.com/docs/errors/{self.code}"
        return {"code": self.code, "message": str(self), "more_info": more, "status": self.status}


class Twilio:
    """The demo brands' Twilio accounts."""

    def __init__(self, app: Application, reports: Reports) -> None:
        self._app, self._reports = app, reports

    def create_message(self, sid: str, username: str, password: str, form: Form) -> dict[str, Any]:
        """Take one message. Raises `TwilioError`."""
        accounts = known_accounts(self._app, "sms", sid, username, password)
        values = _values(form)
        ours = _sender(accounts, values)
        _check_contents(values)
        callback = self._callback_path(values.get("StatusCallback", ""))
        message_sid = f"SM{new_id()}"
        now = self._app.clock()
        arrives = self._keep(ours, values, message_sid, now)
        if callback:
            states = _DELIVERED if arrives else _LOST
            self._reports.put(*self._status_posts(ours, values["To"], message_sid, callback, states))
        return _message(ours, values, sid, message_sid, now)

    def _callback_path(self, url: str) -> str:
        """The path of our webhook; a simulator calls nobody else."""
        base = self._app.settings.base_url
        if url and not url.startswith(f"{base}/"):
            raise TwilioError(400, 21609, f"The StatusCallback URL {url} is not a valid URL.")
        return url.removeprefix(base)

    def _keep(self, ours: DemoAccount, values: Mapping[str, str], message_sid: str, now: datetime) -> bool:
        """Put the message on the phone, unless its owner opted out: then only that something was refused.

        Returns whether it arrives there.
        """
        to, meta = values["To"], {"sid": message_sid}
        with self._app.database.write() as uow:
            opted_out = is_opted_out(uow, ours.row, to)
            arrives = has_reception(uow, ours.row, to)
            meta = meta if arrives else {**meta, "by": "lost"}
            kind, meta = (PHONE, {"by": "refused"}) if opted_out else ("sms", meta)
            keep(uow, ours.brand.id, kind, to, values["Body"], now, account=ours.row.id, meta=meta)
        if opted_out:
            raise TwilioError(400, OPTED_OUT, "Attempt to send to unsubscribed recipient")
        return arrives

    def _status_posts(
        self,
        ours: DemoAccount,
        to: str,
        message_sid: str,
        path: str,
        states: Sequence[tuple[str, Mapping[str, str]]],
    ) -> list[Post]:
        sid, token = ours.setting("account_sid"), ours.setting("auth_token")
        reports = (
            {
                "MessageSid": message_sid,
                "SmsSid": message_sid,
                "MessageStatus": status,
                "SmsStatus": status,
                "To": to,
                "From": ours.row.address,
                "AccountSid": sid,
                "ApiVersion": "2010-04-01",
                **more,
            }
            for status, more in states
        )
        return [twilio_post(self._app.settings, path, report, token) for report in reports]


def known_accounts(app: Application, kind: str, sid: str, username: str, password: str) -> list[DemoAccount]:
    """The numbers of the Twilio account whose credentials these are. Raises `TwilioError`."""
    found = [each for each in demo_accounts(app, kind) if each.setting("account_sid") == username]
    known = [each for each in found if _same(password, each.setting("auth_token"))]
    if not known:
        raise TwilioError(401, 20003, "Authenticate")
    if sid != username:
        raise TwilioError(404, 20404, f"The requested resource {sid} was not found")
    return known


def _same(given: str, expected: str) -> bool:
    return bool(expected) and hmac.compare_digest(given.encode(), expected.encode())


def _values(form: Form) -> dict[str, str]:
    """Each parameter's value."""
    for name, values in form.items():
        if name not in PARAMETERS:
            raise TwilioError(400, 20001, f"Unknown parameter {name}")
        if len(values) != 1 and name not in ("MediaUrl", "PersistentAction"):
            raise TwilioError(400, 20001, f"Parameter {name} was given {len(values)} times")
    return {name: values[0] for name, values in form.items() if values}


def _sender(accounts: Sequence[DemoAccount], values: Mapping[str, str]) -> DemoAccount:
    """The number that sends: the one asked for, or one of the Messaging Service's."""
    service, number = values.get("MessagingServiceSid", ""), values.get("From", "")
    if not service and not number:
        raise TwilioError(400, 21603, "A 'From' phone number is required.")
    if service:
        accounts = [each for each in accounts if each.setting("messaging_service_sid") == service]
        if not accounts:
            raise TwilioError(404, 21705, f"The Messaging Service Sid {service} is invalid.")
    found = next((each for each in accounts if each.row.address == number or not number), None)
    if found is None:
        raise TwilioError(400, 21606, f"The 'From' phone number {number} is not a valid, SMS-capable number.")
    return found


def _check_contents(values: Mapping[str, str]) -> None:
    to, body = values.get("To", ""), values.get("Body", "")
    if not to:
        raise TwilioError(400, 21604, "A 'To' phone number is required.")
    if not _NUMBER.fullmatch(to):
        raise TwilioError(400, 21211, f"Invalid 'To' Phone Number: {to[:32]}")
    if not body:
        raise TwilioError(400, 21602, "Message body is required.")
    if len(body.encode("utf-16-le")) // 2 > MAX_CHARACTERS:
        raise TwilioError(400, 21617, f"The message body exceeds the {MAX_CHARACTERS} character limit.")


def _message(
    ours: DemoAccount, values: Mapping[str, str], sid: str, message_sid: str, now: datetime
) -> dict[str, Any]:
    """The new message as Twilio describes it; a Messaging Service picks the number only later."""
    service = values.get("MessagingServiceSid")
    uri = f"/2010-04-01/Accounts/{sid}/Messages/{message_sid}"
    return {
        "account_sid": sid,
        "api_version": "2010-04-01",
        "body": values["Body"],
        "date_created": format_datetime(now),
        "date_sent": None,
        "date_updated": format_datetime(now),
        "direction": "outbound-api",
        "error_code": None,
        "error_message": None,
        "from": None if service else ours.row.address,
        "messaging_service_sid": service,
        "num_media": "0",
        "num_segments": "0" if service else str(segments(values["Body"]).count),
        "price": None,
        "price_unit": "USD",
        "sid": message_sid,
        "status": "accepted" if service else "queued",
        "subresource_uris": {"media": f"{uri}/Media.json"},
        "to": values["To"],
        "uri": f"{uri}.json",
    }
