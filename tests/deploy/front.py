"""A real nginx on the shipped site file: only names, paths and ports are put in."""

from __future__ import annotations

import datetime
import http.client
import os
import shutil
import signal
import ssl
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.conftest import free_port

SITE = Path(__file__).resolve().parent.parent.parent / "deploy" / "nginx.conf"
NAME = "jachai.example.gov.bd"
MAIN = """
{user}
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/nginx.error.log crit;
events {{ worker_connections 2048; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/other;
    uwsgi_temp_path {folder}/other;
    scgi_temp_path {folder}/other;
    {more}
    include {folder}/jachai.conf;
}}
"""


class Front:
    """nginx before some servers; `port` speaks TLS, `plain` does not."""

    def __init__(
        self, folder: Path, servers: Sequence[str], more: str = "", changes: Sequence[tuple[str, str]] = ()
    ) -> None:
        """`servers`: host:port each. `more`: goes into http. `changes`: (old, new) to the site, for seeded faults."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.port, self.plain = folder, free_port(), free_port()
        make_certificate(folder)
        (folder / "jachai.conf").write_text(self._site(servers, changes), encoding="utf-8")
        user = "user root;" if os.geteuid() == 0 else ""  # else its workers could not enter pytest's folders
        (folder / "nginx.conf").write_text(MAIN.format(folder=folder, more=more, user=user), encoding="utf-8")
        self.process: subprocess.Popen[bytes] | None = None
        self.wrap: Callable[[list[str]], list[str]] = lambda command: command  # to run it under a tool

    def _site(self, servers: Sequence[str], changes: Sequence[tuple[str, str]]) -> str:
        site = SITE.read_text(encoding="utf-8")
        lines = "\n".join(f"server {server} max_fails=1 fail_timeout=5s;" for server in servers)
        for old, new in (
            ("server 127.0.0.1:8420 max_fails=1 fail_timeout=5s;", lines),
            ("listen 80;", f"listen 127.0.0.1:{self.plain};"),
            ("listen 443 ssl;", f"listen 127.0.0.1:{self.port} ssl;"),
            ("/etc/ssl/certs/jachai.pem", f"{self.folder}/certificate.pem"),
            ("/etc/ssl/private/jachai.key", f"{self.folder}/key.pem"),
            ("/var/log/nginx/", f"{self.folder}/"),
            ("/srv/jachai", f"{self.folder}/srv"),
            ("/var/www/acme", f"{self.folder}/acme"),
            *changes,
        ):
            assert old in site, old
            site = site.replace(old, new)
        return site

    def start(self) -> None:
        """Comes back when it answers."""
        with (self.folder / "nginx.out").open("wb") as out:
            command = [shutil.which("nginx", path="/usr/sbin:/usr/bin") or "nginx", "-c", f"{self.folder}/nginx.conf"]
            self.process = subprocess.Popen(
                self.wrap([*command, "-e", f"{self.folder}/nginx.start.log"]), stdout=out, stderr=out
            )
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                self.ask("GET", "/nowhere")
                return
            except OSError:
                time.sleep(0.02)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process = None
        raise RuntimeError((self.folder / "nginx.out").read_text())

    def stop(self) -> None:
        """Ends it; what it had to write is written."""
        if self.process:
            os.kill(int((self.folder / "nginx.pid").read_text()), signal.SIGTERM)
            self.process.wait(60)
            self.process = None

    def lines(self) -> list[str]:
        """What its log holds, in whole lines. A line is written after its answer is sent: wait for it with `logged`."""
        return (self.folder / "jachai.log").read_text(encoding="utf-8").rpartition("\n")[0].splitlines()

    def logged(self, known: int, part: str = "") -> str:
        """The first line with that part after so many lines that are known."""
        deadline = time.monotonic() + 60
        while not (found := [line for line in self.lines()[known:] if part in line]) and time.monotonic() < deadline:
            time.sleep(0.02)
        return found[0]

    def connection(self, timeout: float = 60) -> http.client.HTTPSConnection:
        """A new connection over TLS, its certificate looked at."""
        context = ssl.create_default_context(cafile=f"{self.folder}/certificate.pem")
        made = http.client.HTTPSConnection(NAME, self.port, timeout=timeout, context=context)
        made._create_connection = lambda address, *rest: _connect(("127.0.0.1", address[1]), *rest)  # type: ignore[attr-defined]
        return made

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers (names in small letters) and body of the answer."""
        connection = self.connection()
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()


def _connect(address: tuple[str, int], timeout: float, source: object = None) -> object:
    import socket

    return socket.create_connection(address, timeout)


def make_certificate(folder: Path) -> None:
    """A self-signed certificate for the site's name."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
