"""A brand with staff and customers beside another brand, and the desk's routes over them."""

import itertools
import json
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.backoffice.base import NotPossible
from bot.brands import NewBrand, create_brand
from bot.chats import Visitor, open_chat, say
from bot.deliver.loop import Deliverer
from bot.demo.load import seed_load
from bot.endings.declaring import declare_endings
from bot.endings.given import Given
from bot.identification.tokens import Vouched
from bot.outbounds import Outbounds
from bot.passwords import hash_password
from bot.publishing import publish_packaged
from bot.receive.inbox import HOLD, MOST_ATTEMPTS, process_lane, store_message
from bot.settings import Settings, read_settings
from bot.transcript import Shown, opened
from bot.web.desk import desk_routes
from bot.web.documents import document_routes
from bot.web.errors import handle_errors
from bot.web.routing import Web
from bot.web.security import secure
from bot.web.streams import Streams
from bot.wiring import Application
from channels.base import Incoming
from dialogs.ids import BrandId, ConversationId, CustomerRef
from storage.database import Database
from storage.repositories.brands import AccountRow, BrandRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.inbox import InboxRow
from storage.repositories.staff import AgentRow, Role
from tests.bot.web.chat.house import PRESS
from tests.bot.web.desk.outside import Clock, Office, Sender

PASSWORD = "a long password"
_HASH = hash_password(PASSWORD)
_numbers = itertools.count(1)
BROWSER = {"Accept": "text/html"}


@dataclass(frozen=True)
class House:
    """One brand with its accounts and staff."""

    brand: BrandRow
    accounts: dict[str, AccountRow]
    staff: dict[str, AgentRow]

    @property
    def id(self) -> BrandId:
        return self.brand.id


class World:
    """Two brands on one database, the web application, and what happens in them."""

    DECLARATION = "Jutta Berg, contract 4711, jutta.berg@example.com"

    def __init__(self, database: Database, folder: Path, base_url: str = "http://localhost") -> None:
        self.clock = Clock()
        self.sender = Sender()
        self.office = Office(database, self.clock)
        self.outbounds = Outbounds(lambda account: self.sender)
        self.app = Application(
            settings=settings(folder, base_url),
            database=database,
            office_of=self.office.of,
            clock=self.clock,
            press=PRESS,
        )
        self.streams = Streams()
        self.flask = assembled(self.app, self.streams)
        self.house = self._settle("north", "Northwind")
        self.other = self._settle("south", "Southwind")

    @property
    def database(self) -> Database:
        return self.app.database

    def _settle(self, slug: str, name: str) -> House:
        number = next(_numbers)
        now = self.clock()
        with self.database.write() as uow:
            new = NewBrand(f"{slug}-{number}", name, "Europe/Berlin", "EUR", ("en", "de"), "NW")
            brand = create_brand(uow, new, now)
            kinds = {"webchat": f"{slug}-{number}", "sms": f"+49171{number:07}"}
            accounts = {
                kind: uow.accounts.add(brand.id, kind=kind, name=kind, address=address, now=now)
                for kind, address in kinds.items()
            }
            staff = {name: self._hire(uow, brand, name) for name in ("Kim", "Robin", "Sam")}
            publish_packaged(uow, brand.id, "test", now)
        seed_load(self.database, brand, 2, now)
        return House(brand, accounts, staff)

    def _hire(self, uow: Any, brand: BrandRow, name: str) -> AgentRow:
        role: Role = "admin" if name == "Sam" else "agent"
        email = f"{name.lower()}@example.com"
        row: AgentRow = uow.agents.add(
            brand.id, email=email, name=name, role=role, password_hash=_HASH, now=self.clock()
        )
        return row

    # Customers

    def customer(self, kind: str = "webchat", house: House | None = None) -> "Customer":
        """Somebody who never wrote before."""
        number = next(_numbers)
        sender = f"visitor-{number}" if kind == "webchat" else f"+49160{number:07}"
        return Customer(self, house or self.house, kind, sender)

    def waiting(self, kind: str = "webchat", house: House | None = None) -> "Customer":
        """A customer who asked for a person."""
        customer = self.customer(kind, house)
        customer.says("I want to talk to a human")
        assert customer.row.status == "waiting"
        return customer

    def deliver(self) -> int:
        """Carry out everything that is due; how many effects."""
        deliverer = Deliverer(self.app, self.outbounds, threads=1)
        try:
            # On a thread of its own: sealing runs an event loop, as this one does where a browser is driven.
            with ThreadPoolExecutor(1) as worker:
                return worker.submit(deliverer.run_due).result()
        finally:
            deliverer.close()

    def declared(self) -> "Customer":
        """Somebody who could not be identified and left their declaration."""
        customer = self.customer()
        customer.says("I want to cancel")
        customer.says("", choice="unable")
        customer.says(self.DECLARATION)
        assert customer.row.handoff_reason == "unmatched"
        return customer

    def vouched(self, customer_ref: str) -> "Customer":
        """A customer for whom the brand's own page vouched."""
        customer = self.customer()
        vouched = Vouched(CustomerRef(customer_ref), uuid.uuid4().hex)
        open_chat(self.app, Visitor(self.house.accounts["webchat"], customer.sender), "en", vouched)
        return customer

    def disputing(self, customer_ref: str = "L-000001") -> "Customer":
        """A customer who disputes that the brand ends a service of theirs."""
        today = self.house.brand.day_of(self.clock())
        mailbox = f"{self.house.brand.slug}@example.com"
        with self.database.write() as uow:
            uow.accounts.add(self.house.id, kind="email", name="mail", address=mailbox, now=self.clock())
            (service, *_) = uow.local_office.services_of(self.house.id, CustomerRef(customer_ref))
        ref, last_day = CustomerRef(customer_ref), today + timedelta(days=20)
        given = Given(1, ref, service.ref, "non_payment", last_day, "E-1")
        declare_endings(self.app, self.house.brand, [given])
        customer = self.vouched(customer_ref)
        customer.says("dispute")
        return customer

    def unprocessed(self, text: str = "I want to cancel") -> "Customer":
        """A customer at whose message the program failed, until it was given up."""
        customer = self.customer("sms")
        account = self.house.accounts["sms"]
        stored = store_message(self.app, account, Incoming("message:1", customer.sender, self.clock(), text))
        assert isinstance(stored, InboxRow)
        broken = replace(self.app, settings=cast(Settings, Unreadable()))
        for _ in range(MOST_ATTEMPTS):
            process_lane(broken, stored.lane)
        return customer

    def read_again(self) -> None:
        """Process what waits in the inbox, as the worker does."""
        with self.database.write() as uow:
            lanes = uow.inbox.claim_lanes(self.clock(), HOLD)
        for lane in lanes:
            process_lane(self.app, lane)

    def refuse_in_office(self, reason: str) -> None:
        """From now on the back office refuses every change."""
        self.office.refusing = NotPossible(reason)

    def silence_office(self) -> None:
        """From now on the back office does not answer."""
        self.office.silent = True

    def allow_in_office(self) -> None:
        self.office.refusing = None

    # Staff

    def client(self, name: str | None = None, house: House | None = None) -> "Desk":
        """A browser, logged in as somebody when named."""
        desk = Desk(self.flask.test_client(), house or self.house)
        if name is not None:
            answer = desk.log_in(name)
            assert answer.status_code == 303, answer.text
        return desk


