"""What stands around every answer: safe headers, CORS for extensions alone, one log line with no word of the draft."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.service import logs
from tests.conftest import ROOT
from tests.service.offices import bearer, small_app, write_profiles

MARK = "গোপন-চিহ্ন-4711"
EXTENSION = "chrome-extension://" + "a" * 32
FIREFOX = "moz-extension://0f1e2d3c-0000-4000-8000-123456789abc"
DRAFT = {"text": f"{MARK} কুলাঙ্গার", "account": {"kind": "institution", "name": MARK}, "moment": "publish"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("around")
    return small_app(folder, institutions=write_profiles(folder / "offices"), log_level="debug").test_client()


def ask(client: FlaskClient, how: str, **more: Any) -> Any:
    method, path = how.split()
    headers = {**bearer("ka"), "Origin": EXTENSION, **more.pop("headers", {})}
    return client.open(path, method=method, headers=headers, **more)


WAYS = [
    ("POST /api/v1/check", {"json": DRAFT}, 200),
    ("POST /api/v1/check", {"json": {"text": 7}}, 422),
    ("POST /api/v1/check", {"data": MARK.encode()}, 415),
    ("POST /api/v1/check", {"json": DRAFT, "headers": {"Authorization": "Bearer x"}}, 401),
    ("GET /api/v1/check", {}, 405),
    ("GET /api/v1/office?institution=" + MARK, {}, 200),
    ("OPTIONS /api/v1/check", {}, 200),
    ("GET /" + MARK, {}, 404),
    ("GET /health", {}, 200),
    ("GET /practice/", {}, 200),
    ("GET /practice/page/text.js", {}, 200),
    ("GET /practice/page/" + MARK, {}, 404),
]


@pytest.mark.parametrize("how, sent, status", WAYS, ids=range(len(WAYS)))
def test_every_answer_is_safe_and_logged_without_text(
    client: FlaskClient, capfd: pytest.CaptureFixture[str], how: str, sent: dict[str, Any], status: int
) -> None:
    own, kept = ("'self'", "no-cache") if how.startswith("GET /practice/") else ("'none'", "no-store")
    with ask(client, how, **dict(sent)) as answer:
        assert answer.status_code == status
        for name, value in (
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cache-Control", kept),
        ):
            assert answer.headers.getlist(name) == [value]
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith(f"default-src {own};") and "frame-ancestors 'none'" in policy
        assert "Set-Cookie" not in answer.headers and answer.headers["Jachai-Request"]
        assert not re.search(r"\d+\.\d+", " ".join((answer.headers.get("Server", ""), answer.headers.get("Via", ""))))
        cors = answer.headers.get("Access-Control-Allow-Origin")
        assert cors == (EXTENSION if how.split()[1].startswith("/api/") else None)
    told = capfd.readouterr().out
    assert MARK not in told and "কুলাঙ্গার" not in told.replace("#কুলাঙ্গার", "")
    lines = [json.loads(line) for line in told.splitlines()]
    if how != "GET /health":
        assert [line["status"] for line in lines] == [status]
        assert lines[0]["id"] == answer.headers["Jachai-Request"]


def test_the_line_of_a_check(client: FlaskClient, capfd: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        ask(client, "POST /api/v1/check", json=DRAFT)
    *_, line = map(json.loads, capfd.readouterr().out.splitlines())
    assert line.pop("ms") >= 0 and line.pop("time") and line.pop("id") and len(line.pop("ruleset")) == 64
    assert line.pop("repeated") is True
    assert line == {
        "level": "info", "event": "request", "method": "POST", "route": "/api/v1/check", "status": 200, "office": "ka",
        "verdict": "warn", "clauses": {"9.nga": 1, "5.ja": 1, "5.ka": 1}, "incomplete": {},
    }  # fmt: skip


@pytest.mark.parametrize(
    "sent, told", [("0.1.0", "0.1.0"), ("2026.12.1.3", "2026.12.1.3"), (MARK, None), ("01712345678", None)]
)
def test_whose_extension_is_how_old_is_told(
    client: FlaskClient, capfd: pytest.CaptureFixture[str], sent: str, told: str | None
) -> None:
    said = {"Jachai-Extension": sent.encode().decode("latin-1")}
    ask(client, "POST /api/v1/check", json=DRAFT, headers=said)
    assert json.loads(capfd.readouterr().out).get("extension") == told


def test_a_line_that_cannot_be_written_stops_nothing(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("server.service.logs.os.write", full)
    assert ask(client, "POST /api/v1/check", json=DRAFT).status_code == 200


@pytest.mark.parametrize("level, lines", [("info", 1), ("warning", 0), ("error", 0)])
def test_how_much_is_logged(tmp_path: Path, capfd: pytest.CaptureFixture[str], level: str, lines: int) -> None:
    small_app(tmp_path, log_level=level).test_client().get("/api/v1/office")
    assert len(capfd.readouterr().out.splitlines()) == lines


def test_of_an_exception_the_type_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(logs, "standard_output", lambda: out)
    root = logging.getLogger()
    before = root.handlers[:], root.level, logging.raiseExceptions
    try:
        logs.configure("debug")
        try:
            raise ValueError(MARK)
        except ValueError:
            logging.getLogger("server.x").exception("it failed")
        logging.getLogger("sqlalchemy.engine").info(MARK)
        logging.getLogger("server.x").debug("seen")
    finally:
        root.handlers[:], level, logging.raiseExceptions = before
        root.setLevel(level)
        logging.getLogger("server").setLevel(logging.NOTSET)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line["message"] for line in lines] == ["it failed", "seen"]
    assert lines[0]["error"] == "ValueError" and MARK not in out.getvalue()


@pytest.mark.parametrize(
    "header, allowed",
    [
        ("authorization,content-type", True),
        ("jachai-install, jachai-extension", True),
        ("x-anything", False),
    ],
)
def test_which_headers_an_extension_may_send(client: FlaskClient, header: str, allowed: bool) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": header}
    answer = ask(client, "OPTIONS /api/v1/check", headers=asked)
    granted = answer.headers.get("Access-Control-Allow-Headers", "")
    assert (granted.lower().replace(" ", "") == ",".join(sorted(header.replace(" ", "").split(",")))) is allowed
    assert (
        answer.headers["Access-Control-Max-Age"] == "600" and "Access-Control-Allow-Credentials" not in answer.headers
    )


@pytest.mark.parametrize(
    "origin",
    [EXTENSION + "x", EXTENSION + ".example", "https://a.example", "null", "moz-extension://x", FIREFOX + ".example"],
)
def test_no_page_may_ask(client: FlaskClient, origin: str) -> None:
    for method in ("POST", "OPTIONS"):
        answer = ask(client, f"{method} /api/v1/check", headers={"Origin": origin})
        assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


def test_standard_output_is_utf8() -> None:
    with logs.standard_output() as out:
        assert out.encoding == "utf-8"
    sys.stdout.flush()


# A process of its own: what waits for the pipe could not be ended here.
WRITES = """
import logging, sys
from gunicorn.config import Config
from server.service import logs
from server.service.worker import Log
logs.configure("info")
logs.write_line({"event": "request"})
logging.getLogger("server.x").info("ours")
Log(Config()).info("gunicorn's")
"""


def test_a_log_that_nobody_reads_holds_nobody() -> None:
    kept, log = os.pipe()
    os.set_blocking(log, False)
    filled = 0
    with contextlib.suppress(BlockingIOError):
        while True:
            filled += os.write(log, b"x" * 4096)
    os.set_blocking(log, True)
    run = partial(subprocess.run, [sys.executable, "-c", WRITES], cwd=ROOT, stdout=log, check=True, timeout=60)
    try:
        run()
        while filled:
            filled -= len(os.read(kept, filled))
        run()  # it is read again
        assert len(os.read(kept, 65536).splitlines()) == 3
    finally:
        os.close(kept)
        os.close(log)


def test_a_failure_is_logged_at_any_level(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ValueError(MARK)

    app: Flask = small_app(tmp_path, log_level="error")
    monkeypatch.setattr("server.desk.check_draft", broken)
    assert app.test_client().post("/api/v1/check", json=DRAFT).status_code == 500
    told = capfd.readouterr()
    [line] = [line for line in map(json.loads, told.out.splitlines()) if line["event"] == "request"]
    assert (line["status"], line["level"]) == (500, "error") and MARK not in told.out + told.err
