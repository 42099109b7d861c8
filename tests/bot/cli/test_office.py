"""`cancelbot office`: the back office filled from files and written to them, on both databases."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from tests.bot.cli.offices import ADA, FIBRE, NOW, TODAY, Office
from tests.bot.cli.terminal import alone

FILES = (
    "customers.csv",
    "services.csv",
    "payments.csv",
    "orders.csv",
    "order-lines.csv",
    "order-payments.csv",
)
READ = (*FILES, "refunds.csv", "returns.csv")

CUSTOMERS = "customer,name,email,phone\nN-1,Nora Winter,Nora@Example.com,+49 171 3920011\n"
SERVICES = "service,customer,name,price,currency,started_on\nN-1-1,N-1,Gym,19.99,EUR,2026-01-01\n"


def test_files_are_imported_and_the_bot_finds_what_they_say(office: Office) -> None:
    services = SERVICES.replace("started_on", "started_on,paid_until,notice_days,alternatives").replace(
        "2026-01-01", "2026-01-01,2026-03-31,30,pause: months 2"
    )
    payments = "payment,service,amount,currency,charged_on\nP-1,N-1-1,19.99,EUR,2026-03-01\n"
    orders = "order,customer,placed_on,currency,shipping,tax\nO-1,N-1,2026-03-09,EUR,4.90,1.60\n"
    lines = "line,order,name,quantity,price,currency\nO-1-1,O-1,Towel,2,9.95,EUR\n"
    paid = "payment,order,method,amount,currency\nO-1-P1,O-1,Gift card,10.00,EUR\nO-1-P2,O-1,card,16.40,EUR\n"
    folder = office.folder / "in"
    for name, text in zip(FILES, (CUSTOMERS, services, payments, orders, lines, paid), strict=True):
        office.written(f"in/{name}", text)

    said = office.run("import", "demo", folder)

    assert said.code == 0, said.text
    assert said.lines[-1] == "Imported."
    assert said.lines[0] == "customers.csv: 1 new, 0 changed, 0 as they were"
    nora = office.bot.find_customer("nora@example.com", "email")
    assert nora is not None
    assert nora == office.bot.find_customer("+491713920011", "phone")
    (service,) = office.bot.services(nora.ref, TODAY)
    assert service.quote is not None
    assert service.quote.notice_days == 30
    assert service.quote.last_charged_on is not None
    assert [each.kind for each in service.alternatives] == ["pause"]
    (order,) = office.bot.orders(nora.ref)
    assert [(line.name, line.quantity) for line in order.lines] == [("Towel", 2)]
    quote = office.bot.quote_order(nora.ref, order.ref, ((order.lines[0].ref, 2),), TODAY)
    assert quote.tax is not None
    assert str(quote.tax.amount) == "1.60"
    office.bot.cancel_order(nora.ref, order.ref, quote, "key")
    refunds = office.bot.refunds(nora.ref, order.ref)
    assert [(each.method, str(each.amount.amount)) for each in refunds] == [
        ("card", "16.40"),
        ("gift_card", "10.00"),
    ]


def test_what_is_exported_imports_again_to_the_same_state(office: Office) -> None:
    office.cancel_fibre()
    office.cancel_order()
    before = office.exported()

    again = office.run("import", "demo", office.folder / "out")

    assert again.code == 0, again.text
    assert {line.partition(": ")[2].partition(" as ")[0] for line in again.lines[:-1]} == {
        f"0 new, 0 changed, {before[name].count(chr(10)) - 1}" for name in READ
    }
    assert office.exported() == before
    assert before["movements.csv"].count("\n") - 1 == 3


def test_another_brand_takes_over_what_was_exported(office: Office) -> None:
    office.cancel_fibre()
    office.cancel_order()
    before = office.exported()
    made = CliRunner().invoke(
        main,
        [
            "brand",
            "add",
            "new",
            *(
                "--name",
                "N",
                "--zone",
                "Europe/Berlin",
                "--currency",
                "EUR",
                "--locale",
                "en",
                "--prefix",
                "NE",
            ),
        ],
        env=office._environment,
    )
    assert made.exit_code == 0, made.output

    files = [office.folder / "out" / name for name in FILES]
    assert office.run("import", "new", *files).code == 0

    assert office.run("export", "new", office.folder / "new").code == 0
    after = {path.name: path.read_text(encoding="utf-8-sig") for path in (office.folder / "new").iterdir()}
    assert {name: after[name] for name in FILES} == {name: before[name] for name in FILES}


@pytest.mark.parametrize("separator", [";", "\t", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_files_are_read_as_people_have_them(office: Office, separator: str, encoding: str) -> None:
    text = 'Name,E-Mail,shoe size,Customer,email\r\n"Nora\nWinter",x,43,N-1,Nora@Example.com\r\n\r\n'
    file = text.replace(",", separator).encode(encoding)

    said = office.take(("Customers.CSV", file))

    assert said.code == 0, said.text
    assert "Customers.CSV:1: warning: found 'shoe_size'; this column is not known and not read" in said.text
    nora = office.bot.find_customer("N-1", "account")
    assert nora is not None
    assert (nora.name, nora.email) == ("Nora Winter", "nora@example.com")


def test_unknown_columns_are_told_with_the_nearest(office: Office) -> None:
    said = office.take(("customers.csv", "customer,nmae,phone_number\nN-1,Nora,1\n"))

    assert said.code == 1
    assert (
        "customers.csv:1: warning: found 'phone_number'; this column is not known and not read" in said.text
    )
    assert "customers.csv:1: name: expected this column; did you mean 'nmae'?" in said.text


FAULTY = """customer,name,email,phone,risk
N-1,Nora,nora.example.com,0171 3920011,hihg
,Nobody,,,
N-2,,n2@example.com,,
N-1,Nora again,,,
N-3,Too,many,cells,here,now
"""


def test_every_fault_of_every_row_is_told_and_nothing_is_imported(office: Office) -> None:
    before = office.exported()

    said = office.take(
        ("customers.csv", FAULTY),
        (
            "services.csv",
            SERVICES + "N-2-1,BL-10001,Gym,19.999,EUR,01/02/2026\nN-2-2,N-2,Gym,5,YEN,2026-01-01\n",
        ),
    )

    assert said.code == 1
    assert [line.partition(";")[0] for line in said.lines] == [
        "customers.csv:2: email: found 'nora.example.com'",
        "customers.csv:2: phone: found '0171 3920011'",
        "customers.csv:2: risk: found 'hihg'",
        "customers.csv:3: customer: found ''",
        "customers.csv:4: name: found ''",
        "customers.csv:5: customer: found 'N-1'",
        "customers.csv:6: expected 5 cells as in the first line, not 6",
        "services.csv:3: price: found '19.999'",
        "services.csv:3: started_on: found '01/02/2026'",
        "services.csv:3: customer: found 'BL-10001'",
        "services.csv:4: currency: found 'YEN'",
        "Nothing was imported: 11 faults.",
    ]
    assert "it is in line 2 of customers.csv, too" in said.text
    assert office.exported() == before


def test_faults_are_told_to_programs(office: Office) -> None:
    said = office.take(("customers.csv", FAULTY), options=["--json", "--region", "de"])

    assert said.findings[0] == {
        "kind": "finding",
        "file": "customers.csv",
        "line": 2,
        "column": "email",
        "found": "nora.example.com",
        "expected": "expected an e-mail address",
        "severity": "error",
    }
    assert json.loads(said.lines[-1]) == {
        "kind": "result",
        "ok": False,
        "imported": False,
        "errors": 6,
        "warnings": 0,
        "files": [
            {"file": "customers.csv", "added": 0, "changed": 0, "unchanged": 0, "rows": 0},
        ],
    }


def test_references_to_nothing_are_told_with_the_nearest(office: Office) -> None:
    said = office.take(
        ("services.csv", SERVICES.replace(",N-1,", ",BL-10001,")),
        ("payments.csv", "payment,service,amount,currency,charged_on\nP-1,BL-1001-1,1,USD,2026-01-01\n"),
    )

    assert said.code == 1
    assert "customer: found 'BL-10001'; there is no such customer; did you mean 'BL-1001'?" in said.text
    assert "payments.csv:2: currency: found 'USD'; expected EUR, that of service BL-1001-1" in said.text


REFUND = (
    "refund,item,payment,cause,amount,currency,status,issued_on\n"
    "R-9,{item},{payment},brand,5.00,EUR,issued,2026-03-01\n"
)


@pytest.mark.parametrize("item", ["BL-1002-1", "BL-50231"])
@pytest.mark.parametrize("known", ["in the file", "before"])
def test_a_refund_is_of_a_payment_for_the_same_service(office: Office, item: str, known: str) -> None:
    payment = "payment,service,amount,currency,charged_on\nP-9,BL-1001-1,29.90,EUR,2026-02-01\n"
    refund = REFUND.format(item=item, payment="P-9")
    if known == "before":
        assert office.take(("payments.csv", payment)).code == 0
        said = office.take(("refunds.csv", refund))
    else:
        said = office.take(("payments.csv", payment), ("refunds.csv", refund))

    assert said.code == 1
    told = f"payment: found 'P-9'; expected a payment of {item}; P-9 is one of BL-1001-1"
    assert f"refunds.csv:2: {told}" in said.text
    right = REFUND.format(item="BL-1001-1", payment="P-9")
    assert office.take(("payments.csv", payment), ("refunds.csv", right)).code == 0


def test_what_was_cancelled_as_unpaid_is_paid_by_a_file_only_when_that_is_wanted(office: Office) -> None:
    """Nobody pays that back: the bot did not, since nothing was paid."""
    unpaid = office.exported()["order-lines.csv"].replace(",paid,", ",unpaid,")
    assert office.take(("order-lines.csv", unpaid)).code == 0
    office.cancel_order()
    now = office.exported("now")["order-lines.csv"]
    paid = now.replace(",unpaid,", ",paid,")

    said = office.take(("order-lines.csv", paid))
    assert said.code == 1
    assert "state: found 'paid'; expected unpaid: 1 of them were cancelled before they were paid" in said.text
    assert office.exported("same")["order-lines.csv"] == now

    said = office.take(("order-lines.csv", paid), options=["--overwrite"])
    assert said.code == 0, said.text
    assert "paid after 1 of them were cancelled; if so, refunds.csv wants a refund of" in said.text
    assert office.exported("after")["order-lines.csv"] == paid


def test_refunds_of_what_a_file_sets_back_are_told(office: Office) -> None:
    older = office.exported()["order-lines.csv"]
    office.cancel_order()
    before = office.exported("before")["refunds.csv"]

    said = office.take(("order-lines.csv", older), options=["--overwrite"])

    assert said.code == 0, said.text
    assert "stays issued: it may be for other lines, too" in said.text
    assert office.exported("after")["refunds.csv"] == before


def test_a_check_imports_nothing(office: Office) -> None:
    before = office.exported()

    said = office.take(("customers.csv", CUSTOMERS), ("services.csv", SERVICES), options=["--check"])

    assert said.code == 0
    assert said.lines[-1] == "Nothing is wrong; nothing was imported."
    assert office.exported() == before


def test_a_column_that_a_file_has_not_stays_as_it_is(office: Office) -> None:
    before = office.exported()["customers.csv"]

    assert office.take(("customers.csv", "customer,name\nBL-1001,Ada Lovelace\n")).code == 0

    assert office.exported()["customers.csv"] == before.replace("Ada Sommer", "Ada Lovelace")


def test_what_the_bot_ended_is_not_undone_by_an_older_file(office: Office) -> None:
    older = office.exported()
    end = office.cancel_fibre()
    office.cancel_order()
    before = office.exported("now")

    said = office.run("import", "demo", office.folder / "out")

    assert said.code == 1
    assert (
        f"services.csv:2: status: found 'active'; expected ending on {end}, as the bot left it" in said.text
    )
    assert "cancelled: found '0'; expected 1 or more, as the bot left it" in said.text
    assert office.exported("now") == before
    assert office.run("import", "demo", office.folder / "out", "--overwrite").code == 0
    after = office.exported("now")
    assert {name: after[name] for name in FILES} == {name: older[name] for name in FILES}


def test_that_a_cancelled_service_has_ended_is_no_conflict(office: Office) -> None:
    office.cancel_fibre()
    text = office.exported()["services.csv"].replace("month,ending", "month,ended")

    said = office.take(("services.csv", text))

    assert said.code == 0, said.text
    assert said.lines[0] == "services.csv: 0 new, 1 changed, 7 as they were"


def test_an_alternative_that_was_taken_is_not_undone(office: Office) -> None:
    older = office.exported()["services.csv"]
    (service,) = office.bot.services(ADA, TODAY)
    office.bot.apply(ADA, FIBRE, service.alternatives[0], "key-1")

    said = office.take(("services.csv", older))

    assert said.code == 1
    assert "applied: found ''; expected the pause that the customer took here" in said.text


def test_who_was_erased_does_not_come_back(office: Office) -> None:
    older = office.exported()
    with office.database.write() as work:
        ada = work.local_office.customer(office.brand.id, ADA)
        assert ada is not None
        work.contacts.erase(office.brand.id, ada.person_id, NOW)

    said = office.run("import", "demo", office.folder / "out", "--overwrite")
    after = office.exported("now")

    assert said.code == 1
    assert "customers.csv:2: customer: found 'BL-1001'; this customer was erased" in said.text
    assert not any("BL-1001" in after[name] for name in FILES)
    assert office.run("import", "demo", office.folder / "now").code == 0
    assert older != after
    alone_said = office.take(("services.csv", SERVICES.replace(",N-1,", ",BL-1001,")))
    assert "they were erased, and what belongs to them must not come back" in alone_said.text


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("status", "ending", "ended_on: expected its last day, since it is ending"),
        ("ended_on", "2026-05-01", "expected no last day since it is active"),
        (
            "minimum_until",
            "2027-01-01",
            "expected whole months since 2026-01-01, at most 120; did you mean 2026-12-31?",
        ),
        ("notice_days", "-1", "expected a whole number from 0 to 3660"),
        ("early_fee", "-5", "expected an amount of 0 or more"),
        ("alternatives", "discount: months 3", "expected percent for discount"),
    ],
)
def test_terms_that_cannot_be_are_told(office: Office, column: str, cell: str, told: str) -> None:
    text = SERVICES.replace("started_on", f"started_on,{column}").replace(
        "2026-01-01", f'2026-01-01,"{cell}"'
    )

    said = office.take(("customers.csv", CUSTOMERS), ("services.csv", text))

    assert said.code == 1
    assert told in said.text.replace("; found", ";").replace(f"found '{cell}'; ", "").replace(
        "found ''; ", ""
    )


def test_a_currency_cannot_change(office: Office) -> None:
    text = office.exported()["services.csv"].splitlines()
    said = office.take(("services.csv", "\n".join([text[0], text[1].replace("EUR", "USD")])))

    assert said.code == 1
    assert "currency: found 'USD'; expected EUR, which cannot change once the row is there" in said.text


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (b"customer,name\nN-1,M\xfcller\n", "customers.csv:2: name: found 'M\ufffdller'; expected UTF-8"),
        ("customer,name\nN-1,Müller\n".encode("utf-16"), "customers.csv: expected UTF-8"),
        (b"", "the file is empty; expected a first line with the columns customer, name"),
        (b'customer,name\nN-1,A\nN-2,"B\nN-3,C\n', "customers.csv:3: the row that begins here is no CSV"),
        (b"customer,name,Name\nN-1,A,B\n", "customers.csv:1: name: expected this column once"),
        (b"customer,name\nN-1,A\x00B\n", "U+0000"),
        (b"customer,name\nN-1\n", "customers.csv:2: expected 2 cells as in the first line, not 1"),
    ],
)
def test_files_that_are_none_are_told(office: Office, file: bytes, told: str) -> None:
    said = office.take(("customers.csv", file))

    assert said.code == 1
    assert told in said.text


def test_files_that_are_not_known_are_told(office: Office) -> None:
    office.written("in/orders-2026.csv", "order,customer,placed_on,currency\nO-1,BL-1001,2026-01-01,EUR\n")
    office.written("in/costumers.csv", CUSTOMERS)
    folder = office.folder / "in"

    said = office.run("import", "demo", folder)
    named = office.run("import", "demo", folder / "costumers.csv")

    assert said.code == 0, said.text
    assert "costumers.csv: warning: this file is not read; did you mean 'customers.csv'?" in said.text
    assert "orders-2026.csv: 1 new" in said.text
    assert named.code == 1
    assert "did you mean 'customers.csv'?" in named.text


def test_several_files_of_a_kind_are_one(office: Office) -> None:
    said = office.take(("customers-1.csv", CUSTOMERS), ("customers-2.csv", CUSTOMERS))

    assert said.code == 1
    assert (
        "customers-2.csv:2: customer: found 'N-1'; expected each once; it is in line 2 of customers-1.csv"
        in said.text
    )


def test_an_export_overwrites_nothing_unasked(office: Office) -> None:
    file = office.written("out/services.csv", "mine")

    said = office.run("export", "demo", office.folder / "out")

    assert said.code == 1
    assert "services.csv already; --force overwrites them" in said.text
    assert [path.name for path in (office.folder / "out").iterdir()] == ["services.csv"]
    assert file.read_text() == "mine"


def test_an_exported_file_is_for_its_owner_and_holds_no_formula(office: Office) -> None:
    assert (
        office.take(("customers.csv", 'customer,name,phone\nN-1,"=HYPERLINK(""x"")",+15550100\n')).code == 0
    )

    text = office.exported()["customers.csv"]

    assert """N-1,"'=HYPERLINK(""x"")",,'+15550100,normal""" in text
    assert (office.folder / "out" / "customers.csv").stat().st_mode & 0o077 == 0
    assert (
        office.run("import", "demo", office.folder / "out")
        .lines[1]
        .startswith("customers.csv: 0 new, 0 changed")
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("import", "nobody", "."), "there is no brand 'nobody'"),
        (("export", "nobody", "out"), "there is no brand 'nobody'"),
        (("import", "demo", "nothing.csv"), "does not exist"),
        (("import", "demo", ".", "--region", "Germany"), "is no country"),
    ],
)
def test_what_cannot_be_done_is_told(office: Office, arguments: tuple[str, ...], told: str) -> None:
    said = office.run(*arguments)

    assert said.code != 0
    assert told in said.text


def test_the_command_starts_by_itself(demo: dict[str, str], tmp_path: Path) -> None:
    ended = alone(demo, "office", "export", "demo", str(tmp_path / "out"))

    assert ended.returncode == 0, ended.stderr
    assert "customers.csv: " in ended.stdout
