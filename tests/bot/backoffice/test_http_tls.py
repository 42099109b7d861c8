"""TLS: whom nobody vouches for, or who is somebody else, is told nothing."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.backoffice.base import Unavailable
from bot.backoffice.http.client import HttpBackOffice
from bot.lines.address import address_of
from tests.bot.backoffice.contract import ADA, TODAY
from tests.bot.backoffice.http_laboratory import KEY

ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\nConnection: close\r\n\r\n"
    b'{"services":[]}'
)


class Secured:
    """Answers over TLS with a certificate that it signed itself; `heard` is what it was told."""

    def __init__(self, certificate: Path) -> None:
        self.heard: list[bytes] = []
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._context.load_cert_chain(certificate)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self._listening.getsockname()[1]}"

    def _serve(self) -> None:
        while not self._closing.is_set():
            connection, _ = self._listening.accept()
            secured = self._context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
            with secured, suppress(OSError):
                secured.do_handshake()
                self.heard.append(_request(secured))
                secured.sendall(ANSWER)

    def close(self) -> None:
        """Woken by somebody who says nothing."""
        self._closing.set()
        socket.create_connection(self._listening.getsockname()).close()
        self._thread.join()
        self._listening.close()


def _request(secured: ssl.SSLSocket) -> bytes:
    """To its end: what is closed with something unread takes the answer along."""
    heard = b""
    while not heard.endswith(b"}") and (more := secured.recv(65536)):
        heard += more
    return heard


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "shop")]),
    )
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "certificate.pem"
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(secret + made.public_bytes(pem))
    return file


@pytest.fixture
def secured(certificate: Path) -> Iterator[Secured]:
    made = Secured(certificate)
    yield made
    made.close()


def test_whom_nobody_vouches_for_is_told_nothing(secured: Secured) -> None:
    office = HttpBackOffice(address_of(secured.url), KEY)

    with pytest.raises(Unavailable, match=r"nothing was sent: .*SSL"):
        office.services(ADA, TODAY)

    office.close()
    assert secured.heard == []


def test_an_authority_of_one_s_own_can_vouch(
    secured: Secured, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    office = HttpBackOffice(address_of(secured.url), KEY)

    assert office.services(ADA, TODAY) == ()

    office.close()
    (heard,) = secured.heard
    assert heard.startswith(b"POST /services HTTP/1.1\r\n")


def test_a_handshake_that_never_ends_ends_in_its_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        office = HttpBackOffice(address_of(f"https://127.0.0.1:{silent.getsockname()[1]}"), KEY)
        with pytest.raises(Unavailable, match=r"nothing was sent: no answer within 0\.3 s"):
            office.services(ADA, TODAY, timeout=0.3)
        office.close()
