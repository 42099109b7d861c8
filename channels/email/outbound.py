"""Handing mail to a mail server by SMTP. One connection a mail, so that threads share nothing.

Until the text of the mail goes out, every failure is known. From then until the
server's answer nobody knows: `OutcomeUnknown`. A repeat has the same Message-ID.

Source: RFC 5321 (SMTP; 4.2.1 on codes), RFC 3463 (enhanced codes).
"""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from ipaddress import ip_address
from time import monotonic

from channels.base import (
    Account,
    OutcomeUnknown,
    Outgoing,
    Refused,
    SendError,
    Sent,
    TryLater,
    Unreachable,
)
from channels.email.message import composed, sender_of

TIME_LIMIT_S = 10.0
"""The time limit of one mail, from connecting to the server's last answer."""

_PORTS = {"none": 25, "starttls": 587, "tls": 465}

_NO_SUCH_RECEIVER = re.compile(r"5\.1\.[0-9]+|5\.2\.1")
"""Enhanced codes about the address itself: unknown, moved, malformed or a mailbox switched off."""

_ENHANCED = re.compile(r"\s*([245]\.[0-9]{1,3}\.[0-9]{1,3})\b")


class EmailOutbound:
    """Sends one account's mail. Safe to call from several threads; `time_limit_s` at most each.

    Raises `ValueError` when a setting is missing or wrong.
    """

    def __init__(self, account: Account, *, time_limit_s: float = TIME_LIMIT_S) -> None:
        settings = account.settings
        self._account, self._time_limit_s = account, time_limit_s
        self._host = settings.get("host", "")
        self._security = settings.get("security", "") or "starttls"
        self._username, self._password = settings.get("username", ""), settings.get("password", "")
        self._helo = sender_of(account).domain
        self._sender = sender_of(account).addr_spec
        self._check()
        self._port = int(settings.get("port", "") or _PORTS[self._security])
        self._tls = _trusting(settings.get("ca_file", ""))

    def send(self, outgoing: Outgoing) -> Sent:
        """Hand one mail to the server, or raise a `SendError`. The id is the mail's Message-ID."""
        mail = composed(self._account, outgoing, datetime.now(UTC))
        deadline = monotonic() + self._time_limit_s
        with self._connected(deadline) as server:
            self._deliver(server, mail, deadline)
        return Sent(str(mail["Message-ID"]))

    def close(self) -> None:
        """Nothing is kept open between mails."""

    def _check(self) -> None:
        """Raise `ValueError` with the name of the setting that is missing or wrong."""
        account = f"email account {self._account.id!r}"
        if not self._host:
            raise ValueError(f"{account}: the setting host is missing")
        if self._security not in _PORTS:
            raise ValueError(f"{account}: security must be one of {', '.join(_PORTS)}")
        if not (self._account.settings.get("port", "") or "25").isdecimal():
            raise ValueError(f"{account}: port must be a number")
        if self._username and not self._password:
            raise ValueError(f"{account}: the setting password is missing")
        if self._username and self._security == "none" and not _is_loopback(self._host):
            raise ValueError(f"{account}: with security none, a password is only sent to this machine")

    @contextmanager
    def _connected(self, deadline: float) -> Iterator[smtplib.SMTP]:
        """A server that is ready to take a mail. It is left without waiting long for its farewell."""
        try:
            server = self._connect()
        except (smtplib.SMTPException, OSError) as error:
            raise _before_data(error) from error
        try:
            try:
                self._introduce(server, deadline)
            except (smtplib.SMTPException, OSError) as error:
                raise _before_data(error) from error
            yield server
        finally:
            # What the server has taken it has taken: a farewell that fails changes nothing.
            with suppress(smtplib.SMTPException, OSError):
                _limit(server, monotonic() + 1)
                server.quit()
            server.close()

    def _connect(self) -> smtplib.SMTP:
        # Our own name is given, since finding it out can hang on a name server.
        if self._security == "tls":
            return smtplib.SMTP_SSL(
                self._host, self._port, self._helo, timeout=self._time_limit_s, context=self._tls
            )
        return smtplib.SMTP(self._host, self._port, self._helo, timeout=self._time_limit_s)

    def _introduce(self, server: smtplib.SMTP, deadline: float) -> None:
        _limit(server, deadline)
        if self._security == "starttls":
            server.starttls(context=self._tls)
        if self._username:
            _limit(server, deadline)
            server.login(self._username, self._password)
        server.ehlo_or_helo_if_needed()

    def _deliver(self, server: smtplib.SMTP, mail: EmailMessage, deadline: float) -> None:
        """The envelope, then the mail; after that only the server's answer counts."""
        receiver = mail["To"].addresses[0].addr_spec
        try:
            _limit(server, deadline)
            _expect(server.mail(self._sender, _envelope(server, mail)), receiver, _sender_refused)
            _limit(server, deadline)
            _expect(server.rcpt(receiver), receiver, _receiver_refused)
        except (smtplib.SMTPException, OSError) as error:
            raise _before_data(error) from error
        try:
            _limit(server, deadline)
            answer: tuple[int, bytes | str] = server.data(mail.as_bytes())
        except smtplib.SMTPDataError as error:
            answer = error.smtp_code, error.smtp_error  # instead of "go ahead": nothing has been sent
        except (smtplib.SMTPException, OSError) as error:
            raise OutcomeUnknown(f"the connection broke while the mail was handed over: {error}") from error
        _expect(answer, receiver, _mail_refused)


