"""Rows as a table that a spreadsheet opens safely, or as JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

import regex

from server.text.clusters import DROPPED_CLASS

OVERRIDES = (
    "id", "at", "office", "platform", "verdict", "clause", "check", "term", "severity", "reason", "note", "text_hash",
    "key_id", "ruleset",
)  # fmt: skip
REPORTS = ("id", "at", "office", "platform", "clause", "check", "term", "fingerprint", "key_id", "excerpt", "note")
# OWASP's signs, the first four wide too, and what nobody sees before one
_FORMULA = regex.compile(rf"[\t\r\n]|[\s{DROPPED_CLASS}]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_CONTROL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # by which a text gives a terminal orders


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
    return "" if value is None else _CONTROL.sub("\ufffd", str(value))


def _harmless(cell: str) -> str:
    """A writer's note must not become a formula on an officer's machine."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    # all are quoted: LibreOffice would part them at ; and tabs too, and one in an excerpt would begin a cell
    csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerow(cells)
    return out.getvalue()
