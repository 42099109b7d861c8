"""The structure of a message: its parts, variables and branches."""

import pytest

from dialogs.checker import BrokenMessage, read_message

RECEIPT = """receipt = Accepted: { $service }
    { $has-fee ->
        [0] No fee
       *[other] Fee: { $fee }
    }
    .short = Accepted { $service }
"""


def test_parts_are_told_apart() -> None:
    message = read_message(RECEIPT)

    assert [part.name for part in message.parts] == ["text", "short"]
    assert message.parts[0].variables == {"service", "has-fee", "fee"}
    assert message.parts[1].variables == {"service"}


def test_branches_are_known_by_their_variable() -> None:
    part = read_message(RECEIPT).parts[0]

    assert part.branches == {"has-fee": {"0", "other"}}
    assert part.defaults == {"has-fee": {"other"}}


def test_lines_may_end_as_browsers_send_them() -> None:
    assert read_message(RECEIPT.replace("\n", "\r\n")) == read_message(RECEIPT)


@pytest.mark.parametrize("source", ["", "  ", "# only a remark", "-term = Hello", "a = 1\nb = 2"])
def test_exactly_one_message_is_expected(source: str) -> None:
    with pytest.raises(BrokenMessage, match="expected one message"):
        read_message(source)
