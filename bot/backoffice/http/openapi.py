"""The contract that a brand implements on its side, as OpenAPI 3.1."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from bot.backoffice.http.answers import JSON, LONGEST_REASON
from bot.backoffice.http.calls import CALLS, Call
from bot.backoffice.http.client import WRITE_SECONDS
from bot.backoffice.http.examples import EXAMPLES
from bot.backoffice.http.models import Refusal
from bot.backoffice.http.signing import IDEMPOTENCY_KEY, SHORTEST_KEY, SIGNATURE, TIMESTAMP, TOLERANCE
from bot.lines.line import LARGEST_ANSWER
from bot.schemas import Json, reference, schemas_of

VERSION = "1.0.0"
"""Of the contract: the first number changes when something that worked would not work any more."""

READ_SECONDS = 2

DESCRIPTION = f"""
Cancelbot asks, your side answers. Every call is a POST of a JSON object, in UTF-8, to its path below your
URL, and is answered with a JSON object and `Content-Type: {JSON}`. Answer only what is described; further
fields do no harm. What you do not know is left out or null, never an empty text or a far date.

## Values
Amounts are texts with exactly as many digits after the point as their currency has (`"29.90"` in EUR,
`"1500"` in JPY), never numbers. Days are `YYYY-MM-DD` in the brand's time zone, moments RFC 3339 with their
offset. Numbers of customers, services, orders, lines and charges are yours: any text of at most 100
characters.

## Signature
Every request carries `{TIMESTAMP}`, whole seconds since 1970, and `{SIGNATURE}`, which is `v1=` and, in
lower-case hexadecimal, the HMAC-SHA256 of these six lines under the key that we share ({SHORTEST_KEY} bytes
or more, taken as UTF-8), joined by single line feeds and without one at the end:

1. `v1`
2. the value of `{TIMESTAMP}`
3. the method, in capitals
4. the path as it stands in the request line, with `?` and the query if it has one
5. the value of `{IDEMPOTENCY_KEY}`, or nothing
6. the SHA-256 of the body's bytes, in lower-case hexadecimal

Check it before anything else, over the bytes as they came, comparing in constant time. Answer 401 where it
differs, and where the time is more than {TOLERANCE.seconds // 60} minutes from your own. While a key is
changed accept both.

## Idempotency
Every write carries an `{IDEMPOTENCY_KEY}`: at most 200 visible ASCII characters. The same key never acts
twice. Keep the key with its answer in the very transaction that does the work, and answer a repeated key
with what you answered at first, whatever has happened since; also when both come at the same time. A
refusal is not kept: the same key is judged anew. A key that comes back with another call or another service
is refused (409). Keep keys for 90 days or longer. Reads carry none.

## Time limits
A read is to be answered within {READ_SECONDS} seconds, a write within {WRITE_SECONDS:g}, from the first
byte we send to the last that we read, connecting included. Afterwards the connection is cut. An answer has
at most {LARGEST_ANSWER // 1024} KiB. It is not compressed, and redirects are not followed.

## Errors
| answer | says |
| --- | --- |
| 409, 422 with `{{"reason": "..."}}` | no, for good: nothing was done, and the same would be refused \
again. Our staff read the reason (at most {LONGEST_REASON} characters) |
| 409 with `{{"reason": "...", "code": "terms_changed"}}` to `cancel`, `cancel-order` | not on these \
terms any more, though on others: nothing was done. We ask `services` or `quote-order` what holds now, and \
show it. What is no worse for the customer, or what they then confirm, of a service, comes with another key |
| 404 with `{{"reason": "..."}}` to `find-customer` | there is no such customer |
| 401 and any other 4xx | nothing was done: we ask again later |
| 429, 503 with `Retry-After` | nothing was done, you are busy: we ask again then, after an hour at most |
| any other 5xx, none in time, or one that cannot be read | for a read: we ask again later. For a write: it \
may have been done, so we send it again with the same key |

Writes are tried for four days, with growing pauses of up to 15 minutes.
""".strip()


@cache
def document() -> Json:
    """The contract. It says nothing of any one brand."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Cancelbot back office",
            "version": VERSION,
            "summary": "What a brand's own system answers, so that its customers can cancel by chat.",
            "description": DESCRIPTION,
        },
        "servers": [
            {
                "url": "https://{host}/{path}",
                "description": "Your side: the URL that `cancelbot brand office` was given.",
                "variables": {"host": {"default": "shop.example"}, "path": {"default": "cancelbot"}},
            }
        ],
        "security": [{"signature": [], "timestamp": []}],
        "paths": {f"/{call.path}": {"post": _operation(call)} for call in CALLS},
        "components": {"schemas": schemas_of(_models()), "securitySchemes": _SECURITY},
    }


_SECURITY: Json = {
    "signature": {"type": "apiKey", "in": "header", "name": SIGNATURE, "description": "See Signature."},
    "timestamp": {"type": "apiKey", "in": "header", "name": TIMESTAMP, "description": "See Signature."},
}

_KEY: Json = {
    "name": IDEMPOTENCY_KEY,
    "in": "header",
    "required": True,
    "description": "The same key never acts twice, and is answered the same. See Idempotency.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[\\x21-\\x7e]+$"},
    "example": "cancel_service:01a20211d8717bee",
}

_RETRY_AFTER: Json = {
    "Retry-After": {
        "description": "Seconds to wait, or the date when to come again.",
        "schema": {"type": "string"},
    },
}


def _models() -> Iterable[type[Any]]:
    for call in CALLS:
        yield call.asks
        yield call.tells
    yield Refusal


def _operation(call: Call[Any, Any]) -> Json:
    asked, told = EXAMPLES[call.path]
    found: Json = {
        "operationId": _operation_id(call),
        "summary": call.summary,
        "description": call.description,
        "parameters": [_KEY] if call.writes else [],
        "requestBody": {"required": True, "content": _content(call.asks.__name__, asked)},
        "responses": {"200": {"description": "Done." if call.writes else "Found.", **_told(call, told)}},
    }
    found["responses"] |= _none() if call.finds else {}
    found["responses"] |= _refusals(call)
    return found


def _operation_id(call: Call[Any, Any]) -> str:
    first, *others = call.path.split("-")
    return first + "".join(word.capitalize() for word in others)


def _told(call: Call[Any, Any], example: Json) -> Json:
    return {"content": _content(call.tells.__name__, example)}


def _content(name: str, example: Json) -> Json:
    return {JSON: {"schema": reference(name), "example": example}}


def _none() -> Json:
    return {"404": _refused("There is no such customer.", "there is no customer with this address")}


def _refusals(call: Call[Any, Any]) -> Json:
    """What any call may be answered beside success."""
    unsure = "It may have been done." if call.writes else "Nobody knows."
    return {
        "401": _refused("The signature is not this request's, or an old one.", "the signature is wrong"),
        "409": _refused("No, for good.", "S-1 is already being ended"),
        "422": _refused("No, for good.", "29.90 cannot be paid back: 20.00 are left"),
        "429": {"description": "Nothing was done; later.", "headers": _RETRY_AFTER},
        "503": {"description": "With `Retry-After`: nothing was done; later.", "headers": _RETRY_AFTER},
        "5XX": _refused(unsure, "the database is away"),
    }


def _refused(description: str, example: str) -> Json:
    return {"description": description, "content": _content(Refusal.__name__, {"reason": example})}
