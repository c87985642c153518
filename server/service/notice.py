"""What became of the last reload, told by gunicorn's master and read by all its workers."""

from __future__ import annotations

from typing import Any

import orjson

from server.service.logs import printable
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
        self._shared.put(orjson.dumps({"state": state, "at": at, "fault": printable(fault[:MOST])}))

    def read(self) -> dict[str, Any]:
        """{"state": "started" | "ok" | "faulty", "at": time, "fault": ""}."""
        kept = self._shared.read()
        if not kept:
            return dict(STARTED)
        found: dict[str, Any] = orjson.loads(kept)
        return found
