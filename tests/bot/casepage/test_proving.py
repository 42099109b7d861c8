"""Who may look: whoever has the code that went to the customer. For others every number is the same."""

import pytest

from tests.bot.casepage.conftest import PHONE, Browser
from tests.bot.confirming.conftest import cancelling, number_of
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, error_in

NOBODYS = ("BL-22222222", "nonsense", "BL-1001", "%F0%9F%98%80")
READS = ("state", "ways")
WRITES = ("confirmations", "preference", "wishes/undo", "wishes/dispute")


def test_the_code_goes_to_the_customer_and_shows_their_case(house: House, page: Browser) -> None:
    assert page.ask().get_json() == {"digits": 6, "minutes": 10}
    text = house.sent(PHONE)[-1]
    assert page.number in text.body
    assert error_in(page.get("state")) == (401, "not_proved")

    assert page.post("identify", code=f" {page.code()[:3]} {page.code()[3:]} ").status_code == 204

    assert page.state()["number"] == page.number


def test_a_wrong_code_shows_nothing_and_is_counted(page: Browser) -> None:
    page.ask()
    wrong = f"{(int(page.code()) + 1) % 1_000_000:06}"

    tried = [error_in(page.post("identify", code=wrong)) for _ in range(5)]

    assert tried[:4] == [(403, "wrong_code")] * 4
    assert tried[4] == (429, "too_many_tries")
    assert error_in(page.post("identify", code=page.code())) == (429, "too_many_tries")
    page.ask()
    # Asking for a new code forgets no failure.
    assert error_in(page.post("identify", code=page.code())) == (429, "too_many_tries")
    assert error_in(page.get("state")) == (401, "not_proved")


def test_a_code_is_good_once_and_for_ten_minutes(house: House, page: Browser) -> None:
    page.ask()
    code = page.code()
    house.clock.go_on(minutes=11)
    assert error_in(page.post("identify", code=code)) == (403, "expired_code")
    page.prove()
    assert error_in(page.post("identify", code=page.code())) == (403, "expired_code")


@pytest.mark.parametrize("number", NOBODYS)
def test_a_number_that_there_is_not_is_answered_as_one_that_there_is(
    house: House, page: Browser, number: str
) -> None:
    stranger = Browser(house, number)
    pages = [house.client().get(f"/case/demo/{each}") for each in (page.number, number)]
    assert [each.status_code for each in pages] == [200, 200]
    assert pages[0].headers["Content-Security-Policy"] == pages[1].headers["Content-Security-Policy"]

    before = house.rows()
    known = page.post("code", locale="en")
    between = house.rows()
    unknown = stranger.post("code", locale="en")
    after = house.rows()

    assert (known.status_code, known.data) == (unknown.status_code, unknown.data)
    # The very same is written for both: the look-up comes later, in the worker.
    assert {name: between[name] - before[name] for name in before} == {
        name: after[name] - between[name] for name in after
    }
    house.run_due()
    refusals = [each.post("identify", code="000000") for each in (page, stranger)]
    assert refusals[0].data == refusals[1].data
    for path in READS:
        assert page.get(path).data == stranger.get(path).data
    for path in WRITES:
        assert page.post(path, by="mail").data == stranger.post(path, by="mail").data


def test_a_code_for_ones_own_case_shows_no_other_customers(house: House, page: Browser) -> None:
    ben = cancelling(house, "BL-1006")
    page.prove()

    other = Browser(house, number_of(ben), page.client)

    for path in READS:
        assert error_in(other.get(path)) == (401, "not_proved")
    for path in WRITES:
        assert error_in(other.post(path, by="mail")) == (401, "not_proved")


def test_codes_are_limited(page: Browser) -> None:
    answers = [page.post("code").status_code for _ in range(7)]

    assert answers == [202] * 6 + [429]


def test_another_site_gets_nothing_sent(page: Browser) -> None:
    for headers in ({}, {"X-Cancelbot": "1", "Sec-Fetch-Site": "cross-site"}):
        for path in ("code", "identify", "leave", *WRITES):
            assert page.post(path, headers=headers).status_code == 403


def test_who_is_known_in_the_chat_needs_no_code(house: House, ada: Visitor) -> None:
    browser = Browser(house, number_of(ada), ada.client)

    assert browser.state()["title"] == "Brightline Fibre 100"


def test_leaving_forgets_who_looked(page: Browser) -> None:
    page.prove()

    assert page.post("leave").status_code == 204

    assert error_in(page.get("state")) == (401, "not_proved")


def test_the_page_follows_a_strict_policy_and_is_found_by_no_search(page: Browser) -> None:
    answer = page.client.get(f"/case/demo/{page.number}")

    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert page.client.get("/case/nobody/BL-1").status_code == 404


def test_hostile_numbers_become_no_markup(house: House) -> None:
    page = house.client().get('/case/demo/"><script>alert(1)<%2Fscript>').get_data(as_text=True)

    assert "<script>alert" not in page
