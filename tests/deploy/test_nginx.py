"""The shipped nginx site, run for real: TLS, limits, slow clients, errors the extension can read, nothing of a draft kept."""

from __future__ import annotations

import http.server
import json
import shutil
import socket
import socketserver
import ssl
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import ROOT, free_port
from tests.deploy.front import NAME, Front

pytestmark = pytest.mark.service
EXTENSION = "chrome-extension://" + "a" * 32
LIMIT = 10  # seconds that the extension waits: LIMIT_MS of extension/page/loop.js
OF_THE_SERVER = {
    "Jachai-Request": "7d8d-2",
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": EXTENSION,
    "Access-Control-Expose-Headers": "Jachai-Request, Retry-After",
}
ERRORS = {404: "not_found", 413: "too_large", 502: "unreachable"}


class Echo(http.server.BaseHTTPRequestHandler):
    """A server that tells what reached it."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        told = json.dumps({"headers": dict(self.headers), "path": self.path, "length": len(body)}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        for name, value in OF_THE_SERVER.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(told)

    do_GET = do_POST

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def echo() -> Iterator[str]:
    """Its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def front(echo: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """nginx before it."""
    made = Front(tmp_path_factory.mktemp("nginx"), [echo])
    made.start()
    yield made
    made.stop()


@pytest.fixture
def hasty(echo: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """One that waits a second only for a body."""
    changes = [("client_body_timeout 10s;", "client_body_timeout 1s;")]
    made = Front(tmp_path_factory.mktemp("hasty"), [echo], changes=changes)
    made.start()
    yield made
    made.stop()


def test_what_reaches_the_server(front: Front) -> None:
    claimed = {
        "X-Forwarded-For": "10.1.2.3",
        "X-Forwarded-Proto": "http",
        "Authorization": "Bearer t",
        "Origin": EXTENSION,
    }
    status, _, body = front.ask("POST", "/api/v1/check", b"{}", claimed)
    told = json.loads(body)
    assert status == 200 and told["length"] == 2
    headers = {name.lower(): value for name, value in told["headers"].items()}
    assert headers["x-forwarded-for"] == "127.0.0.1" and headers["x-forwarded-proto"] == "https"
    assert (headers["host"], headers["authorization"], headers["origin"]) == (NAME, "Bearer t", EXTENSION)


@pytest.mark.parametrize(
    "path", ["/api/v1/office?institution=x", "/practice/", "/health", "/openapi.json", "/api/v1/platforms"]
)
def test_what_passes(front: Front, path: str) -> None:
    assert front.ask("GET", path)[0] == 200


def test_the_name_alone_leads_to_the_practice_page(front: Front) -> None:
    status, headers, _ = front.ask("GET", "/")
    assert (status, headers["location"]) == (302, "https://jachai.example.gov.bd/practice/")


@pytest.mark.parametrize(
    "path", ["/metrics", "/ready", "/index.html", "/static/x", "/api/v2/check", "//metrics", "/x/../metrics"]
)
def test_what_is_for_it_alone_does_not(front: Front, path: str) -> None:
    assert front.ask("GET", path)[0] == 404


@pytest.mark.parametrize(
    "asked", ["GET /../x HTTP/1.1", "POST", "GET /" + "x" * 9_000 + " HTTP/1.1", "GET /%00 HTTP/1.1", "secret \x01"]
)
def test_what_cannot_be_read_is_refused_in_our_shape(front: Front, asked: str) -> None:
    context = ssl.create_default_context(cafile=f"{front.folder}/certificate.pem")
    with (
        socket.create_connection(("127.0.0.1", front.port), 60) as plain,
        context.wrap_socket(plain, server_hostname=NAME) as tls,
    ):
        tls.sendall(f"{asked}\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: tls.recv(65_536), b"")).decode()
    assert " 400 " in answer.splitlines()[0] or " 414 " in answer.splitlines()[0]
    assert json.loads(answer.partition("\r\n\r\n")[2])["error"]["code"] == "bad_request"


def test_the_extension_is_handed_out_to_the_policy(front: Front) -> None:
    folder = front.folder / "srv/extension"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "deploy/policies/updates.xml", folder)
    (folder / "jachai.crx").write_bytes(b"Cr24")
    (folder / "jachai.xpi").write_bytes(b"PK")
    for name, kind in (
        ("updates.xml", "text/xml"),
        ("jachai.crx", "application/x-chrome-extension"),
        ("jachai.xpi", "application/x-xpinstall"),
    ):
        status, headers, body = front.ask("GET", f"/extension/{name}")
        assert (status, headers["content-type"]) == (200, kind) and body == (folder / name).read_bytes()
    for path in ("/extension/", "/extension/none", "/extension/../certificate.pem", "/extension/%2e%2e/../key.pem"):
        assert front.ask("GET", path)[0] in (400, 403, 404), path


@pytest.mark.parametrize(
    ("method", "path", "headers", "refused"),
    [
        ("GET", "/extension/", {}, (403, "forbidden")),
        ("PUT", "/extension/updates.xml", {}, (403, "forbidden")),
        ("TRACE", "/api/v1/check", {}, (405, "wrong_method")),
        ("CONNECT", "/api/v1/check", {}, (405, "wrong_method")),
        ("POST", "/api/v1/check", {"Transfer-Encoding": "gzip"}, (501, "bad_request")),
    ],
)
def test_what_nginx_refuses_by_itself_is_told_in_our_shape(
    front: Front, method: str, path: str, headers: dict[str, str], refused: tuple[int, str]
) -> None:
    (front.folder / "srv/extension").mkdir(parents=True, exist_ok=True)
    status, told, body = front.ask(method, path, None, {"Origin": EXTENSION, **headers})
    error = json.loads(body)["error"]
    assert (status, error["code"]) == refused and " | " in error["message"]
    assert told["content-type"] == "application/json" and told["access-control-allow-origin"] == EXTENSION


def test_the_largest_body_passes_and_a_larger_one_is_refused(front: Front) -> None:
    largest = b"x" * 1024 * 1024
    assert json.loads(front.ask("POST", "/api/v1/check", largest)[2])["length"] == len(largest)
    status, headers, body = front.ask("POST", "/api/v1/check", largest + b"x", {"Origin": EXTENSION})
    assert status == 413 and json.loads(body)["error"]["code"] == "too_large"
    assert headers["access-control-allow-origin"] == EXTENSION
    assert list((front.folder / "body").iterdir()) == []


@pytest.mark.parametrize(
    "origin", ["https://www.facebook.com", "null", "", EXTENSION + ".example", "https://x/" + EXTENSION]
)
def test_no_page_may_read_an_error(front: Front, origin: str) -> None:
    assert "access-control-allow-origin" not in front.ask("GET", "/nowhere", None, {"Origin": origin})[1]


def test_an_error_of_nginx_has_our_shape(tmp_path_factory: pytest.TempPathFactory) -> None:
    with socket.socket() as nobody:  # bound, and listening to none
        nobody.bind(("127.0.0.1", 0))
        front = Front(tmp_path_factory.mktemp("alone"), [f"127.0.0.1:{nobody.getsockname()[1]}"])
        front.start()
        try:
            status, headers, body = front.ask("POST", "/api/v1/check", b"{}", {"Origin": "moz-extension://00-ff"})
        finally:
            front.stop()
    assert status == 502 and headers["content-type"].startswith("application/json")
    assert json.loads(body)["error"]["code"] == "unreachable" and "আবার" in json.loads(body)["error"]["message"]
    assert headers["access-control-allow-origin"] == "moz-extension://00-ff"


class Dropper(socketserver.BaseRequestHandler):
    """A server that dies with the request in its hands."""

    def handle(self) -> None:
        self.request.recv(65_536)
        self.server.seen += 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("path, asked", [("check", 2), ("overrides", 1), ("reports", 1)])
def test_what_a_dead_server_held_is_asked_again_only_where_that_does_no_harm(
    path: str, asked: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    droppers = [socketserver.ThreadingTCPServer(("127.0.0.1", 0), Dropper) for _ in range(2)]
    for dropper in droppers:
        dropper.seen = 0  # type: ignore[attr-defined]
        threading.Thread(target=dropper.serve_forever, daemon=True).start()
    front = Front(tmp_path_factory.mktemp("drop"), [f"127.0.0.1:{dropper.server_address[1]}" for dropper in droppers])
    front.start()
    try:
        assert front.ask("POST", f"/api/v1/{path}", b"{}")[0] == 502
    finally:
        front.stop()
        for dropper in droppers:
            dropper.shutdown()
            dropper.server_close()
    assert sum(dropper.seen for dropper in droppers) == asked  # type: ignore[attr-defined]


def test_a_server_that_hangs_leaves_time_to_ask_the_other(echo: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """As where systemd holds the port of one that starts: connections are made, and nobody takes them."""
    with socket.create_server(("127.0.0.1", 0), backlog=128) as hung:
        hangs = f"127.0.0.1:{hung.getsockname()[1]}"
        front = Front(tmp_path_factory.mktemp("hung"), [hangs, echo])
        front.start()

        def ask(_: int) -> tuple[int, float]:
            begun = time.monotonic()
            return front.ask("POST", "/api/v1/check", b"{}")[0], time.monotonic() - begun

        try:
            with ThreadPoolExecutor(8) as pool:
                told = list(pool.map(ask, range(40)))
            asked = [json.loads(front.logged(number))["server"] for number in range(1, 41)]
        finally:
            front.stop()
    assert {status for status, _ in told} == {200}
    assert max(seconds for _, seconds in told) < LIMIT - 2
    assert f"{hangs}, {echo}" in asked


@pytest.mark.parametrize(
    "path, body, status", [("/health", None, 200), ("/nowhere", None, 404), ("/api/v1/check", b"x" * 2**21, 413)]
)
def test_every_answer_names_no_version_and_asks_for_tls(
    front: Front, path: str, body: bytes | None, status: int
) -> None:
    told, headers, _ = front.ask("POST", path, body)
    assert (told, headers["server"], headers["strict-transport-security"]) == (status, "nginx", "max-age=31536000")


def test_what_nginx_adds_to_its_own_answers_stands_once_in_the_servers(front: Front) -> None:
    connection = front.connection()
    connection.request("GET", "/api/v1/office", headers={"Origin": EXTENSION})
    headers = connection.getresponse().headers
    connection.close()
    for name, value in OF_THE_SERVER.items():
        assert headers.get_all(name) == [value]


def test_the_extension_reads_when_to_come_back(tmp_path: Path) -> None:
    busy = Front(tmp_path, ["127.0.0.1:1"], changes=[("location / { return 404; }", "location / { return 429; }")])
    busy.start()
    try:
        status, headers, body = busy.ask("GET", "/nowhere", None, {"Origin": EXTENSION})
    finally:
        busy.stop()
    assert (status, json.loads(body)["error"]["code"], headers["retry-after"]) == (429, "too_many", "5")
    assert headers["x-content-type-options"] == "nosniff" and headers["access-control-allow-origin"] == EXTENSION
    assert headers["access-control-expose-headers"] == "Retry-After"


def test_an_office_with_ipv6_is_served_by_the_line_for_it(echo: str, tmp_path: Path) -> None:
    port = free_port()
    front = Front(tmp_path, [echo], changes=[("# listen [::]:443 ssl;", f"listen [::1]:{port} ssl;")])
    front.start()
    try:
        context = ssl.create_default_context(cafile=f"{front.folder}/certificate.pem")
        with (
            socket.create_connection(("::1", port), 60) as plain,
            context.wrap_socket(plain, server_hostname=NAME) as tls,
        ):
            tls.sendall(f"GET /health HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode())
            answer = b"".join(iter(lambda: tls.recv(65_536), b"")).decode()
    finally:
        front.stop()
    assert " 200 " in answer.splitlines()[0] and '"X-Forwarded-For": "::1"' in answer


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def ask_plainly(front: Front, path: str, body: bytes | None = None) -> tuple[int, str | None, bytes]:
    """Status, Location and body of what is answered without TLS."""
    try:
        answer = urllib.request.build_opener(Stay).open(f"http://127.0.0.1:{front.plain}{path}", body, 60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.headers["Location"], answer.read()


def test_plain_http_is_sent_to_tls_and_goes_no_further(front: Front) -> None:
    for path in ("/api/v1/check?text=secret", "/.well-known/acme-challenge", "/.well-known/acme-challenge/../x"):
        assert ask_plainly(front, path, b"{}")[:2] == (301, f"https://{NAME}/"), path


def test_what_renews_the_certificate_is_answered_without_tls(front: Front) -> None:
    folder = front.folder / "acme/.well-known/acme-challenge"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "token").write_text("token.thumbprint")
    assert ask_plainly(front, "/.well-known/acme-challenge/token") == (200, None, b"token.thumbprint")
    for path in ("none", "../../../key.pem", "%2e%2e/%2e%2e/%2e%2e/key.pem"):
        assert ask_plainly(front, f"/.well-known/acme-challenge/{path}")[0] in (301, 400, 404), path


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_of_today_is_spoken(front: Front, version: ssl.TLSVersion) -> None:
    context = ssl.create_default_context(cafile=f"{front.folder}/certificate.pem")
    context.minimum_version = context.maximum_version = version
    with (
        socket.create_connection(("127.0.0.1", front.port), 60) as plain,
        context.wrap_socket(plain, server_hostname=NAME) as tls,
    ):
        assert tls.version() == version.name.replace("_", ".")


def test_a_client_that_stops_sending_is_cut_off_and_never_seen_by_the_server(hasty: Front) -> None:
    context = ssl.create_default_context(cafile=f"{hasty.folder}/certificate.pem")
    hasty.logged(0)  # of its start
    with (
        socket.create_connection(("127.0.0.1", hasty.port), 60) as plain,
        context.wrap_socket(plain, server_hostname=NAME) as tls,
    ):
        tls.sendall(f"POST /api/v1/check HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: 100\r\n\r\nhalf".encode())
        try:
            left = tls.recv(100)
        except TimeoutError:
            raise
        except OSError:
            left = b""
    assert b"200" not in left
    line = json.loads(hasty.logged(1))
    assert line["route"] == "check" and line["server"] == ""  # no worker was kept waiting


def test_a_line_of_the_log_names_nothing_typed(front: Front) -> None:
    known = len(front.lines())
    front.ask("POST", "/api/v1/check/secret?text=secret", b"secret", {"Referer": "secret", "User-Agent": "secret"})
    line = front.logged(known, '"method":"POST","route":"other"')
    assert set(json.loads(line)) == {
        "time",
        "id",
        "method",
        "route",
        "status",
        "seconds",
        "server",
        "server_status",
        "server_id",
        "in",
        "out",
    }
    assert "secret" not in line and "127.0.0.1" not in line.replace(json.loads(line)["server"], "")


def test_the_server_and_nginx_agree_on_the_largest_body() -> None:
    from server import MAX_BODY
    from tests.deploy.front import SITE

    site = SITE.read_text(encoding="utf-8")
    assert MAX_BODY == 1024 * 1024 and "client_max_body_size 1m;" in site and "client_body_buffer_size 1m;" in site
