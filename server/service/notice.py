"""What became of the last reload, told by gunicorn's master and read by all its workers: memory that they share.

It has two halves and before them a byte that says which one holds: what is read is never half written.
"""

from __future__ import annotations

import mmap
import struct
from typing import Any

import orjson

NOTICE = "jachai.notice"  # the app's extension
HALF = 8192  # bytes, for the longest fault
LENGTH = struct.Struct("<I")
STARTED = {"state": "started", "at": "", "fault": ""}


class Notice:
    """Made before the fork."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, 1 + 2 * HALF)

    def put(self, state: str, at: str, fault: str = "") -> None:
        """`state`: "ok" or "faulty". `fault`: the first as file:line, and what is wrong."""
        told = orjson.dumps({"state": state, "at": at, "fault": fault[:1000]})
        other = 1 - self._shared[0]
        start = 1 + other * HALF
        self._shared[start : start + LENGTH.size + len(told)] = LENGTH.pack(len(told)) + told
        self._shared[0] = other

    def read(self) -> dict[str, Any]:
        """{"state": "started" | "ok" | "faulty", "at": time, "fault": ""}."""
        start = 1 + self._shared[0] * HALF
        (length,) = LENGTH.unpack_from(self._shared, start)
        if not length:
            return dict(STARTED)
        start += LENGTH.size
        found: dict[str, Any] = orjson.loads(self._shared[start : start + length])
        return found
