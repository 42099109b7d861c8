"""The demo's customers as the pages list them."""

from typing import Any

from bot.demo.customers import DEMO_CUSTOMERS, DemoCustomer
from bot.sandbox.telegram.people import chat_of_phone


def people() -> list[dict[str, Any]]:
    """Every customer of the demo with their addresses and what to try with them."""
    return [_person(each) for each in DEMO_CUSTOMERS]


def _person(customer: DemoCustomer) -> dict[str, Any]:
    return {
        "ref": customer.ref,
        "name": customer.name,
        "first_name": customer.name.partition(" ")[0],
        "initials": "".join(word[0] for word in customer.name.split()[:2]),
        "email": customer.email,
        "phone": customer.phone,
        "chat": chat_of_phone(customer.phone),
        "about": customer.about,
        "tries": customer.tries,
        "has": [*(each.name for each in customer.services), *(f"order {o.ref}" for o in customer.orders)],
    }
