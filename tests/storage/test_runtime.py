"""Pollers, settings and the sandbox."""

from datetime import timedelta

from storage.database import Database
from storage.ids import new_id
from tests.storage.scene import NOW, SECOND, Brand, add_brand

LEASE = timedelta(seconds=30)


def test_one_process_polls_an_account(database: Database, second: Database, brand: Brand) -> None:
    account = brand.account.id
    with database.write() as work:
        mine = work.pollers.acquire(brand.id, account, "one", NOW, LEASE)
    with second.write() as work:
        assert work.pollers.acquire(brand.id, account, "two", NOW + LEASE - SECOND, LEASE) is None
        theirs = work.pollers.acquire(brand.id, account, "two", NOW + LEASE, LEASE)

    assert mine is not None
    assert theirs is not None
    assert (mine.position, theirs.fence) == (0, mine.fence + 1)


def test_who_lost_the_lease_moves_nothing(database: Database, brand: Brand) -> None:
    account = brand.account.id
    with database.write() as work:
        mine = work.pollers.acquire(brand.id, account, "one", NOW, LEASE)
        assert mine is not None
        assert work.pollers.advance(mine, 7)
        theirs = work.pollers.acquire(brand.id, account, "two", NOW + LEASE, LEASE)
        assert theirs is not None
        assert theirs.position == 7
        assert not work.pollers.advance(mine, 8)
        assert work.pollers.advance(theirs, 9)


def test_a_lease_is_renewed_by_its_owner_and_free_once_released(database: Database, brand: Brand) -> None:
    account = brand.account.id
    with database.write() as work:
        assert work.pollers.acquire(brand.id, account, "one", NOW, LEASE)
        renewed = work.pollers.acquire(brand.id, account, "one", NOW + SECOND, LEASE)
        assert renewed is not None
        assert renewed.lease_until == NOW + SECOND + LEASE
        work.pollers.release(renewed)
        assert work.pollers.acquire(brand.id, account, "two", NOW + SECOND, LEASE)


def test_settings_are_kept_changed_and_removed(database: Database) -> None:
    with database.write() as work:
        assert work.settings.get("demo") is None
        work.settings.set("demo", "yes")
        work.settings.set("demo", "no")
        assert work.settings.get("demo") == "no"
        work.settings.set("demo", None)
        assert work.settings.get("demo") is None


def test_the_sandbox_keeps_what_would_have_been_sent(database: Database, brand: Brand) -> None:
    other = add_brand(database, "other")
    with database.write() as work:
        sms = work.sandbox.add(
            brand.id, channel="sms", recipient="+491", body="Hello", now=NOW, account_id=brand.account.id
        )
        mail = work.sandbox.add(
            brand.id, channel="email", recipient="a@b.example", body="Hi", now=NOW, subject="S",
            buttons=[{"id": "cancel"}], meta={"attachments": 1},
        )  # fmt: skip
        more = work.sandbox.add(brand.id, channel="sms", recipient="+492", body="You", now=NOW)

    with database.read() as work:
        assert work.sandbox.messages(brand.id, "sms") == [sms, more]
        assert work.sandbox.messages(brand.id, "sms", after=sms.seq) == [more]
        assert work.sandbox.messages(brand.id, "sms", recipient="+491") == [sms]
        assert work.sandbox.messages(brand.id, "email") == [mail]
        assert work.sandbox.messages(other.id, "sms") == []


def test_identifiers_are_unlike_and_sort_by_time() -> None:
    ids = {new_id() for _ in range(1000)}

    assert len(ids) == 1000
    assert {len(each) for each in ids} == {32}
    assert {each[12] for each in ids} == {"7"}
    assert {each[16] for each in ids} <= set("89ab")
