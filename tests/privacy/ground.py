"""A server and an nginx with everything on that could write something, and the canary sent through both."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from server.records.migrate import migrate
from server.tokens import hash_of, new_token
from tests.deploy.back import Back
from tests.deploy.front import Front
from tests.privacy.requests import CHECK, RAW, Asked, of_reports, requests

PROFILE = "id: canary\nnames:\n  bn: পরীক্ষা দপ্তর\noverride: reason\ntoken_hashes: ['{hash}']\n"
AT_ONCE = 8


class Answered(NamedTuple):
    """What came back; status 0 where the connection was closed."""

    asked: Asked
    status: int
    head: bytes
    body: bytes


class Ground:
    """Folder `back` holds all that the server may write, `front` all that nginx may."""

    def __init__(
        self, folder: Path, leak: str = "", lists: Path | None = None, changes: Sequence[tuple[str, str]] = ()
    ) -> None:
        self.back_folder, self.front_folder = folder / "back", folder / "front"
        self.token = new_token()
        (folder / "offices").mkdir()
        (folder / "offices/canary.yaml").write_text(PROFILE.format(hash=hash_of(self.token)), encoding="utf-8")
        self.records = f"sqlite:///{self.back_folder}/records.sqlite"
        self.back = Back(
            self.back_folder,
            "tests.privacy.faulty:application",
            institutions=f"{folder}/offices",
            log_level="debug",
            limit="5000",
            records=self.records,
            records_key="ab" * 32,
            trusted_proxies="127.0.0.1",
        )
        if lists:
            self.back.environment["JACHAI_WORDLISTS"] = str(lists)
        figures = self.back_folder / "figures"
        figures.mkdir()
        self.back.environment |= {"CANARY_LEAK": leak, "PROMETHEUS_MULTIPROC_DIR": str(figures)}
        self.front = Front(self.front_folder, [self.back.address], changes=changes)

    def __enter__(self) -> Ground:
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.front.stop()
        finally:
            self.back.stop()

    def _start(self) -> None:
        migrate(self.records)
        self.back.start("--log-level", "debug")
        self.front.start()
        self.back.wait()
        self.touched = {path: path.stat().st_mtime_ns for path in self.temporary()}

    def temporary(self) -> list[Path]:
        """The folders in which a draft would be spooled: made and deleted again, it would still touch them."""
        return [self.front_folder / "body", self.front_folder / "proxy", self.back_folder / "tmp"]

    def spooled(self) -> list[str]:
        """The names of those in which a file was made since the start."""
        return [path.name for path, then in self.touched.items() if path.stat().st_mtime_ns != then]

    def send(self, paths: list[str]) -> list[Answered]:
        """Everything, through nginx and past it, several at once; what came back."""
        work = [(asked, through) for asked in requests(paths, self.token) for through in (True, False)]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            answers = list(pool.map(lambda one: self.ask(*one), work))
            raw = [(text, through) for text in RAW for through in (True, False)]
            answers += pool.map(lambda one: self.ask_raw(*one), raw)
        return answers

    def report(self, answers: Iterable[Answered]) -> list[Answered]:
        """Every finding that was told is a false alarm; what came back."""
        return [self.ask(asked, True) for asked in of_reports(told_in(answers).values(), self.token)]

    def ask(self, asked: Asked, through: bool) -> Answered:
        """One request, as an HTTP client sends it."""
        connection = self._connection(through)
        try:
            connection.request(asked.method, asked.path, asked.body or None, asked.headers)
            answer = connection.getresponse()
            head = "".join(f"{name}: {value}\n" for name, value in answer.getheaders()).encode()
            return Answered(asked, answer.status, head, answer.read())
        except (OSError, http.client.HTTPException):  # refused before it was read to the end
            return Answered(asked, 0, b"", b"")
        finally:
            connection.close()

    def ask_raw(self, text: str, through: bool) -> Answered:
        """What no HTTP client sends; then the sending side is closed."""
        with self._socket(through) as made:
            try:
                made.sendall(text.encode())
                if not through:  # TLS cannot close one side
                    made.shutdown(socket.SHUT_WR)
                made.settimeout(2)
                body = b"".join(iter(lambda: made.recv(65_536), b""))
            except OSError:  # it waits for more, and so do we no longer
                body = b""
        return Answered(Asked("RAW", text), 400, b"", body)

    def _connection(self, through: bool) -> http.client.HTTPConnection:
        if through:
            return self.front.connection()
        host, _, port = self.back.address.partition(":")
        return http.client.HTTPConnection(host, int(port), timeout=60)

    def _socket(self, through: bool) -> socket.socket:
        host, _, port = self.back.address.partition(":")
        made = socket.create_connection((host, self.front.port if through else int(port)), 60)
        if not through:
            return made
        context = ssl.create_default_context(cafile=f"{self.front_folder}/certificate.pem")
        return context.wrap_socket(made, server_hostname="jachai.example.gov.bd")


def told_in(answers: Iterable[Answered]) -> dict[str, dict[str, Any]]:
    """The findings of all checks, by their fingerprints."""
    checked = (json.loads(it.body) for it in answers if it.asked.path == CHECK and it.status == 200 and it.body)
    return {finding["fingerprint"]: finding for answer in checked for finding in answer["findings"]}


def addresses(rules: Iterable[str]) -> list[str]:
    """The app's addresses as one can ask for them."""
    return sorted({rule.replace("<path:name>", "practice.js").split("<")[0] for rule in rules} | {"/api/v1/broken"})