def _envelope(server: smtplib.SMTP, mail: EmailMessage) -> list[str]:
    """What a report on the mail shall be known by, and that it need not carry the mail (RFC 3461, 4)."""
    if not server.has_extn("dsn"):
        return []
    name = str(mail["Message-ID"]).strip("<>").partition("@")[0]
    return ["RET=HDRS", *([f"ENVID={name}"] if name.isalnum() else [])]


def _trusting(ca_file: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except OSError as error:
        raise ValueError(f"the setting ca_file names no readable certificates: {ca_file!r}") from error


def _limit(server: smtplib.SMTP, deadline: float) -> None:
    """Let what comes next take no longer than what is left."""
    if server.sock is not None:
        server.sock.settimeout(max(deadline - monotonic(), 0.01))


def _expect(answer: tuple[int, bytes | str], receiver: str, refused: Callable[[int, str], SendError]) -> None:
    """Raise what `refused` makes of an answer that is no success, without the receiver's address in it."""
    code, words = answer
    if not 200 <= code < 300:
        raise refused(code, _words(words).replace(receiver, "<receiver>"))


def _sender_refused(code: int, words: str) -> SendError:
    return _later_or(code, words, Refused(f"{words} (check the setting from)", code=_code(code, words)))


def _receiver_refused(code: int, words: str) -> SendError:
    """Nobody there, or not now, or not this mail: an enhanced code tells, else 550, 551 and 553 do."""
    enhanced = _ENHANCED.match(words)
    nobody = _NO_SUCH_RECEIVER.fullmatch(enhanced[1]) if enhanced else code in (550, 551, 553)
    kind = Unreachable if nobody else Refused
    return _later_or(code, words, kind(words, code=_code(code, words)))


def _mail_refused(code: int, words: str) -> SendError:
    return _later_or(code, words, Refused(words, code=_code(code, words)))


def _later_or(code: int, words: str, final: SendError) -> SendError:
    """`final` for 5xx; what is neither that nor a success passes."""
    return final if 500 <= code < 600 else TryLater(words, code=_code(code, words))


def _before_data(error: Exception) -> SendError:
    """A failure before the mail itself was sent: it passes, unless a setting is wrong."""
    if isinstance(error, SendError):
        return error
    if isinstance(error, smtplib.SMTPAuthenticationError):
        refused = Refused("the log-in is refused (check the settings username and password)")
        return _later_or(error.smtp_code, "the log-in is refused for now", refused)
    # The library raises its plain base class when no way to log in is common to both sides.
    if isinstance(error, smtplib.SMTPNotSupportedError) or type(error) is smtplib.SMTPException:
        return Refused(f"{error} (check the settings security and username)")
    return TryLater(f"no mail server: {type(error).__name__}: {error}")


def _code(code: int, words: str) -> str:
    """The enhanced code where there is one, which says more."""
    enhanced = _ENHANCED.match(words)
    return enhanced[1] if enhanced else str(code)


def _words(answer: bytes | str) -> str:
    return answer if isinstance(answer, str) else answer.decode("utf-8", "replace")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
