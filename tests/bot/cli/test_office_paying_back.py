"""`cancelbot office`: returns and refunds by command and by file, on both databases."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from storage.tables import bo_refund, bo_return
from tests.bot.cli.offices import BOXES, GWEN, Office

CABLE, REPEATER = "BL-50231-2", "BL-50231-1"
BACK = "BL-50231-R1"


@pytest.fixture
def office(seeded_on_both: str, tmp_path: Path) -> Iterator[Office]:
    """The demo's back office today: the commands have the clock on the wall."""
    made = Office(seeded_on_both, tmp_path, datetime.now(UTC))
    yield made
    made.database.close()


@pytest.fixture
def sent_back(office: Office) -> Office:
    """Gwen has cancelled the network cable, which is on its way: it is to come back."""
    office.cancel_order(CABLE)
    return office


def paid_back(office: Office) -> list[tuple[str, str]]:
    return sorted((each.method, str(each.amount.amount)) for each in office.bot.refunds(GWEN, BOXES))


def status_of(office: Office) -> str:
    (back,) = office.bot.returns(GWEN, BOXES)
    return back.status


def by_command(office: Office, status: str) -> int:
    return office.run("return", "demo", BACK, status).code


def by_file(office: Office, status: str) -> int:
    return office.take(("returns.csv", f"return,status\n{BACK},{status}\n")).code


def refund_of(office: Office) -> str:
    """The number of the one refund that is under way."""
    (refund,) = office.bot.refunds(GWEN, BOXES)
    return refund.ref


def test_what_is_to_come_back_is_listed(sent_back: Office) -> None:
    by = sent_back.day + timedelta(days=14)

    said = sent_back.run("returns", "demo")
    told = sent_back.run("returns", "demo", "--json")

    assert said.lines == [f"{BACK}  order BL-50231  1 x Network cable, 5 m  by {by}  expected"]
    assert json.loads(told.text) == {
        "return": BACK,
        "order": "BL-50231",
        "line": CABLE,
        "name": "Network cable, 5 m",
        "quantity": 1,
        "return_by": str(by),
        "overdue": False,
        "status": "expected",
        "tracking": None,
        "note": None,
    }


def test_what_is_overdue_is_marked(sent_back: Office) -> None:
    sent_back.long_ago(bo_return, "return_by")

    assert "(overdue)" in sent_back.run("returns", "demo").text
    by_command(sent_back, "arrived")
    assert "(overdue)" not in sent_back.run("returns", "demo").text


def test_nothing_to_come_and_nothing_to_pay_is_said(office: Office) -> None:
    assert office.run("returns", "demo").lines == ["Nothing is to come back."]
    assert office.run("refunds", "demo").lines == ["Nothing is to be paid."]
    assert office.run("refunds", "demo", "--json").text == ""


@pytest.mark.parametrize("move", [by_command, by_file])
def test_what_is_accepted_is_paid_back_once(sent_back: Office, move: Callable[[Office, str], int]) -> None:
    before = paid_back(sent_back)
    assert move(sent_back, "arrived") == 0
    assert (status_of(sent_back), paid_back(sent_back)) == ("arrived", before)

    assert move(sent_back, "accepted") == 0
    assert move(sent_back, "accepted") == 0
    assert by_command(sent_back, "accepted") == 0

    assert (status_of(sent_back), paid_back(sent_back)) == ("accepted", sorted([*before, ("card", "12.90")]))
    assert sent_back.exported()["movements.csv"].count(",restock,") == 1
    assert sent_back.run("returns", "demo").lines == ["Nothing is to come back."]


def test_what_is_accepted_at_the_same_time_is_paid_back_once_and_to_the_right_means(office: Office) -> None:
    """A cable and a repeater, 72.80, with 2.50 of the shipping: the card gets no more than it gave."""
    with office.database.write() as work:
        lines = work.local_office.lines_of(office.brand.id, BOXES)
        work.local_office.put_lines([replace(line, state="shipped") for line in lines])
    office.cancel_order(CABLE)
    office.cancel_order(REPEATER)
    refs = [each.ref for each in office.bot.returns(GWEN, BOXES)]

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda ref: office.bot.move_return(ref, "accepted"), refs * 3))

    by_card = sum(Decimal(amount) for method, amount in paid_back(office) if method == "card")
    in_all = sum(Decimal(amount) for _, amount in paid_back(office))
    assert (str(by_card), str(in_all)) == ("47.50", "75.30")


