"""A mail server on loopback that speaks real SMTP (aiosmtpd), keeps what it gets and fails on demand.

with MailServer() as server:
    server.refuse_receiver = "550 5.1.1 unknown"
    EmailOutbound(server.account()).send(...)
    server.mails
"""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Literal, Self, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from channels.base import Account

Moment = Literal["MAIL", "RCPT", "DATA"]
Security = Literal["none", "starttls", "tls"]


class MailServer:
    """The server and its memory. `refuse` gives an answer instead of the usual one at a moment of a mail."""

    def __init__(
        self,
        certificate: "Certificate | None" = None,
        *,
        security: Security = "none",
        login: tuple[str, str] | None = None,
    ) -> None:
        self.mails: list[EmailMessage] = []
        self.envelopes: list[tuple[str, list[str]]] = []
        self.raw: list[bytes] = []
        self.logged_in: list[str] = []
        self.asked_for: list[str] = []
        self.refuse: dict[Moment, str] = {}
        self.break_at: Moment | None = None
        self.hang_at: Moment | None = None
        self._security = security
        self._certificate = certificate
        self._login = login
        self.reports = False

    def __enter__(self) -> Self:
        context = self._certificate.context() if self._certificate else None
        self._controller = _Controller(
            self,
            hostname="127.0.0.1",
            port=0,
            ssl_context=context if self._security == "tls" else None,
            tls_context=context if self._security == "starttls" else None,
            require_starttls=self._security == "starttls",
            authenticator=self._authenticate if self._login else None,
            auth_require_tls=False,  # it does not see that a connection was encrypted from the start
        )
        self._controller.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._controller.stop()

    def account(self, **settings: str) -> Account:
        """An account of ours at this server; further settings replace or add."""
        known = {"host": "127.0.0.1", "port": str(self._controller.port), "security": self._security}
        if self._certificate:
            known["ca_file"] = str(self._certificate.path)
        return Account("mail-1", "email", "cancel@brand.example", known | settings)

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        return [responses[0], "250-DSN", *responses[1:]] if self.reports else responses

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return await self._answer("MAIL", server)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return await self._answer("RCPT", server)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        content = cast("bytes", envelope.content)
        self.raw.append(content)
        self.mails.append(cast("EmailMessage", message_from_bytes(content, policy=cast("Any", default))))
        self.envelopes.append((str(envelope.mail_from), [str(each) for each in envelope.rcpt_tos]))
        return await self._answer("DATA", server)

    async def _answer(self, moment: Moment, server: SMTP) -> str:
        if self.break_at == moment and server.transport is not None:
            server.transport.abort()  # type: ignore[attr-defined] # a transport of a socket has it
        if self.hang_at == moment:
            await asyncio.sleep(30)
        return self.refuse.get(moment, "250 OK")

    def _authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        given = (data.login.decode(), data.password.decode())
        if given == self._login:
            self.logged_in.append(given[0])
        return AuthResult(success=given == self._login, handled=False)


class _Reporting(SMTP):
    """Takes what is asked for of reports (RFC 3461), which the library knows nothing of."""

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd's name
        known: list[str] = []
        for word in (arg or "").split(" "):
            asked = word.startswith(("RET=", "ENVID=")) and self.event_handler.reports
            (self.event_handler.asked_for if asked else known).append(word)
        await super().smtp_MAIL(" ".join(known))


class _Controller(Controller):
    def factory(self) -> SMTP:
        return _Reporting(self.handler, **self.SMTP_kwargs)

    def _trigger_server(self) -> None:
        """Connect to the port that the system chose, instead of the 0 that was asked for."""
        assert isinstance(self.server, asyncio.Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call] # as the library has it


class Certificate:
    """A certificate for 127.0.0.1 that vouches for itself, with its key, in one file of the folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "server.pem"
        key = ec.generate_private_key(ec.SECP256R1())
        self.path.write_bytes(_signed(key).public_bytes(serialization.Encoding.PEM))
        self._key = folder / "server.key"
        self._key.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )

    def context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.path, self._key)
        return context


def _signed(key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.example")])
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
