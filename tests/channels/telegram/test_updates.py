"""What updates say: by example, and for whatever JSON may come."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.enums import ContentType
from aiogram.types import Update
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels.base import Incoming
from channels.telegram.updates import MEDIA, parse_update
from tests.channels.telegram import fake_updates as telegram
from tests.channels.telegram.fake_updates import ADA, BOB, DATE, GROUP, PHOTO, Json, Person

RECEIVED_AT = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
SENT_AT = datetime.fromtimestamp(DATE, UTC)
EDITED_AT = datetime.fromtimestamp(DATE + 60, UTC)


def read(update: Json) -> Incoming:
    (incoming,) = parse_update(telegram.numbered(update), RECEIVED_AT)
    assert isinstance(incoming, Incoming)
    return incoming


def said_by_ada(**fields: Any) -> Incoming:
    at = fields.pop("at", SENT_AT)
    return Incoming("update:10000", "4711", at, display_name="Ada Lovelace", language="en", **fields)


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        pytest.param(telegram.said("I want to leave"), said_by_ada(text="I want to leave"), id="text"),
        pytest.param(telegram.said("/cancel"), said_by_ada(text="cancel"), id="command"),
        pytest.param(telegram.said("/cancel@acme_bot gym"), said_by_ada(text="cancel gym"), id="addressed"),
        pytest.param(telegram.said("/talk_to_human"), said_by_ada(text="talk to human"), id="words"),
        pytest.param(telegram.said("/ 3"), said_by_ada(text="/ 3"), id="no command"),
        pytest.param(telegram.said("/start"), said_by_ada(text=""), id="start"),
        pytest.param(telegram.said("/start a_B-9"), said_by_ada(deep_link="a_B-9"), id="deep link"),
        pytest.param(
            telegram.said("/start " + "x" * 64), said_by_ada(deep_link="x" * 64), id="longest deep link"
        ),
        pytest.param(telegram.said("/start " + "x" * 65), said_by_ada(text="x" * 65), id="no deep link"),
        pytest.param(telegram.said("/start cancel it"), said_by_ada(text="cancel it"), id="start and words"),
        pytest.param(
            telegram.pressed("opaque-1"),
            said_by_ada(choice="opaque-1", callback_id="99", at=RECEIVED_AT),  # a press carries no time
            id="button",
        ),
        pytest.param(telegram.edited("yes"), said_by_ada(text="yes", form="edited", at=EDITED_AT), id="edit"),
        pytest.param(
            {"message": telegram.message(photo=PHOTO, caption="cancel")},
            said_by_ada(text="cancel", form="media"),
            id="photo with caption",
        ),
        pytest.param(
            telegram.said("yes", forward_origin={"type": "user", "date": 1, "sender_user": BOB.user()}),
            said_by_ada(text="yes", form="media"),
            id="forwarded words",
        ),
        pytest.param(
            telegram.shared_contact(),
            said_by_ada(form="contact", contact_phone="+4915112345678"),
            id="own contact",
        ),
        pytest.param(
            telegram.shared_contact(phone_number="+1 (415) 555-2671"),
            said_by_ada(form="contact", contact_phone="+14155552671"),
            id="a number written for people",
        ),
        pytest.param(
            telegram.shared_contact(user_id=BOB.id), said_by_ada(form="contact"), id="another's contact"
        ),
        pytest.param(telegram.shared_contact(user_id=None), said_by_ada(form="contact"), id="nobody's card"),
        pytest.param(
            {"message": {**telegram.shared_contact()["message"], "forward_date": DATE}},
            said_by_ada(form="contact"),
            id="forwarded contact",
        ),
        pytest.param(
            telegram.shared_contact(phone_number="0151"), said_by_ada(form="contact"), id="no number"
        ),
    ],
)
def test_what_an_update_says(update: Json, expected: Incoming) -> None:
    assert read(update) == expected


@pytest.mark.parametrize(
    "update",
    [
        pytest.param({"message": telegram.message(text="cancel", chat=GROUP)}, id="group"),
        pytest.param(telegram.pressed("opaque-1", chat=GROUP), id="button in a group"),
        pytest.param(telegram.pressed("opaque-1", BOB, chat=ADA.chat()), id="another's button"),
        pytest.param({"callback_query": {"id": "9", "from": ADA.user(), "data": "x"}}, id="inline mode"),
        pytest.param({"channel_post": telegram.message(text="cancel")}, id="channel"),
        pytest.param(
            {"message": telegram.message(text="hi") | {"from": ADA.user() | {"is_bot": True}}}, id="bot"
        ),
        pytest.param({"message": telegram.message(pinned_message=telegram.message())}, id="service message"),
        pytest.param(
            {"edited_message": telegram.message(location={"latitude": 1.0, "longitude": 1.0})},
            id="live location",
        ),
        pytest.param(
            {"my_chat_member": {"chat": ADA.chat(), "from": ADA.user(), "date": DATE}}, id="blocked"
        ),
        pytest.param({"never_heard_of": {"chat": ADA.chat()}}, id="unknown kind"),
        pytest.param({}, id="nothing"),
    ],
)
def test_updates_that_say_nothing_to_us(update: Json) -> None:
    assert parse_update(telegram.numbered(update), RECEIVED_AT) == ()


@pytest.mark.parametrize("update_id", [None, "7", True, 1.5, 2**70])
def test_an_update_without_a_usable_number_is_nothing(update_id: object) -> None:
    assert parse_update({**telegram.said("cancel"), "update_id": update_id}, RECEIVED_AT) == ()


@pytest.mark.parametrize("kind", MEDIA)
def test_media_are_heard_and_marked_as_such(kind: str) -> None:
    found = read({"message": telegram.message() | {kind: {"file_id": "A"}}})

    assert (found.form, found.text) == ("media", "")


def test_each_kind_of_media_is_one_that_the_library_knows() -> None:
    assert set(MEDIA) - {kind.value for kind in ContentType} == set()


@pytest.mark.parametrize("date", [0, -5, 2**62, 2**80, "soon", None, int(RECEIVED_AT.timestamp()) + 3600])
def test_no_message_came_in_later_than_we_received_it(date: Any) -> None:
    assert read({"message": telegram.message(text="cancel") | {"date": date}}).at == RECEIVED_AT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("leave \ud83d now", "leave \ufffd now"),
        ("\ude00", "\ufffd"),
        ("\ud83d\ude00", "\U0001f600"),
        ("a\x00b", "ab"),
    ],
)
def test_garbage_in_a_text_can_be_stored(text: str, expected: str) -> None:
    assert read(telegram.said(text)).text == expected


def test_a_name_is_one_line_of_bounded_length() -> None:
    found = read(telegram.said("hi", Person(first_name="<b>A\n&", last_name="x" * 500)))

    assert (found.display_name or "")[:8] == "<b>A & x"
    assert len(found.display_name or "") == 128


def test_a_strange_language_is_none() -> None:
    assert read(telegram.said("hi", Person(language_code="../../etc"))).language is None


@pytest.mark.parametrize(
    "update", [telegram.said("hi"), telegram.pressed("x"), telegram.shared_contact(), telegram.edited("no")]
)
def test_the_examples_are_updates_as_the_library_knows_them(update: Json) -> None:
    Update.model_validate(telegram.numbered(update))


# A busy machine is no failure.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

# What may stand in a JSON document, with the fields' names that mean something here.
NAMES = st.sampled_from(
    [
        *("update_id", "message", "edited_message", "callback_query", "from", "chat", "id", "type", "text"),
        *("contact", "user_id", "phone_number", "date", "data", "photo", "caption", "is_bot", "first_name"),
    ]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["private", "/start x"])
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
ANY_JSON = st.recursive(
    SCALARS | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES | ANY_TEXT, inner, max_size=6),
    max_leaves=10,
)
ANY_OBJECT = st.dictionaries(NAMES | ANY_TEXT, ANY_JSON, max_size=6)


@unhurried
@given(update=ANY_OBJECT)
def test_whatever_object_comes_is_read_without_an_error(update: Json) -> None:
    for received in parse_update(update, RECEIVED_AT):
        assert storable(received)


@unhurried
@given(fields=ANY_OBJECT)
def test_whatever_a_private_message_holds_is_read_without_an_error(fields: Json) -> None:
    update = telegram.numbered({"message": {**fields, "chat": ADA.chat(), "from": ADA.user()}})

    for received in parse_update(update, RECEIVED_AT):
        assert storable(received)


@unhurried
@given(contact=ANY_OBJECT, owner=ANY_JSON.filter(lambda owner: owner != ADA.id), message=ANY_OBJECT)
def test_another_persons_contact_never_gives_a_phone_number(contact: Json, owner: Any, message: Json) -> None:
    card = {**contact, "phone_number": "4915112345678", "user_id": owner}
    update = {"message": {**message, "chat": ADA.chat(), "from": ADA.user(), "contact": card}}

    assert read(update).contact_phone is None


def storable(received: object) -> bytes:
    return json.dumps(str(received), ensure_ascii=False).encode()
