"""The record's PDF over HTTP: for those whose it is, the very file that was mailed."""

import threading
from typing import Any

import pytest
from sqlalchemy import delete
from werkzeug.test import TestResponse

from bot.records.pdf.verifying import verify_pdf
from bot.sandbox.files import read_file
from storage.tables import metadata
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, error_in


@pytest.fixture
def ada(house: House) -> Visitor:
    """Ada Sommer has cancelled, and nothing was done yet about it."""
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    return visitor


def number_of(visitor: Visitor) -> str:
    return str(visitor.look()["record"]["number"])


def get(visitor: Visitor, number: str) -> TestResponse:
    return visitor.client.get(visitor.path(f"records/{number}/pdf"), headers=visitor.headers)


@pytest.mark.check(10)
def test_who_cancelled_downloads_the_very_file_that_was_mailed(house: House, ada: Visitor) -> None:
    house.run_due()
    number = number_of(ada)
    (mail,) = house.sent("ada.sommer@example.com")
    mailed = {file["name"]: read_file(file).content for file in (mail.meta or {})["attachments"]}

    downloaded = get(ada, number)

    assert downloaded.data == mailed[f"{number}.pdf"] == get(ada, number.lower()).data
    assert downloaded.mimetype == "application/pdf"
    assert f'filename="{number}.pdf"' in downloaded.headers["Content-Disposition"]
    assert downloaded.headers["Cache-Control"] == "private, no-store"
    assert verify_pdf(downloaded.data, house.brand.signing_public).valid


def test_nobody_else_downloads_it(house: House, ada: Visitor) -> None:
    house.run_due()
    number = number_of(ada)
    stranger = Visitor(house.client()).begin()
    bob = Visitor(house.client()).begin("BL-1002")

    assert [get(each, number).status_code for each in (stranger, bob)] == [404, 404]
    assert error_in(get(bob, number)) == error_in(get(bob, "BL-2222222X"))
    assert house.client().get(ada.path(f"records/{number}/pdf")).status_code == 401


def test_a_record_from_before_there_were_pdfs_is_printed_when_asked_for(house: House, ada: Visitor) -> None:
    house.run_due()
    forget_documents(house)
    answers: list[Any] = []
    asking = threading.Thread(target=lambda: answers.append(get(ada, number_of(ada))))
    asking.start()
    while asking.is_alive():
        house.run_due()
        asking.join(0.05)

    assert answers[0].status_code == 200
    assert verify_pdf(answers[0].data, house.brand.signing_public).valid


def test_while_nobody_prints_it_says_when_to_ask_again(house: House, ada: Visitor) -> None:
    house.run_due()
    forget_documents(house)

    answer = get(ada, number_of(ada))

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "3")
    assert error_in(answer)[1] == "not_ready"


def forget_documents(house: House) -> None:
    """As it was before this version."""
    with house.app.database.engine.begin() as connection:
        connection.execute(delete(metadata.tables["record_document"]))
