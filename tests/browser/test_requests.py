"""Every request of the extension goes to the configured server, and to nobody else: a proxy sees all that the browser sends."""

import http.client
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import pytest
from chromium import EXTENSION, Composer, extension_origin, launch
from extension_settings import Extension
from playwright.sync_api import BrowserContext, Playwright, expect
from scripted_server import ScriptedServer, flagging

pytestmark = pytest.mark.browser

WORD = "কুলাঙ্গার"
SITE = "www.facebook.com"
SEED = "\nfetch('https://{}/beacon', {{mode: 'no-cors'}}).catch(() => {{}});\n"
SEEDED = {"background/main.js": "background.example", "content/rules.js": "content.example"}
DEFAULT = "127.0.0.1:8420"  # the configured server until the test names its own
BROWSERS_OWN = {"accounts.google.com", "update.googleapis.com"}  # Chromium asks for them with no extension too


class Recorder:
    """A proxy that notes every host it is asked for. The test site and this machine are reached, others get 502."""

    def __init__(self, site_port: int) -> None:
        self.hosts: list[str] = []
        self.site_port = site_port
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def strangers(self, *known: str) -> set[str]:
        """Hosts that were asked for, beside the known ones."""
        return set(self.hosts) - set(known) - BROWSERS_OWN

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        recorder = self

        class Handler(BaseHTTPRequestHandler):
            def do_CONNECT(self) -> None:
                host = self.path.rsplit(":", 1)[0]
                recorder.hosts.append(host)
                if host != SITE:
                    return self.send_error(502)
                with socket.create_connection(("127.0.0.1", recorder.site_port)) as other:
                    self.send_response(200)
                    self.end_headers()
                    back = threading.Thread(target=pump, args=(other, self.connection), daemon=True)
                    back.start()
                    pump(self.connection, other)
                    back.join(5)

            def forward(self) -> None:
                url = urlsplit(self.path)
                recorder.hosts.append(url.netloc)
                if url.hostname != "127.0.0.1":
                    return self.send_error(502)
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                try:
                    status, headers, told = ask(url, self.command, body, dict(self.headers))
                except OSError:
                    return self.send_error(502)
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(told)

            do_GET = do_POST = do_OPTIONS = forward

            def log_message(self, *_args: object) -> None:
                pass

        return Handler


def ask(
    url: SplitResult, method: str, body: bytes, headers: dict[str, str]
) -> tuple[int, list[tuple[str, str]], bytes]:
    """The server's own answer."""
    with closing(http.client.HTTPConnection(url.netloc, timeout=30)) as asked:
        asked.request(method, url._replace(scheme="", netloc="").geturl(), body, headers)
        reply = asked.getresponse()
        return reply.status, reply.getheaders(), reply.read()


def pump(source: socket.socket, target: socket.socket) -> None:
    """Bytes from one end to the other until one closes."""
    with suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


@pytest.fixture
def recorder(site_port: int) -> Iterator[Recorder]:
    """The proxy."""
    recorder = Recorder(site_port)
    yield recorder
    recorder.stop()


@contextmanager
def browser(
    playwright: Playwright, profile: Path, site_port: int, recorder: Recorder, extension: Path
) -> Iterator[tuple[BrowserContext, Extension]]:
    """Chromium behind the proxy, loopback too, with the extension from that folder."""
    proxied = [f"--proxy-server=127.0.0.1:{recorder.port}", "--proxy-bypass-list=<-loopback>"]
    with launch(playwright, profile, site_port, *proxied, extension=extension) as context:
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.goto(f"{extension_origin(context)}/options/options.html")
        yield context, Extension(page)


def use_everything(context: BrowserContext, extension: Extension, server: ScriptedServer) -> None:
    """A draft, the panel, Post, and each page of ours."""
    composer = Composer(context.new_page()).open()
    composer.type(f"ওই {WORD}")
    composer.wait_marks(warn=[WORD])
    composer.open_panel()
    composer.click_post()
    composer.wait_dialog("প্রকাশের আগে দেখে নিন")
    page = context.new_page()
    page.goto(f"{extension.origin}/popup/popup.html")
    expect(page.locator("#server")).to_have_text("সংযুক্ত")
    page.goto(f"{extension.origin}/welcome/welcome.html")
    page.locator("#draft").fill(WORD)
    expect(page.locator("#dock .finding")).to_have_count(1)
    extension.page.get_by_role("button", name="সংযোগ পরীক্ষা করুন").click()
    expect(extension.page.locator("#outcome")).to_have_attribute("data-state", "good")


def seeded(folder: Path) -> Path:
    """A copy of the extension with a request to somebody else in each of two files."""
    copy = folder / "extension"
    shutil.copytree(EXTENSION, copy)
    for file, host in SEEDED.items():
        with (copy / file).open("a") as script:
            script.write(SEED.format(host))
    return copy


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """The configured server."""
    server = ScriptedServer()
    server.script = flagging(**{WORD: "warn"})
    yield server
    server.stop()


def test_no_host_but_the_configured_server_is_asked(
    playwright: Playwright, tmp_path: Path, site_port: int, recorder: Recorder, server: ScriptedServer
) -> None:
    configured = server.url.removeprefix("http://")
    with browser(playwright, tmp_path / "profile", site_port, recorder, EXTENSION) as (context, extension):
        extension.set(serverUrl=server.url)
        use_everything(context, extension, server)
    assert configured in recorder.hosts and SITE in recorder.hosts
    assert recorder.strangers(configured, SITE, DEFAULT) == set()


def test_a_seeded_request_to_somebody_else_is_caught(
    playwright: Playwright, tmp_path: Path, site_port: int, recorder: Recorder, server: ScriptedServer
) -> None:
    with browser(playwright, tmp_path / "profile", site_port, recorder, seeded(tmp_path)) as (context, extension):
        extension.set(serverUrl=server.url)
        use_everything(context, extension, server)
    assert recorder.strangers(server.url.removeprefix("http://"), SITE, DEFAULT) == set(SEEDED.values())
