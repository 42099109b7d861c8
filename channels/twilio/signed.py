"""Twilio's webhooks: whether they are genuine, and the parameters in them.

Source: https://www.twilio.com/docs/usage/security
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, parse_qsl, urlsplit

from twilio.request_validator import RequestValidator

from channels.base import WebhookRefused, WebhookRequest

MAX_BODY_BYTES = 65_536
"""Three times what 1600 percent-encoded characters and ten media addresses need."""

MAX_PARAMETERS = 500

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_SID = re.compile(r"[A-Za-z0-9]{1,64}")


@dataclass(frozen=True, slots=True)
class Parameters:
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

    def sid(self, *names: str) -> str:
        """The id under the first of the names, empty when there is none. Raises `WebhookRefused` 400."""
        sid = self.get(*names)
        if sid and not _SID.fullmatch(sid):
            raise WebhookRefused(400, f"{names[0]} is not an id")
        return sid


def verified(request: WebhookRequest, token: str) -> Parameters:
    """The parameters of a request that is signed with the token.

    Raises `WebhookRefused`: 413 too large, 403 not signed with it, 415 neither a form
    nor JSON, 400 not readable.
    """
    _refuse_oversized(request)
    signature = request.header("X-Twilio-Signature")
    if not signature or not token:
        raise WebhookRefused(403, "no signature, or no token to check it with")
    posted = _posted(request)
    if not _signed(request.url, posted, signature, token):
        raise WebhookRefused(403, "the signature is not ours")
    return _parameters(posted)


def unverified(request: WebhookRequest) -> Parameters:
    """The parameters of a request that nobody vouches for. Raises `WebhookRefused` where it is unreadable."""
    _refuse_oversized(request)
    return _parameters(_posted(request))


def number_in(value: str) -> str:
    """A phone number in E.164; anything else (a short code, a name) as it came, so that nothing is lost."""
    compact = re.sub(r"[\s().-]", "", value)
    return compact if _E164.fullmatch(compact) else value.strip()[:64]


def _signed(url: str, posted: Parameters | str, signature: str, token: str) -> bool:
    """Whether the signature is right, for the body as it came."""
    # A raw body is checked only against the hash in the URL: without one it is unsigned.
    if isinstance(posted, str) and "bodySHA256" not in parse_qs(urlsplit(url).query):
        return False
    return bool(RequestValidator(token).validate(url, posted, signature))


def _refuse_oversized(request: WebhookRequest) -> None:
    if len(request.body) > MAX_BODY_BYTES:
        raise WebhookRefused(413, f"more than {MAX_BODY_BYTES} bytes")


def _posted(request: WebhookRequest) -> Parameters | str:
    """A form's parameters, or the text of JSON: read from the body itself, since that is what is signed."""
    media_type = (request.header("Content-Type") or "").partition(";")[0].strip().lower()
    match media_type:
        case "application/x-www-form-urlencoded":
            return _form(_decoded(request.body))
        case "application/json":
            return _decoded(request.body)
        case other:
            raise WebhookRefused(415, f"neither a form nor JSON: {other[:80]!r}")


def _parameters(posted: Parameters | str) -> Parameters:
    return _json(posted) if isinstance(posted, str) else posted


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise WebhookRefused(400, "the body is not UTF-8") from error


def _form(body: str) -> Parameters:
    try:
        pairs = parse_qsl(body, keep_blank_values=True, errors="strict", max_num_fields=MAX_PARAMETERS)
    except ValueError as error:
        raise WebhookRefused(400, "the form is not readable") from error
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    return Parameters(values)


def _json(body: str) -> Parameters:
    """The texts and numbers of a JSON object; what is nested is nothing that we read."""
    try:
        found = json.loads(body)
        json.dumps(found, ensure_ascii=False).encode("utf-8")  # a lone surrogate is no text
    except (ValueError, RecursionError) as error:
        raise WebhookRefused(400, "the JSON is not readable") from error
    if not isinstance(found, dict):
        raise WebhookRefused(400, "the JSON is not an object")
    return Parameters({name: [str(value)] for name, value in found.items() if isinstance(value, str | int)})