@pytest.mark.parametrize("move", [by_command, by_file])
def test_a_return_goes_forward_only(sent_back: Office, move: Callable[[Office, str], int]) -> None:
    assert move(sent_back, "rejected") == 0
    assert move(sent_back, "arrived") == 1
    assert move(sent_back, "accepted") == 0
    assert move(sent_back, "rejected") == 1
    assert status_of(sent_back) == "accepted"


def test_tracking_and_note_are_kept(sent_back: Office) -> None:
    said = sent_back.run("return", "demo", BACK, "arrived", "--tracking", "1Z-999", "--note", "wet")
    assert said.lines == [f"Return {BACK} is arrived."]
    (back,) = sent_back.bot.returns(GWEN, BOXES)
    assert (back.tracking, back.note) == ("1Z-999", "wet")

    text = f"return,status,note\n{BACK},rejected,\n"
    assert sent_back.take(("returns.csv", text)).code == 0
    again = sent_back.take(("returns.csv", text))

    (back,) = sent_back.bot.returns(GWEN, BOXES)
    assert (back.status, back.tracking, back.note) == ("rejected", "1Z-999", None)
    assert again.lines[0] == "returns.csv: 0 new, 0 changed, 1 as they were"


def test_what_is_accepted_says_where_the_money_goes(sent_back: Office) -> None:
    said = sent_back.run("return", "demo", BACK, "accepted")

    assert said.lines == [f"Return {BACK} is accepted: 12.90 EUR go back by card."]


def test_a_refund_is_split_listed_and_paid(office: Office) -> None:
    office.cancel_order(REPEATER)
    assert paid_back(office) == [("card", "47.50"), ("gift_card", "14.46")]

    listed = office.run("refunds", "demo")
    first, second = (json.loads(line) for line in office.run("refunds", "demo", "--json").lines)
    assert listed.lines[0].split("  ")[1:4] == ["BL-50231", "47.50 EUR", "card     "[:4]]
    assert (first["method"], first["overdue"]) == ("card", False)

    said = office.run("refund", "demo", first["refund"], "paid")
    assert said.lines == [f"Refund {first['refund']} of 47.50 EUR is paid on {office.day}."]
    assert office.run("refund", "demo", second["refund"], "failed").code == 0
    assert office.run("refunds", "demo").lines == ["Nothing is to be paid."]
    again = office.run("refund", "demo", first["refund"], "failed")
    assert again.code == 1
    assert f"is paid on {office.day} already and cannot become failed" in again.text


def test_a_refund_that_is_late_is_marked(office: Office) -> None:
    office.cancel_order()
    office.long_ago(bo_refund, "expected_on")

    assert "(overdue)" in office.run("refunds", "demo").text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("return", "demo", "BL-50231-R9", "accepted"), "there is no return 'BL-50231-R9'; did you mean"),
        (("refund", "demo", "key-BL-50231-2:refund:7", "paid"), "did you mean 'key-BL-50231-2:refund:1'?"),
        (("refund", "demo", "key-BL-50231-2:refund:1", "paid", "--on", "2999-01-01"), "that has come"),
        (("refund", "demo", "key-BL-50231-2:refund:1", "paid", "--on", "2020-01-01"), "was issued on"),
        (("refund", "demo", "key-BL-50231-2:refund:1", "failed", "--on", "2026-01-01"), "goes with paid"),
        (("refund", "demo", "key-BL-50231-2:refund:1", "void"), "is not one of 'paid', 'failed'"),
        (("return", "demo", "BL-50231-R1", "expected"), "is not one of"),
        (("returns", "nobody"), "there is no brand 'nobody'"),
    ],
)
def test_what_cannot_be_done_is_told(sent_back: Office, arguments: tuple[str, ...], told: str) -> None:
    before = sent_back.exported()

    said = sent_back.run(*arguments)

    assert said.code != 0
    assert told in said.text
    assert sent_back.exported() == before


def test_the_bank_s_file_settles_refunds(office: Office) -> None:
    office.cancel_order(REPEATER)
    first, second = office.bot.refunds(GWEN, BOXES)
    text = f"refund,status,paid_on\n{first.ref},paid,{office.day}\n{second.ref},failed,\n"

    assert office.take(("refunds.csv", text)).code == 0
    again = office.take(("refunds.csv", text))

    assert again.lines[0] == "refunds.csv: 0 new, 0 changed, 2 as they were"
    assert [(each.status, each.paid_on) for each in office.bot.refunds(GWEN, BOXES)] == [
        ("paid", office.day),
        ("failed", None),
    ]


