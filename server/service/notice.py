"""What became of the last reload, told by gunicorn's master and read by all its workers: a page of memory they share."""

from __future__ import annotations

import mmap
import struct
from typing import Any

import orjson

NOTICE = "jachai.notice"  # the app's extension
PAGE = 4096  # bytes
LENGTH = struct.Struct("<I")
STARTED = {"state": "started", "at": "", "fault": ""}


class Notice:
    """Made before the fork."""

    def __init__(self) -> None:
        self._page = mmap.mmap(-1, PAGE)

    def put(self, state: str, at: str, fault: str = "") -> None:
        """`state`: "ok" or "faulty". `fault`: the first as file:line, and what is wrong."""
        told = orjson.dumps({"state": state, "at": at, "fault": fault[:1000]})
        LENGTH.pack_into(self._page, 0, 0)  # who reads now finds nothing rather than half of it
        self._page[LENGTH.size : LENGTH.size + len(told)] = told
        LENGTH.pack_into(self._page, 0, len(told))

    def read(self) -> dict[str, Any]:
        """{"state": "started" | "ok" | "faulty", "at": time, "fault": ""}."""
        (length,) = LENGTH.unpack_from(self._page, 0)
        try:
            found: dict[str, Any] = orjson.loads(self._page[LENGTH.size : LENGTH.size + length])
        except ValueError:
            return dict(STARTED)
        return found
