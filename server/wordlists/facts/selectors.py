"""Newer selectors of the platforms' composers: data/selectors/NAME.yaml, one file a platform, read with faults as file:line.

None is shipped: the extension has its own. A file here goes over them where its `written` is not older.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.severity import in_bangla
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import date, refuse_unknown, words
from server.wordlists.reading.folders import read_whole
from server.wordlists.reading.source import Entry, mapping, read, text

PATTERN = "data/selectors/*.yaml"
FIELDS = ("name", "confirmed", "written", "selectors", "labels", "note")
MAX_SELECTORS = 40
MAX_LENGTH = 1_000  # code points of one selector
MAX_WORDS = 60
MAX_WORD = 80
NAME = re.compile(r"[a-z][a-z0-9-]{0,31}\Z")
USE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,31}\Z")
UNSAFE = re.compile(r"[{};@<\\\x00-\x1f]")  # a selector has none of these; a style sheet or markup would
PAIRS = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Selectors:
    """One platform's. `confirmed`: a date, or "never ..."; `written`: 2026-11-25."""

    name: str
    confirmed: str
    written: str
    selectors: dict[str, str]
    labels: dict[str, tuple[str, ...]]

    def as_json(self) -> dict[str, Any]:
        """As the extension reads it."""
        labels = {use: list(said) for use, said in self.labels.items()}
        return {
            "name": self.name,
            "confirmed": self.confirmed,
            "written": self.written,
            "selectors": self.selectors,
            "labels": labels,
        }


def selectors_in(folders: Sequence[Path]) -> tuple[Selectors, ...]:
    """Those of the lists' folders, by file name. FaultyLists where one cannot be used."""
    return tuple(found for found in read_whole(folders, PATTERN, read_selectors) if found)


def version_of(all_selectors: Sequence[Selectors]) -> str:
    """The last day and a hash of what they say; "" where there are none."""
    if not all_selectors:
        return ""
    said = json.dumps([one.as_json() for one in all_selectors], sort_keys=True, ensure_ascii=False)
    last = max(one.written for one in all_selectors)
    return f"{last}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def read_selectors(path: Path, faults: Faults) -> Selectors | None:
    """One file; what is wrong in it is told in `faults`."""
    fields = mapping(read(path, faults, None), faults)
    refuse_unknown(fields, FIELDS, faults)
    for needed in ("name", "confirmed", "written", "selectors"):
        if needed not in fields:
            faults.add(1, f"‘{needed}’ ঘরটি নেই; লিখুন", f"'{needed}' is missing; write it")
            return None
    name = text(fields["name"], faults, "name")
    if not NAME.match(name):
        faults.add(fields["name"].line, "name: ছোট হাতের ইংরেজি অক্ষরে লিখুন, যেমন facebook", "name: such as facebook")
    confirmed = text(fields["confirmed"], faults, "confirmed")
    if not confirmed.startswith("never"):
        date(fields["confirmed"], faults, "confirmed")
    return Selectors(
        name=name,
        confirmed=confirmed,
        written=date(fields["written"], faults, "written") or "",
        selectors=_read_selectors(fields["selectors"], faults),
        labels=_read_labels(fields["labels"], faults) if "labels" in fields else {},
    )


def _read_selectors(entry: Entry, faults: Faults) -> dict[str, str]:
    fields = mapping(entry.node, faults)
    if not fields or len(fields) > MAX_SELECTORS:
        faults.add(
            entry.line,
            f"selectors: ১ থেকে {in_bangla(MAX_SELECTORS)}টি লিখুন",
            f"selectors: write one to {MAX_SELECTORS}",
        )
    return {use: _selector(use, field, faults) for use, field in fields.items() if _is_use(use, field, faults)}


def _selector(use: str, entry: Entry, faults: Faults) -> str:
    value = text(entry, faults, use)
    if not value or len(value) > MAX_LENGTH or UNSAFE.search(value) or not _is_balanced(value):
        faults.add(
            entry.line,
            f'{use}: একটি CSS selector লিখুন, যেমন [role="textbox"]',
            f'{use}: write a CSS selector, such as [role="textbox"]',
        )
    return value


def _is_balanced(selector: str) -> bool:
    """Whether brackets and quotation marks close; the browser parses the rest."""
    open_ones: list[str] = []
    quote = ""
    for letter in selector:
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter in PAIRS:
            open_ones.append(PAIRS[letter])
        elif letter in PAIRS.values() and (not open_ones or open_ones.pop() != letter):
            return False
    return not open_ones and not quote


def _read_labels(entry: Entry, faults: Faults) -> dict[str, tuple[str, ...]]:
    found = {}
    for use, field in mapping(entry.node, faults).items():
        said = words(field, faults, use)
        if len(said) > MAX_WORDS or any(len(word) > MAX_WORD for word in said):
            faults.add(field.line, f"{use}: তালিকাটি ছোট করুন", f"{use}: fewer or shorter words")
        if _is_use(use, field, faults):
            found[use] = said
    return found


def _is_use(use: str, entry: Entry, faults: Faults) -> bool:
    if USE.match(use):
        return True
    faults.add(entry.line, "নামটি ইংরেজি অক্ষরে লিখুন, যেমন composer", "name it in letters, such as composer")
    return False
