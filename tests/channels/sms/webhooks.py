"""Webhook requests as Twilio makes them: signed by the library, or by hand and posted over HTTP."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

from twilio.request_validator import RequestValidator

from channels.base import Account, WebhookRequest

TOKEN = "0123456789abcdef0123456789abcdef"
URL = "https://bot.example/webhooks/sms"
ACCOUNT = Account("sms-1", "sms", "+15550001000", {"auth_token": TOKEN})
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
FORM = "application/x-www-form-urlencoded"

MESSAGE = {
    "ToCountry": "US",
    "MessageSid": "SM" + "1" * 32,
    "SmsSid": "SM" + "1" * 32,
    "NumMedia": "0",
    "SmsStatus": "received",
    "Body": "I want to leave",
    "To": "+15550001000",
    "From": "+15550002000",
    "AccountSid": "AC" + "2" * 32,
}
REPORT = {
    "MessageSid": "SM" + "3" * 32,
    "MessageStatus": "delivered",
    "SmsStatus": "delivered",
    "To": "+15550002000",
    "From": "+15550001000",
    "AccountSid": "AC" + "2" * 32,
}

CALL = {
    "CallSid": "CA" + "4" * 32,
    "CallStatus": "in-progress",
    "AnsweredBy": "human",
    "Direction": "outbound-api",
    "To": "+15550002000",
    "From": "+15550001000",
    "AccountSid": "AC" + "2" * 32,
}


def form_request(
    posted: Mapping[str, str], *, token: str = TOKEN, url: str = URL, signed_url: str = ""
) -> WebhookRequest:
    """A form that arrives at `url`, signed for `signed_url` (by default the same)."""
    signature = RequestValidator(token).compute_signature(signed_url or url, dict(posted))
    headers = {"Content-Type": f"{FORM}; charset=UTF-8", "X-Twilio-Signature": signature}
    return WebhookRequest("POST", url, headers, urlencode(posted).encode(), dict(posted))


def json_request(posted: object, *, token: str = TOKEN, url: str = URL) -> WebhookRequest:
    """A JSON body, whose hash is in the signed URL."""
    body = json.dumps(posted).encode()
    hashed = f"{url}?bodySHA256={hashlib.sha256(body).hexdigest()}"
    signature = RequestValidator(token).compute_signature(hashed, {})
    headers = {"content-type": "application/json", "x-twilio-signature": signature}
    return WebhookRequest("POST", hashed, headers, body)


def signature(token: str, url: str, posted: Mapping[str, str]) -> str:
    """Twilio's signature of a form (https://www.twilio.com/docs/usage/security), made without its library."""
    signed = url + "".join(name + posted[name] for name in sorted(posted))
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()).decode()


def posted_form(url: str, posted: Mapping[str, str], signed: str) -> int:
    """The HTTP status that the form gets at the URL."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    headers = {"Content-Type": f"{FORM}; charset=UTF-8", "X-Twilio-Signature": signed}
    try:
        target = parts._replace(scheme="", netloc="").geturl() or "/"
        connection.request("POST", target, urlencode(posted), headers)
        return connection.getresponse().status
    finally:
        connection.close()
