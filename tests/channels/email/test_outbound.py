"""Handing mail to a real SMTP server: what each of its answers, and each way to break, means."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from channels.base import Account, OutcomeUnknown, Outgoing, Refused, SendError, TryLater, Unreachable
from channels.email.outbound import EmailOutbound
from tests.channels.email.mail_server import Certificate, MailServer, Moment, Security

MAIL = Outgoing("ann@customer.example", "Hello\n.\n", subject="Your cancellation", key="effect-1")
PATIENT_S, IMPATIENT_S = 10.0, 0.3


@pytest.fixture
def server() -> Iterator[MailServer]:
    with MailServer() as running:
        yield running


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return Certificate(tmp_path_factory.mktemp("certificate"))


def failure(account: Account, outgoing: Outgoing = MAIL, time_limit_s: float = PATIENT_S) -> SendError:
    with pytest.raises(SendError) as caught:
        EmailOutbound(account, time_limit_s=time_limit_s).send(outgoing)
    return caught.value


def test_a_mail_arrives(server: MailServer) -> None:
    sent = EmailOutbound(server.account()).send(MAIL)

    (mail,) = server.mails
    assert sent.message_id == mail["Message-ID"]
    assert server.envelopes == [("cancel@brand.example", ["ann@customer.example"])]
    assert server.raw[0].endswith(b"\r\n\r\nHello\r\n.\r\n")


def test_a_server_that_reports_is_told_what_to_call_it(server: MailServer) -> None:
    server.reports = True
    sent = EmailOutbound(server.account()).send(MAIL)

    assert server.asked_for == ["RET=HDRS", f"ENVID={sent.message_id[1:].partition('@')[0]}"]
    assert len(server.mails) == 1


def test_a_repeat_is_recognised_by_its_id(server: MailServer) -> None:
    outbound = EmailOutbound(server.account())

    assert outbound.send(MAIL).message_id == outbound.send(MAIL).message_id
    outbound.close()


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("550 5.1.1 no such user", "5.1.1"),
        ("550 no such user", "550"),
        ("551 not here", "551"),
        ("553 5.1.3 bad address", "5.1.3"),
        ("550 5.2.1 switched off", "5.2.1"),
    ],
)
def test_nobody_is_there(server: MailServer, answer: str, code: str) -> None:
    server.refuse["RCPT"] = answer

    error = failure(server.account())

    assert isinstance(error, Unreachable)
    assert (error.code, error.opted_out) == (code, False)


@pytest.mark.parametrize("answer", ["552 5.2.2 mailbox full", "550 5.7.1 not allowed", "554 refused"])
def test_somebody_who_does_not_take_this_mail(server: MailServer, answer: str) -> None:
    server.refuse["RCPT"] = answer

    assert type(failure(server.account())) is Refused


@pytest.mark.parametrize("moment", ["MAIL", "RCPT", "DATA"])
def test_not_now(server: MailServer, moment: Moment) -> None:
    server.refuse[moment] = "451 4.7.1 greylisted"

    error = failure(server.account())

    assert isinstance(error, TryLater)
    assert error.code == "4.7.1"


def test_a_sender_that_is_refused(server: MailServer) -> None:
    server.refuse["MAIL"] = "550 5.7.1 who are you"

    error = failure(server.account())

    assert type(error) is Refused
    assert "setting from" in error.reason


def test_a_mail_that_is_refused(server: MailServer) -> None:
    server.refuse["DATA"] = "554 5.6.0 spam"

    error = failure(server.account())

    assert type(error) is Refused
    assert error.code == "5.6.0"


@pytest.mark.parametrize(
    ("moment", "kind"), [("MAIL", TryLater), ("RCPT", TryLater), ("DATA", OutcomeUnknown)]
)
def test_a_connection_that_breaks(server: MailServer, moment: Moment, kind: type[SendError]) -> None:
    server.break_at = moment

    assert type(failure(server.account())) is kind


@pytest.mark.parametrize(("moment", "kind"), [("RCPT", TryLater), ("DATA", OutcomeUnknown)])
def test_an_answer_that_does_not_come(server: MailServer, moment: Moment, kind: type[SendError]) -> None:
    server.hang_at = moment

    assert type(failure(server.account(), time_limit_s=IMPATIENT_S)) is kind


def test_nobody_listens() -> None:
    with MailServer() as server:
        account = server.account()

    assert isinstance(failure(account), TryLater)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_an_encrypted_connection_with_a_log_in(security: Security, certificate: Certificate) -> None:
    with MailServer(certificate, security=security, login=("brand", "secret")) as server:
        EmailOutbound(server.account(username="brand", password="secret")).send(MAIL)

        wrong = failure(server.account(username="brand", password="wrong"))

    assert (server.logged_in, len(server.mails)) == (["brand"], 1)
    assert type(wrong) is Refused
    assert "username and password" in wrong.reason


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for(security: Security, certificate: Certificate) -> None:
    with MailServer(certificate, security=security) as server:
        error = failure(server.account(ca_file=""))

    assert isinstance(error, TryLater)
    assert server.mails == []


def test_a_server_without_encryption_gets_nothing(server: MailServer) -> None:
    error = failure(server.account(security="starttls"))

    assert type(error) is Refused
    assert "security" in error.reason
    assert server.mails == []


def test_a_server_without_log_in_gets_nothing(server: MailServer) -> None:
    error = failure(server.account(username="brand", password="secret"))

    assert type(error) is Refused


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"host": ""}, "host"),
        ({"security": "ssl"}, "security"),
        ({"port": "smtp"}, "port"),
        ({"username": "brand"}, "password"),
        ({"username": "brand", "password": "x", "host": "mail.example"}, "security"),
        ({"ca_file": "/nowhere/ca.pem"}, "ca_file"),
        ({"from": "nobody"}, "mail-1"),
    ],
)
def test_a_wrong_setting_is_named(server: MailServer, settings: dict[str, str], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        EmailOutbound(server.account(**settings))


def test_the_certificates_are_the_systems_own_unless_told(tmp_path: Path) -> None:
    EmailOutbound(Account("mail-1", "email", "a@b.example", {"host": "mail.example"})).close()
