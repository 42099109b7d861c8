"""The contract of `channels.base`, kept by every kind in the registry; `drivers` says how to drive each."""

import importlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.base import (
    ChannelKind,
    Inbound,
    Incoming,
    Outbound,
    OutcomeUnknown,
    Refused,
    SendError,
    TryLater,
    Unreachable,
    WebhookRefused,
    WebhookRequest,
    made,
)
from channels.registry import CHANNELS
from tests.channels.drivers import DRIVERS, Driver, Situation

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

MEANS: Mapping[Situation, type[SendError]] = {
    "busy": TryLater,
    "refuses": Refused,
    "nobody there": Unreachable,
    "breaks after taking": OutcomeUnknown,
}


KINDS = pytest.mark.parametrize("kind", CHANNELS.values(), ids=lambda kind: kind.kind)
SENDERS = pytest.mark.parametrize("kind", [k for k in CHANNELS.values() if k.outbound], ids=lambda k: k.kind)
RECEIVERS = pytest.mark.parametrize("kind", [k for k in CHANNELS.values() if k.inbound], ids=lambda k: k.kind)


@contextmanager
def driven(kind: ChannelKind) -> Iterator[Driver]:
    if kind.kind not in DRIVERS:
        pytest.fail(
            f"the kind {kind.kind!r} has no driver: write a context manager {kind.kind}() in "
            "tests/channels/drivers.py that starts a server of the provider's kind on loopback "
            "(as tests/channels/sms/fake_twilio.py is one) and yields a Driver; then name it in DRIVERS"
        )
    with DRIVERS[kind.kind]() as driver:
        yield driver


@contextmanager
def sending(kind: ChannelKind) -> Iterator[tuple[Driver, Outbound]]:
    with ExitStack() as stack:
        driver = stack.enter_context(driven(kind))
        outbound: Outbound = made(str(kind.outbound), driver.account)
        stack.callback(outbound.close)
        yield driver, outbound


def webhook_of(kind: ChannelKind, driver: Driver) -> tuple[Inbound, WebhookRequest, WebhookRequest]:
    if driver.webhook is None or driver.unsigned is None:
        pytest.fail(f"the driver of {kind.kind!r} needs a genuine webhook request and an unsigned one")
    return made(str(kind.inbound), driver.account), driver.webhook, driver.unsigned


@KINDS
def test_the_table_names_each_kind_as_it_calls_itself(kind: ChannelKind) -> None:
    assert CHANNELS[kind.kind] is kind


@KINDS
def test_the_folder_says_what_belongs_there_and_has_tests(kind: ChannelKind) -> None:
    package = importlib.import_module(f"channels.{kind.kind}")
    assert len((package.__doc__ or "").split()) > 10, (
        f"channels/{kind.kind}/__init__.py says what belongs there"
    )
    if kind.kind in DRIVERS:
        tests = Path(__file__).parent / kind.kind
        assert list(tests.glob("test_*.py")), f"write tests in tests/channels/{kind.kind}"


@KINDS
def test_settings_are_explained_and_secrets_are_settings(kind: ChannelKind) -> None:
    unexplained = [name for name, meaning in kind.settings.items() if len(meaning.split()) < 3]

    assert unexplained == []
    assert kind.secrets <= set(kind.settings)


@KINDS
def test_capabilities_agree_with_the_halves(kind: ChannelKind) -> None:
    can = kind.capabilities

    assert can.sends == (kind.outbound is not None)
    assert can.receives or can.choices == "none"
    assert can.max_characters > 0
    assert can.aim_characters is None or can.aim_characters <= can.max_characters
    assert all(word == word.upper() for word in can.reserved_words)


@SENDERS
def test_a_message_is_taken_and_has_an_id(kind: ChannelKind) -> None:
    with sending(kind) as (driver, outbound):
        sent = outbound.send(driver.message)

        assert sent.message_id
        assert sent.segments >= 1
        assert driver.taken() == 1


