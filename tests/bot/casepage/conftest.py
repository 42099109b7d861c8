"""Browsers on the page of a case."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.bot.confirming.conftest import cancelling, number_of
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.conftest import house

__all__ = ["house"]

PHONE = "+491713920001"
OWN = {"X-Cancelbot": "1", "Sec-Fetch-Site": "same-origin"}


class Browser:
    """Somebody on the page of a number."""

    def __init__(self, house: House, number: str, client: FlaskClient | None = None) -> None:
        self.house, self.number = house, number
        self.client = client or house.client()

    def post(self, path: str, headers: dict[str, str] | None = None, **body: Any) -> TestResponse:
        place = f"/case/demo/{self.number}/{path}"
        return self.client.post(place, json=body, headers=OWN if headers is None else headers)

    def get(self, path: str, **headers: str) -> TestResponse:
        return self.client.get(f"/case/demo/{self.number}/{path}", headers=headers)

    def ask(self) -> TestResponse:
        answer = self.post("code", locale="en")
        self.house.run_due()
        return answer

    def code(self) -> str:
        """The newest code that went to the customer."""
        text = [each.body for each in self.house.sent(PHONE) if " is your code" in each.body][-1]
        found = re.match(r"\d{6}", text)
        assert found is not None, text
        return found[0]

    def prove(self) -> "Browser":
        assert self.ask().status_code == 202
        answer = self.post("identify", code=self.code())
        assert answer.status_code == 204, answer.get_data(as_text=True)
        return self

    def state(self, locale: str = "en") -> dict[str, Any]:
        answer = self.get(f"state?locale={locale}")
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return dict(answer.get_json())


@pytest.fixture
def ada(house: House) -> Visitor:
    """She has cancelled, and it was carried out."""
    visitor = cancelling(house)
    house.run_due()
    return visitor


@pytest.fixture
def page(house: House, ada: Visitor) -> Browser:
    """A browser that was never here before, on the page of her case."""
    return Browser(house, number_of(ada))