def test_what_the_brand_paid_back_itself_is_added(office: Office) -> None:
    header = "refund,item,cause,amount,currency,status,issued_on,paid_on\n"
    issued = "G-1,BL-50231,brand,5.00,EUR,issued,2020-03-01,\n"
    paid = "G-2,BL-1001-1,brand,1.50,EUR,paid,2020-03-01,2020-03-02\n"

    said = office.take(("refunds.csv", header + issued + paid))

    assert said.code == 0, said.text
    (refund,) = office.bot.refunds(GWEN, BOXES)
    assert (refund.cause, refund.method, str(refund.amount.amount)) == ("brand", "original", "5.00")
    assert str(refund.expected_on) == "2020-03-15"
    assert office.run("refund", "demo", "G-1", "paid", "--on", "2020-03-03").code == 0


KNOWN = "refund,{column},status\n{ref},{cell},issued\n"
SETTLED = "refund,status,paid_on\n{ref},{cell}\n"
NEW = "refund,item,cause,amount,currency,status,issued_on\n{cell}\n"


@pytest.mark.parametrize(
    ("text", "cell", "told"),
    [
        (KNOWN.replace("{column}", "item"), "BL-50107", "item: found 'BL-50107'; expected BL-50231, which"),
        (
            KNOWN.replace("{column}", "amount"),
            "9.99",
            "amount: found '9.99'; expected {amount}, which cannot",
        ),
        (KNOWN.replace("{column}", "payment"), "BL-1001-1-2026-02-28", "expected nothing, which cannot"),
        (SETTLED, "void,", "status: found 'void'; expected issued, paid or failed"),
        (SETTLED, "paid,", "paid_on: found ''; expected the day on which it was paid"),
        (SETTLED, "issued,2026-12-01", "paid_on: found '2026-12-01'; expected nothing, since it is issued"),
        (SETTLED, "paid,2020-01-01", "when it was issued, or later"),
        (SETTLED, "paid,2199-01-01", "paid_on: found '2199-01-01'; expected a day that has come"),
        (SETTLED.replace("{ref}", "{ref}0"), "failed,", "only those of the cause brand are added"),
        (SETTLED.replace("{ref}", "{ref}0"), "failed,", "did you mean '{ref}'?"),
        (NEW, "G-1,BL-50239,brand,1.00,EUR,issued,2026-03-01", "no such item; did you mean 'BL-50231'?"),
        (NEW, "G-1,BL-50231,brand,1.00,USD,issued,2026-03-01", "expected EUR, that of item BL-50231"),
        (NEW, "G-1,BL-50231,brand,0.00,EUR,issued,2026-03-01", "amount: found '0.00'; expected more than 0"),
        (NEW, "G-1,,brand,1.00,EUR,issued,2026-03-01", "item: found ''; expected a number or name"),
        (NEW, "G-1,BL-50231,brand,1.00,EUR,void,2026-03-01", "expected issued, paid or failed"),
        (NEW, "G-1,BL-50231,brand,1.00,EUR,issued,", "issued_on: found ''; expected a day"),
        (NEW, "G-1,BL-50231,gift,1.00,EUR,issued,2026-03-01", "only those of the cause brand are added"),
    ],
)
def test_refunds_that_cannot_be_are_told_and_nothing_is_imported(
    sent_back: Office, text: str, cell: str, told: str
) -> None:
    (refund,) = sent_back.bot.refunds(GWEN, BOXES)
    before = sent_back.exported()
    known = {"ref": refund.ref, "amount": refund.amount.amount}

    said = sent_back.take(
        ("customers.csv", "customer,name\nN-1,Nora\n"), ("refunds.csv", text.format(cell=cell, **known))
    )

    assert said.code == 1
    assert told.format(**known) in said.text
    assert sent_back.exported() == before


def test_an_older_file_does_not_undo_what_the_bank_said(sent_back: Office) -> None:
    older = sent_back.exported()["refunds.csv"]
    assert sent_back.run("refund", "demo", refund_of(sent_back), "paid").code == 0

    for options in ((), ("--overwrite",)):
        said = sent_back.take(("refunds.csv", older), options=options)
        assert said.code == 1
        assert f"status: found 'issued'; expected paid on {sent_back.day}, which is final" in said.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"return,status\n{BACK}9,arrived\n",
            f"there is no such return; did you mean '{BACK}'?",
        ),
        (f"return,status,amount,currency\n{BACK},arrived,99.00,EUR\n", "expected 12.90, which cannot change"),
        (f"return,status,quantity\n{BACK},arrived,2\n", "expected 1, which cannot change"),
        (
            f"return,status,order\n{BACK},arrived,\n",
            "order: found ''; expected BL-50231, which cannot change",
        ),
        (f"return,status\n{BACK},lost\n", "expected expected, arrived, accepted or rejected"),
    ],
)
def test_returns_that_cannot_be_are_told_and_nothing_is_imported(
    sent_back: Office, text: str, told: str
) -> None:
    before = sent_back.exported()

    said = sent_back.take(("customers.csv", "customer,name\nN-1,Nora\n"), ("returns.csv", text))

    assert said.code == 1
    assert told in said.text
    assert sent_back.exported() == before


