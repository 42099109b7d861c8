"""What breaks on the way: streams, posts, the network, the session."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.widget.actions import expect_said, press, said, write
from tests.browser.widget.fake_chat import FakeChat


def start(page: Page, chat: FakeChat) -> None:
    page.goto(chat.url)
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    wait_for_stream(page, chat)


def wait_for_stream(page: Page, chat: FakeChat) -> None:
    for _ in range(100):
        if chat.streams:
            return
        page.wait_for_timeout(50)
    raise AssertionError("no stream")


@pytest.mark.check(35)
def test_a_cut_stream_leaves_no_gap_and_nothing_twice(page: Page, chat: FakeChat) -> None:
    start(page, chat)
    chat.set(status="agent")
    expected = said(page)
    for number in range(1, 13):
        chat.say("agent", f"Line {number}", name="Mia")
        expected.append(f"Line {number}")
        if number % 3 == 0:
            chat.cut_streams()
    expect_said(page, "Line 12")
    wait_for_stream(page, chat)
    assert said(page) == expected
    cursors = [int(header or since or 0) for header, since in chat.stream_requests]
    assert cursors[0] == 1
    assert cursors == sorted(cursors)


def test_what_was_said_while_the_stream_was_down_arrives(page: Page, chat: FakeChat) -> None:
    start(page, chat)
    chat.refuse_streams = True
    chat.cut_streams()
    chat.agent_joins("Mia", "Are you there?")
    page.wait_for_timeout(300)
    chat.refuse_streams = False
    expect_said(page, "Are you there?")


def test_polling_takes_over_while_streams_do_not_get_through(page: Page, chat: FakeChat) -> None:
    chat.refuse_streams = True
    page.goto(chat.url)
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    chat.agent_joins("Mia", "By poll")
    expect_said(page, "By poll")
    expect(page.locator("#banner")).not_to_have_attribute("data-state", "reconnecting")
    chat.say("agent", "By poll again", name="Mia")
    expect_said(page, "By poll again")


def test_a_failed_message_is_sent_again_under_the_same_id(page: Page, chat: FakeChat) -> None:
    start(page, chat)
    chat.refuse(times=1, status=400)
    write(page, "Please listen")
    expect(page.get_by_text("Not sent.")).to_be_visible()
    page.get_by_role("button", name="Try again").click()
    expect_said(page, "You wrote: Please listen")
    expect_said(page, "Please listen")
    expect(page.get_by_text("Not sent.")).to_have_count(0)
    first, second = chat.posts
    assert first == second


def test_a_busy_server_is_asked_again_by_itself(page: Page, chat: FakeChat) -> None:
    start(page, chat)
    chat.refuse(times=2, status=503, retry_after=1)
    press(page, "Cancel my membership")
    expect(page.get_by_text("Not sent yet, trying again…")).to_be_visible()
    expect(page.get_by_role("button", name="No thanks, cancel")).to_be_visible()
    assert len(chat.posts) == 3
    assert len({post["id"] for post in chat.posts}) == 1


def test_a_failed_choice_can_be_pressed_again(page: Page, chat: FakeChat) -> None:
    start(page, chat)
    chat.refuse(times=1, status=403)
    press(page, "Cancel my membership")
    expect(page.get_by_text("Not sent.")).to_be_visible()
    press(page, "Cancel my membership")
    expect(page.get_by_role("button", name="No thanks, cancel")).to_be_visible()
    assert [post["choice"] for post in chat.posts] == ["cancel", "cancel"]


def test_the_reason_is_told_when_a_message_is_too_long(page: Page, chat: FakeChat) -> None:
    start(page, chat)
    chat.refuse(times=1, status=413)
    write(page, "A very long message")
    expect(page.get_by_text("Not sent: this message is too long.")).to_be_visible()


def test_what_is_written_offline_is_sent_when_back_online(page: Page, chat: FakeChat) -> None:
    start(page, chat)
    page.context.set_offline(True)
    expect(page.get_by_text("You are offline.")).to_be_visible()
    write(page, "Still here")
    expect(page.get_by_text("Will be sent when you are back online")).to_be_visible()
    page.context.set_offline(False)
    expect_said(page, "You wrote: Still here")
    expect_said(page, "Still here")
    expect(page.get_by_text("You are offline.")).to_be_hidden()


def test_an_unreachable_server_is_asked_again(page: Page, chat: FakeChat) -> None:
    chat.refuse(times=1, status=503)
    page.goto(chat.url)
    expect(page.get_by_text("The chat cannot be reached at the moment.")).to_be_visible()
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_visible()
    expect(page.get_by_text("The chat cannot be reached at the moment.")).to_have_count(0)


def test_a_late_answer_does_not_undo_newer_news(page: Page, chat: FakeChat) -> None:
    start(page, chat)
    chat.answer_late = 1.0
    write(page, "Hello")
    expect_said(page, "You wrote: Hello")
    chat.agent_joins("Mia", "I am here")
    expect(page.locator("header")).to_contain_text("You are chatting with Mia")
    expect(page.get_by_text("Sending…")).to_have_count(0)
    page.wait_for_timeout(1200)
    expect(page.locator("header")).to_contain_text("You are chatting with Mia")


def test_a_lost_session_offers_a_new_chat(page: Page, chat: FakeChat) -> None:
    start(page, chat)
    chat.forget()
    write(page, "Anybody?")
    expect(page.get_by_text("This chat is no longer open here.")).to_be_visible()
    page.get_by_role("button", name="Start a new chat").click()
    expect(page.get_by_role("button", name="Cancel my membership")).to_be_enabled()
    expect(page.get_by_text("Anybody?")).to_have_count(0)
    assert len(chat.begun) == 2


def test_two_tabs_show_the_same(page: Page, chat: FakeChat) -> None:
    start(page, chat)
    other = page.context.new_page()
    other.goto(chat.url)
    expect(other.get_by_role("button", name="Cancel my membership")).to_be_visible()
    press(page, "Cancel my membership")
    expect(other.get_by_role("button", name="No thanks, cancel")).to_be_visible()
    expect(other.get_by_role("button", name="Cancel my membership")).to_have_count(0)
    assert said(other) == said(page)
