"""The front page of an installation that is no demo: what runs here, and nothing about whom."""

import pytest
from flask.testing import FlaskClient

from bot.web.app import create_app
from tests.bot.web.chat.house import House


@pytest.fixture
def client(house: House) -> FlaskClient:
    """Somebody at an installation that is no demo."""
    return create_app(house.app, house.streams, demo=False).test_client()


def test_it_says_what_runs_here_and_names_no_brand(house: House, client: FlaskClient) -> None:
    answer = client.get("/")

    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert "Cancelbot runs here" in answer.text
    assert house.brand.name not in answer.text
    assert "/chat/" not in answer.text


@pytest.mark.parametrize("path", ["/login", "/docs"])
def test_its_doors_are_there(client: FlaskClient, path: str) -> None:
    assert f'href="{path}"' in client.get("/").text
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/sandbox/", "/start/reset"])
def test_nothing_of_the_demo_is_there(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404
