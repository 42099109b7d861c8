"""Examples, as the demo answers."""

from typing import Any

Json = dict[str, Any]

ID = "3f0c1a52-4a46-4b53-9c0f-2f3f4a1f9a10"
AT = "2026-03-10T09:30:15.000+00:00"

_GREETING: Json = {
    "id": "1",
    "number": 1,
    "author": "bot",
    "text": 'Hello, this is the automated assistant of Brightline. Write "human" at any time to reach a '
    "person.\n\nWhat can I do for you? You can cancel here, ask about a cancellation, or talk to a person.",
    "at": AT,
    "choices": [
        {"id": "589c7f6d0e69d16314eb966f", "label": "Cancel something", "kind": "reply"},
        {"id": "02de43a5e76abfea361d5dfa", "label": "Where does my cancellation stand?", "kind": "reply"},
        {"id": "6a6a98daac18ce6778a1eeae", "label": "Talk to a person", "kind": "reply"},
    ],
}

_STATE: Json = {
    "step": "welcome",
    "case": None,
    "record": None,
    "pending": False,
    "status": "bot",
    "locale": "en",
}

ANSWER: Json = {"messages": [_GREETING], **_STATE}
GREETING: Json = {"token": "r7PPFGUkWQN9Sd-zLJ3bQL_MsnC9ktKpXJ_a9hIxgPU", **ANSWER}

RECEIPT: Json = {
    "messages": [
        {
            "id": "7",
            "number": 7,
            "author": "bot",
            "text": "Your cancellation is accepted.\nNumber: BL-953J7TAH\nCancelled: Brightline Fibre 100 "
            "(Brightline)\nReceived: Mar 10, 2026, 10:30 CET\nConfirmed: Mar 10, 2026, 10:30 CET\nLast day: "
            "March 27, 2026",
            "at": AT,
            "choices": [],
            "receipt": {"number": "BL-953J7TAH"},
        }
    ],
    "step": "reason",
    "case": {"id": "01a20211d8717beea99b95a2470b467a", "status": "accepted", "declared_at": AT},
    "record": {
        "number": "BL-953J7TAH",
        "kind": "termination",
        "service": "Brightline Fibre 100",
        "declared_at": AT,
        "confirmed_at": AT,
        "end_date": "2026-03-27",
    },
    "pending": False,
    "status": "bot",
    "locale": "en",
}

STREAM = """retry: 2000

id: 1
event: message
data: {"id": "1", "number": 1, "author": "bot", "text": "What can I do for you?", "at": "...", "choices": []}

event: state
data: {"step": "welcome", "case": null, "record": null, "pending": false, "status": "bot", "locale": "en"}
"""

HEALTH: Json = {
    "status": "ok",
    "worker": True,
    "worker_seen_at": "2026-03-10T09:30:12.250+00:00",
    "outbox_behind_seconds": 0,
    "inbox_behind_seconds": 0,
}

OUTBOX: list[Json] = [
    {
        "id": 12,
        "channel": "sms",
        "to": "+491713920001",
        "subject": None,
        "text": "482913 is your code to cancel your contract with Brightline. Valid 10 minutes. Not you? "
        "Ignore this.",
        "buttons": [],
        "at": AT,
        "page": None,
        "attachments": [],
    }
]

ENDINGS: Json = {
    "endings": [
        {
            "customer": "BL-1001",
            "service": "BL-1001-1",
            "cause": "non_payment",
            "last_day": "2026-04-30",
            "reference": "E-4711",
            "facts": "invoice 4711 of 3 March, 29.90 EUR",
        }
    ]
}

ENDING: Json = {
    "reference": "E-4711",
    "status": "announced",
    "record": "BL-7K3M9QXA",
    "customer": "BL-1001",
    "service": "BL-1001-1",
    "cause": "non_payment",
    "facts": "invoice 4711 of 3 March, 29.90 EUR",
    "last_day": "2026-04-30",
    "told_at": AT,
}

SMS = {
    "MessageSid": "SM00000000000000000000000000000001",
    "AccountSid": "AC0123456789abcdef0123456789abcdef",
    "From": "+491713920001",
    "To": "+491713920000",
    "Body": "I want to cancel",
    "NumMedia": "0",
}

CALL = {
    "CallSid": "CA00000000000000000000000000000001",
    "AccountSid": "AC0123456789abcdef0123456789abcdef",
    "From": "+491713920000",
    "To": "+491713920001",
    "CallStatus": "in-progress",
    "AnsweredBy": "human",
}

TELEGRAM: Json = {
    "update_id": 100001,
    "message": {
        "message_id": 1,
        "date": 1773135015,
        "chat": {"id": 4711, "type": "private"},
        "from": {"id": 4711, "is_bot": False, "first_name": "Ada"},
        "text": "I want to cancel",
    },
}

STRIPE_EVENT: Json = {
    "id": "evt_00000000000000000000000001",
    "object": "event",
    "type": "charge.refunded",
    "data": {
        "object": {"id": "ch_00000000000000000000000001", "object": "charge", "customer": "cus_0000000001"}
    },
}

_SEAL_KEY = "56475aa75463474c"
_CHECKPOINT = (
    "bot.example/records/demo/9d2a6c1b7e40\n1\n3b+qN6Sf0sH1oAa7m2wWbQ1lqk0l1nGgX0m7d3c5l1E=\n\n"
    "— bot.example/records/demo/9d2a6c1b7e40 q1Yz3w...\n"
)
KEY: Json = {
    "brand": "demo",
    "algorithm": "Ed25519",
    "key": "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8",
    "id": _SEAL_KEY,
}
SEALED: Json = {
    "record": {"version": 1, "number": "BL-953J7TAH", "kind": "termination", "end_date": "2026-03-27"},
    "seal": {
        "alg": "Ed25519",
        "key": _SEAL_KEY,
        "digest": f"sha256:{'5a' * 32}",
        "signature": "7c" * 64,
    },
}
PROOF: Json = {
    "kind": "cancelbot record proof",
    "version": 1,
    "number": "BL-953J7TAH",
    "index": 0,
    "path": [],
    "checkpoint": _CHECKPOINT,
}
TLOG_PROOF = f"c2sp.org/tlog-proof@v1\nindex 0\n\n{_CHECKPOINT}"

ELSEWHERE: Json = {"address": {"lines": ["Rue Haute 7", "1000 Bruxelles"], "country": "BE"}, "again": True}
"""A letter that goes to another address than the back office has."""