@SENDERS
@pytest.mark.parametrize(("situation", "error"), MEANS.items(), ids=list(MEANS))
def test_each_failure_is_told_apart(kind: ChannelKind, situation: Situation, error: type[SendError]) -> None:
    with sending(kind) as (driver, outbound):
        driver.arrange(situation)

        with pytest.raises(SendError) as caught:
            outbound.send(driver.message)

    told = caught.value.reason
    kept_quiet = [driver.message.to, *(driver.account.settings.get(name, "") for name in kind.secrets)]
    assert type(caught.value) is error
    assert told
    assert [word for word in kept_quiet if word and word in told] == []


@SENDERS
def test_where_nobody_listens_it_may_be_tried_again(kind: ChannelKind) -> None:
    with driven(kind) as driver:
        pass  # its server is gone now

    outbound: Outbound = made(str(kind.outbound), driver.account)
    try:
        with pytest.raises(TryLater):
            outbound.send(driver.message)
    finally:
        outbound.close()


@SENDERS
def test_an_account_without_its_settings_is_refused_at_once(kind: ChannelKind) -> None:
    with driven(kind) as driver, pytest.raises(ValueError, match=driver.account.id):
        made(str(kind.outbound), replace(driver.account, settings={}))


@SENDERS
def test_closing_twice_is_harmless(kind: ChannelKind) -> None:
    with sending(kind) as (driver, outbound):
        outbound.send(driver.message)
        outbound.close()


@RECEIVERS
def test_a_genuine_request_is_read(kind: ChannelKind) -> None:
    with driven(kind) as driver:
        inbound, genuine, _ = webhook_of(kind, driver)

        (received,) = inbound.verify_and_parse(genuine, NOW)
        (repeated,) = inbound.verify_and_parse(genuine, NOW)

    assert isinstance(received, Incoming) == kind.capabilities.receives
    assert received.provider_key
    assert repeated == received
    if isinstance(received, Incoming):
        assert received.sender
        assert received.at.tzinfo is not None


@RECEIVERS
def test_nothing_is_read_without_proof(kind: ChannelKind) -> None:
    with driven(kind) as driver:
        inbound, _, unsigned = webhook_of(kind, driver)

        with pytest.raises(WebhookRefused) as caught:
            inbound.verify_and_parse(unsigned, NOW)

    assert caught.value.status == 403


@RECEIVERS
def test_without_its_secrets_configured_nothing_is_genuine(kind: ChannelKind) -> None:
    with driven(kind) as driver:
        _, genuine, _ = webhook_of(kind, driver)
        public = {name: value for name, value in driver.account.settings.items() if name not in kind.secrets}
        inbound: Inbound = made(str(kind.inbound), replace(driver.account, settings=public))

        with pytest.raises(WebhookRefused) as caught:
            inbound.verify_and_parse(genuine, NOW)

    assert caught.value.status == 403


@RECEIVERS
def test_garbage_is_refused_and_breaks_nothing(kind: ChannelKind) -> None:
    with driven(kind) as driver:
        inbound, genuine, _ = webhook_of(kind, driver)

    @settings(deadline=None)
    @given(garbled_like(genuine))
    def breaks_nothing(garbled: WebhookRequest) -> None:
        assert status_of(inbound, garbled) in {200, 400, 403, 413, 415}

    breaks_nothing()


def status_of(inbound: Inbound, request: WebhookRequest) -> int:
    try:
        inbound.verify_and_parse(request, NOW)
    except WebhookRefused as refusal:
        return refusal.status
    return 200


def garbled_like(genuine: WebhookRequest) -> st.SearchStrategy[WebhookRequest]:
    """The request with another body, cut off or with bytes of another, and now and then other headers."""
    size = len(genuine.body)
    bodies = st.one_of(
        st.binary(max_size=200),
        st.integers(0, size).map(lambda end: genuine.body[:end]),
        st.tuples(st.integers(0, size), st.binary(min_size=1, max_size=4)).map(
            lambda change: genuine.body[: change[0]] + change[1] + genuine.body[change[0] + len(change[1]) :]
        ),
    )
    changed = st.dictionaries(st.sampled_from([*genuine.headers]), st.text(max_size=50))
    headers = st.one_of(st.builds(dict[str, str]), changed).map(lambda other: {**genuine.headers, **other})
    return st.builds(replace, st.just(genuine), body=bodies, headers=headers)
