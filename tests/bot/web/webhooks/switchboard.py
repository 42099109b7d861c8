"""Twilio's side of our calls: takes them, and tells our webhooks what became of them."""

import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from werkzeug.test import TestResponse

from bot.deliver.loop import Deliverer
from bot.outbounds import Outbounds
from bot.sandbox.wiring import direct_outbound
from channels.base import Outbound, Outgoing, Sent
from storage.repositories.brands import AccountRow
from tests.bot.web.chat.house import House
from tests.bot.web.webhooks.phone import OURS, signed


class Spoken:
    """What was said next, and where a pressed key goes."""

    def __init__(self, response: TestResponse) -> None:
        assert response.status_code == 200
        xml = ET.fromstring(response.data)  # noqa: S314 - our own
        self.parts = [each.tag for each in xml]
        self.words = " ".join(each.text or "" for each in xml.iter("Say"))
        self.languages = {each.attrib["language"] for each in xml.iter("Say")}
        self.keys = next((each.attrib["action"] for each in xml.iter("Gather")), "")


class Switchboard:
    """Takes every call that is placed; all else goes out as in the demo."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.calls: list[tuple[str, Outgoing]] = []
        """Each call's id and what was asked for."""
        self._direct = direct_outbound(house.app.database, house.clock)

    def run_due(self) -> None:
        """Carry out every effect that is due."""
        outbounds = Outbounds(self._make)
        deliverer = Deliverer(self.house.app, outbounds, threads=1)
        deliverer.run_due()
        deliverer.close()
        outbounds.close()

    def _make(self, row: AccountRow) -> Outbound:
        return self if row.kind == "voice" else self._direct(row)

    def send(self, outgoing: Outgoing) -> Sent:
        self.calls.append((f"CA{secrets.token_hex(16)}", outgoing))
        return Sent(self.calls[-1][0])

    def close(self) -> None:
        """Nothing is open."""

    def answer(self, by: str = "human") -> Spoken:
        """The newest call is answered."""
        return Spoken(self.post(CallStatus="in-progress", AnsweredBy=by))

    def press(self, key: str, spoken: Spoken) -> TestResponse:
        """A key is pressed upon what was said."""
        return self.post(url=spoken.keys, CallStatus="in-progress", Digits=key)

    def end(self, status: str = "completed", **more: str) -> TestResponse:
        """The newest call has ended."""
        response = self.post(CallStatus=status, CallbackSource="call-progress-events", **more)
        assert response.status_code == 204
        return response

    def post(self, *, url: str = "", token: str = OURS.settings["auth_token"], **more: str) -> TestResponse:
        """Twilio's request about the newest call, signed."""
        sid, asked = self.calls[-1]
        url = url or asked.status_url or ""
        form = {
            "CallSid": sid,
            "AccountSid": OURS.settings["account_sid"],
            "From": OURS.address,
            "To": asked.to,
            "Direction": "outbound-api",
            **more,
        }
        return self.posted(url, form, signed(form, token, url))

    def posted(self, url: str, form: Mapping[str, str], signature: str) -> TestResponse:
        """A form that was posted to the URL, with that signature."""
        target = urlsplit(url)._replace(scheme="", netloc="").geturl()
        return self.house.client().post(target, data=dict(form), headers={"X-Twilio-Signature": signature})
