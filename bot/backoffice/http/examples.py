"""What each call may be asked with, and told: one small story of a customer with a service and an order."""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]


def _euro(amount: str) -> Json:
    return {"amount": amount, "currency": "EUR"}


_FIBRE: Json = {"customer": "BL-1001", "service": "S-1"}
_ORDER: Json = {"customer": "BL-1001", "order": "10023"}

_QUOTE: Json = {
    "end_date": "2026-03-27",
    "fee": _euro("0.00"),
    "refund": _euro("0.00"),
    "notice_days": 0,
    "last_charge": _euro("29.90"),
    "last_charged_on": "2026-02-28",
    "undo_until": "2026-03-24T22:59:59Z",
    "remains": ["return-equipment"],
}
_PAUSE: Json = {
    "kind": "pause",
    "starts_on": "2026-03-28",
    "ends_on": "2026-06-27",
    "price": _euro("0.00"),
    "price_after": _euro("29.90"),
    "months": 3,
}
_SERVICE: Json = {
    "ref": "S-1",
    "name": "Fibre 100",
    "plan": "Fibre 100",
    "price": _euro("29.90"),
    "interval": "month",
    "status": "active",
    "started_on": "2023-11-28",
    "quote": _QUOTE,
    "alternatives": [_PAUSE],
}
_RESTART: Json = {
    "starts_on": "2026-06-01",
    "price": _euro("34.90"),
    "interval": "month",
    "minimum_until": "2027-05-31",
    "notice_days": 30,
}
_REFUND: Json = {
    "ref": "R-1",
    "cause": "refund:01a20211d8717bee",
    "amount": _euro("29.90"),
    "status": "issued",
    "issued_on": "2026-04-02",
    "expected_on": "2026-04-16",
}
_SHOES: Json = {
    "ref": "10023-1",
    "name": "Blue shoes",
    "quantity": 1,
    "price": _euro("79.90"),
    "state": "delivered",
    "deadline": "2026-03-20",
}
_ORDER_QUOTE: Json = {
    "lines": [
        {
            "line": "10023-1",
            "name": "Blue shoes",
            "quantity": 1,
            "outcome": "return",
            "refund": _euro("79.90"),
            "rule": "sent-already",
            "return_by": "2026-03-24",
        }
    ],
    "shipping": _euro("4.90"),
}
_ORDER_LEFT: Json = {
    "ref": "10023",
    "placed_on": "2026-03-01",
    "lines": [_SHOES],
    "shipping": _euro("4.90"),
}
_RETURN: Json = {
    "ref": "RT-1",
    "cause": "cancel_order:01a20211d8717bee",
    "line": "10023-1",
    "quantity": 1,
    "status": "expected",
    "refund": _euro("79.90"),
    "return_by": "2026-03-24",
    "label": "https://labels.example/RT-1.pdf",
}

EXAMPLES: Mapping[str, tuple[Json, Json]] = {
    "find-customer": (
        {"identifier": "ada.sommer@example.com", "kind": "email"},
        {
            "ref": "BL-1001",
            "name": "Ada Sommer",
            "email": "ada.sommer@example.com",
            "phone": "+491713920001",
            "locale": "de",
            "postal": {"lines": ["Kastanienallee 12", "10435 Berlin"], "country": "DE"},
        },
    ),
    "services": ({"customer": "BL-1001", "today": "2026-03-10"}, {"services": [_SERVICE]}),
    "cancel": ({**_FIBRE, "quote": _QUOTE}, {"service": "S-1", "end_date": "2026-03-27"}),
    "apply": ({**_FIBRE, "alternative": _PAUSE}, {}),
    "revoke": ({**_FIBRE, "alternative": _PAUSE}, {}),
    "reinstate": (_FIBRE, {}),
    "restart": ({**_FIBRE, "terms": _RESTART}, {"service": "S-1-2", "starts_on": "2026-06-01"}),
    "read-back": (_FIBRE, {"service": "S-1", "status": "ending", "end_date": "2026-03-27"}),
    "terminate": ({**_FIBRE, "end_date": "2026-04-30"}, {"service": "S-1", "end_date": "2026-04-30"}),
    "charges": (
        {**_FIBRE, "since": "2026-03-28"},
        {"charges": [{"ref": "C-7", "amount": _euro("29.90"), "charged_on": "2026-03-28"}]},
    ),
    "refund": ({**_FIBRE, "charge": "C-7", "amount": _euro("29.90")}, {"refunds": [_REFUND]}),
    "refunds": ({"customer": "BL-1001", "item": "S-1"}, {"refunds": [_REFUND]}),
    "orders": ({"customer": "BL-1001"}, {"orders": [_ORDER_LEFT]}),
    "quote-order": (
        {**_ORDER, "selection": [{"line": "10023-1", "quantity": 1}], "today": "2026-03-10"},
        _ORDER_QUOTE,
    ),
    "cancel-order": (
        {**_ORDER, "quote": _ORDER_QUOTE},
        {"order": "10023", "refund": _euro("84.80")},
    ),
    "read-order-back": (_ORDER, {**_ORDER_LEFT, "lines": []}),
    "returns": (_ORDER, {"returns": [_RETURN]}),
}
"""By call: what is asked, and what is told."""
