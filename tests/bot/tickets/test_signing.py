"""Signatures as Standard Webhooks has them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.tickets.signing import SignatureRefused, secret_of, signed_headers, verify

# The specification's own example.
SECRET = secret_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
ID, BODY = "msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}'
AT = datetime.fromtimestamp(1614265330, UTC)
HEADERS = signed_headers(SECRET, ID, BODY, AT)


def test_the_example_of_the_specification() -> None:
    assert HEADERS == {
        "webhook-id": ID,
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


def test_one_of_several_signatures_will_do() -> None:
    signature = f"v1,AAAA {HEADERS['webhook-signature']} v2,BBBB"
    verify(SECRET, HEADERS | {"webhook-signature": signature}, BODY, AT)


@given(st.integers(0, len(BODY) * 8 - 1))
def test_another_body_is_refused(bit: int) -> None:
    changed = bytearray(BODY)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(SignatureRefused, match="webhook-signature"):
        verify(SECRET, HEADERS, bytes(changed), AT)


@pytest.mark.parametrize("apart", [timedelta(minutes=6), timedelta(minutes=-6)])
def test_an_old_one_is_refused(apart: timedelta) -> None:
    with pytest.raises(SignatureRefused, match="within 5 minutes"):
        verify(SECRET, HEADERS, BODY, AT + apart)


@pytest.mark.parametrize("name", HEADERS)
def test_each_header_is_needed(name: str) -> None:
    with pytest.raises(SignatureRefused):
        verify(SECRET, HEADERS | {name: ""}, BODY, AT)


@pytest.mark.parametrize(
    "text", ["", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_!!!!", "whsec_" + "A" * 100]
)
def test_what_is_no_secret_says_what_was_expected(text: str) -> None:
    with pytest.raises(ValueError, match="expected whsec_ and the Base64 of 24 to 64 bytes"):
        secret_of(text)
