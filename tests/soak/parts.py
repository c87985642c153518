"""The parts of the soak; each gives its figures, with the limit that must hold."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from server.draft import MAX_TEXT
from tests.bench import material
from tests.bench.table import Row
from tests.bench.wrk import Burst
from tests.conftest import ROOT
from tests.service.redis_server import RedisServer
from tests.soak.setting import Setting, setting

NEVER = 0.5  # more than none is too many
REQUESTS = 10_000
SCHEMATHESIS = os.environ.get("SCHEMATHESIS", "schemathesis")


def full_load(here: Setting) -> Iterator[Row]:
    """A minute with all that the machine has."""
    found = here.load(60)
    yield Row("60 s of full load: checks a second", found.rate, "")
    yield Row("60 s of full load: refused or broken", found.refused + found.broken, "", NEVER)
    yield Row("60 s of full load: half within", found.p50, "ms")
    yield Row("60 s of full load: 99 of 100 within", found.p99, "ms")
    own, whole = here.served.memory()
    yield Row("after it: memory of a worker's own", own, "MB", 80)
    yield Row("after it: memory of the whole service", whole, "MB", 300)


def killed_workers(here: Setting) -> Iterator[Row]:
    """A worker dies every five seconds; what it had in hand is lost with it, one request each."""
    kills = 0
    done = threading.Event()

    def kill() -> None:
        nonlocal kills
        while not done.wait(5):
            os.kill(here.served.workers()[0], signal.SIGKILL)
            kills += 1

    thread = threading.Thread(target=kill)
    thread.start()
    found = here.load(31)
    done.set()
    thread.join()
    yield Row("workers killed with -9 under load", kills, "")
    yield Row("requests lost with them", found.broken, "", at_most=kills)
    yield Row("requests refused", found.refused, "", NEVER)


def reloads(here: Setting) -> Iterator[Row]:
    """Ten reloads under load, every third with a faulty list."""
    path = here.lists / "prohibited" / "9-nga-demeaning.yaml"
    good = path.read_text(encoding="utf-8")
    hashes, faulty, slowest = set(), 0, 0.0
    found: list[Burst] = []
    done = threading.Event()

    def load() -> None:
        while not done.is_set():
            found.append(here.load(10, seed=len(found)))

    thread = threading.Thread(target=load)
    thread.start()
    for number in range(10):
        known = here.ask("/ready")[1]
        wrong = number % 3 == 2
        text = good.replace("severity: warn", "severity: loud") if wrong else f"{good}  - সোকশব্দ{'ক' * (number + 1)}\n"
        path.write_text(text, encoding="utf-8")
        start = time.monotonic()
        here.served.process.send_signal(signal.SIGHUP)
        ready = _changed(here, known)
        slowest = max(slowest, time.monotonic() - start)
        here.served.settle()  # until the last old worker has left
        hashes.add(ready["ruleset"]["hash"])
        if wrong and ready["reload"]["state"] == "faulty" and ready["ruleset"] == known["ruleset"]:
            faulty += 1
    done.set()
    thread.join()
    yield Row("reloads under load: rulesets that answered", len(hashes), "", at_least=7)
    yield Row("faulty lists that changed nothing, and showed", faulty, "", at_least=3)
    yield Row("bursts of 10 s of load meanwhile", len(found), "", at_least=2)
    yield Row("reloads under load: refused or broken", sum(one.refused + one.broken for one in found), "", NEVER)
    yield Row("slowest reload under full load, until the new list answers", slowest, "s")
    own, whole = here.served.memory()
    yield Row("after ten reloads: memory of a worker's own", own, "MB", 80)
    yield Row("after ten reloads: memory of the whole service", whole, "MB", 300)


def _changed(here: Setting, known: dict[str, object]) -> dict[str, dict[str, str]]:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        ready: dict[str, dict[str, str]] = here.ask("/ready")[1]
        if ready["reload"] != known["reload"] and (
            ready["ruleset"] != known["ruleset"] or ready["reload"]["state"] == "faulty"
        ):
            return ready
        time.sleep(0.05)
    raise TimeoutError("no reload")


def slow_clients(here: Setting) -> Iterator[Row]:
    """Four clients that send a byte a second: each holds a worker for five seconds, then it is dropped. (nginx reads such ones itself.)"""
    workers = set(here.served.workers())
    slow = [socket.create_connection(("127.0.0.1", here.served.port)) for _ in range(4)]
    for one in slow:
        one.sendall(b"POST /api/v1/check HTTP/1.1\r\n")
    start = time.monotonic()
    status, _ = here.ask("/api/v1/check", {"text": "সভা"})
    waited = time.monotonic() - start
    for one in slow:
        one.close()
    yield Row("behind four clients who never end their request: answered", status == 200, "", at_least=1)
    yield Row("and after", waited, "s", 12)
    yield Row("workers lost to them", len(workers - set(here.served.workers())), "", NEVER)


def hostile_drafts(here: Setting) -> Iterator[Row]:
    """Texts made to be slow, as long as may be."""
    slowest, name, refused, late = 0.0, "", 0, 0
    whole = {"ordinary": material.long_ordinary(MAX_TEXT), "65,000 units of real sentences": material.ordinary(64_000)}
    texts = {**material.hostile(MAX_TEXT // 2 - 2), **whole}
    for kind, text in texts.items():
        start = time.monotonic()
        status, answer = here.ask("/api/v1/check", {"text": text, "account": {"kind": "institution"}})
        seconds = time.monotonic() - start
        refused += status != 200
        late += status == 200 and bool(answer["incomplete"])
        if seconds > slowest:
            slowest, name = seconds, kind
    yield Row("hostile drafts tried", len(texts), "")
    yield Row("hostile drafts refused", refused, "", NEVER)
    yield Row("not checked to the end, and said so", late, "")
    yield Row(f"slowest of them ({name})", slowest, "s", 2)  # the limit is 1 s; what lists match is always read


def anything(folder: Path) -> Iterator[Row]:
    """Whatever schemathesis makes of /openapi.json, ten thousand times, with records on."""
    records = {"records": f"sqlite:///{folder}/records.sqlite", "records_key": str(folder / "key")}
    _flask({}, "key", folder / "key")
    _flask(records, "migrate", folder / "migrated")
    with setting(folder / "anything", **records, watch="off") as here:
        seed = 1
        while here.figure("jachai_requests_total") < REQUESTS and seed < 60:
            command = [SCHEMATHESIS, "run", f"{here.served.url}/openapi.json", "--checks", "not_a_server_error"]
            options = ["--max-examples", "400", "--seed", str(seed), "--workers", "1", "--no-color"]
            token = ["-H", f"Authorization: Bearer {here.token}"]
            subprocess.run(
                [*command, *options, *token],
                cwd=here.folder,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
            seed += 1
        yield Row("requests by schemathesis", here.figure("jachai_requests_total"), "", at_least=REQUESTS)
        yield Row("of these to /api/v1/check", here.figure('jachai_requests_total{route="/api/v1/check"'), "")
        yield Row(
            "answered with 500",
            sum(here.figure(f'jachai_requests_total{{route="{route}",status="500"') for route in ROUTES),
            "",
            NEVER,
        )


def _flask(settings: dict[str, str], command: str, out: Path) -> None:
    own = {f"JACHAI_{name.upper()}": value for name, value in settings.items()}
    told = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wsgi", "records", command],
        cwd=ROOT, env={**os.environ, **own}, capture_output=True, check=True,
    )  # fmt: skip
    out.write_bytes(told.stdout)
    out.chmod(0o600)


ROUTES = (
    "-", "/api/v1/check", "/api/v1/office", "/api/v1/overrides", "/api/v1/reports", "/api/v1/platforms", "/api/v1/platforms/broken",
    "/health", "/ready", "/metrics", "/openapi.json",
)  # fmt: skip


def redis_gone(folder: Path) -> Iterator[Row]:
    """Redis dies under load and comes back; nobody notices."""
    server = RedisServer(folder)
    server.start()
    found = []
    with setting(folder / "redis", redis=server.url) as here:
        thread = threading.Thread(target=lambda: found.append(here.load(15)))
        thread.start()
        time.sleep(4)
        server.stop()
        time.sleep(4)
        server.start()
        thread.join()
        states = {here.ask("/ready")[1]["limits"] for _ in range(10)}
    server.stop()
    yield Row("Redis killed under load and back: refused or broken", found[0].refused + found[0].broken, "", NEVER)
    yield Row("counted in Redis again", "redis" in states, "", at_least=1)


PARTS = (full_load, killed_workers, reloads, slow_clients, hostile_drafts)
APART = (anything, redis_gone)  # these start a server of their own making
