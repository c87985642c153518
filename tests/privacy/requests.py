"""Every request of the canary: each address of the app, with every body and header that a client may send or break."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from server.text.normalise import normalise
from tests.privacy.marks import BANGLA, DRAFT, EXCERPT, LATIN, NOTE, NUMBER

MARKS = " ".join(DRAFT)
TEXT = f"{BANGLA} সে একটা কুলাঙ্গার {LATIN}, মোবাইল {NUMBER}, নৌকায় ভোট দিন"
JSON = "application/json"
CHECK, REPORTS = "/api/v1/check", "/api/v1/reports"
READ = ("/api/v1/office", "/api/v1/platforms")


class Asked(NamedTuple):
    """One request."""

    method: str
    path: str
    body: bytes = b""
    headers: dict[str, str] = {}  # noqa: RUF012  # never changed


def full(**changes: Any) -> dict[str, Any]:
    """A body in which every field that may hold a text holds the marks, and which all three addresses take."""
    return {
        "text": TEXT,
        "account": {"kind": "institution", "name": f"{MARKS} দপ্তর", "handle": f"@{LATIN}"},
        "institution": "canary",
        "platform": f"{LATIN} {BANGLA}",
        "action": "post",
        "moment": "publish",
        "mentions": [{"text": f"@{LATIN}", "kind": "person"}, {"text": BANGLA, "kind": "page"}],
        "attachments": [{"kind": "image", "alt": MARKS}],
        "ui_language": "bn",
        "reason": "court-order",
        "note": NOTE,
        "check": "prohibited/demeaning",
        "clause": "9.nga",
        "source": f"prohibited/{LATIN}.yaml#{BANGLA}",
        "fingerprint": "00ff00ff00ff00ff",
        "excerpt": EXCERPT,
        "selector": "composer",
        "selectors": "builtin",
        LATIN: MARKS,
        **changes,
    }


def bodies() -> Iterator[tuple[bytes, str]]:
    """(body, content type): what is right, and all that can be wrong with it."""
    for number, changes in enumerate(VALID + WRONG):
        yield json.dumps(full(**changes), ensure_ascii=bool(number % 2)).encode("utf-8", "surrogatepass"), JSON
    right = json.dumps(full(), ensure_ascii=False).encode()
    for content_type in (
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        f"{LATIN}/{LATIN}",
    ):
        yield right, content_type
    yield (
        f'--x\r\nContent-Disposition: form-data; name="{LATIN}"; filename="{LATIN}"\r\n\r\n{MARKS * 20_000}\r\n--x--'.encode(),
        ("multipart/form-data; boundary=x"),
    )
    for broken in (
        right[:-9],
        right + right,
        b"[" + right,
        TEXT.encode(),
        TEXT.encode("utf-16"),
        right.replace(b'"', b"'"),
        b"\xff" + right,
    ):
        yield broken, JSON
    yield b'{"text":' * 3_000 + right, JSON


VALID: list[dict[str, Any]] = [
    {},
    {"moment": "typing"},
    {"account": {"kind": "employee"}},
    {"text": TEXT * 300},
    {"action": "reply"},
]
WRONG: list[dict[str, Any]] = [
    {"text": [TEXT]},
    {"text": {"a": TEXT}},
    {"text": TEXT + "\0"},
    {"text": TEXT + "\ud800"},
    {"text": TEXT * 1_500},  # over 65,000 units
    {"text": TEXT * 15_000},  # over the body's limit
    {"account": {"kind": MARKS}},
    {"account": MARKS},
    {"action": MARKS},
    {"moment": MARKS},
    {"ui_language": MARKS},
    {"mentions": [MARKS]},
    {"attachments": [{"kind": MARKS}]},
    {"institution": MARKS},
    {"reason": MARKS},
    {"note": MARKS * 9},
    {"check": f"personal/{LATIN}"},
    {"clause": MARKS},
    {"fingerprint": MARKS},
    {"excerpt": EXCERPT * 30},
    {"selector": MARKS},
    {"selectors": MARKS},
]


def headers() -> Iterator[dict[str, str]]:
    """Headers in which a client could put a text."""
    for name in (
        "Authorization", "Cookie", "Jachai-Install", "Jachai-Extension", "Origin", "Referer", "User-Agent", "X-Forwarded-For",
        "X-Request-Id", "Accept-Language", "If-None-Match", "Forwarded", "Accept", "Access-Control-Request-Headers", f"X-{LATIN}",
    ):  # fmt: skip
        yield {name: f"{LATIN}-{NUMBER}"}
    yield {"Authorization": f"Bearer {LATIN}{NUMBER}"}
    yield {"Authorization": f"Basic {LATIN}"}


def requests(paths: list[str], token: str) -> Iterator[Asked]:
    """All of it. `paths`: every address of the app."""
    known = {"Authorization": f"Bearer {token}"}
    right = json.dumps(full(), ensure_ascii=False).encode()
    for path in paths:
        taken = path.startswith("/api/v1/") and path not in READ  # the others take no body, whatever it is
        for body, content_type in bodies() if taken else [(right, JSON), (right, "text/plain")]:
            yield Asked("POST", path, body, {**known, "Content-Type": content_type})
        for more in headers() if taken else ():
            yield Asked("POST", path, right, {**known, "Content-Type": JSON, **more})
        for method in ("GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", LATIN.upper()):
            yield Asked(method, f"{path}?institution={LATIN}&text={NUMBER}", right, {**known, "Content-Type": JSON})
        yield Asked("GET", f"{path.rstrip('/')}/{LATIN}/{NUMBER}", b"", known)
        yield Asked("GET", f"{path}%00{LATIN}", b"", known)
    yield Asked("POST", "/" + LATIN * 2_000, right, known)
    for note in (TEXT[:40], f"{LATIN} {NUMBER}", NUMBER, BANGLA):  # an override's note must not tell its draft
        repeating = json.dumps(full(note=note)).encode()
        yield Asked("POST", "/api/v1/overrides", repeating, {**known, "Content-Type": JSON})
    wrong = ([full(), full(note=NUMBER)], [full(reason=MARKS), full()], [full(), MARKS], {LATIN: MARKS}, MARKS)
    for several in ([full(), full()], *wrong):  # overrides of drafts that go together
        together = json.dumps({"overrides": several, LATIN: MARKS}).encode()
        yield Asked("POST", "/api/v1/overrides", together, {**known, "Content-Type": JSON})


def of_reports(findings: Iterable[dict[str, Any]], token: str) -> Iterator[Asked]:
    """What was found, each reported as a false alarm with what the server told of it."""
    known = {"Authorization": f"Bearer {token}", "Content-Type": JSON}
    for finding in findings:
        told = {name: finding[name] for name in ("check", "clause", "source", "fingerprint")}
        yield Asked("POST", REPORTS, json.dumps(full(**told)).encode(), known)


def pieces() -> set[str]:
    """Whatever of a draft one could hash: all of it, as typed and normalised, its words, its number."""
    normal = normalise(TEXT)
    return {TEXT, TEXT * 300, normal, *TEXT.split(), *normal.split(), *DRAFT, json.dumps(full(), ensure_ascii=False)}


RAW = [  # what no HTTP library sends
    f"{LATIN} {NUMBER}\r\n\r\n",
    f"POST /{LATIN}\r\n{TEXT}\r\n\r\n",
    f"POST /api/v1/check HTTP/9.9\r\nHost: x\r\n\r\n{TEXT}",
    f"POST /api/v1/check HTTP/1.1\r\nHost: x\r\n{LATIN} : {NUMBER}\r\n\r\n",
    f"POST /api/v1/check HTTP/1.1\r\nHost: x\r\n{TEXT}\r\n\r\n",
    f"POST /api/v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: {LATIN}\r\n\r\n{TEXT}",
    f"POST /api/v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n{TEXT}",
    f"POST /api/v1/check HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{LATIN}\r\n{TEXT}",
    f"POST /api/v1/check HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: {LATIN}\r\n\r\n{TEXT}",
    f"POST /api/v1/check HTTP/1.1\r\nHost: {LATIN}.example\r\nContent-Type: {JSON}\r\nContent-Length: 9\r\n\r\n{TEXT}",
    f"POST /api/v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: {JSON}\r\nContent-Length: 90000\r\n\r\n{TEXT}",  # and no more
]
