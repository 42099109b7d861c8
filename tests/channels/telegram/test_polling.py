"""Polling and setting up, over HTTP to a strict Bot API."""

import threading

import pytest

from channels.base import Account, Refused, TryLater
from channels.telegram.polling import BotIdentity, PolledElsewhere, TelegramPolling, next_offset
from channels.telegram.updates import ALLOWED_UPDATES
from tests.channels.telegram.fake_bot_api import FakeBotApi
from tests.channels.telegram.fake_rules import BotApiError
from tests.channels.telegram.fake_updates import Json, numbered, said


def ids(updates: list[Json]) -> list[int]:
    return [update["update_id"] for update in updates]


def test_updates_come_as_they_are(polling: TelegramPolling, api: FakeBotApi) -> None:
    update = said("leave \ud83d", never_heard_of={"a": [1, None]})
    api.happens(update, 7)

    assert polling.fetch(0, 0) == [numbered(update, 7)]
    assert api.called("getUpdates") == [{"offset": 0, "timeout": 0, "allowed_updates": list(ALLOWED_UPDATES)}]


def test_what_was_not_confirmed_comes_again(polling: TelegramPolling, api: FakeBotApi) -> None:
    api.happens(said("one"), 7)

    assert ids(polling.fetch(0, 0)) == ids(polling.fetch(0, 0)) == [7]


def test_asking_from_an_offset_confirms_what_is_before_it(polling: TelegramPolling, api: FakeBotApi) -> None:
    for number in (7, 9, 30):
        api.happens(said("one"), number)

    assert ids(polling.fetch(10, 0)) == [30]
    assert ids(polling.fetch(0, 0)) == [30]


def test_a_fetch_waits_for_what_is_not_yet_said(polling: TelegramPolling, api: FakeBotApi) -> None:
    fetched: list[list[Json]] = []
    thread = threading.Thread(target=lambda: fetched.append(polling.fetch(0, 30)))
    thread.start()
    api.wait_until(lambda: bool(api.called("getUpdates")))

    api.happens(said("late"), 7)
    thread.join()

    assert [ids(updates) for updates in fetched] == [[7]]


def test_closing_ends_a_fetch(polling: TelegramPolling, api: FakeBotApi) -> None:
    errors: list[type[Exception]] = []
    thread = threading.Thread(target=lambda: errors.append(_failing_fetch(polling)))
    thread.start()
    api.wait_until(lambda: bool(api.called("getUpdates")))

    polling.close()
    thread.join()

    assert errors == [TryLater]


def test_a_second_poller_ends_the_first(polling: TelegramPolling, account: Account, api: FakeBotApi) -> None:
    errors: list[type[Exception]] = []
    thread = threading.Thread(target=lambda: errors.append(_failing_fetch(polling)))
    thread.start()
    api.wait_until(lambda: bool(api.called("getUpdates")))
    second = TelegramPolling(account)

    second.fetch(0, 0)
    thread.join()
    second.close()

    assert errors == [PolledElsewhere]


def test_a_bot_with_a_webhook_cannot_be_polled_until_that_is_deleted(
    polling: TelegramPolling, api: FakeBotApi
) -> None:
    polling.register_webhook("https://bot.example.com/telegram/acme", "s3cret")
    with pytest.raises(PolledElsewhere, match="deleteWebhook"):
        polling.fetch(0, 0)

    polling.delete_webhook()

    assert polling.fetch(0, 0) == []


def test_a_webhook_is_registered_with_its_secret(polling: TelegramPolling, api: FakeBotApi) -> None:
    polling.register_webhook("https://bot.example.com/telegram/acme", "s3cret")

    assert api.webhook == {
        "url": "https://bot.example.com/telegram/acme",
        "secret_token": "s3cret",
        "allowed_updates": list(ALLOWED_UPDATES),
    }


@pytest.mark.parametrize("secret", ["", "with space", "x" * 257, "s\u00e9cret"])
def test_no_webhook_is_registered_without_a_good_secret(
    polling: TelegramPolling, api: FakeBotApi, secret: str
) -> None:
    with pytest.raises(ValueError, match="webhook_secret"):
        polling.register_webhook("https://bot.example.com/telegram/acme", secret)

    assert api.calls == []


def test_telegram_itself_calls_https_only() -> None:
    real = TelegramPolling(Account("acme-bot", "telegram", "acme_bot", {"token": "1:x"}))

    with pytest.raises(ValueError, match="https"):
        real.register_webhook("http://bot.example.com/telegram/acme", "s3cret")


def test_the_bot_knows_who_it_is(polling: TelegramPolling) -> None:
    assert polling.who_am_i() == BotIdentity(4242, "acme_bot", "Acme")


def test_a_wrong_token_is_named(account: Account) -> None:
    settings = {**account.settings, "token": "1:wrong"}
    stranger = TelegramPolling(Account("acme-bot", "telegram", "acme_bot", settings))

    with pytest.raises(Refused, match="check the setting token"):
        stranger.who_am_i()
    stranger.close()


@pytest.mark.parametrize("trouble", [BotApiError(502, "Bad Gateway"), "hang up", "gibberish"])
def test_a_fetch_that_fails_can_be_repeated(
    polling: TelegramPolling, api: FakeBotApi, trouble: BotApiError
) -> None:
    api.happens(said("one"), 7)
    api.trouble("getUpdates", trouble)

    with pytest.raises(TryLater):
        polling.fetch(0, 0)

    assert ids(polling.fetch(0, 0)) == [7]


def test_a_fetch_that_is_never_answered_ends(account: Account, api: FakeBotApi) -> None:
    hasty = TelegramPolling(account, answer_s=0.3)
    api.trouble("getUpdates", "stall")

    with pytest.raises(TryLater):
        hasty.fetch(0, 0)
    hasty.close()


def test_a_fetch_that_finds_nobody_can_be_repeated(account: Account) -> None:
    settings = {**account.settings, "api_base": "http://127.0.0.1:1"}
    nowhere = TelegramPolling(Account("acme-bot", "telegram", "acme_bot", settings))

    with pytest.raises(TryLater):
        nowhere.fetch(0, 0)
    nowhere.close()


def test_telegram_says_when_to_fetch_again(polling: TelegramPolling, api: FakeBotApi) -> None:
    api.trouble("getUpdates", BotApiError(429, "Too Many Requests: retry after 5", retry_after=5))

    with pytest.raises(TryLater) as caught:
        polling.fetch(0, 0)

    assert caught.value.retry_after == 5


def test_no_fetch_forgets_updates_from_the_end(polling: TelegramPolling) -> None:
    with pytest.raises(ValueError, match="negative"):
        polling.fetch(-1, 0)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([7], 8),
        ([7, 9, 30], 31),
        ([30, 7], 31),
        ([], 0),
    ],
)
def test_the_next_offset(numbers: list[int], expected: int) -> None:
    assert next_offset([{"update_id": number} for number in numbers]) == expected


def _failing_fetch(polling: TelegramPolling) -> type[Exception]:
    try:
        polling.fetch(0, 30)
    except (TryLater, PolledElsewhere) as error:
        return type(error)
    raise AssertionError("the fetch should have failed")
