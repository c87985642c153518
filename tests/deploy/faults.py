"""`make soak-faults`: PostgreSQL and Redis gone, hung and back, a server killed, under load. Two minutes, loopback only.

Two servers on all lists, a real nginx with TLS, a real PostgreSQL and Redis. Every check must be answered with 200
throughout; a report is kept (201) or refused clearly (503), and all that were kept are there in the end.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from server.records.migrate import migrate
from server.records.store import Records
from tests.deploy.back import Back
from tests.deploy.front import Front
from tests.deploy.load import Load
from tests.records.cluster import Cluster
from tests.records.test_store import ALWAYS
from tests.records.test_views import REPORT
from tests.service.offices import bearer, write_profiles
from tests.service.redis_server import RedisServer

CLIENTS = 6
PHASE = 7.0  # seconds, longer than the pause after which a database is tried again
Harm = Callable[[], object]


class Scene:
    """Everything running; `phase` does harm and counts what comes back until it ends."""

    def __init__(self, folder: Path) -> None:
        self.cluster, self.redis = Cluster(), RedisServer(folder)
        self.cluster.start()
        self.redis.start()
        migrate(self.cluster.url)
        offices = str(write_profiles(folder / "offices"))
        settings = {"records": self.cluster.url, "records_key": "ab" * 32, "redis": self.redis.url, "limit": "100000"}
        self.backs = [
            Back(folder / name, institutions=offices, trusted_proxies="127.0.0.1", **settings)
            for name in ("one", "two")
        ]
        self.front = Front(folder / "front", [back.address for back in self.backs])
        self.kept: list[str] = []
        self.good = True

    def __enter__(self) -> Scene:
        for back in self.backs:
            back.start()
        for back in self.backs:
            back.wait()
        self.front.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.front.stop()
        for back in self.backs:
            back.stop()
        self.redis.stop()
        self.cluster.remove()

    def phase(self, name: str, expected: set[int], harm: Harm = lambda: None) -> None:
        """`expected`: what a report may be answered with; a check only with 200."""
        load, reports, stop = Load(self.front, bearer("ka")), Counter[int](), threading.Event()
        threads = [threading.Thread(target=load.keep_on, args=(number, stop)) for number in range(CLIENTS)]
        threads.append(threading.Thread(target=self._report, args=(reports, stop)))
        for thread in threads:
            thread.start()
        harm()
        time.sleep(PHASE)
        stop.set()
        for thread in threads:
            thread.join()
        fine = set(load.statuses) == {200} and set(reports) <= expected
        self.good &= fine
        rate = load.statuses.total() / PHASE
        print(
            f"| {name} | {dict(load.statuses)} | {rate:,.0f} | {load.late(0.99) * 1000:,.0f} | {load.slowest * 1000:,.0f} | "
            f"{dict(sorted(reports.items()))} | {'' if fine else '**fails**'} |",
            flush=True,
        )

    def _report(self, statuses: Counter[int], stop: threading.Event) -> None:
        body = json.dumps({**REPORT, "check": "prohibited/demeaning"}).encode()
        headers = {"Content-Type": "application/json", **bearer("ka")}
        while not stop.is_set():
            status, _, answer = self.front.ask("POST", "/api/v1/reports", body, headers)
            statuses[status] += 1
            if status == 201:
                self.kept.append(json.loads(answer)["id"])
            stop.wait(0.05)

    def send(self, number: int) -> None:
        """A signal to PostgreSQL's first process: STOP makes it hang, CONT wakes it."""
        os.kill(int((self.cluster.folder / "data/postmaster.pid").read_text().split()[0]), number)

    def come_back(self) -> None:
        """The server that was killed."""
        self.backs[0].start()
        self.backs[0].wait()


def main() -> int:
    """0 where nothing failed that should not."""
    with tempfile.TemporaryDirectory() as name, Scene(Path(name)) as scene:
        print(
            "| phase | checks by status | a second | p99, ms | slowest, ms | reports by status | |\n|---|---|---|---|---|---|---|"
        )
        scene.phase("all well", {201})
        scene.phase("PostgreSQL is stopped", {201, 503}, scene.cluster.stop)
        scene.phase("it stays away", {503})
        scene.phase("it comes back", {201, 503}, scene.cluster.start)
        scene.phase("all well again", {201})
        scene.phase("it hangs, and takes no connection", {201, 503}, lambda: scene.send(signal.SIGSTOP))
        scene.phase("it wakes", {201, 503}, lambda: scene.send(signal.SIGCONT))
        scene.phase("Redis is killed", {201}, scene.redis.stop)
        scene.phase("Redis comes back", {201}, scene.redis.start)
        scene.phase("a server is killed with all its workers", {201, 502, 504}, scene.backs[0].kill)
        scene.phase("it comes back", {201}, scene.come_back)
        time.sleep(PHASE)
        found = {row["id"] for row in Records(scene.cluster.url).report_rows(*ALWAYS)}
        lost = set(scene.kept) - found
        print(
            f"\n{len(scene.kept)} reports answered with 201, {len(lost)} of them lost, {len(found) - len(scene.kept)} kept without an answer"
        )
        return int(not scene.good or bool(lost))


if __name__ == "__main__":
    sys.exit(main())
