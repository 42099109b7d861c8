"""A Twilio of our own on loopback: its REST API for messages and calls over real HTTP, with a memory.

It is stricter than Twilio: a parameter that the published contract does not
list (OpenAPI `twilio_api_v2010`, CreateMessage, CreateCall) is an error. It signs what it posts by itself,
so that the library's validator is checked against something else than itself.

    with FakeTwilio() as twilio:
        outbound = SmsOutbound(twilio.account())
        twilio.fail(status=429, code=20429)
        ...
        twilio.report(sid, "delivered")
"""

import base64
import json
import re
import sys
import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal, Self
from urllib.parse import parse_qsl

from channels.base import Account
from tests.channels.sms.webhooks import posted_form, signature

SINGLE = {
    "To": r"\+[1-9]\d{6,14}",
    "From": r"\+[1-9]\d{6,14}|\d{5,6}|[A-Za-z0-9 ]{1,11}",
    "FallbackFrom": r"\+[1-9]\d{6,14}",
    "MessagingServiceSid": r"MG[0-9a-fA-F]{32}",
    "Body": r"(?s).*",
    "ContentSid": r"HX[0-9a-fA-F]{32}",
    "ContentVariables": r"\{.*\}",
    "StatusCallback": r"https?://[^\s/_]+(/\S*)?",
    "ApplicationSid": r"AP[0-9a-fA-F]{32}",
    "MaxPrice": r"\d+(\.\d+)?",
    "ProvideFeedback": r"true|false",
    "Attempt": r"\d+",
    "ValidityPeriod": r"\d{1,5}",
    "ForceDelivery": r"true|false",
    "ContentRetention": r"retain|discard",
    "AddressRetention": r"retain|obfuscate",
    "SmartEncoded": r"true|false",
    "TrafficType": r"free",
    "ShortenUrls": r"true|false",
    "ScheduleType": r"fixed",
    "SendAt": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
    "SendAsMms": r"true|false",
    "RiskCheck": r"enable|disable",
}
"""Every parameter of CreateMessage that may come once, and its form."""

REPEATED = {"MediaUrl": r"https?://\S+", "PersistentAction": r".+"}

CALL = {
    "To": SINGLE["To"],
    "From": r"\+[1-9]\d{6,14}",
    "Url": SINGLE["StatusCallback"],
    "Method": r"GET|POST",
    "StatusCallback": SINGLE["StatusCallback"],
    "StatusCallbackEvent": r"initiated|ringing|answered|completed",
    "StatusCallbackMethod": r"GET|POST",
    "MachineDetection": r"Enable|DetectMessageEnd",
    "Timeout": r"\d{1,3}",
    "TimeLimit": r"\d{1,5}",
}
"""The parameters of CreateCall that we may use, and their form."""

CODE_OF_BAD = {"To": 21211, "From": 21212, "StatusCallback": 21609, "MessagingServiceSid": 21705}

STOP = {"STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"}
START = {"START", "YES", "UNSTOP"}

NONE: Mapping[str, str] = {}

Way = Literal["answer", "drop", "hang"]