def test_a_return_that_was_accepted_is_not_looked_at_again_by_an_older_file(sent_back: Office) -> None:
    older = sent_back.exported()["returns.csv"]
    by_command(sent_back, "accepted")

    said = sent_back.take(("returns.csv", older), options=["--overwrite"])

    assert said.code == 1
    assert "status: found 'expected'; expected accepted, which is final" in said.text


def test_all_of_it_comes_back_as_it_was_exported(sent_back: Office) -> None:
    sent_back.cancel_order(REPEATER)
    by_command(sent_back, "accepted")
    sent_back.run("refund", "demo", "key-BL-50231-1:refund:1", "paid")
    before = sent_back.exported()

    said = sent_back.run("import", "demo", sent_back.folder / "out")

    assert said.code == 0, said.text
    assert "0 changed, 1 as they were" in said.lines[-2]
    assert sent_back.exported() == before


def test_a_means_that_is_hardly_known_is_warned_of(office: Office) -> None:
    rows = "P-1,BL-50231,gift_crad,1.00,EUR\nP-2,BL-50231,klarna,2.00,EUR\n"

    said = office.take(("order-payments.csv", f"payment,order,method,amount,currency\n{rows}"))

    assert said.code == 0, said.text
    assert "method: found 'gift_crad'; taken for money" in said.text
    assert "did you mean 'gift_card'?" in said.text
    assert "klarna" not in said.text


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("P-1,BL-5023,card,1.00,EUR", "there is no such order; did you mean 'BL-50231'?"),
        ("P-1,BL-50231,card,1.00,USD", "currency: found 'USD'; expected EUR, that of order BL-50231"),
        ("P-1,BL-50231,%,1.00,EUR", "another word of the letters a to z"),
        ("BL-50231-P1,BL-50107,card,1.00,EUR", "expected BL-50231, which cannot change"),
    ],
)
def test_payments_of_orders_that_cannot_be_are_told(office: Office, row: str, told: str) -> None:
    said = office.take(("order-payments.csv", f"payment,order,method,amount,currency\n{row}\n"))

    assert said.code == 1
    assert told in said.text


def test_setting_a_service_active_again_takes_its_refund_back(office: Office) -> None:
    """Ben's yearly contract ends at once, and what was not used is paid back; the file takes that back."""
    older = office.exported()["services.csv"]
    refund = office.cancel_mobile()
    refused = office.take(("services.csv", older))
    assert refused.code == 1
    assert office.mobile_refunds() == ["issued"]

    looked = office.take(("services.csv", older), options=["--overwrite", "--check"])
    assert office.mobile_refunds() == ["issued"]
    said = office.take(("services.csv", older), options=["--overwrite"])

    assert (looked.code, said.code) == (0, 0), said.text
    for each in (looked, said):
        assert f"status: found 'active'; active again, so refund {refund}" in each.text
    assert office.mobile_refunds() == []
    assert ",void," in office.exported()["refunds.csv"]
    assert office.run("refunds", "demo").lines == ["Nothing is to be paid."]


def test_a_refund_that_is_paid_stays_so_when_its_service_is_active_again(office: Office) -> None:
    older = office.exported()["services.csv"]
    refund = office.cancel_mobile()
    office.take(("refunds.csv", f"refund,status,paid_on\n{refund},paid,2026-03-12\n"))

    said = office.take(("services.csv", older), options=["--overwrite"])

    assert said.code == 0, said.text
    assert "taken back" not in said.text
    assert office.mobile_refunds() == ["paid"]


def test_nothing_of_returns_and_refunds_of_who_was_erased_is_exported(sent_back: Office) -> None:
    older = sent_back.exported()
    with sent_back.database.write() as work:
        gwen = work.local_office.customer(sent_back.brand.id, GWEN)
        assert gwen is not None
        work.contacts.erase(sent_back.brand.id, gwen.person_id, sent_back.now)

    after = sent_back.exported()

    for name in ("order-payments.csv", "refunds.csv", "returns.csv"):
        assert BOXES in older[name]
        assert BOXES not in after[name]
    said = sent_back.take(("returns.csv", older["returns.csv"]))
    assert said.code == 1
    assert "there is no such return" in said.text
