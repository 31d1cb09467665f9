"""A real SMTP server beside the tests, encrypted and with a login, that can be told to refuse or to dawdle."""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from threading import Event

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from serving import free_port

HOST = "127.0.0.2"
"""This machine under an address that the program does not know for its own: what goes there is encrypted."""
USER, PASSWORD = "opvolging", "geheim"


class Mailbox:
    """What the server took; ``refused`` are the addresses that it takes nothing for, ``silent`` makes it say nothing
    after a mail is handed over, until it no longer is. ``handed_over`` tells that one was."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refused: set[str] = set()
        self.silent = False
        self.handed_over = Event()
        self.encrypted: list[bool] = []

    async def handle_RCPT(self, _server, session, envelope: Envelope, address: str, _options) -> str:  # noqa: N802
        if address in self.refused:
            return "550 No such user here"
        self.encrypted.append(session.ssl is not None and session.authenticated)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope: Envelope) -> str:  # noqa: N802
        self.handed_over.set()
        for _ in range(300):
            if not self.silent:
                break
            await asyncio.sleep(0.1)
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@contextmanager
def mail_server(folder: Path) -> Iterator[tuple[Mailbox, int]]:
    """The mailbox and the port; ``folder / "cert.pem"`` is what the sender has to trust."""
    box, port = Mailbox(), free_port()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(_certificate(folder))

    def login(_server, _session, _envelope, _mechanism, data: LoginPassword) -> AuthResult:
        return AuthResult(success=data == LoginPassword(USER.encode(), PASSWORD.encode()), handled=False)

    controller = Controller(
        box, HOST, port, tls_context=context, require_starttls=True, auth_required=True, authenticator=login
    )
    controller.start()
    try:
        yield box, port
    finally:
        controller.stop()


def _certificate(folder: Path) -> Path:
    """The server's own, with its key."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / "cert.pem"
    file.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return file
