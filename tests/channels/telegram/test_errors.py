"""What can go wrong with a message, and what is said about it; over HTTP to a strict Bot API."""

import traceback

import pytest

from channels.base import Account, OutcomeUnknown, Outgoing, Refused, SendError, TryLater, Unreachable
from channels.telegram.outbound import TelegramOutbound
from tests.channels.telegram.fake_bot_api import TOKEN, FakeBotApi, Trouble
from tests.channels.telegram.fake_rules import BotApiError
from tests.channels.telegram.fake_updates import ADA, BOB
from tests.channels.telegram.sending import failure, to_ada, with_settings


def test_to_a_stranger_nothing_can_be_sent(outbound: TelegramOutbound) -> None:
    assert isinstance(failure(outbound, Outgoing(str(BOB.id), "Hi")), Unreachable)


def test_who_blocked_the_bot_is_unreachable_and_has_not_opted_out(
    outbound: TelegramOutbound, api: FakeBotApi
) -> None:
    api.block(ADA)

    error = failure(outbound, to_ada())

    assert isinstance(error, Unreachable)
    assert (error.code, error.opted_out) == ("403", False)


@pytest.mark.parametrize("to", ["-1001234", "0", "", "@ada", "\u0664", "9" * 30])
def test_only_private_chats_are_written_to(outbound: TelegramOutbound, api: FakeBotApi, to: str) -> None:
    assert isinstance(failure(outbound, Outgoing(to, "Hi")), Refused)
    assert api.calls == []


@pytest.mark.parametrize(
    ("trouble", "expected"),
    [
        pytest.param(BotApiError(400, "Bad Request: message is too long"), Refused, id="400"),
        pytest.param(BotApiError(400, "Bad Request: chat not found"), Unreachable, id="no chat"),
        pytest.param(BotApiError(403, "Forbidden: user is deactivated"), Unreachable, id="403"),
        pytest.param(BotApiError(413, "Request Entity Too Large"), Refused, id="413"),
        pytest.param(BotApiError(429, "Too Many Requests", retry_after=7), TryLater, id="429"),
        pytest.param(BotApiError(500, "Internal Server Error"), OutcomeUnknown, id="500"),
        pytest.param(BotApiError(500, "Internal Server Error: restart"), TryLater, id="restart"),
        pytest.param(BotApiError(418, "I'm a teapot"), OutcomeUnknown, id="never seen"),
        pytest.param("hang up", OutcomeUnknown, id="hang up"),
        pytest.param("gibberish", OutcomeUnknown, id="gibberish"),
    ],
)
def test_what_an_error_means(
    outbound: TelegramOutbound, api: FakeBotApi, trouble: Trouble, expected: type[SendError]
) -> None:
    api.trouble("sendMessage", trouble)

    assert type(failure(outbound, to_ada())) is expected


def test_telegram_says_when_to_try_again_and_is_left_alone_until_then(
    outbound: TelegramOutbound, api: FakeBotApi
) -> None:
    api.trouble("sendMessage", BotApiError(429, "Too Many Requests: retry after 70", retry_after=70))

    first, second = failure(outbound, to_ada()), failure(outbound, to_ada())

    assert isinstance(first, TryLater)
    assert first.retry_after == 70
    assert isinstance(second, TryLater)
    assert len(api.called("sendMessage")) == 1


def test_whether_an_unanswered_message_was_taken_is_unknown(account: Account, api: FakeBotApi) -> None:
    api.trouble("sendMessage", "stall")
    hasty = TelegramOutbound(account, time_limit_s=0.3)

    assert isinstance(failure(hasty, to_ada()), OutcomeUnknown)
    hasty.close()


def test_a_connection_that_is_refused_means_later(account: Account) -> None:
    nowhere = TelegramOutbound(with_settings(account, api_base="http://127.0.0.1:1"))

    assert type(failure(nowhere, to_ada())) is TryLater
    nowhere.close()


def test_a_wrong_token_is_named_and_not_shown(account: Account) -> None:
    stranger = TelegramOutbound(with_settings(account, token="1:wrong"))

    error = failure(stranger, to_ada())

    assert isinstance(error, Refused)
    assert "check the setting token" in error.reason
    assert "1:wrong" not in error.reason
    stranger.close()


@pytest.mark.parametrize(
    "trouble",
    [
        BotApiError(400, f"Bad Request: /bot{TOKEN}/sendMessage"),
        BotApiError(429, "Too Many Requests", retry_after=7),
        "gibberish",
        "hang up",
    ],
)
def test_no_traceback_shows_the_token_or_what_was_sent_to_whom(
    outbound: TelegramOutbound, api: FakeBotApi, trouble: Trouble
) -> None:
    api.trouble("sendMessage", trouble)

    shown = "".join(traceback.format_exception(failure(outbound, to_ada("private words"))))

    assert [secret for secret in (TOKEN, "private words", str(ADA.id)) if secret in shown] == []
