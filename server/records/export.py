"""Rows as a table that a spreadsheet opens safely, or as JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

OVERRIDES = (
    "id", "at", "office", "platform", "verdict", "clause", "check", "term", "severity", "reason", "note", "text_hash",
    "key_id", "ruleset",
)  # fmt: skip
REPORTS = ("id", "at", "office", "platform", "clause", "check", "term", "fingerprint", "key_id", "excerpt", "note")
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")  # OWASP's; the last four are the first ones, wide


def as_csv(rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> Iterator[str]:
    """Lines with a head; the mark in front makes Excel read UTF-8."""
    names = list(columns)
    yield "\ufeff" + _line(names)
    for row in rows:
        yield _line([_harmless(_plain(row[name])) for name in names])


def as_jsonl(rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> Iterator[str]:
    """One object a line."""
    names = list(columns)
    for row in rows:
        yield json.dumps({name: _plain(row[name]) for name in names}, ensure_ascii=False) + "\n"


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return "" if value is None else str(value)


def _harmless(cell: str) -> str:
    """A writer's note must not become a formula on an officer's machine."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)  # what is no end of a line is quoted, a bare CR too
    return out.getvalue()
