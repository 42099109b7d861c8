"""Challenges and limits: counted before anything is compared."""

import threading
from datetime import timedelta

import pytest

from dialogs.ids import BrandId, ChallengeId, CustomerRef
from storage.database import Database
from storage.repositories.conversations import ConversationRow
from storage.repositories.identity import ChallengeRow
from tests.storage.scene import MINUTE, NOW, SECOND, Brand, add_brand

HOUR = timedelta(hours=1)


def test_a_challenge_is_read_as_it_was_created(
    database: Database, brand: Brand, conversation: ConversationRow
) -> None:
    first = create(database, conversation)
    latest = create(database, conversation, minutes=1)

    with database.read() as work:
        assert work.challenges.get(brand.id, first.id) == first
        assert work.challenges.latest_of(brand.id, conversation.id) == latest
        assert work.challenges.get(brand.id, ChallengeId("none")) is None


def test_what_the_look_up_found_is_kept(
    database: Database, brand: Brand, conversation: ConversationRow
) -> None:
    challenge = create(database, conversation)
    with database.write() as work:
        work.challenges.resolve(challenge, "+491", CustomerRef("C-17"))
        work.challenges.note_sent(brand.id, challenge.id)
        found = work.challenges.get(brand.id, challenge.id)

    assert found is not None
    assert (found.destination, found.customer_ref, found.sent) == ("+491", "C-17", 1)


def test_five_attempts_are_five_also_in_parallel(
    database: Database, second: Database, brand: Brand, conversation: ConversationRow
) -> None:
    challenge, allowed = create(database, conversation), list[int]()

    def guess(each: Database) -> None:
        for _ in range(3):
            with each.write() as work:
                counted = work.challenges.attempt(brand.id, challenge.id, NOW, most=5)
            if counted is not None:
                allowed.append(counted.attempts)

    threads = [threading.Thread(target=guess, args=[each]) for each in (database, second) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(allowed) == [1, 2, 3, 4, 5]


@pytest.mark.check(38)
def test_a_challenge_is_used_once(database: Database, brand: Brand, conversation: ConversationRow) -> None:
    challenge = create(database, conversation)
    with database.write() as work:
        assert work.challenges.use(brand.id, challenge.id, NOW)
        assert not work.challenges.use(brand.id, challenge.id, NOW)
        assert work.challenges.attempt(brand.id, challenge.id, NOW, most=5) is None
        assert work.challenges.resend(brand.id, challenge.id, NOW + MINUTE, most=3) is None


def test_an_expired_challenge_is_of_no_use(
    database: Database, brand: Brand, conversation: ConversationRow
) -> None:
    challenge = create(database, conversation)
    with database.write() as work:
        late = NOW + 10 * MINUTE
        assert work.challenges.attempt(brand.id, challenge.id, late, most=5) is None
        assert not work.challenges.use(brand.id, challenge.id, late)
        assert work.challenges.attempt(brand.id, challenge.id, late - SECOND, most=5) is not None


def test_a_new_code_makes_an_expired_challenge_valid_again_and_keeps_its_attempts(
    database: Database, brand: Brand, conversation: ConversationRow
) -> None:
    challenge = create(database, conversation)
    late = NOW + 10 * MINUTE
    with database.write() as work:
        work.challenges.attempt(brand.id, challenge.id, NOW, most=5)
        work.challenges.resend(brand.id, challenge.id, late + MINUTE, most=2)
        counted = work.challenges.attempt(brand.id, challenge.id, late, most=5)

    assert counted is not None
    assert counted.attempts == 2


def test_codes_are_sent_again_so_many_times(
    database: Database, brand: Brand, conversation: ConversationRow
) -> None:
    challenge = create(database, conversation)
    with database.write() as work:
        again = [work.challenges.resend(brand.id, challenge.id, NOW + MINUTE, most=2) for _ in range(3)]

    assert [each and each.resend for each in again] == [1, 2, None]


def test_nothing_crosses_between_brands(
    database: Database, brand: Brand, conversation: ConversationRow
) -> None:
    other = add_brand(database, "other")
    challenge = create(database, conversation)
    with database.write() as work:
        assert work.challenges.get(other.id, challenge.id) is None
        assert work.challenges.attempt(other.id, challenge.id, NOW, most=5) is None
        assert not work.challenges.use(other.id, challenge.id, NOW)
        assert work.challenges.latest_of(BrandId("none"), conversation.id) is None


def test_a_limit_allows_so_much_in_a_window(database: Database) -> None:
    with database.write() as work:
        spent = [work.limits.spend("codes:x", HOUR, 3, NOW) for _ in range(4)]
        assert spent == [True, True, True, False]
        assert work.limits.used("codes:x", HOUR, NOW) == 3
        assert work.limits.spend("codes:y", HOUR, 3, NOW)
        assert work.limits.spend("codes:x", HOUR, 3, NOW + HOUR)


def test_more_than_is_left_is_refused_and_not_used(database: Database) -> None:
    with database.write() as work:
        assert not work.limits.spend("sms", HOUR, 10, NOW, amount=11)
        assert work.limits.spend("sms", HOUR, 10, NOW, amount=8)
        assert not work.limits.spend("sms", HOUR, 10, NOW, amount=3)
        assert work.limits.spend("sms", HOUR, 10, NOW, amount=2)


def test_a_limit_holds_against_many_at_once(database: Database, second: Database) -> None:
    allowed: list[bool] = []

    def spend(each: Database) -> None:
        for _ in range(5):
            with each.write() as work:
                allowed.append(work.limits.spend("codes:x", HOUR, 7, NOW))

    threads = [threading.Thread(target=spend, args=[each]) for each in (database, second) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(allowed) == 7


def test_old_windows_are_forgotten(database: Database) -> None:
    with database.write() as work:
        work.limits.spend("codes:x", HOUR, 3, NOW)
        assert work.limits.forget(NOW) == 0
        assert work.limits.forget(NOW + HOUR) == 1
        assert work.limits.used("codes:x", HOUR, NOW) == 0


def create(database: Database, conversation: ConversationRow, minutes: int = 0) -> ChallengeRow:
    with database.write() as work:
        return work.challenges.create(
            conversation, now=NOW + minutes * MINUTE, expires_at=NOW + 10 * MINUTE, destination="+49"
        )
