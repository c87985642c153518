"""Logs: one JSON object a line on standard output. What stands in a line is named here; no draft text at any level."""

from __future__ import annotations

import contextlib
import logging
import os
import select
from datetime import UTC, datetime
from typing import Any, TextIO

import orjson

OWN = "server"  # follows JACHAI_LOG_LEVEL; other libraries' debug lines could quote a draft


class JsonLines(logging.Formatter):
    """A record as a line. Of an exception its type alone: a draft may stand in its text."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line = {
            "time": _time(record.created),
            "level": record.levelname.lower(),
            "event": record.name,
            "message": printable(record.getMessage()),
            "process": record.process,
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        return orjson.dumps(line, option=orjson.OPT_NON_STR_KEYS).decode()


def printable(text: str) -> str:
    """The text with a ? for each byte of a file's name that is no UTF-8: JSON has no place for such."""
    return text.encode("utf-8", "replace").decode("utf-8")


def configure(level: str) -> None:
    """Sends all logs to standard output as JSON lines; `level` holds for our own."""
    # a log that cannot be written (disk full) is no reason to fail, nor to quote what was logged
    logging.raiseExceptions = False
    handler = logging.StreamHandler(standard_output())
    handler.setFormatter(JsonLines())
    handler.addFilter(has_room)
    root = logging.getLogger()
    for old in [one for one in root.handlers if isinstance(one.formatter, JsonLines)]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger(OWN).setLevel(level.upper())


def standard_output() -> TextIO:
    """Where the lines go, in UTF-8 whatever the locale."""
    return open(1, "w", encoding="utf-8", closefd=False, buffering=1)  # for as long as the process lives


def has_room(_: object = None) -> bool:
    """Whether a line can be written at once. A pipe that nobody reads would hold whoever writes, and no check may wait for it."""
    with contextlib.suppress(OSError):
        return bool(select.select([], [1], [], 0)[1])
    return False  # there is no standard output


def write_line(fields: dict[str, Any]) -> None:
    """One line at once, past `logging`, which costs more than reading the request. A full disk, or a full pipe, loses it."""
    if not has_room():
        return
    with contextlib.suppress(OSError):
        os.write(1, orjson.dumps(fields, option=orjson.OPT_APPEND_NEWLINE))


def now() -> str:
    """The time as every line has it."""
    return _time(datetime.now(UTC).timestamp())


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
