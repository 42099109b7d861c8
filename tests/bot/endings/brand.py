"""A brand's own systems, which sign what they send."""

import json
from datetime import date, timedelta
from typing import Any

from werkzeug.test import TestResponse

from bot.demo.brand import DEMO_SETTINGS
from bot.endings.signing import SIGNATURE, TIMESTAMP, signature_of
from bot.transcript import opened
from dialogs.case import Case
from dialogs.endings import standing_of
from dialogs.ids import CustomerRef, ServiceRef
from dialogs.turn import CASE
from storage.repositories.effects import EffectRow
from storage.repositories.local_office import OfficeServiceRow
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, error_in, vouching

PATH = "/api/brands/demo/endings"
CUSTOMER, SERVICE = CustomerRef("BL-1001"), ServiceRef("BL-1001-1")
KEY = DEMO_SETTINGS["api_key"]
Json = dict[str, Any]


class Systems:
    """The demo's, at its HTTP border."""

    def __init__(self, house: House) -> None:
        self.house = house

    @property
    def last_day(self) -> date:
        return self.house.clock().date() + timedelta(days=20)

    def row(self, **changed: Any) -> Json:
        """An ending that is taken, but for what is changed."""
        row = {"customer": CUSTOMER, "service": SERVICE, "cause": "non_payment", "reference": "E-1"}
        row |= {"last_day": self.last_day.isoformat(), "facts": "invoice 4711 of 3 March, 29.90 EUR"}
        return {name: value for name, value in (row | changed).items() if value is not None}

    def send(self, method: str, path: str, body: bytes = b"", **changed: str) -> TestResponse:
        """A request signed rightly, but for `key`, `timestamp` or `signature`; an empty one is left out."""
        timestamp = changed.get("timestamp", str(int(self.house.clock().timestamp())))
        signature = signature_of(changed.get("key", KEY), timestamp, method, path, body)
        headers = {TIMESTAMP: timestamp, SIGNATURE: changed.get("signature", signature)}
        return self.house.client().open(
            path,
            method=method,
            data=body,
            content_type=changed.get("media", "application/json"),
            headers={name: value for name, value in headers.items() if value},
        )

    def post(self, *rows: Any, **changed: str) -> TestResponse:
        return self.send("POST", PATH, json.dumps({"endings": rows}).encode(), **changed)

    def end(self, **changed: Any) -> Json:
        """End a service; what is answered."""
        response = self.post(self.row(**changed))
        assert response.status_code == 200, response.get_data(as_text=True)
        (answer,) = response.get_json()["endings"]
        return dict(answer)

    def withdraw(self, reference: str = "E-1") -> TestResponse:
        return self.send("DELETE", f"{PATH}/{reference}")

    def refusal(self, response: TestResponse) -> str:
        """Why rows were not taken."""
        assert error_in(response) == (422, "faulty")
        return str(response.get_json()["error"]["message"])

    # --- what became of it

    @property
    def case(self) -> Case:
        """The only ending that there is."""
        (case,) = self.cases
        return case

    def standing(self) -> str:
        """Where it stands, in one word."""
        return standing_of(self.case)

    @property
    def cases(self) -> list[Case]:
        brand = self.house.brand.id
        with self.house.app.database.read() as uow:
            rows = uow.cases.of_customer(brand, uow.contacts.customer_hash(brand, CUSTOMER))
        cases = [CASE.validate_json(row.data) for row in rows]
        return [case for case in cases if case.ending is not None]

    @property
    def service(self) -> OfficeServiceRow:
        """What the back office says of it."""
        with self.house.app.database.read() as uow:
            row = uow.local_office.service(self.house.brand.id, SERVICE)
        assert row is not None
        return row

    @property
    def given_up(self) -> list[EffectRow]:
        """What waits on the desk."""
        with self.house.app.database.read() as uow:
            return uow.outbox.given_up(self.house.brand.id)

    def visitor(self, customer: str = CUSTOMER) -> Visitor:
        """The customer in the web chat, vouched for."""
        vouched = vouching(customer, self.house.clock())
        return Visitor(self.house.client()).begin(identity=vouched)

    def told(self) -> list[str]:
        """All that was said in the chat in which it was told."""
        brand = self.house.brand.id
        with self.house.app.database.read() as uow:
            effect = uow.outbox.by_key(brand, f"terminate_service:{self.case.id}")
            assert effect is not None
            assert effect.conversation_id is not None
            return [each.body.text for each in opened(uow.messages.since(brand, effect.conversation_id, 0))]

    def mails(self) -> list[str]:
        """Subjects of the mails to the customer, oldest first."""
        return [mail.subject or "" for mail in self.house.sent() if mail.channel == "email"]

    def on_last_day(self) -> None:
        """It is seven in the morning of that day, in the brand's zone."""
        day = self.case.ending
        assert day is not None
        now = self.house.clock()
        self.house.clock.now = now.replace(
            year=day.last_day.year, month=day.last_day.month, day=day.last_day.day, hour=5, minute=0
        )
        self.house.run_due()
