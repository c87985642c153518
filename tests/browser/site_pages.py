"""The test pages over https, each under its platform's own host name, with a certificate that lives as long as the run."""

import datetime
import ssl
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HERE = Path(__file__).parent
OFFICE_SITE = "barta.nilkandi.example"  # an office's own site: IT names it, no platform file does
UNLISTED = "unlisted.example"  # the same page as Facebook's where the extension does not run
PAGES = {
    "www.facebook.com": "facebook",
    "business.facebook.com": "business",
    "x.com": "x",
    "www.linkedin.com": "linkedin",
    "www.instagram.com": "instagram",
    "www.threads.com": "threads",
    "www.youtube.com": "youtube",
    "mastodon.social": "mastodon",
    "bsky.app": "bluesky",
    OFFICE_SITE: "generic",
    UNLISTED: "facebook",
}
STRICT = "default-src 'self'; img-src data: blob:; require-trusted-types-for 'script'; trusted-types 'none'"


class PageHandler(SimpleHTTPRequestHandler):
    """`/` is the page, `/site.js` the bundle of the host's platform in `directory`; `?csp=strict` sends a policy with the page."""

    def translate_path(self, path: str) -> str:
        name = path.split("?")[0].lstrip("/")
        if name == "site.js":
            return str(Path(self.directory) / f"{PAGES[self.headers['Host'].split(':')[0]]}.js")
        return str(HERE / "pages" / (name if name in ("head.js", "page.css") else "page.html"))

    def end_headers(self) -> None:
        if "csp=strict" in self.path:
            self.send_header("Content-Security-Policy", STRICT)
        super().end_headers()

    def log_message(self, *_args: Any) -> None:
        pass


def serve_pages(folder: Path) -> ThreadingHTTPServer:
    """Starts the server on a free port; `folder` holds the bundles and takes the certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(make_certificate(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(PageHandler, directory=str(folder)))
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    return server


def make_certificate(folder: Path) -> Path:
    """A self-signed certificate and its key in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test pages")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in PAGES]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "site.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path
