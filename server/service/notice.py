"""What became of the last reload, told by gunicorn's master and read by all its workers."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Flask

from server.service import logs, metrics
from server.shared import Shared

NOTICE = "jachai.notice"  # the app's extension
ROOM = 8192  # bytes, for the longest fault
MOST = 1000  # characters of it
STARTED = {"state": "started", "at": "", "fault": ""}


class Notice:
    """Made before the fork."""

    def __init__(self) -> None:
        self._shared = Shared(ROOM)

    def put(self, state: str, at: str, fault: str = "") -> None:
        """`state`: "ok" or "faulty". `fault`: the first as file:line, and what is wrong."""
        self._shared.put(orjson.dumps({"state": state, "at": at, "fault": logs.printable(fault[:MOST])}))

    def read(self) -> dict[str, Any]:
        """{"state": "started" | "ok" | "faulty", "at": time, "fault": ""}."""
        kept = self._shared.read()
        if not kept:
            return dict(STARTED)
        found: dict[str, Any] = orjson.loads(kept)
        return found


def tell(app: Flask, outcome: str, fault: str) -> None:
    """Tells what became of reading the lists, in the figures and to /ready. `outcome`: as `count_reload` has it."""
    metrics.count_reload("faulty" if fault else outcome)
    notice: Notice = app.extensions[NOTICE]
    notice.put("faulty" if fault else "ok", logs.now(), fault)  # last: whoever reads it finds log and figures as told
