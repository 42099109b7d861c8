"""A phone that texts the demo, as Twilio tells it, and Twilio's reports on what was sent to it."""

import secrets
from collections.abc import Mapping

from twilio.request_validator import RequestValidator
from werkzeug.test import TestResponse

from bot.demo.brand import DEMO_ACCOUNTS
from dialogs.case import Case
from dialogs.turn import CASE
from storage.repositories.contacts import AddressRow
from storage.repositories.messages import MessageRow
from tests.bot.web.chat.house import BASE_URL, House

ADA = "+491713920001"
STRANGER = "+491713920088"
OURS = next(each for each in DEMO_ACCOUNTS if each.kind == "sms")
PATH = "/webhooks/sms/demo"
TOKEN = OURS.settings["auth_token"]


def new_sid() -> str:
    return f"SM{secrets.token_hex(16)}"


def signed(form: Mapping[str, str], token: str = TOKEN, url: str = BASE_URL + PATH) -> str:
    """Twilio's own signature of a form."""
    signature: str = RequestValidator(token).compute_signature(url, dict(form))
    return signature


class Phone:
    """Somebody's phone."""

    def __init__(self, house: House, number: str = ADA) -> None:
        self.house, self.number = house, number

    def form(self, text: str, **more: str) -> dict[str, str]:
        """What Twilio posts for a text."""
        sid = new_sid()
        return {
            "MessageSid": sid,
            "SmsMessageSid": sid,
            "AccountSid": OURS.settings["account_sid"],
            "From": self.number,
            "To": OURS.address,
            "Body": text,
            "NumMedia": "0",
            "ApiVersion": "2010-04-01",
            **more,
        }

    def post(self, form: Mapping[str, str], signature: str | None = None) -> TestResponse:
        """Post a form, signed rightly unless a signature is given."""
        headers = {"X-Twilio-Signature": signed(form) if signature is None else signature}
        return self.house.client().post(PATH, data=dict(form), headers=headers)

    def text(self, text: str, **more: str) -> list[str]:
        """Text the brand; what arrives on the phone upon it."""
        before = len(self.received)
        assert self.post(self.form(text, **more)).status_code == 204
        self.house.run_due()
        return self.received[before:]

    def report(self, sid: str, status: str, **more: str) -> TestResponse:
        """Twilio's report on a message of ours."""
        form = {
            "MessageSid": sid,
            "MessageStatus": status,
            "From": OURS.address,
            "To": self.number,
            "AccountSid": OURS.settings["account_sid"],
            **more,
        }
        return self.post(form)

    @property
    def received(self) -> list[str]:
        """All texts that the phone got."""
        return [row.body for row in self.house.sent(self.number) if row.channel == "sms"]

    @property
    def code(self) -> str:
        """The newest code that arrived."""
        return [text[:6] for text in self.received if text[:6].isdigit()][-1]

    @property
    def address(self) -> AddressRow:
        """What we know of the phone."""
        house = self.house
        with house.app.database.read() as uow:
            found = uow.contacts.by_sender(house.brand.id, house.account("sms").id, self.number)
        assert found is not None
        return found


def at_confirmation(phone: Phone) -> None:
    """Go as far as the last question."""
    phone.text("I want to cancel")
    phone.text("1")
    phone.text(phone.code)
    assert "1 Confirm cancellation" in phone.text("1")[-1]


def only_case(house: House) -> Case:
    """The case that was opened last."""
    with house.app.database.read() as uow:
        rows = uow.cases.declared_between(
            house.brand.id, house.clock.now.replace(hour=0), house.clock.now.replace(year=2030)
        )
    assert len(rows) == 1
    return CASE.validate_json(rows[0].data)


def transcript(house: House, phone: Phone) -> list[MessageRow]:
    """All that was said with the phone."""
    with house.app.database.read() as uow:
        conversation = uow.conversations.open_of(house.brand.id, phone.address.id)
        assert conversation is not None
        return uow.messages.since(house.brand.id, conversation.id, 0)
