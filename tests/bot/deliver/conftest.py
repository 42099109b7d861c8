"""A demo whose text messages leave through a sender that does as it is told."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.deliver.loop import Deliverer
from bot.outbounds import Outbounds
from bot.printing.press import Press
from bot.publishing import Dialogs
from bot.receive.inbox import process_lane, store_message
from channels.base import Incoming, Outgoing, SendError, Sent
from channels.email.message import message_id
from storage.repositories.inbox import InboxRow
from tests.bot.web.chat.house import ONE_PAGE, House, opened

PHONE = "+491713920001"


@dataclass
class Obedient:
    """Raises what it is told to, once each; sends otherwise."""

    troubles: list[SendError] = field(default_factory=list)
    sent: list[Outgoing] = field(default_factory=list)
    mail_domain: str | None = None
    """With one, mails have the ids that a mail server would know them by."""

    def send(self, outgoing: Outgoing) -> Sent:
        if self.troubles:
            raise self.troubles.pop(0)
        self.sent.append(outgoing)
        if self.mail_domain is not None and "@" in outgoing.to:
            return Sent(message_id(outgoing, self.mail_domain))
        return Sent(f"SM{len(self.sent)}")

    def close(self) -> None:
        """Nothing is open."""


@dataclass(frozen=True)
class Station:
    """The house with its sender."""

    house: House
    sender: Obedient
    deliverer: Deliverer

    def text(self, words: str, key: str = "message:SM1") -> None:
        """A text message comes in and takes its turn."""
        account = self.house.account("sms")
        row = store_message(self.house.app, account, Incoming(key, PHONE, self.house.clock(), text=words))
        assert isinstance(row, InboxRow)
        process_lane(self.house.app, row.lane)

    def press(self, choice: str, callback_id: str, key: str) -> None:
        """Somebody on Telegram presses a button, of whatever question."""
        account = self.house.account("telegram")
        incoming = Incoming(key, "4711", self.house.clock(), choice=choice, callback_id=callback_id)
        row = store_message(self.house.app, account, incoming)
        assert isinstance(row, InboxRow)
        process_lane(self.house.app, row.lane)

    def run_due(self) -> None:
        self.deliverer.run_due()

    def forget(self, *kinds: str) -> None:
        """From now on the brand has no account of these kinds."""
        self.house.forget(*kinds)

    def states(self, kind: str) -> list[str]:
        """The states of the effects of a kind, oldest first."""
        with self.house.app.database.engine.connect() as connection:
            rows = connection.exec_driver_sql(f"SELECT state FROM effect WHERE kind = '{kind}' ORDER BY seq")  # noqa: S608
            return [row[0] for row in rows]


@pytest.fixture
def station(tmp_path: Path, seeded_file: Path, dialogs: Dialogs) -> Iterator[Station]:
    shutil.copy(seeded_file, tmp_path / "house.db")
    sender = Obedient()
    with opened(f"sqlite:///{tmp_path / 'house.db'}", tmp_path, dialogs, press=ONE_PAGE) as house:
        deliverer = Deliverer(house.app, Outbounds(lambda row: sender), threads=1)
        yield Station(house, sender, deliverer)
        deliverer.close()


@pytest.fixture
def house_press() -> Press:
    """No test here reads what is printed."""
    return ONE_PAGE