class _Failure(Exception):
    """An answer other than 201."""

    def __init__(
        self, status: int, code: int, message: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.headers = status, code, dict(headers or {})


@dataclass
class FakeTwilio:
    """The server and what it knows. `messages` are the resources it made, oldest first, by their sid."""

    account_sid: str = "AC" + "0123456789abcdef" * 2
    auth_token: str = "f" * 32
    number: str = "+15550001000"
    service_sid: str = "MG" + "fedcba9876543210" * 2
    messages: dict[str, dict[str, object]] = field(default_factory=dict)
    calls: dict[str, dict[str, str]] = field(default_factory=dict)
    """The parameters of each call that was placed, by its sid."""
    callbacks: dict[str, str] = field(default_factory=dict)
    opted_out: set[str] = field(default_factory=set)
    requests: int = 0
    _coming: deque[_Failure | Way] = field(default_factory=deque)
    _instead: deque[object] = field(default_factory=deque)
    _released: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> tuple[str, int]:
        return "127.0.0.1", self._server.server_port

    @property
    def url(self) -> str:
        return "http://{}:{}".format(*self.address)

    def account(self, kind: str = "sms", **settings: str) -> Account:
        """An account of ours at this Twilio; further settings replace or add."""
        known = {"account_sid": self.account_sid, "auth_token": self.auth_token, "api_base": self.url}
        return Account(f"{kind}-1", kind, self.number, known | settings)

    def fail(self, status: int, code: int, message: str = "no", **headers: str) -> None:
        """Answer the next request so; underscores in names of headers stand for hyphens."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._coming.append(_Failure(status, code, message, named))

    def drop(self) -> None:
        """Close the connection instead of answering the next request, which has been carried out."""
        self._coming.append("drop")

    def hang(self) -> None:
        """Never answer the next request, which has been carried out."""
        self._coming.append("hang")

    def report(self, sid: str, status: str, error_code: int | None = None, *, signed_as: str = "") -> int:
        """Post a signed status callback for the message to where it was asked for; the HTTP status."""
        message = self.messages[sid]
        message["status"] = status
        numbers = {"To": str(message["to"]), "From": str(message["from"] or self.number)}
        states = {"MessageSid": sid, "SmsSid": sid, "MessageStatus": status, "SmsStatus": status}
        error = {} if error_code is None else {"ErrorCode": str(error_code)}
        return self.post(self.callbacks[sid], states | numbers | error, signed_as=signed_as)

    def text(self, url: str, sender: str, body: str, *, sid: str, signed_as: str = "", **more: str) -> int:
        """Post a person's message to our webhook and handle default opt-out words; the HTTP status."""
        word = body.strip().upper()
        if word in STOP:
            self.opted_out.add(sender)
        elif word in START:
            self.opted_out.discard(sender)
        ids = {"SmsMessageSid": sid, "MessageSid": sid, "SmsSid": sid}
        content = {"Body": body, "NumMedia": "0", "NumSegments": "1", "SmsStatus": "received"}
        numbers = {"To": self.number, "From": sender, "ToCountry": "US"}
        return self.post(url, ids | content | numbers | more, signed_as=signed_as)

    def post(self, url: str, posted: Mapping[str, str], *, signed_as: str = "") -> int:
        """Post a form, signed for `signed_as` where a proxy makes the public URL another one."""
        form = dict(posted) | {"AccountSid": self.account_sid, "ApiVersion": "2010-04-01"}
        return posted_form(url, form, signature(self.auth_token, signed_as or url, form))

    def answer(self, content: object) -> None:
        """Answer the next request, which has been carried out, with this for a message."""
        self._instead.append(content)

    def created(self, resource: str, sid: str, authorization: str, body: str) -> Mapping[str, object]:
        """The message or call that the request makes; raises `_Failure`."""
        self.requests += 1
        expected = base64.b64encode(f"{self.account_sid}:{self.auth_token}".encode()).decode()
        if authorization != f"Basic {expected}" or sid != self.account_sid:
            raise _Failure(401, 20003, "Authentication Error - invalid username")
        if self._coming and isinstance(self._coming[0], _Failure):
            raise self._coming.popleft()  # type: ignore[misc] # it is a failure: tested just now
        pairs = parse_qsl(body, keep_blank_values=True)
        return self._called(pairs) if resource == "Calls" else self._sent(pairs)

    def _sent(self, pairs: list[tuple[str, str]]) -> dict[str, object]:
        values = _checked(pairs)
        if values["To"] in self.opted_out:
            raise _Failure(400, 21610, "Attempt to send to unsubscribed recipient")
        if "From" in values and values["From"] != self.number:
            raise _Failure(400, 21606, f"The 'From' phone number {values['From']} is not a valid sender")
        return self._kept(values)

    def _called(self, pairs: list[tuple[str, str]]) -> Mapping[str, object]:
        values = _checked_call(pairs)
        if values["From"] != self.number:
            raise _Failure(400, 21210, f"'From' phone number {values['From']} not verified")
        sid = f"CA{len(self.calls) + 1:032x}"
        self.calls[sid] = values
        return {"sid": sid, "status": "queued", "to": values["To"], "from": values["From"]}

    def told(self, message: object) -> object:
        """What is answered for the message."""
        return self._instead.popleft() if self._instead else message

    def way(self) -> Way:
        """How to answer a request that was carried out."""
        coming = self._coming.popleft() if self._coming else "answer"
        if isinstance(coming, _Failure):
            raise TypeError("failures are answered before a message is made")
        if coming == "hang":
            self._released.wait(30)
        return coming

    def _kept(self, values: Mapping[str, str]) -> dict[str, object]:
        sid = f"SM{len(self.messages) + 1:032x}"
        by_service = "MessagingServiceSid" in values
        home = f"/2010-04-01/Accounts/{self.account_sid}/Messages/{sid}"
        self.messages[sid] = {
            "account_sid": self.account_sid,
            "api_version": "2010-04-01",
            "body": values.get("Body", ""),
            "date_created": format_datetime(datetime.now(UTC)),
            "date_sent": None,
            "date_updated": format_datetime(datetime.now(UTC)),
            "direction": "outbound-api",
            "error_code": None,
            "error_message": None,
            "from": None if by_service else values["From"],
            "messaging_service_sid": values.get("MessagingServiceSid"),
            "num_media": "0",
            "num_segments": "0" if by_service else str(-(-len(values.get("Body", "")) // 153)),
            "price": None,
            "price_unit": None,
            "sid": sid,
            "status": "accepted" if by_service else "queued",
            "subresource_uris": {"media": f"{home}/Media.json"},
            "to": values["To"],
            "uri": f"{home}.json",
        }
        self.callbacks[sid] = values.get("StatusCallback", "")
        return self.messages[sid]


def _checked(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """The parameters, each known, well-formed and not twice; a sender, a receiver and something to say."""
    values: dict[str, str] = {}
    for name, value in pairs:
        form = SINGLE.get(name) or REPEATED.get(name)
        if form is None or (name in values and name not in REPEATED):
            raise _Failure(400, 20001, f"Unknown or repeated parameter {name}")
        if not re.fullmatch(form, value):
            raise _Failure(400, CODE_OF_BAD.get(name, 20001), f"Invalid '{name}': {value}")
        values[name] = value
    if "To" not in values:
        raise _Failure(400, 21604, "A 'To' phone number is required.")
    if not {"From", "MessagingServiceSid"} & set(values):
        raise _Failure(400, 21603, "A 'From' phone number is required.")
    if not (values.get("Body") or {"MediaUrl", "ContentSid"} & set(values)):
        raise _Failure(400, 21602, "Message body is required.")
    if len(values.get("Body", "")) > 1600:
        raise _Failure(400, 21617, "The concatenated message body exceeds the 1600 character limit.")
    return values


def _checked_call(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """The parameters of a call, each known and well-formed; a caller, a receiver and where to ask."""
    for name, value in pairs:
        if not re.fullmatch(CALL.get(name, ""), value) or not value:
            raise _Failure(400, 21211 if name == "To" else 20001, f"Invalid '{name}': {value}")
    values = dict(pairs)
    for name, code in (("To", 21201), ("From", 21213), ("Url", 21205)):
        if name not in values:
            raise _Failure(400, code, f"No '{name}' is specified")
    return values


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that hung up, which is part of the game; anything else is a fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # as it was given


def _handler(twilio: FakeTwilio) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode("ascii")
            try:
                answer: object = twilio.told(self._created(body))
                status, headers = 201, dict[str, str]()
                if twilio.way() != "answer":
                    self.close_connection = True
                    return
            except _Failure as failure:
                status, headers = failure.status, failure.headers
                answer = {
                    "code": failure.code,
                    "message": str(failure),
                    "more_info": f"https://www.twilio.com/docs/errors/{failure.code}",
                    "status": failure.status,
                }
            self._answer(status, answer, headers)

        def _created(self, body: str) -> Mapping[str, object]:
            path = re.fullmatch(r"/2010-04-01/Accounts/(AC[0-9a-f]{32})/(Messages|Calls)\.json", self.path)
            if path is None:
                raise _Failure(404, 20404, f"The requested resource {self.path} was not found")
            if self.headers["Content-Type"] != "application/x-www-form-urlencoded":
                raise _Failure(415, 20415, "Unsupported media type")
            return twilio.created(path[2], path[1], self.headers["Authorization"] or "", body)

        def _answer(self, status: int, answer: object, headers: Mapping[str, str]) -> None:
            content = json.dumps(answer).encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments: object) -> None:
            """Say nothing: pytest shows what fails."""

    return Handler
