"""Load on nginx: several clients that keep their connections, a count of what came back, and a place to do harm."""

from __future__ import annotations

import http.client
import itertools
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from tests.deploy.front import Front


class Load:
    """`clients` threads send `each` requests; `harm` is done once, after `after` answers came back."""

    def __init__(self, front: Front, headers: dict[str, str], path: str = "/api/v1/check") -> None:
        self.front, self.path = front, path
        self.headers = {"Content-Type": "application/json", **headers}
        self.statuses: Counter[int] = Counter()
        self.times: list[float] = []  # seconds
        self.rulesets: set[str] = set()
        self.faults: list[str] = []  # of connections
        self._lock = threading.Lock()
        self._reached = threading.Event()

    def run(self, clients: int, each: int, after: int = 0, harm: Callable[[], Any] | None = None) -> None:
        """Comes back when all is answered."""
        threads = [
            threading.Thread(target=self._client, args=(number, range(each), after)) for number in range(clients)
        ]
        for thread in threads:
            thread.start()
        if harm:
            self._reached.wait(60)
            harm()
        for thread in threads:
            thread.join()

    def keep_on(self, number: int, stop: threading.Event) -> None:
        """One client, until it is told to stop."""
        self._client(number, itertools.takewhile(lambda _: not stop.is_set(), itertools.count()), 0)

    def late(self, share: float) -> float:
        """The seconds within which that share of the answers came."""
        return sorted(self.times)[int(len(self.times) * share)] if self.times else 0.0

    @property
    def slowest(self) -> float:
        """Seconds."""
        return max(self.times, default=0.0)

    def _client(self, number: int, counts: Iterable[int], after: int) -> None:
        connection = self.front.connection()
        for count in counts:
            status, body, seconds = self._ask(connection, f"পরীক্ষা {number} {count}: সে একটা কুলাঙ্গার")
            with self._lock:
                self.statuses[status] += 1
                self.times.append(seconds)
                if status == 200 and b'"ruleset"' in body:
                    self.rulesets.add(json.loads(body)["ruleset"]["hash"])
                if self.statuses.total() >= after:
                    self._reached.set()
        connection.close()

    def _ask(self, connection: http.client.HTTPConnection, text: str) -> tuple[int, bytes, float]:
        started = time.monotonic()
        for _ in range(2):  # a connection may be closed as we write: a browser asks again on a new one, and so do we
            try:
                return *self._asked(connection, text), time.monotonic() - started
            except (OSError, http.client.HTTPException) as error:
                connection.close()  # the next request opens it again
                with self._lock:
                    self.faults.append(f"{error!r} after {time.monotonic() - started:.1f} s")
        return 0, b"", time.monotonic() - started

    def _asked(self, connection: http.client.HTTPConnection, text: str) -> tuple[int, bytes]:
        connection.request("POST", self.path, json.dumps({"text": text}), self.headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
