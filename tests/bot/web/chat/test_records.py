"""Receipts and proofs over HTTP: for whom they are, to the byte, and for nobody else."""

import json

import pytest
from werkzeug.test import TestResponse

from bot.records.log.proofs import read_proof, verify_inclusion
from bot.records.sealing import verify
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor


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


def get(visitor: Visitor, name: str) -> TestResponse:
    return visitor.client.get(visitor.path(f"records/{name}"), headers=visitor.headers)


@pytest.mark.check(10)
def test_who_cancelled_reads_receipt_and_proof_and_both_verify(house: House, ada: Visitor) -> None:
    house.run_due()
    number = number_of(ada)
    key = bytes.fromhex(house.client().get("/records/demo/key").get_json()["key"])

    receipt, proof = get(ada, number), get(ada, f"{number}/proof")
    as_json = get(ada, f"{number.lower()}/proof?form=json")

    assert key == house.brand.signing_public
    assert verify(receipt.data, key).valid
    digest = bytes.fromhex(json.loads(receipt.data)["seal"]["digest"].removeprefix("sha256:"))
    assert verify_inclusion(read_proof(proof.data), digest, key).index == 0
    assert verify_inclusion(read_proof(as_json.data), digest, key).index == 0
    assert f'filename="{number}.tlog-proof"' in proof.headers["Content-Disposition"]
    assert get(ada, number).data == receipt.data
    assert get(ada, f"{number}/proof").data == proof.data


def test_the_mail_brings_the_same(house: House, ada: Visitor) -> None:
    house.run_due()
    number = number_of(ada)
    (mail,) = house.sent("ada.sommer@example.com")
    assert mail.meta is not None

    names = [each["name"] for each in mail.meta["attachments"]]

    assert names == [f"{number}.json", f"{number}.tlog-proof", f"{number}.pdf"]
    assert f"{number}.tlog-proof proves that the record is in the log of Brightline" in mail.body


def test_the_proof_comes_a_moment_later(house: House, ada: Visitor) -> None:
    answer = get(ada, f"{number_of(ada)}/proof")

    assert (answer.status_code, answer.headers["Retry-After"]) == (404, "2")
    assert answer.get_json()["error"]["code"] == "no_proof_yet"
    assert get(ada, number_of(ada)).status_code == 200


def test_the_same_customer_reads_it_in_another_chat(house: House, ada: Visitor) -> None:
    house.run_due()
    again = Visitor(house.client()).begin("BL-1001")

    assert get(again, number_of(ada)).data == get(ada, number_of(ada)).data


def test_nobody_else_learns_that_it_is_there(house: House, ada: Visitor) -> None:
    house.run_due()
    number = number_of(ada)
    strangers = [Visitor(house.client()).begin("BL-1006"), Visitor(house.client()).begin()]

    for stranger in strangers:
        for name in (number, f"{number}/proof", "BL-22222222", "nonsense"):
            answer = get(stranger, name)
            assert (answer.status_code, answer.get_json()["error"]["code"]) == (404, "unknown_record")
    assert house.client().get(ada.path(f"records/{number}")).status_code == 401


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/records/nobody/key", 404, "unknown_brand"),
        ("/chat/nobody/records/BL-22222222", 404, "unknown_brand"),
    ],
)
def test_what_is_not_there_is_said(house: House, path: str, status: int, code: str) -> None:
    answer = house.client().get(path, headers={"Authorization": "Bearer x"})

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (status, code)


def test_a_form_that_is_not_known_is_said(house: House, ada: Visitor) -> None:
    house.run_due()

    answer = get(ada, f"{number_of(ada)}/proof?form=pdf")

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "bad_form")
