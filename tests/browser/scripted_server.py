"""A server that answers as the test tells it: the states that a healthy Jachai server never shows on demand."""

import json
import os
import socket
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Question = dict[str, Any]
Script = Callable[[Question], Any]


def utf16(text: str) -> int:
    """Length of a text in UTF-16 units, as offsets on the wire count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def finding(text: str, match: str, severity: str, replacements: tuple[str, ...] = ()) -> dict[str, Any]:
    """A finding on the first `match` in `text`."""
    start = utf16(text[: text.index(match)])
    end = start + utf16(match)
    return {
        "check": "prohibited/demeaning",
        "clause": "9.nga",
        "clause_label": "৯(ঙ)",
        "severity": severity,
        "clause_text": "কোনো ব্যক্তি, প্রতিষ্ঠান বা রাষ্ট্রকে হেয় প্রতিপন্ন করে এমন কনটেন্ট",
        "spans": [[start, end]],
        "start": start,
        "end": end,
        "match": match,
        "message": f"“{match}” শব্দটি ব্যক্তিকে হেয় প্রতিপন্ন করে।",
        "replacements": list(replacements),
        "insert": None,
        "source": "test",
        "fingerprint": f"{match}:{severity}",
    }


def answer(verdict: str, findings: tuple[dict[str, Any], ...] = (), incomplete: tuple[str, ...] = ()) -> dict[str, Any]:
    """An answer in the shape of POST /api/v1/check."""
    return {
        "verdict": verdict,
        "findings": list(findings),
        "notes": [],
        "incomplete": [{"check": check, "why": "timeout"} for check in incomplete],
        "account": {"kind": "institution", "assumed": True},
        "language": {"bn": 1.0},
        "ruleset": {"version": "test", "hash": "0"},
    }


def flagging(cures: dict[str, str] | None = None, **words: str) -> Script:
    """A script that flags the given words, each with its severity: flagging(কুলাঙ্গার="warn"); cured as `cures` says."""
    order = ["clear", "advise", "warn", "block"]

    def script(question: Question) -> Any:
        text = question["text"]
        found = sorted(
            (
                finding(text, word, severity, ((cures or {}).get(word, "ব্যক্তি"),))
                for word, severity in words.items()
                if word in text
            ),
            key=lambda one: one["start"],
        )
        return answer(max(["clear", *(one["severity"] for one in found)], key=order.index), tuple(found))

    return script


def missing(line: str, at: str = "end") -> Script:
    """A script that misses a line in the draft, at its end or start, until it is there."""

    def script(question: Question) -> Any:
        text = question["text"]
        if line in text:
            return answer("clear")
        whole = {"spans": [], "start": None, "end": None, "match": ""}
        return answer("advise", ({**finding(text, text, "advise"), **whole, "insert": {"text": line, "at": at}},))

    return script


def kept_port(port: int) -> int:
    """A second hold on a port that is bound, but not listened at yet: as a file number. Who knocks there is refused."""
    hold = socket.socket()
    hold.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    hold.bind(("127.0.0.1", port))
    return hold.detach()


class ScriptedServer:
    """`script` takes the question and gives the body of a 200, or (status, bytes[, headers]). `questions` keeps all of them.

    `kept`: what was sent to any other path, answered by `keeping`, or by what it gives. `office`: what GET /api/v1/office tells.
    """

    def __init__(self) -> None:
        self.script: Script = lambda _question: answer("clear")
        self.office: dict[str, Any] = {
            "name": "পরীক্ষা কার্যালয়",
            "when_unreachable": None,
            "ruleset": {"version": "test", "hash": "0"},
            "profile": "0",
        }
        self.platforms: dict[str, Any] = {"version": "", "platforms": []}  # newer selectors
        self.questions: list[Question] = []
        self.headers: list[dict[str, str]] = []
        self.asked = threading.Condition()  # notified at each question, and at all else that is sent
        self.kept: list[tuple[str, dict[str, Any]]] = []
        self.keeping: Any = (201, b'{"id": "1"}')
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler(), bind_and_activate=False)
        self._server.server_bind()
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        hold = kept_port(self._server.server_port)
        weakref.finalize(self, os.close, hold)  # nobody else gets the port once this is stopped
        self._server.server_activate()
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self) -> None:
        """Closes the port: from now on the server is unreachable. May be called twice."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        scripted = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.reply(scripted.platforms if self.path == "/api/v1/platforms" else scripted.office)

            def do_OPTIONS(self) -> None:
                self.reply(None)

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                scripted.headers.append(dict(self.headers))
                if self.path == "/api/v1/check":
                    with scripted.asked:
                        scripted.questions.append(body)
                        scripted.asked.notify_all()
                    self.reply(scripted.script(body))
                else:
                    with scripted.asked:
                        scripted.kept.append((self.path, body))
                        scripted.asked.notify_all()
                    self.reply(scripted.keeping() if callable(scripted.keeping) else scripted.keeping)

            def reply(self, told: Any) -> None:
                status, body, *more = told if isinstance(told, tuple) else (200, json.dumps(told).encode())
                self.send_response(status)
                for name, value in (more[0] if more else {}).items():
                    self.send_header(name, value)
                self.send_header("Access-Control-Allow-Origin", self.headers.get("Origin", "*"))
                self.send_header(
                    "Access-Control-Allow-Headers", "authorization, content-type, jachai-install, jachai-extension"
                )
                self.send_header("Access-Control-Expose-Headers", "retry-after")
                self.send_header("Content-Length", str(len(body)))
                with suppress(ConnectionError):  # the extension dropped the question
                    self.end_headers()
                    self.wfile.write(body)

            def log_message(self, *_args: Any) -> None:
                pass

        return Handler