class Unreadable:
    """Settings that cannot be read: whoever needs them fails."""

    def __getattr__(self, name: str) -> object:
        raise RuntimeError(f"the setting {name} cannot be read")


@dataclass
class Customer:
    """Somebody at one address."""

    world: World
    house: House
    kind: str
    sender: str

    def says(self, text: str, **more: Any) -> None:
        """The message comes in as the channel brings it: stored first where a provider waits."""
        account = self.house.accounts[self.kind]
        incoming = Incoming(uuid.uuid4().hex, self.sender, self.world.clock(), text, **more)
        if self.kind == "webchat":
            say(self.world.app, Visitor(account, self.sender), incoming)
            return
        stored = store_message(self.world.app, account, incoming)
        assert isinstance(stored, InboxRow)
        process_lane(self.world.app, stored.lane)

    @property
    def row(self) -> ConversationRow:
        account = self.house.accounts[self.kind]
        with self.world.database.read() as uow:
            address = uow.contacts.by_sender(self.house.id, account.id, self.sender)
            assert address is not None
            row = uow.conversations.open_of(self.house.id, address.id)
        assert row is not None
        return row

    @property
    def id(self) -> ConversationId:
        return self.row.id

    @property
    def transcript(self) -> list[Shown]:
        row = self.row
        with self.world.database.read() as uow:
            return opened(uow.messages.since(self.house.id, row.id, 0))

    @property
    def events(self) -> list[str]:
        """What the staff did, as the transcript keeps it."""
        return [each.body.text for each in self.transcript if each.direction == "event"]

    @property
    def hears(self) -> list[str]:
        """What our side said, in order."""
        return [each.body.text for each in self.transcript if each.direction == "out"]


@dataclass
class Desk:
    """A browser at the desk: a cookie jar that knows its token for forms."""

    http: FlaskClient
    house: House
    csrf: str = ""

    def log_in(self, name: str, password: str = PASSWORD, **fields: str) -> TestResponse:
        form = {"brand": self.house.brand.slug, "email": f"{name.lower()}@example.com", **fields}
        answer = self.http.post("/login", data=form | {"password": password})
        page = self.http.get("/desk/", headers=BROWSER).text
        self.csrf = page.partition('name="csrf-token" content="')[2].partition('"')[0]
        return answer

    def read(self, path: str) -> Any:
        """What the desk shows; it must be there."""
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return told(answer)

    def get(self, path: str) -> TestResponse:
        return self.http.get(f"/desk/api/{path}")

    def post(self, path: str, body: Any = None, **headers: str) -> TestResponse:
        headers = {"X-CSRF-Token": self.csrf, "Sec-Fetch-Site": "same-origin"} | headers
        return self.http.post(f"/desk/api/{path}", json=body or {}, headers=headers)

    def act(self, customer: Customer, action: str, **body: Any) -> TestResponse:
        return self.post(f"conversations/{customer.id}/{action}", body)

    def write(self, customer: Customer, text: str, key: str | None = None) -> TestResponse:
        return self.act(customer, "messages", text=text, id=key or str(uuid.uuid4()))

    def note(self, customer: Customer, text: str) -> TestResponse:
        return self.act(customer, "notes", text=text, id=str(uuid.uuid4()))


def told(answer: TestResponse) -> Any:
    """What an answer says in JSON."""
    return json.loads(answer.data)


def error_of(answer: TestResponse) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer.status_code, told(answer)["error"]["code"]


def assembled(app: Application, streams: Streams) -> Flask:
    """The web application with nothing but the desk in it, and the files that it links to."""
    flask = Web()
    flask.config["TESTING"] = True
    handle_errors(flask)
    secure(flask, app)
    flask.register_blueprint(desk_routes(app, streams))
    flask.register_blueprint(document_routes(app, streams))
    return flask


def settings(folder: Path, base_url: str) -> Settings:
    return read_settings({"CANCELBOT_DATA": str(folder), "CANCELBOT_BASE_URL": base_url})
